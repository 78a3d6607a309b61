/** Jobs that do one thing each, for the tests of the queue. */

import type { JobRegistry } from '../../../src/main/jobs/run-job.ts';
import type { JobRun, JobTools } from '../../../src/main/ports/jobs.ts';
import { jobKey } from '../../../src/main/ports/jobs.ts';
import { done, refused } from '../../../src/shared/kernel/result.ts';

export const double = jobKey<number, number>('double');
export const refuse = jobKey<null, never>('refuse');
export const crash = jobKey<null, never>('crash');
export const die = jobKey<null, never>('die');
/** Counts without an await until it is cancelled, or up to its limit; gives where it got to. */
export const count = jobKey<number, number>('count');
/** Holds the write gate for some milliseconds, and throws in it when asked. */
export const write = jobKey<{ readonly ms: number; readonly throws: boolean }, string>('write');
export const dieInGate = jobKey<null, never>('die_in_gate');
export const surroundings = jobKey<null, object>('surroundings');
export const unsendable = jobKey<null, () => void>('unsendable');

function spin(ms: number): void {
  const end = performance.now() + ms;
  while (performance.now() < end);
}

function runs<Input, Output>(run: JobRun<Input, Output>) {
  return async () => ({ run });
}

export const kinds: JobRegistry = {
  double: runs((input: number) => done(input * 2)),
  refuse: runs(() => refused({ code: 'file_empty', detail: 'a.txt' })),
  crash: runs(() => {
    throw new RangeError('broken');
  }),
  die: runs(() => {
    process.exit(3);
  }),
  count: runs((limit: number, tools: JobTools) => {
    let at = 0;
    while (at < limit) {
      at += 1;
      if (at % 1000 === 0) {
        spin(1);
        tools.progress(at, limit, 'counting');
        tools.stopIfCancelled();
      }
    }
    return done(at);
  }),
  write: runs(async ({ ms, throws }: { ms: number; throws: boolean }, tools: JobTools) => {
    const written = await tools.withWriteGate('exemple', () => {
      spin(ms);
      if (throws) throw new Error('broken in the gate');
      return 'written';
    });
    return done(written);
  }),
  die_in_gate: runs((_input: null, tools: JobTools) =>
    tools.withWriteGate('exemple', () => process.exit(3)),
  ),
  surroundings: runs((_input: null, { today, startedAt, dataFolder, log }: JobTools) => {
    log.warn('said', { today });
    return done({ today, startedAt, dataFolder });
  }),
  unsendable: runs(() => done(() => undefined)),
};
