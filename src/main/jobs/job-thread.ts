/**
 * The job thread's side: runs what the core orders, one job at a time.
 *
 * Its loop is the event loop: a job that computes for long hears nothing meanwhile, which is why
 * cancelling goes through shared memory and the write gate is asked for with an `await`.
 */
import type { MessagePort } from 'node:worker_threads';
import { postedLog } from '../ports/posted-log.ts';
import type { FromJobThread, JobOrder, JobThreadStart, ToJobThread } from './protocol.ts';
import { type JobRegistry, runJob } from './run-job.ts';

/** Serves the port until told to stop. */
export function serveJobs(port: MessagePort, start: JobThreadStart, registry: JobRegistry): void {
  const post = (message: FromJobThread) => port.postMessage(message);
  const log = postedLog((line) => post({ kind: 'log', line }));
  let gate = Promise.withResolvers<void>();

  async function holdGate<Value>(companyKey: string, work: () => Value): Promise<Value> {
    gate = Promise.withResolvers<void>();
    post({ kind: 'gate_wanted', companyKey });
    await gate.promise;
    try {
      return await work();
    } finally {
      post({ kind: 'gate_free' });
    }
  }

  async function run(order: JobOrder): Promise<void> {
    const { jobId } = order;
    const end = await runJob(registry, order, {
      dataFolder: start.dataFolder,
      log,
      holdGate,
      progress: (done, total, step) => post({ kind: 'progress', jobId, done, total, step }),
    });
    post({ kind: 'ended', jobId, end });
  }

  port.on('message', (message: ToJobThread) => {
    if (message.kind === 'run') void run(message.order);
    else if (message.kind === 'gate_given') gate.resolve();
    else if (message.kind === 'gate_refused') gate.reject(new Error('The write gate was refused.'));
    else port.close();
  });
}
