/**
 * Pairs the days of two lists, one each: as many pairs as there can be, and of those the nearest.
 *
 * Both lists come in order, and pairs never cross: to cross two brings neither more pairs nor
 * nearer ones. So the best of two beginnings follows from the best of shorter ones.
 */
import { type CalendarDate, daysBetween } from '../../kernel/calendar-date.ts';

interface Best {
  readonly pairCount: number;
  readonly days: number;
}

/** The index in `others` that each of `days` is paired with; null for none. */
export function nearestPairs(
  days: readonly CalendarDate[],
  others: readonly CalendarDate[],
  mayPair: (day: CalendarDate, other: CalendarDate) => boolean,
): (number | null)[] {
  const width = others.length + 1;
  const best: Best[] = new Array<Best>((days.length + 1) * width).fill({ pairCount: 0, days: 0 });
  const at = (row: number, column: number) => best[row * width + column] as Best;
  for (const [row, day] of days.entries()) {
    for (const [column, other] of others.entries()) {
      const without = better(at(row, column + 1), at(row + 1, column));
      const paired = mayPair(day, other) ? withPair(at(row, column), day, other) : without;
      best[(row + 1) * width + column + 1] = better(paired, without);
    }
  }
  const pairs: (number | null)[] = days.map(() => null);
  let row = days.length;
  let column = others.length;
  while (row > 0 && column > 0) {
    const here = at(row, column);
    if (isSame(here, at(row - 1, column))) row -= 1;
    else if (isSame(here, at(row, column - 1))) column -= 1;
    else {
      row -= 1;
      column -= 1;
      pairs[row] = column;
    }
  }
  return pairs;
}

function withPair({ pairCount, days }: Best, day: CalendarDate, other: CalendarDate): Best {
  return { pairCount: pairCount + 1, days: days + Math.abs(daysBetween(day, other)) };
}

/** More pairs, then fewer days; the first of two that are alike. */
function better(one: Best, other: Best): Best {
  if (one.pairCount !== other.pairCount) return one.pairCount > other.pairCount ? one : other;
  return other.days < one.days ? other : one;
}

function isSame(one: Best, other: Best): boolean {
  return one.pairCount === other.pairCount && one.days === other.days;
}
