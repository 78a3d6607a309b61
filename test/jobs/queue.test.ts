/** The queue of long work: the same with a thread and without one, but for what kills a thread. */
import { afterEach, describe, expect, test, vi } from 'vitest';
import { type JobQueue, makeJobQueue } from '../../src/main/jobs/queue.ts';
import { inlineRunner, threadRunner } from '../../src/main/jobs/runners.ts';
import type { JobKey } from '../../src/main/ports/jobs.ts';
import type { Log } from '../../src/main/ports/log.ts';
import type { WriteGates } from '../../src/main/ports/write-gate.ts';
import type { AppEvent } from '../../src/shared/contract/application.ts';
import { calendarDate } from '../../src/shared/kernel/calendar-date.ts';
import { instant } from '../../src/shared/kernel/instant.ts';
import * as kind from './support/kinds.ts';

const threadEntry = new URL('./support/thread-entry.ts', import.meta.url);
const request = { companyKey: 'exemple', subject: 'essai', mayCancel: true };
const incident = expect.stringMatching(/^[0-9A-F]{4}-[0-9A-F]{4}$/);

/** One gate, and how often it was taken and given back. */
function countedGates() {
  let last: Promise<unknown> = Promise.resolve();
  const counted = { taken: 0, freed: 0 };
  const gates: WriteGates = {
    hold(companyKey, work) {
      if (companyKey !== 'exemple') return Promise.reject(new Error('unknown company'));
      const turn = last.then(async () => {
        counted.taken += 1;
        await work();
        counted.freed += 1;
      });
      last = turn;
      return turn;
    },
  };
  return { gates, counted };
}

const queues: JobQueue[] = [];
afterEach(async () => {
  for (const queue of queues.splice(0)) await queue.close();
});

function open(isThreaded: boolean) {
  const events: AppEvent[] = [];
  const busy: boolean[] = [];
  const logged: string[] = [];
  const log: Log = {
    info: (event) => void logged.push(event),
    warn: (event) => void logged.push(event),
    error: (event, error) => void logged.push(`${event}: ${Reflect.get(Object(error), 'message')}`),
  };
  const { gates, counted } = countedGates();
  const needs = { dataFolder: '/data', gates, log };
  const runner = isThreaded ? threadRunner(threadEntry, needs) : inlineRunner(kind.kinds, needs);
  let ids = 0;
  const queue = makeJobQueue({
    runner,
    events: { publish: (event) => void events.push(event) },
    clock: {
      now: () => instant('2026-11-23T08:00:00.000Z'),
      today: () => calendarDate('2026-11-23'),
    },
    ids: {
      next: () => {
        ids += 1;
        return `job-${ids}`;
      },
    },
    log,
    onBusy: (isBusy) => void busy.push(isBusy),
  });
  queues.push(queue);
  const run = <Input, Output>(key: JobKey<Input, Output>, input: Input) =>
    queue.start(key, input, request).outcome;
  const states = (jobId: string) =>
    events.flatMap((event) =>
      event.kind === 'job_changed' && event.job.jobId === jobId ? [event.job.state] : [],
    );
  return { queue, run, states, events, busy, logged, counted };
}

