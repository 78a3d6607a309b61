/**
 * What people recorded with customers, month by month: amounts disputed as they stood, and promises
 * whose time was up.
 */
import type { CalendarDate } from '../../kernel/calendar-date.ts';
import type { Cents } from '../../kernel/cents.ts';
import { type JudgedPromise, reliabilityOf } from '../promise/judge-promise.ts';
import type { DealingFigures } from './month-point.ts';
import type { Month } from './months.ts';

/** An item under one dispute, with what settled it since. */
export interface DisputedItem {
  readonly receivableId: number;
  /** Of the item, what the dispute is about. */
  readonly disputedCents: Cents;
  readonly openedOn: CalendarDate;
  readonly closedOn: CalendarDate | null;
  /** Of the whole item. */
  readonly amountCents: Cents;
  readonly dueDate: CalendarDate | null;
  readonly canBeLate: boolean;
  readonly moves: readonly { readonly on: CalendarDate; readonly amountCents: Cents }[];
}

/** What stood disputed at the end of each month: never more of an item than was left of it. */
export function disputedByMonth(
  items: readonly DisputedItem[],
  months: readonly Month[],
): readonly Pick<DealingFigures, 'disputedCents' | 'disputedOverdueCents'>[] {
  const byItem = [...Map.groupBy(items, ({ receivableId }) => receivableId).values()];
  return months.map(({ endsOn }) => {
    let disputedCents = 0;
    let disputedOverdueCents = 0;
    for (const disputes of byItem) {
      const [item] = disputes;
      const cents = disputes.reduce((sum, one) => sum + disputedOn(one, endsOn), 0);
      if (item === undefined || cents === 0) continue;
      const counted = Math.max(0, Math.min(cents, leftOn(item, endsOn)));
      disputedCents += counted;
      const isLate = item.canBeLate && item.dueDate !== null && item.dueDate < endsOn;
      if (isLate) disputedOverdueCents += counted;
    }
    return { disputedCents, disputedOverdueCents };
  });
}

function disputedOn({ openedOn, closedOn, disputedCents }: DisputedItem, on: CalendarDate): Cents {
  return openedOn <= on && (closedOn === null || closedOn > on) ? disputedCents : 0;
}

function leftOn({ amountCents, moves }: DisputedItem, day: CalendarDate): Cents {
  return moves.reduce(
    (left, { on, amountCents: cents }) => (on <= day ? left - cents : left),
    amountCents,
  );
}

/** Promises whose grace ended in each month, as they are judged now. */
export function promisesByMonth(
  judged: readonly JudgedPromise[],
  months: readonly Month[],
): readonly Omit<DealingFigures, 'disputedCents' | 'disputedOverdueCents'>[] {
  return months.map(({ startsOn, endsOn }) => {
    const own = judged.filter(({ deadline }) => deadline >= startsOn && deadline <= endsOn);
    const { judgedCount, keptCount, judgedCents, keptCents } = reliabilityOf(own);
    return { maturedCount: judgedCount, keptCount, maturedCents: judgedCents, keptCents };
  });
}
