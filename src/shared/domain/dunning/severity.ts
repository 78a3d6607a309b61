/**
 * How far an item has been taken: the severity of the gravest step that really reached the payer.
 *
 * Steps belong to scenarios and scenarios change; a severity means the same in all of them, so the
 * level of an item survives a change of scenario, a re-import and a change of package.
 */
export const SEVERITIES = [
  'notice',
  'reminder_1',
  'reminder_2',
  'reminder_3',
  'formal_notice',
  'hand_over',
] as const;
export type Severity = (typeof SEVERITIES)[number];

/** 0 for a pre-due notice … 5 for the hand-over; −1 for an item never written about. */
export function severityRank(severity: Severity | null): number {
  return severity === null ? -1 : SEVERITIES.indexOf(severity);
}

/** The graver of two; null only when both are. */
export function graverOf(one: Severity | null, other: Severity | null): Severity | null {
  return severityRank(one) >= severityRank(other) ? one : other;
}