describe.each([
  { where: 'in its thread', isThreaded: true },
  { where: 'in the thread that asks', isThreaded: false },
])('a job $where', ({ isThreaded }) => {
  test('ends with its output, and every state is announced', async () => {
    const { queue, states, busy } = open(isThreaded);
    const { jobId, outcome } = queue.start(kind.double, 21, request);
    expect(queue.show(jobId)).toMatchObject({ kind: 'double', subject: 'essai', result: null });
    expect(await outcome).toEqual({ state: 'done', output: 42 });
    expect(states(jobId)).toEqual(['waiting', 'running', 'done']);
    expect(queue.show(jobId)).toMatchObject({ state: 'done', result: 42, mayCancel: false });
    await vi.waitFor(() => expect(busy).toEqual([true, false]));
  });

  test('runs alone: the next one waits', async () => {
    const { queue, events } = open(isThreaded);
    const outcomes = [1, 2, 3].map((input) => queue.start(kind.double, input, request).outcome);
    expect(await Promise.all(outcomes)).toEqual(
      [2, 4, 6].map((output) => ({ state: 'done', output })),
    );
    const order = events.flatMap((event) =>
      event.kind === 'job_changed' && ['running', 'done'].includes(event.job.state)
        ? [`${event.job.jobId} ${event.job.state}`]
        : [],
    );
    expect(order).toEqual([1, 2, 3].flatMap((id) => [`job-${id} running`, `job-${id} done`]));
  });

  test('that refuses says why', async () => {
    const { queue } = open(isThreaded);
    const { jobId, outcome } = queue.start(kind.refuse, null, request);
    const refusal = { code: 'file_empty', detail: 'a.txt' };
    expect(await outcome).toEqual({ state: 'refused', refusal });
    expect(queue.show(jobId)).toMatchObject({ state: 'refused', ...refusal });
  });

  test('that crashes fails with an incident, and the next one runs', async () => {
    const { run, logged } = open(isThreaded);
    expect(await run(kind.crash, null)).toEqual({ state: 'failed', incident });
    expect(logged).toEqual(['job_crashed: broken']);
    expect(await run({ kind: 'nothing' }, null)).toEqual({ state: 'failed', incident });
    expect(await run(kind.double, 1)).toEqual({ state: 'done', output: 2 });
  });

  test('that waits is cancelled before it begins', async () => {
    const { queue, run, states } = open(isThreaded);
    const first = run(kind.double, 1);
    const second = queue.start(kind.count, 1e9, request);
    queue.cancel(second.jobId);
    expect(await second.outcome).toEqual({ state: 'cancelled' });
    expect(states(second.jobId)).toEqual(['waiting', 'cancelled']);
    expect(await first).toEqual({ state: 'done', output: 2 });
  });

  test('that must not be cancelled is not', async () => {
    const { queue } = open(isThreaded);
    const { jobId, outcome } = queue.start(kind.double, 4, { ...request, mayCancel: false });
    queue.cancel(jobId);
    queue.cancel('none');
    expect(await outcome).toEqual({ state: 'done', output: 8 });
  });

  test('knows its day, its folder and its log', async () => {
    const { run, logged } = open(isThreaded);
    expect(await run(kind.surroundings, null)).toEqual({
      state: 'done',
      output: {
        today: '2026-11-23',
        startedAt: '2026-11-23T08:00:00.000Z',
        dataFolder: '/data',
      },
    });
    expect(logged).toEqual(['said']);
  });

  test('holds the write gate for its commit, and gives it back whatever happens', async () => {
    const { run, counted } = open(isThreaded);
    const good = { ms: 5, throws: false };
    expect(await run(kind.write, good)).toEqual({ state: 'done', output: 'written' });
    expect(await run(kind.write, { ms: 5, throws: true })).toEqual({ state: 'failed', incident });
    expect(await run(kind.write, good)).toEqual({ state: 'done', output: 'written' });
    await vi.waitFor(() => expect(counted).toEqual({ taken: 3, freed: 3 }));
  });

  test('says how far it is, only now and then', async () => {
    const { queue, events } = open(isThreaded);
    const { jobId, outcome } = queue.start(kind.count, 400_000, request);
    expect(await outcome).toEqual({ state: 'done', output: 400_000 });
    const told = events.flatMap((event) =>
      event.kind === 'job_changed' && event.job.step === 'counting' ? [event.job.done] : [],
    );
    expect(told.length).toBeGreaterThan(2);
    expect(told.length).toBeLessThan(20);
    expect(told).toEqual([...told].sort((a, b) => a - b));
    expect(queue.show(jobId)).toMatchObject({ done: 400_000, total: 400_000 });
  });

  test('is refused once the queue closes, and those that wait are cancelled', async () => {
    const { queue, run } = open(isThreaded);
    const first = run(kind.double, 1);
    const second = run(kind.double, 2);
    await queue.close();
    expect(await first).toMatchObject({ state: expect.stringMatching(/^(done|cancelled)$/) });
    expect(await second).toEqual({ state: 'cancelled' });
    const busy = { code: 'busy', detail: null };
    expect(await run(kind.double, 3)).toEqual({ state: 'refused', refusal: busy });
  });
});

describe('the job thread', () => {
  test('is cancelled inside a loop that never waits', async () => {
    const { queue, run } = open(true);
    const { jobId, outcome } = queue.start(kind.count, 1e9, request);
    await vi.waitFor(() => expect(queue.show(jobId)?.done).toBeGreaterThan(0), { timeout: 5000 });
    queue.cancel(jobId);
    expect(await outcome).toEqual({ state: 'cancelled' });
    expect(await run(kind.double, 1)).toEqual({ state: 'done', output: 2 });
  });

  test('that dies fails its job with an incident; the next job has a new one', async () => {
    const { run, logged } = open(true);
    expect(await run(kind.die, null)).toEqual({ state: 'failed', incident });
    expect(logged[0]).toContain('job_thread_died');
    expect(await run(kind.double, 1)).toEqual({ state: 'done', output: 2 });
    expect(await run(kind.unsendable, null)).toEqual({ state: 'failed', incident });
    expect(await run(kind.double, 2)).toEqual({ state: 'done', output: 4 });
  });

  test('that dies with the write gate in hand leaves it free', async () => {
    const { run, counted } = open(true);
    expect(await run(kind.dieInGate, null)).toEqual({ state: 'failed', incident });
    expect(await run(kind.write, { ms: 1, throws: false })).toMatchObject({ state: 'done' });
    await vi.waitFor(() => expect(counted).toEqual({ taken: 2, freed: 2 }));
  });

  test('is not sent what cannot be sent', async () => {
    const { run } = open(true);
    const key: JobKey<unknown, number> = kind.double as JobKey<unknown, number>;
    expect(await run(key, () => undefined)).toEqual({ state: 'failed', incident });
    expect(await run(kind.double, 1)).toEqual({ state: 'done', output: 2 });
  });
});
