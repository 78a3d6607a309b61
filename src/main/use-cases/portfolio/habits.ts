/**
 * How payers behave: usual delay, payment days, segment, score, risk, from fifteen months of items
 * and from what their accounts hold. Read by groups of customers, so that no thread is held for the
 * whole ledger.
 *
 * Amounts weigh the delays, those in another currency as they are: a delay has no currency.
 */
import type { BusinessCalendar } from '../../../shared/domain/calendar/business-calendar.ts';
import { type PayerBehaviour, payerBehaviour } from '../../../shared/domain/payer/behaviour.ts';
import type { DelayExclusion, PayerItem } from '../../../shared/domain/payer/delay-points.ts';
import { type Exposure, exposureOf, sumExposures } from '../../../shared/domain/payer/exposure.ts';
import type { PayerSettings } from '../../../shared/domain/payer/payer-settings.ts';
import { paymentDaysOf } from '../../../shared/domain/payer/payment-days.ts';
import { usualDelay } from '../../../shared/domain/payer/usual-delay.ts';
import { LEDGER_CURRENCY } from '../../../shared/domain/receivable/currency.ts';
import { addMonths, type CalendarDate } from '../../../shared/kernel/calendar-date.ts';
import { sumCents } from '../../../shared/kernel/cents.ts';
import type { Reader } from '../../ledger/session.ts';
import { readReceivedDates } from '../../ledger/views/habits.ts';
import { readPaidInTimes, readSettledItems } from '../../ledger/views/payer-delays.ts';
import { type CustomerAccount, hasOverdue } from './customer-account.ts';
import { payerEvents } from './payer-events.ts';

export interface Habit {
  /** What he takes when he pays; the segment also counts what he has not paid. */
  readonly usualDelayDays: number | null;
  /** Read for those with something late only: nobody else is waited for. */
  readonly paymentDays: readonly number[];
  readonly behaviour: PayerBehaviour;
}

/** Payers read at once. */
export const HABIT_GROUP = 400;

/** The memory of a segment goes three month ends back, each with its twelve months. */
const MONTHS_READ = 16;
const MONTHS = 12;

export interface HabitContext {
  readonly today: CalendarDate;
  readonly calendar: BusinessCalendar;
  readonly payerSettings: PayerSettings;
}

/** The habits of some payers, by payer, from their accounts. */
export function readHabits(
  reader: Reader,
  payers: ReadonlyMap<number, readonly CustomerAccount[]>,
  context: HabitContext,
): Map<number, Habit> {
  const { today, calendar } = context;
  const accounts = [...payers.values()].flat();
  const settled = settledOf(reader, accounts, addMonths(today, -MONTHS_READ));
  const since = addMonths(today, -MONTHS);
  const times = new Map(
    readPaidInTimes(reader, idsOf(accounts), since).map((row) => [row.customerId, row]),
  );
  const late = accounts.filter(hasOverdue);
  const received = Map.groupBy(
    readReceivedDates(reader, idsOf(late), since),
    ({ customerId }) => customerId,
  );
  return new Map(
    Array.from(payers, ([payerId, own]) => {
      const ids = idsOf(own);
      const items = [...ids.flatMap((id) => settled.get(id) ?? []), ...own.flatMap(openItemsOf)];
      const paid = ids.flatMap((id) => times.get(id) ?? []);
      const days = ids.flatMap((id) => received.get(id) ?? []).map((row) => row.receivedDate);
      const habit: Habit = {
        usualDelayDays: usualDelay(items.flatMap(settledItem), today)?.days ?? null,
        paymentDays: paymentDaysOf(days, today, calendar),
        behaviour: behaviourOf(own, items, { paid, context }),
      };
      return [payerId, habit];
    }),
  );
}

/** What the accounts of a payer are judged by: his items, settled since a day and open. */
export function readPayerItems(
  reader: Reader,
  accounts: readonly CustomerAccount[],
  since: CalendarDate,
): readonly PayerItem[] {
  const settled = settledOf(reader, accounts, since);
  return [
    ...idsOf(accounts).flatMap((id) => settled.get(id) ?? []),
    ...accounts.flatMap(openItemsOf),
  ];
}

/** The exposure of a payer in the currency of the books; null without an account. */
export function payerExposure(
  accounts: readonly CustomerAccount[],
  today: CalendarDate,
): Exposure | null {
  return sumExposures(accounts.map((account) => accountExposure(account, today)));
}

