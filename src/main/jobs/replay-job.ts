/** Replays past months on the ledger of a company, and writes nothing. */
import { refused } from '../../shared/kernel/result.ts';
import type { JobRun } from '../ports/jobs.ts';
import { replayMonths } from '../use-cases/dunning/replay.ts';
import type { ReplayOrder, ReplayOutcome } from '../use-cases/dunning/replay-job-key.ts';
import { withLedger } from './job-ledger.ts';

export const run: JobRun<ReplayOrder, ReplayOutcome> = (order, tools) =>
  withLedger(order, tools, async (ledger) => {
    const replayed = await replayMonths(ledger, order, (done, total, step) => {
      tools.stopIfCancelled();
      tools.progress(done, total, step);
    });
    return replayed.isDone ? replayed : refused({ code: replayed.refusal, detail: null });
  });
