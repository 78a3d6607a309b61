/**
 * The sample of the go-live: only those payers get messages from a scenario.
 *
 * A sample is drawn by number, not by chance: who is in it today is in it tomorrow, as long as the
 * portfolio is the same.
 */
import type { PilotSettings } from './dunning-settings.ts';

/** The payers of the pilot among these; null when there is no pilot and all are. */
export function pilotPayersOf(
  pilot: PilotSettings,
  payerIds: readonly number[],
): ReadonlySet<number> | null {
  switch (pilot.kind) {
    case 'off':
      return null;
    case 'payers':
      return new Set(pilot.payerIds);
    case 'sample': {
      const drawn = [...payerIds].sort((a, b) => scattered(a) - scattered(b));
      return new Set(drawn.slice(0, pilot.payerCount));
    }
  }
}

/** A whole number below 2^32, its own for each payer (Knuth's multiplicative hash). */
function scattered(payerId: number): number {
  return Math.imul(payerId, 2_654_435_761) >>> 0;
}
