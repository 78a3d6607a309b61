/**
 * A step of an item reaches the customer once at most, a customer gets one message a day, and what
 * nobody knows of is never sent again by itself. Crashes, old copies and double clicks change
 * nothing of it: the count is kept outside the program.
 */
import type { Leaving } from '../leaving.ts';
import type { Attempt } from '../mail-world.ts';
import { type Checker, same } from './checker.ts';

export const atMostOnce: Checker = async ({ mail, leavings }) => {
  const arrivedAs = new Map<string, string>();
  const payerDays = new Map<string, string>();
  const arrived = new Set<string>();
  const doubtful = new Map<string, Attempt>();
  for (const attempt of mail.attempts) {
    const { messageId, day } = attempt;
    const leaving = leavings.get(attempt);
    if (leaving === undefined) throw new Error(`${messageId} was not judged`);
    checkDoubt(attempt, leaving, doubtful);
    if (attempt.isDoubtful) {
      for (const { claim } of leaving.items) doubtful.set(claim, attempt);
    }
    if (!attempt.hasArrived) continue;
    same(`${messageId} arrived already`, arrived.has(messageId), false);
    arrived.add(messageId);
    for (const { claim } of leaving.items) {
      same(`the message for ${claim}`, arrivedAs.get(claim) ?? messageId, messageId);
      arrivedAs.set(claim, messageId);
    }
    const payerDay = `${leaving.payerCode} on ${day}`;
    same(`the message to ${payerDay}`, payerDays.get(payerDay) ?? messageId, messageId);
    payerDays.set(payerDay, messageId);
  }
};

/** Only a person may send again what may have left, and only where it did not arrive. */
function checkDoubt(
  { messageId }: Attempt,
  { items }: Leaving,
  doubtful: ReadonlyMap<string, Attempt>,
): void {
  for (const { claim } of items) {
    const before = doubtful.get(claim);
    if (before?.hasArrived !== true) continue;
    throw new Error(`${messageId} leaves for ${claim}, which may have left as ${before.messageId}`);
  }
}
