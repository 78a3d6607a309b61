/**
 * The write gate of one ledger: a lock that is waited for, held by one writer at a time.
 *
 * The core holds it for a few milliseconds a command. A job borrows it for the one transaction of
 * its commit; meanwhile commands wait and reads go on.
 */

/** Runs `work` while the gate is held, and gives the gate back whatever happens. */
export type HoldGate = <Answer>(work: () => Answer) => Promise<Answer>;

/** A gate for a ledger that only this thread writes: first come, first served. */
export function makeWriteGate(): HoldGate {
  let last: Promise<unknown> = Promise.resolve();
  return (work) => {
    const turn = last.then(work);
    last = turn.catch(() => undefined);
    return turn;
  };
}
