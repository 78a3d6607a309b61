/**
 * Runs one job with its tools. The same in the job thread and, for tests, in the core's own.
 *
 * A job refuses by a value, is cancelled by the exception its tools throw, and anything else it
 * throws is a crash: the job fails with an incident and the next one runs.
 */
import type { JobRun, JobTools } from '../ports/jobs.ts';
import { plainError } from '../ports/posted-log.ts';
import type { JobEnd, JobOrder } from './protocol.ts';

/** The module of each kind of job, read when first asked for: `() => import('./one-job.ts')`. */
export type JobRegistry = Readonly<
  Record<string, () => Promise<{ readonly run: JobRun<never, unknown> }>>
>;

/** What the tools reach outside for. */
export interface JobSurroundings {
  readonly dataFolder: string;
  readonly log: JobTools['log'];
  progress(done: number, total: number | null, step: string): void;
  holdGate<Value>(companyKey: string, work: () => Value): Promise<Value>;
}

/** Thrown through a job that the user stopped. */
class JobCancelled extends Error {}

const PROGRESS_EVERY_MS = 100;

export async function runJob(
  registry: JobRegistry,
  order: JobOrder,
  surroundings: JobSurroundings,
): Promise<JobEnd> {
  try {
    const load = registry[order.kind];
    if (load === undefined) throw new RangeError(`No job of kind ${order.kind}`);
    const { run } = await load();
    const tools = toolsFor(order, surroundings);
    tools.stopIfCancelled();
    const result = await run(order.input as never, tools);
    return result.isDone
      ? { state: 'done', output: result.value }
      : { state: 'refused', refusal: result.refusal };
  } catch (error) {
    if (error instanceof JobCancelled) return { state: 'cancelled' };
    const fields = { kind: order.kind, jobId: order.jobId };
    return {
      state: 'crashed',
      line: { level: 'error', event: 'job_crashed', fields, error: plainError(error) },
    };
  }
}

function toolsFor(order: JobOrder, surroundings: JobSurroundings): JobTools {
  const flag = new Int32Array(order.cancelFlag);
  const isCancelled = () => Atomics.load(flag, 0) !== 0;
  let sentAtMs = Number.NEGATIVE_INFINITY;
  let lastStep = '';
  return {
    progress(done, total, step) {
      const nowMs = performance.now();
      const isLast = done === total;
      if (step === lastStep && !isLast && nowMs - sentAtMs < PROGRESS_EVERY_MS) return;
      sentAtMs = nowMs;
      lastStep = step;
      surroundings.progress(done, total, step);
    },
    isCancelled,
    stopIfCancelled() {
      if (isCancelled()) throw new JobCancelled('The user stopped the job.');
    },
    withWriteGate: surroundings.holdGate,
    today: order.today,
    startedAt: order.startedAt,
    dataFolder: surroundings.dataFolder,
    log: surroundings.log,
  };
}
