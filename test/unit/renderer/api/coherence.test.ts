/** The screens are equal to the ledger: one version, one round of reading. */
import { QueryClient } from '@tanstack/react-query';
import { describe, expect, test } from 'vitest';
import { Coherence } from '../../../../src/renderer/api/coherence.ts';
import type { EventStream } from '../../../../src/renderer/api/event-stream.ts';
import type { AppEvent } from '../../../../src/shared/contract/application.ts';
import { calendarDate } from '../../../../src/shared/kernel/calendar-date.ts';

type Watched = Pick<EventStream, 'listen' | 'onReopened'>;

function setUp() {
  const queries = new QueryClient();
  const listeners: ((event: AppEvent) => void)[] = [];
  const reopened: (() => void)[] = [];
  const stream: Watched = {
    listen: (listener) => {
      listeners.push(listener);
      return () => {};
    },
    onReopened: (listener) => {
      reopened.push(listener);
      return () => {};
    },
  };
  const coherence = new Coherence(queries);
  coherence.follow(stream as EventStream);
  const keys = { own: [['exemple', 'overview'], {}], other: [['552100554', 'overview'], {}] };
  queries.setQueryData(keys.own, 'read');
  queries.setQueryData(keys.other, 'read');
  const isStale = (name: keyof typeof keys) =>
    queries.getQueryState(keys[name])?.isInvalidated === true;
  const refresh = () => {
    queries.setQueryData(keys.own, 'read again');
    queries.setQueryData(keys.other, 'read again');
  };
  const tell = (event: AppEvent) => {
    for (const listener of listeners) listener(event);
  };
  const reopen = () => {
    for (const listener of reopened) listener();
  };
  return { coherence, isStale, refresh, tell, reopen };
}

const changed = (companyKey: string, version: number): AppEvent => ({
  kind: 'ledger_changed',
  companyKey,
  version,
  topics: [],
});

describe('what is on screen', () => {
  test('is read again when its company changed, and no other', () => {
    const { isStale, tell } = setUp();
    tell(changed('exemple', 7));
    expect([isStale('own'), isStale('other')]).toEqual([true, false]);
  });

  test("is read once for the window's own command, though the event comes too", async () => {
    const { coherence, isStale, refresh, tell } = setUp();
    await coherence.moveTo('exemple', 8);
    expect(isStale('own')).toBe(true);
    refresh();
    tell(changed('exemple', 8));
    expect(isStale('own')).toBe(false);
    tell(changed('exemple', 8));
    expect(isStale('own')).toBe(true);
  });

  test('is read again on a new day and when the stream comes back', () => {
    const { isStale, refresh, tell, reopen } = setUp();
    tell({ kind: 'day_changed', today: calendarDate('2026-11-24') });
    expect([isStale('own'), isStale('other')]).toEqual([true, true]);
    refresh();
    reopen();
    expect([isStale('own'), isStale('other')]).toEqual([true, true]);
  });

  test('does not move for the progress of a job', () => {
    const { isStale, tell } = setUp();
    tell({ kind: 'hello', version: 3 });
    expect(isStale('own')).toBe(false);
  });
});
