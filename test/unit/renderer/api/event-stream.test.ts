/** One stream, as long as the window: it comes back by itself, a little later each time. */
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import type { ApiClient } from '../../../../src/renderer/api/client.ts';
import { EventStream } from '../../../../src/renderer/api/event-stream.ts';
import type { AppEvent } from '../../../../src/shared/contract/application.ts';

const HELLO: AppEvent = { kind: 'hello', version: 1 };

/** A core whose stream does, at each opening, what the next of these says. */
function coreThat(openings: readonly ('refuses' | 'says hello and ends' | 'stays')[]) {
  let opened = 0;
  const watch = async function* (): AsyncGenerator<AppEvent> {
    const opening = openings[Math.min(opened, openings.length - 1)];
    opened += 1;
    if (opening === 'refuses') throw new Error('unreachable');
    yield HELLO;
    if (opening === 'stays') await new Promise(() => {});
  };
  const call = { events: { watch: async () => watch() } };
  return { call: call as Partial<ApiClient> as ApiClient, openedTimes: () => opened };
}

describe('the stream of events', () => {
  beforeEach(() => void vi.useFakeTimers());
  afterEach(() => void vi.useRealTimers());

  test('is open once the application says hello', async () => {
    const { call } = coreThat(['stays']);
    const stream = new EventStream(call);
    const heard: AppEvent[] = [];
    stream.listen((event) => heard.push(event));
    expect(stream.state()).toBe('connecting');
    const stop = stream.start();
    await vi.advanceTimersByTimeAsync(0);
    expect(stream.state()).toBe('open');
    expect(heard).toEqual([HELLO]);
    stop();
  });

  test('comes back after an end, and says that it did', async () => {
    const { call } = coreThat(['says hello and ends', 'stays']);
    const stream = new EventStream(call);
    let reopened = 0;
    stream.onReopened(() => {
      reopened += 1;
    });
    const stop = stream.start();
    await vi.advanceTimersByTimeAsync(0);
    expect([stream.state(), reopened]).toEqual(['lost', 0]);
    await vi.advanceTimersByTimeAsync(400);
    expect([stream.state(), reopened]).toEqual(['open', 1]);
    stop();
  });

  test('waits longer each time nobody answers, eight seconds at most', async () => {
    const { call, openedTimes } = coreThat(['refuses']);
    const stop = new EventStream(call).start();
    const times: number[] = [];
    for (const waited of [0, 800, 1600, 3200, 6400, 8000, 8000]) {
      await vi.advanceTimersByTimeAsync(waited);
      times.push(openedTimes());
    }
    expect(times).toEqual([1, 2, 3, 4, 5, 6, 7]);
    stop();
  });

  test('ends for good when asked', async () => {
    const { call, openedTimes } = coreThat(['refuses']);
    new EventStream(call).start()();
    await vi.advanceTimersByTimeAsync(60_000);
    expect(openedTimes()).toBe(1);
  });
});
