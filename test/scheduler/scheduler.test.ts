/** What comes due by itself, on a real application without threads. */
import { rmSync } from 'node:fs';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { type App, startApp } from '../../src/main/app.ts';
import { listBackups } from '../../src/main/ledger/backup/backups.ts';
import { appendEntry } from '../../src/main/ledger/journal.ts';
import { type Scheduler, startScheduler } from '../../src/main/scheduler/scheduler.ts';
import type { AppEvent } from '../../src/shared/contract/application.ts';
import { calendarDate } from '../../src/shared/kernel/calendar-date.ts';
import { instant } from '../../src/shared/kernel/instant.ts';
import { newFolder } from '../contract/support/renderer.ts';

let dataFolder = '';
let day = '';
let app: App;
let scheduler: Scheduler;
const heard: AppEvent[] = [];

beforeEach(async () => {
  dataFolder = newFolder('scheduler');
  day = '2026-11-23';
  heard.length = 0;
  app = await startApp({
    start: {
      dataFolder,
      pages: { rendererFolder: dataFolder },
      hostKind: 'loopback',
      sample: false,
      today: null,
    },
    clock: { today: () => calendarDate(day), now: () => instant(`${day}T08:00:00.000Z`) },
  });
  const created = app.context.companies.create({ siren: '552100554' });
  if (!created.isDone) throw new Error(created.refusal);
  const ledger = app.context.ledgers.open(created.value);
  await ledger.write((writer) => {
    appendEntry(writer, { kind: 'note_recorded', commandId: null, customerId: null, payload: {} });
  });
  void (async () => {
    for await (const event of app.context.events.watch()) heard.push(event);
  })();
});
afterEach(async () => {
  scheduler.stop();
  await app.close();
  rmSync(dataFolder, { recursive: true, force: true });
});

const backups = () => {
  const company = app.context.companies.find('552100554');
  return company === null ? [] : listBackups(company.backupsPath);
};
const settled = () =>
  vi.waitFor(() => {
    const states = app.context.jobs.list().map(({ state }) => state);
    expect(states.every((state) => state === 'done')).toBe(true);
  });
const days = () => heard.flatMap((event) => (event.kind === 'day_changed' ? [event.today] : []));

describe('a tick', () => {
  test('copies each ledger once a day', async () => {
    scheduler = startScheduler(app.context);
    await vi.waitFor(() => expect(backups()).toHaveLength(1), { timeout: 5000 });
    expect(backups()[0]).toMatchObject({ reason: 'daily', madeAt: '2026-11-23T08:00:00.000Z' });
    await scheduler.tick();
    await scheduler.tick();
    await settled();
    expect(backups()).toHaveLength(1);
    day = '2026-11-24';
    await scheduler.tick();
    await vi.waitFor(() => expect(backups()).toHaveLength(2), { timeout: 5000 });
  });

  test('announces a new day once, however many passed', async () => {
    scheduler = startScheduler(app.context);
    await scheduler.tick();
    expect(days()).toEqual([]);
    day = '2026-11-30';
    await scheduler.tick();
    await scheduler.tick();
    await vi.waitFor(() => expect(days()).toEqual(['2026-11-30']));
    await settled();
  });

  test('leaves alone the sample and a ledger without an entry', async () => {
    app.context.ledgers.open(app.context.companies.openSample(false));
    const empty = app.context.companies.create({ siren: null });
    if (empty.isDone) app.context.ledgers.open(empty.value);
    scheduler = startScheduler(app.context);
    await scheduler.tick();
    await vi.waitFor(() => expect(backups()).toHaveLength(1), { timeout: 5000 });
    await settled();
    expect(app.context.jobs.list().map(({ companyKey }) => companyKey)).toEqual(['552100554']);
  });

  test('that fails for a company is logged, and the day begins for the others', async () => {
    const broken = app.context.ledgers.find('552100554');
    const read = vi.spyOn(broken ?? { read: () => null }, 'read').mockImplementation(() => {
      throw new Error('unreadable');
    });
    scheduler = startScheduler(app.context);
    day = '2026-11-24';
    await scheduler.tick();
    await vi.waitFor(() => expect(days()).toEqual(['2026-11-24']));
    read.mockRestore();
    expect(backups()).toEqual([]);
  });
});