/** That of one of his accounts. */
export function accountExposure(
  { record, sums, items, guarantees }: CustomerAccount,
  today: CalendarDate,
): Exposure {
  return exposureOf(
    {
      currency: LEDGER_CURRENCY,
      outstandingCents: sums.outstandingCents,
      soldCents: sumCents(
        items
          .filter((item) => item.state === 'factored' && item.currency === LEDGER_CURRENCY)
          .map(({ outstandingCents }) => outstandingCents),
      ),
      limitCents: record.creditLimitCents,
      guarantees,
    },
    today,
  );
}

function behaviourOf(
  accounts: readonly CustomerAccount[],
  items: readonly PayerItem[],
  known: {
    readonly paid: readonly { readonly paidItemCount: number; readonly splitItemCount: number }[];
    readonly context: HabitContext;
  },
): PayerBehaviour {
  const { today, payerSettings: settings } = known.context;
  const { points: _, ...behaviour } = payerBehaviour(
    {
      items,
      events: payerEvents(accounts, known.paid, today),
      exposure: payerExposure(accounts, today),
      marks: accounts.flatMap(({ marks }) => marks).sort((a, b) => a.markId - b.markId),
    },
    { today, settings },
  );
  return behaviour;
}

function settledOf(
  reader: Reader,
  accounts: readonly CustomerAccount[],
  since: CalendarDate,
): ReadonlyMap<number, readonly PayerItem[]> {
  const ours = new Map(accounts.map((account) => [account.record.customerId, notHis(account)]));
  const settled = new Map<number, PayerItem[]>();
  for (const row of readSettledItems(reader, [...ours.keys()], since)) {
    const { customerId, dueBasis, ...item } = row;
    const exclusion = exclusionOf(ours.get(customerId), row.receivableId, dueBasis);
    const list = settled.get(customerId);
    const made = { ...item, outstandingCents: 0, exclusion };
    if (list === undefined) settled.set(customerId, [made]);
    else list.push(made);
  }
  return settled;
}

/** Roles whose unpaid invoices say how a payer pays. */
const JUDGED_ROLES: ReadonlySet<string> = new Set(['ordinary', 'doubtful']);

function openItemsOf(account: CustomerAccount): PayerItem[] {
  const ours = notHis(account);
  return account.items.flatMap((item) => {
    const { receivableId, dueDate, kind, role, outstandingCents, amountCents } = item;
    const isInvoice = kind === 'invoice' || kind === 'opening';
    if (receivableId === null || dueDate === null || !isInvoice || outstandingCents <= 0) return [];
    if (!JUDGED_ROLES.has(role)) return [];
    return [
      {
        receivableId,
        documentDate: item.documentDate,
        dueDate,
        settledDate: null,
        nature: null,
        amountCents,
        outstandingCents,
        exclusion: exclusionOf(ours, receivableId, item.dueBasis),
      },
    ];
  });
}

interface NotHis {
  readonly disputed: ReadonlySet<number>;
  readonly blocked: ReadonlySet<number>;
}

const NOTHING: ReadonlySet<number> = new Set();

/** Items that he contested, and those that we held back ourselves, ended or not. */
function notHis({ disputes, holds }: CustomerAccount): NotHis {
  if (disputes.length === 0 && holds.length === 0) return { disputed: NOTHING, blocked: NOTHING };
  const contested = disputes.filter(({ outcome }) => outcome !== 'undone');
  return {
    disputed: new Set(contested.flatMap(({ items }) => items.map((item) => item.receivableId))),
    blocked: new Set(holds.flatMap(({ receivableId }) => receivableId ?? [])),
  };
}

function exclusionOf(
  ours: NotHis | undefined,
  receivableId: number,
  dueBasis: string,
): DelayExclusion | null {
  if (ours?.disputed.has(receivableId) === true) return 'disputed';
  if (ours?.blocked.has(receivableId) === true) return 'blocked';
  return dueBasis === 'estimated' ? 'estimated' : null;
}

function settledItem({ settledDate, nature, exclusion, ...item }: PayerItem) {
  if (settledDate === null || nature === null) return [];
  return [{ ...item, settledDate, nature, isExcluded: exclusion !== null }];
}

function idsOf(accounts: readonly CustomerAccount[]): number[] {
  return accounts.map(({ record }) => record.customerId);
}
