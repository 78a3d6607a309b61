/** The two ways to run jobs: in a thread of their own, or (tests) in the thread that asks. */
import { Worker } from 'node:worker_threads';
import type { Log } from '../ports/log.ts';
import { plainError, replayLine } from '../ports/posted-log.ts';
import type { WriteGates } from '../ports/write-gate.ts';
import type { FromJobThread, JobEnd, JobThreadStart, ToJobThread } from './protocol.ts';
import type { JobRunner } from './queue.ts';
import { type JobRegistry, runJob } from './run-job.ts';

// A job makes and drops millions of small objects: with room for the young ones a third of the
// time spent collecting them is saved.
const resourceLimits = { maxYoungGenerationSizeMb: 144 };

export interface RunnerSurroundings extends JobThreadStart {
  readonly gates: WriteGates;
  readonly log: Log;
}

/** Runs jobs here, one at a time: what a thread would do, without one. */
export function inlineRunner(registry: JobRegistry, surroundings: RunnerSurroundings): JobRunner {
  const { dataFolder, gates, log } = surroundings;
  async function holdGate<Value>(companyKey: string, work: () => Value): Promise<Value> {
    const { promise, resolve, reject } = Promise.withResolvers<Value>();
    await gates.hold(companyKey, async () => {
      try {
        resolve(await work());
      } catch (error) {
        reject(error);
      }
    });
    return promise;
  }
  return {
    run: (order, progress) => runJob(registry, order, { dataFolder, log, progress, holdGate }),
    close: async () => undefined,
  };
}

/**
 * Runs jobs in a thread started at the first job, kept for the next ones, and replaced when it
 * dies. A gate that the dead thread held is given free.
 */
export function threadRunner(entry: URL, surroundings: RunnerSurroundings): JobRunner {
  const { dataFolder, gates, log } = surroundings;
  let thread: Worker | null = null;
  let onMessage: (message: FromJobThread) => void = () => undefined;
  let onDeath: (error: unknown) => void = () => undefined;
  let freeGate: () => void = () => undefined;

  const post = (message: ToJobThread) => thread?.postMessage(message);

  async function lendGate(companyKey: string): Promise<void> {
    const borrower = thread;
    try {
      await gates.hold(companyKey, () => {
        const { promise, resolve } = Promise.withResolvers<void>();
        freeGate = resolve;
        // It may have died while it waited.
        if (thread === null || thread !== borrower) resolve();
        else post({ kind: 'gate_given' });
        return promise;
      });
    } catch (error) {
      log.error('gate_refused', error, { companyKey });
      post({ kind: 'gate_refused' });
    }
  }

  function receive(message: FromJobThread): void {
    if (message.kind === 'log') replayLine(message.line, log);
    else if (message.kind === 'gate_free') freeGate();
    else if (message.kind === 'gate_wanted') void lendGate(message.companyKey);
    else onMessage(message);
  }

  function start(): Worker {
    const start: JobThreadStart = { dataFolder };
    const worker = new Worker(entry, { workerData: start, name: 'job', resourceLimits });
    let cause: unknown = new Error('The job thread ended without a word.');
    worker.on('message', receive);
    worker.on('error', (error) => {
      cause = error;
    });
    worker.on('exit', () => {
      thread = null;
      freeGate();
      onDeath(cause);
    });
    return worker;
  }

  return {
    run: (order, progress) =>
      new Promise<JobEnd>((resolve) => {
        onMessage = (message) => {
          if (message.kind === 'progress') progress(message.done, message.total, message.step);
          if (message.kind === 'ended') resolve(message.end);
        };
        onDeath = (error) => {
          const fields = { kind: order.kind, jobId: order.jobId };
          const line = { level: 'error', event: 'job_thread_died', fields } as const;
          resolve({ state: 'crashed', line: { ...line, error: plainError(error) } });
        };
        thread ??= start();
        post({ kind: 'run', order });
      }),
    close: () =>
      new Promise<void>((resolve) => {
        if (thread === null) return resolve();
        onDeath = () => resolve();
        post({ kind: 'stop' });
      }),
  };
}
