/**
 * What was said of a customer on a past day: disputes and stops at their dates, on what is said of
 * him today. Promises, calls and replies are left out: they answered what was sent then.
 */
import type { CalendarDate } from '../../kernel/calendar-date.ts';
import { addDays } from '../../kernel/calendar-date.ts';
import type { Cents } from '../../kernel/cents.ts';
import type { HoldReason } from '../hold/hold.ts';
import type { CustomerSituation, ItemSituation } from '../receivable/situation.ts';
import { FREE_ITEM } from '../receivable/situation.ts';

interface Period {
  readonly from: CalendarDate;
  /** The first day on which it no longer counts; null while it does. */
  readonly until: CalendarDate | null;
}

export interface DatedDispute extends Period {
  readonly items: readonly { readonly receivableId: number; readonly amountCents: Cents }[];
}

export interface DatedHold extends Period {
  /** Null for the customer as a whole. */
  readonly receivableId: number | null;
  readonly reason: HoldReason;
}

/** What only virtual lettering settles, from the day after it was both settled and due. */
export interface DatedVirtual {
  readonly after: CalendarDate;
  readonly amountCents: Cents;
}

export interface DatedSituation {
  readonly lasting: CustomerSituation;
  readonly disputes: readonly DatedDispute[];
  readonly holds: readonly DatedHold[];
  readonly virtual: readonly DatedVirtual[];
}

/** The situation of a customer on a day. */
export function situationOn(
  { lasting, disputes, holds, virtual }: DatedSituation,
  day: CalendarDate,
): CustomerSituation {
  const isOn = ({ from, until }: Period) => from <= day && (until === null || day < until);
  const live = holds.filter(isOn);
  const whole = live.filter(({ receivableId }) => receivableId === null);
  const items = new Map<number, ItemSituation>();
  const known = (receivableId: number) => items.get(receivableId) ?? FREE_ITEM;
  for (const { receivableId, amountCents } of disputes.filter(isOn).flatMap((one) => one.items)) {
    const own = known(receivableId);
    items.set(receivableId, { ...own, disputedCents: own.disputedCents + amountCents });
  }
  for (const { receivableId } of live) {
    if (receivableId !== null) items.set(receivableId, { ...known(receivableId), isHeld: true });
  }
  return {
    ...lasting,
    isInsolvent: whole.some(({ reason }) => reason === 'insolvency'),
    isHeld: whole.length > 0,
    virtuallySettledCents: virtual.reduce(
      (sum, { after, amountCents }) => (after < day ? sum + amountCents : sum),
      0,
    ),
    items,
  };
}

/** The days on which it changes. */
export function situationDays({ disputes, holds, virtual }: DatedSituation): CalendarDate[] {
  return [
    ...[...disputes, ...holds].flatMap(({ from, until }) =>
      until === null ? [from] : [from, until],
    ),
    ...virtual.map(({ after }) => addDays(after, 1)),
  ];
}
