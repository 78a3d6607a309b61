/**
 * What a person decided of a payer against the figures, or beside them: another segment, another
 * risk, a watch. Always with its reason and the day to look at it again; past that day it still
 * holds, and is shown until a person decides.
 */
import type { CalendarDate } from '../../kernel/calendar-date.ts';
import { type PayerRisk, RISKS } from './risk.ts';
import { HABIT_SEGMENTS, type HabitSegment } from './segment.ts';

export const MARK_KINDS = ['segment', 'risk', 'watch'] as const;
export type MarkKind = (typeof MARK_KINDS)[number];

export interface PayerMark {
  readonly markId: number;
  readonly customerId: number;
  readonly kind: MarkKind;
  /** The segment or the risk; empty for a watch. */
  readonly value: string;
  readonly reviewOn: CalendarDate;
}

/** Whether the value goes with the kind. */
export function isMarkValue(kind: MarkKind, value: string): boolean {
  if (kind === 'watch') return value === '';
  const values: readonly string[] = kind === 'segment' ? HABIT_SEGMENTS : RISKS;
  return values.includes(value);
}

/** What the marks in force put in place of the figures: of each kind the latest. */
export function overridesOf(marks: readonly PayerMark[]): {
  readonly segment: HabitSegment | null;
  readonly risk: PayerRisk | null;
  readonly isWatched: boolean;
} {
  const latest = (kind: MarkKind) => marks.findLast((mark) => mark.kind === kind)?.value;
  return {
    segment: HABIT_SEGMENTS.find((one) => one === latest('segment')) ?? null,
    risk: RISKS.find((one) => one === latest('risk')) ?? null,
    isWatched: latest('watch') !== undefined,
  };
}
