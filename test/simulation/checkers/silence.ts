/**
 * Nothing leaves that should not: settled, disputed, promised, stopped, owing nothing net, on a
 * closed day, beside the hours. Each message is judged at the second it left.
 */
import { type Checker, same } from './checker.ts';

export const silence: Checker = async ({ leavings, day }) => {
  for (const [attempt, { payerCode, faults }] of leavings) {
    if (attempt.day !== day) continue;
    same(`what should have kept ${attempt.messageId} (${payerCode}) from leaving`, faults, []);
  }
};
