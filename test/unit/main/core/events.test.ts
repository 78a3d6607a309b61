import { describe, expect, test } from 'vitest';
import { makeEventHub } from '../../../../src/main/core/events.ts';
import type { AppEvent, Job } from '../../../../src/shared/contract/application.ts';

const changed = (version: number): AppEvent => ({
  kind: 'ledger_changed',
  companyKey: 'exemple',
  version,
  topics: [],
});
const job = (jobId: string, done: number): AppEvent => ({
  kind: 'job_changed',
  job: { jobId, done } as Job,
});

async function take(stream: AsyncGenerator<AppEvent>, count: number): Promise<AppEvent[]> {
  const taken: AppEvent[] = [];
  while (taken.length < count) {
    const { value, done } = await stream.next();
    if (done) break;
    taken.push(value);
  }
  return taken;
}

describe('the event hub', () => {
  test('tells every window what happens from then on, in order', async () => {
    const hub = makeEventHub();
    hub.publish(changed(1));
    const one = hub.watch();
    const two = hub.watch();
    hub.publish(changed(2));
    hub.publish(changed(3));
    expect(await take(one, 2)).toEqual([changed(2), changed(3)]);
    expect(await take(two, 2)).toEqual([changed(2), changed(3)]);
    const later = take(one, 1);
    hub.publish(changed(4));
    expect(await later).toEqual([changed(4)]);
  });

  test('keeps of a job that goes on only its latest state', async () => {
    const hub = makeEventHub();
    const stream = hub.watch();
    hub.publish(job('a', 1));
    hub.publish(changed(1));
    hub.publish(job('b', 1));
    hub.publish(job('a', 2));
    expect(await take(stream, 3)).toEqual([changed(1), job('b', 1), job('a', 2)]);
  });

  test('ends the stream of a window that went away', async () => {
    const hub = makeEventHub();
    const aborter = new AbortController();
    const stream = hub.watch(aborter.signal);
    const waiting = stream.next();
    aborter.abort();
    expect(await waiting).toEqual({ done: true, value: undefined });
    expect(await hub.watch(aborter.signal).next()).toEqual({ done: true, value: undefined });
  });

  test('lets go of a window that does not read', async () => {
    const hub = makeEventHub();
    const stream = hub.watch();
    for (let version = 0; version <= 1000; version += 1) hub.publish(changed(version));
    hub.publish(changed(9999));
    const heard = await take(stream, 2000);
    expect(heard).toHaveLength(1001);
    expect(heard).not.toContainEqual(changed(9999));
  });

  test('ends every stream when it closes', async () => {
    const hub = makeEventHub();
    const streams = [hub.watch(), hub.watch()];
    hub.publish(changed(1));
    hub.close();
    for (const stream of streams) expect(await take(stream, 5)).toEqual([changed(1)]);
  });
});
