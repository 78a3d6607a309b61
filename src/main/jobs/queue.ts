/**
 * The queue of long work, on the core's side: one job runs, the others wait their turn.
 *
 * What the windows know of a job is its view (`Job` of the contract), announced at each change.
 * A job ends in exactly one way; a thread that dies fails its job with an incident and the next
 * job gets a new thread. No thread is ever terminated: closing asks, and waits.
 */
import type { Job as JobView } from '../../shared/contract/application.ts';
import type { Clock } from '../ports/clock.ts';
import type { Events } from '../ports/events.ts';
import type { Ids } from '../ports/ids.ts';
import { newIncident } from '../ports/incident.ts';
import type { JobKey, JobOutcome, JobRequest, Jobs } from '../ports/jobs.ts';
import type { Log } from '../ports/log.ts';
import { plainError, replayLine } from '../ports/posted-log.ts';
import type { JobEnd, JobOrder } from './protocol.ts';

/** Runs one order at a time: the job thread, or the core's own thread in tests. */
export interface JobRunner {
  run(
    order: JobOrder,
    progress: (done: number, total: number | null, step: string) => void,
  ): Promise<JobEnd>;
  close(): Promise<void>;
}

export interface JobQueue extends Jobs {
  /** Refuses new jobs, cancels the running one and waits for its end. */
  close(): Promise<void>;
}

export interface QueueSurroundings {
  readonly runner: JobRunner;
  readonly events: Events;
  readonly clock: Clock;
  readonly ids: Ids;
  readonly log: Log;
  /** Told when the queue starts to work and when it has no more to do. */
  readonly onBusy: (isBusy: boolean) => void;
}

interface Entry {
  view: JobView;
  readonly input: unknown;
  readonly cancelFlag: SharedArrayBuffer;
  readonly settle: (outcome: JobOutcome<never>) => void;
}

const ENDED_KEPT = 100;
const WAITING_MAX = 100;

export function makeJobQueue(surroundings: QueueSurroundings): JobQueue {
  return new Queue(surroundings);
}

class Queue implements JobQueue {
  readonly #in: QueueSurroundings;
  readonly #entries = new Map<string, Entry>();
  readonly #waiting: Entry[] = [];
  #running: Promise<void> | null = null;
  #isClosed = false;

  constructor(surroundings: QueueSurroundings) {
    this.#in = surroundings;
  }

  start<Input, Output>(key: JobKey<Input, Output>, input: Input, request: JobRequest) {
    const jobId = this.#in.ids.next();
    const { promise: outcome, resolve } = Promise.withResolvers<JobOutcome<Output>>();
    const entry: Entry = {
      view: waitingView(jobId, key.kind, request),
      input,
      cancelFlag: new SharedArrayBuffer(Int32Array.BYTES_PER_ELEMENT),
      settle: resolve,
    };
    this.#entries.set(jobId, entry);
    if (this.#isClosed || this.#waiting.length >= WAITING_MAX) {
      this.#end(entry, { state: 'refused', refusal: { code: 'busy', detail: null } });
      return { jobId, outcome };
    }
    this.#waiting.push(entry);
    this.#change(entry, {});
    this.#running ??= this.#work();
    return { jobId, outcome };
  }

  cancel(jobId: string): void {
    const entry = this.#entries.get(jobId);
    if (entry === undefined || !entry.view.mayCancel) return;
    cancelEntry(entry);
    const place = this.#waiting.indexOf(entry);
    if (place === -1) return;
    this.#waiting.splice(place, 1);
    this.#end(entry, { state: 'cancelled' });
  }

  list(): readonly JobView[] {
    return [...this.#entries.values()].map(({ view }) => view);
  }

  show(jobId: string): JobView | null {
    return this.#entries.get(jobId)?.view ?? null;
  }

  async close(): Promise<void> {
    this.#isClosed = true;
    for (const entry of this.#waiting.splice(0)) this.#end(entry, { state: 'cancelled' });
    for (const entry of this.#entries.values()) cancelEntry(entry);
    await this.#running;
    await this.#in.runner.close();
  }

  async #work(): Promise<void> {
    this.#in.onBusy(true);
    for (let entry = this.#waiting.shift(); entry; entry = this.#waiting.shift()) {
      this.#change(entry, { state: 'running' });
      this.#end(entry, await this.#runOne(entry));
    }
    this.#running = null;
    this.#in.onBusy(false);
  }

  async #runOne(entry: Entry): Promise<JobOutcome<unknown>> {
    const { clock, runner, log } = this.#in;
    const { jobId, kind } = entry.view;
    const { input, cancelFlag } = entry;
    const times = { today: clock.today(), startedAt: clock.now() };
    const order: JobOrder = { jobId, kind, input, cancelFlag, ...times };
    const ended = await runner
      .run(order, (done, total, step) => this.#change(entry, { done, total, step }))
      .catch((error: unknown) => crashOf(order, error));
    if (ended.state === 'done') return { state: 'done', output: ended.output };
    if (ended.state !== 'crashed') return ended;
    const incident = newIncident();
    replayLine({ ...ended.line, fields: { ...ended.line.fields, incident } }, log);
    return { state: 'failed', incident };
  }

  #change(entry: Entry, fields: Partial<JobView>): void {
    entry.view = { ...entry.view, ...fields };
    this.#in.events.publish({ kind: 'job_changed', job: entry.view });
  }

  #end(entry: Entry, outcome: JobOutcome<unknown>): void {
    this.#change(entry, { state: outcome.state, mayCancel: false, ...endingOf(outcome) });
    entry.settle(outcome as JobOutcome<never>);
    forgetOldest(this.#entries);
  }
}

/** An input that can't be sent to the thread is the fault of whoever made it. */
function crashOf({ kind, jobId }: JobOrder, error: unknown): JobEnd {
  const line = { level: 'error', event: 'job_not_sent', fields: { kind, jobId } } as const;
  return { state: 'crashed', line: { ...line, error: plainError(error) } };
}

function waitingView(jobId: string, kind: string, request: JobRequest): JobView {
  const { companyKey, subject, mayCancel } = request;
  const start = { step: '', done: 0, total: null, code: null, detail: null, result: null };
  return { jobId, kind, companyKey, subject, mayCancel, state: 'waiting', ...start };
}

function cancelEntry(entry: Entry): void {
  Atomics.store(new Int32Array(entry.cancelFlag), 0, 1);
}

/** What the view says of each way to end. */
function endingOf(outcome: JobOutcome<unknown>): Partial<JobView> {
  if (outcome.state === 'done') return { result: outcome.output ?? null };
  if (outcome.state === 'refused') return outcome.refusal;
  if (outcome.state === 'failed') return { code: outcome.incident };
  return {};
}

/** Keeps the last jobs that ended, so that a page that comes back finds how its job went. */
function forgetOldest(entries: Map<string, Entry>): void {
  const ended = [...entries.values()].filter(
    ({ view }) => view.state !== 'waiting' && view.state !== 'running',
  );
  for (const { view } of ended.slice(0, -ENDED_KEPT)) entries.delete(view.jobId);
}
