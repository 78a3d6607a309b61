/**
 * What a person says of an item that the books cannot tell: it is with the factor, with an agency,
 * settled by a bill to come, held as a guarantee, or stuck in the customer's own house.
 *
 *     factored            sold in full: the factor collects, we never write
 *     factored_mandate    sold, chased by us for the factor: his IBAN, the subrogation sentence
 *     factored_back       taken back by the factor: ours again, due at once
 *     handed_over         with an agency, a commissaire de justice, the insurer, a lawyer
 *     bill_to_accept      LCR, traite or billet sent, awaited back signed
 *     bill_accepted       in portfolio: neither cash nor late, still at risk until it is paid
 *     bill_discounted     already paid by our bank, still at risk until its due date
 *     bill_unpaid         came back: due at once, the levels reached are kept
 *     retention           withheld until a year after acceptance (loi 71-584 du 16 juillet 1971)
 *     blocked_at_customer waits for an order number, a portal, a validation, a Chorus Pro status
 *
 * A state places the item: on the account where it should stand, on the day that counts for it. The
 * amount never moves, so that every total stays that of the books.
 */
import { addDays, type CalendarDate, earlierOf } from '../../kernel/calendar-date.ts';
import type { OpenItem } from '../receivable/open-item.ts';
import type { ItemStateKind } from './item-state-kind.ts';

/** To whom an item was handed over, or what keeps it at the customer's; empty for the others. */
export const ITEM_STATE_CAUSES = [
  'agency',
  'bailiff',
  'insurer',
  'lawyer',
  'order_number',
  'portal',
  'in_approval',
  'chorus_suspended',
  'chorus_to_recycle',
  'chorus_rejected',
] as const;
export type ItemStateCause = (typeof ITEM_STATE_CAUSES)[number];

const HANDED_TO: readonly ItemStateCause[] = ITEM_STATE_CAUSES.slice(0, 4);
const STUCK_BY: readonly ItemStateCause[] = ITEM_STATE_CAUSES.slice(4);

export interface ItemState {
  readonly kind: ItemStateKind;
  readonly since: CalendarDate;
  /** Of the bill, or the day on which a retention is released; null for the other kinds. */
  readonly dueDate: CalendarDate | null;
  readonly cause: ItemStateCause | null;
  /** The factor, the agent, the person at the customer's who holds it. */
  readonly party: string;
  /** Receipt of the factor, number of the file or of the bill. */
  readonly reference: string;
  /** Of the factor, for a mandate; empty otherwise. */
  readonly iban: string;
  /** A surety (caution) stands in place of the retention: it may be asked for at once. */
  readonly hasSurety: boolean;
  readonly reason: string;
}

/** The causes a kind is told by; none for most. */
export function causesOf(kind: ItemStateKind): readonly ItemStateCause[] {
  if (kind === 'handed_over') return HANDED_TO;
  return kind === 'blocked_at_customer' ? STUCK_BY : [];
}

const DATED: ReadonlySet<ItemStateKind> = new Set([
  'bill_to_accept',
  'bill_accepted',
  'bill_discounted',
  'retention',
]);

/** Whether the kind has a due date of its own. */
export function hasOwnDueDate(kind: ItemStateKind): boolean {
  return DATED.has(kind);
}

export type ItemStateFault = 'state_cause_wrong' | 'state_due_date_missing' | 'state_party_missing';

/** What is missing from a state before it may be recorded; null when nothing is. */
export function itemStateFault(state: ItemState): ItemStateFault | null {
  const causes = causesOf(state.kind);
  const isCauseRight =
    state.cause === null ? causes.length === 0 : causes.some((cause) => cause === state.cause);
  if (!isCauseRight) return 'state_cause_wrong';
  if (hasOwnDueDate(state.kind) && state.dueDate === null) return 'state_due_date_missing';
  const needsParty = state.kind.startsWith('factored') || state.kind === 'handed_over';
  return needsParty && state.party.trim() === '' ? 'state_party_missing' : null;
}

/** How the cash of an item in that state comes: see `itemInState`. */
export type StateCash = 'never' | 'on_its_date' | 'as_usual' | 'later';

const CASH: Readonly<Record<ItemStateKind, StateCash>> = {
  factored: 'never',
  factored_mandate: 'as_usual',
  factored_back: 'as_usual',
  handed_over: 'never',
  bill_to_accept: 'on_its_date',
  bill_accepted: 'on_its_date',
  bill_discounted: 'never',
  bill_unpaid: 'as_usual',
  retention: 'on_its_date',
  blocked_at_customer: 'later',
};

/** How the cash of an item comes; an item without a state as its customer usually pays. */
export function stateCash({ state }: Pick<OpenItem, 'state'>): StateCash {
  return state === undefined ? 'as_usual' : CASH[state];
}

/** What an item stuck at the customer's is later by, in days. */
export const BLOCKED_DELAY_DAYS = 30;

/** Whether somebody else collects it: no longer ours to chase, nor to net credits against. */
export function isCollectedElsewhere({ state }: Pick<OpenItem, 'state'>): boolean {
  return state === 'factored' || state === 'handed_over';
}

/** The item where its state places it; the same object without a state. */
export function itemInState(item: OpenItem, state: ItemState | null): OpenItem {
  if (state === null || item.outstandingCents <= 0) return item;
  const { kind } = state;
  if (kind === 'retention') {
    return { ...item, state: kind, role: 'retention', ...ownDate(state, item) };
  }
  if (DATED.has(kind)) return { ...item, state: kind, role: 'bill', ...ownDate(state, item) };
  if (kind === 'bill_unpaid' || kind === 'factored_back') {
    // Due at once: on the eve of the day it came back at the latest.
    const eve = addDays(state.since, -1);
    const dueDate = item.dueDate === null ? eve : earlierOf(item.dueDate, eve);
    return { ...item, state: kind, dueDate, dueBasis: 'typed' };
  }
  return { ...item, state: kind };
}

function ownDate({ dueDate }: ItemState, item: OpenItem): Pick<OpenItem, 'dueDate' | 'dueBasis'> {
  return dueDate === null
    ? { dueDate: item.dueDate, dueBasis: item.dueBasis }
    : { dueDate, dueBasis: 'typed' };
}

/** Whether its money is the factor's, whoever chases it: no thank-you of ours follows. */
export function isSold(kind: ItemStateKind): boolean {
  return kind === 'factored' || kind === 'factored_mandate';
}

/** What a state asks of a person on a day. */
export type StateDuty = 'bill_return' | 'bill_unpaid' | 'factored_back' | 'retention_release';

/** Days after which a bill that has not come back is asked for. */
export const BILL_RETURN_DAYS = 7;

/** What is to be done about it, from which day on; null when nothing is. */
export function stateDuty(
  state: Pick<ItemState, 'kind' | 'since' | 'dueDate' | 'hasSurety'>,
): { readonly duty: StateDuty; readonly on: CalendarDate } | null {
  switch (state.kind) {
    case 'bill_to_accept':
      return { duty: 'bill_return', on: addDays(state.since, BILL_RETURN_DAYS + 1) };
    case 'bill_unpaid':
      return { duty: 'bill_unpaid', on: state.since };
    case 'factored_back':
      return { duty: 'factored_back', on: state.since };
    case 'retention': {
      if (state.hasSurety) return { duty: 'retention_release', on: state.since };
      return state.dueDate === null ? null : { duty: 'retention_release', on: state.dueDate };
    }
    default:
      return null;
  }
}
