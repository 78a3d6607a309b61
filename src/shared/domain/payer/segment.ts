/**
 * The segment of a payer (bon, occasionnel, chronique) by the amount-weighted median of his delays.
 *
 *     good │ occasional │ chronic        10 and 30 days, a setting
 *
 * A segment does not waver: it is left at once when the delay is some days beyond the threshold,
 * else once two month ends in a row say so. Its memory is the last three month ends, so that the
 * segment of any day can be found again from the facts alone, and one of long ago weighs nothing.
 *
 * With too few items there is no segment, and it says so; a payer of whom so little is known and
 * who is late for long already is « nouveau à risque ».
 */
import { addMonths, type CalendarDate, endOfMonth } from '../../kernel/calendar-date.ts';
import { type DelayPoint, delayPoints, medianDelay, type PayerItem } from './delay-points.ts';
import type { SegmentSettings } from './payer-settings.ts';

export const HABIT_SEGMENTS = ['good', 'occasional', 'chronic'] as const;
export type HabitSegment = (typeof HABIT_SEGMENTS)[number];
/** `new_at_risk`: too little history, and late for long. */
export type PayerSegment = HabitSegment | 'new_at_risk';

export interface SegmentJudgement {
  readonly segment: PayerSegment | null;
  /** What the thresholds alone would say; another than `segment` where it does not waver. */
  readonly plain: PayerSegment | null;
  /** Median of the delays; null with too few items. */
  readonly delayDays: number | null;
  readonly itemCount: number;
  readonly openCount: number;
}

export interface DatedSegment extends SegmentJudgement {
  readonly asOf: CalendarDate;
}

const MEMORY_MONTHS = 3;

/** The segment as of a day, from the items of fifteen months before it and all open ones. */
export function segmentOn(
  items: readonly PayerItem[],
  asOf: CalendarDate,
  settings: SegmentSettings,
): SegmentJudgement {
  return segmentFrom(delayPoints(items, asOf), items, { asOf, settings });
}

/** The same where the points of the day are known already. */
export function segmentFrom(
  points: readonly DelayPoint[],
  items: readonly PayerItem[],
  { asOf, settings }: { readonly asOf: CalendarDate; readonly settings: SegmentSettings },
): SegmentJudgement {
  const measure = measureOf(points, settings);
  const { plain, delayDays } = measure;
  // Far from both thresholds the memory says nothing: most payers are not looked at twice.
  const isClear =
    delayDays === null ||
    HABIT_SEGMENTS.every((one) => leaving(one, delayDays, settings) === plain);
  const segment = isClear ? plain : remembered(items, asOf, { measure, settings });
  return { ...measure, segment };
}

/** The segment at the end of each of the last months, the latest last, and on the day itself. */
export function segmentHistory(
  items: readonly PayerItem[],
  today: CalendarDate,
  { months, settings }: { readonly months: number; readonly settings: SegmentSettings },
): readonly DatedSegment[] {
  const days = [...monthEndsBefore(today, months), today];
  return days.map((asOf) => ({ asOf, ...segmentOn(items, asOf, settings) }));
}

/** Changes from one habit to another, the latest first; months without one are passed over. */
export function segmentChanges(history: readonly DatedSegment[]): readonly {
  readonly from: HabitSegment;
  readonly to: HabitSegment;
  /** The last month end at which it was still the one of before. */
  readonly until: CalendarDate;
}[] {
  const known = history.flatMap(({ asOf, segment }) => (isHabit(segment) ? { asOf, segment } : []));
  return known
    .flatMap((now, index) => {
      const before = known[index - 1];
      if (before === undefined || before.segment === now.segment) return [];
      return { from: before.segment, to: now.segment, until: before.asOf };
    })
    .reverse();
}

type Measure = Omit<SegmentJudgement, 'segment'>;

function measureOf(points: readonly DelayPoint[], settings: SegmentSettings): Measure {
  const openCount = points.filter(({ settledDate }) => settledDate === null).length;
  const counts = { itemCount: points.length, openCount };
  if (points.length < settings.itemsMin) {
    const lateCents = points
      .filter(({ days }) => days > settings.newLateBeyondDays)
      .reduce((sum, { weightCents }) => sum + weightCents, 0);
    const isAtRisk = lateCents >= settings.newLateFloorCents;
    return { ...counts, plain: isAtRisk ? 'new_at_risk' : null, delayDays: null };
  }
  const delayDays = medianDelay(points);
  return { ...counts, plain: classOf(delayDays, settings), delayDays };
}

function classOf(
  delayDays: number,
  bounds: Pick<SegmentSettings, 'goodBelowDays' | 'chronicAboveDays'>,
): HabitSegment {
  if (delayDays < bounds.goodBelowDays) return 'good';
  return delayDays > bounds.chronicAboveDays ? 'chronic' : 'occasional';
}

/** Where a delay leads from a segment at once: its thresholds stand back by the band. */
function leaving(from: HabitSegment, delayDays: number, settings: SegmentSettings): HabitSegment {
  const { goodBelowDays, chronicAboveDays, bandDays } = settings;
  return classOf(delayDays, {
    goodBelowDays: goodBelowDays + (from === 'good' ? bandDays : -bandDays),
    chronicAboveDays: chronicAboveDays + (from === 'chronic' ? -bandDays : bandDays),
  });
}

function remembered(
  items: readonly PayerItem[],
  asOf: CalendarDate,
  known: { readonly measure: Measure; readonly settings: SegmentSettings },
): PayerSegment | null {
  const { settings, measure } = known;
  const ends = monthEndsBefore(asOf, MEMORY_MONTHS).map((end) =>
    measureOf(delayPoints(items, end), settings),
  );
  const isMonthEnd = asOf === endOfMonth(asOf);
  let segment = ends[0]?.plain ?? null;
  [...ends.slice(1), measure].forEach((now, index) => {
    // Within a month, the day adds nothing to what the month ends say.
    const isEnd = index < ends.length - 1 || isMonthEnd;
    segment = next(segment, isEnd ? (ends[index]?.plain ?? null) : null, { now, settings });
  });
  return segment;
}

function next(
  segment: PayerSegment | null,
  before: PayerSegment | null,
  { now, settings }: { readonly now: Measure; readonly settings: SegmentSettings },
): PayerSegment | null {
  if (now.delayDays === null || !isHabit(segment)) return now.plain;
  const left = leaving(segment, now.delayDays, settings);
  if (left !== segment) return left;
  return before === now.plain ? now.plain : segment;
}

function isHabit(segment: PayerSegment | null): segment is HabitSegment {
  return segment !== null && segment !== 'new_at_risk';
}

/** The last month ends before a day, the latest last. */
function monthEndsBefore(day: CalendarDate, count: number): CalendarDate[] {
  return Array.from({ length: count }, (_, index) => endOfMonth(addMonths(day, index - count)));
}
