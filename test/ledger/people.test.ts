/** What people record is kept, and ends without being rewritten. */

import { describe, expect, test } from 'vitest';
import {
  appendContactLog,
  loadContactLog,
  undoContactLog,
} from '../../src/main/ledger/stores/contact-log.ts';
import { loadContact } from '../../src/main/ledger/stores/contacts.ts';
import { appendDispute, closeDispute, loadDispute } from '../../src/main/ledger/stores/disputes.ts';
import { appendHold, endHold, loadHold } from '../../src/main/ledger/stores/holds.ts';
import {
  loadImportProfile,
  loadImportProfiles,
  recordImportProfile,
} from '../../src/main/ledger/stores/import-profiles.ts';
import { loadDoneToday, recordDoneToday } from '../../src/main/ledger/stores/mornings.ts';
import { appendNote } from '../../src/main/ledger/stores/notes.ts';
import { appendPromise, closePromise, loadPromise } from '../../src/main/ledger/stores/promises.ts';
import {
  loadSavedViews,
  recordSavedView,
  removeSavedView,
} from '../../src/main/ledger/stores/saved-views.ts';
import { loadSettings, recordSetting } from '../../src/main/ledger/stores/settings.ts';
import { appendTask, closeTask, loadTask } from '../../src/main/ledger/stores/tasks.ts';
import { readTimeline } from '../../src/main/ledger/views/timeline.ts';
import { calendarDate } from '../../src/shared/kernel/calendar-date.ts';
import type { MadeUpFile, TestLedger } from '../support/ledger.ts';
import { importFile, ledgerLine, record, testLedger } from '../support/ledger.ts';

const day = calendarDate;
const file: MadeUpFile = {
  lines: [
    ledgerLine({
      customerCode: 'VAL',
      amountCents: 120_00,
      documentNumber: 'F1',
      lineDate: day('2026-09-01'),
    }),
    ledgerLine({
      customerCode: 'VAL',
      amountCents: 80_00,
      documentNumber: 'F2',
      lineDate: day('2026-10-01'),
    }),
  ],
};

describe('calls, promises, disputes, stops, tasks', () => {
  async function customer(): Promise<TestLedger> {
    const to = testLedger();
    await importFile(to, file);
    return to;
  }
  const today = day('2026-11-23');

  test('are kept with what they are about, and end without being rewritten', async () => {
    const to = await customer();
    const made = await record(to, (writer, entryId) => ({
      call: appendContactLog(writer, entryId, {
        customerId: 1,
        day: today,
        channel: 'phone',
        direction: 'out',
        contactId: null,
        outcome: 'promise',
        outcomeDate: null,
        comment: 'ok',
        amountCents: 200_00,
        currency: 'EUR',
        receivableIds: [1, 2, 2],
      }),
      promise: appendPromise(writer, entryId, {
        customerId: 1,
        kind: 'promise',
        promisedOn: today,
        promisedFor: day('2026-11-30'),
        amountCents: 200_00,
        method: 'transfer',
        comment: '',
        items: [
          { receivableId: 1, amountCents: 120_00 },
          { receivableId: 2, amountCents: 80_00 },
        ],
      }),
      dispute: appendDispute(writer, entryId, {
        customerId: 1,
        openedOn: today,
        reason: 'price',
        owner: 'Dupas',
        answerBy: null,
        comment: '',
        items: [{ receivableId: 1, amountCents: 20_00 }],
      }),
      hold: appendHold(writer, entryId, {
        customerId: 1,
        receivableId: null,
        reason: 'commercial',
        reviewOn: day('2026-12-01'),
        comment: '',
      }),
      task: appendTask(writer, entryId, {
        customerId: 1,
        kind: 'call',
        dueOn: day('2026-11-25'),
        comment: '',
      }),
    }));
    const load = () =>
      to.ledger.read((reader) => ({
        call: loadContactLog(reader, made.call)?.isUndone,
        promise: loadPromise(reader, made.promise)?.closedReason,
        dispute: loadDispute(reader, made.dispute)?.outcome,
        hold: loadHold(reader, made.hold)?.isEnded,
        task: loadTask(reader, made.task)?.isClosed,
      }));
    expect(load()).toEqual({ call: false, promise: null, dispute: null, hold: false, task: false });
    await record(to, (writer, entryId) => {
      undoContactLog(writer, entryId, made.call);
      closePromise(writer, entryId, { promiseId: made.promise, reason: 'cancelled' });
      closeDispute(writer, entryId, {
        disputeId: made.dispute,
        outcome: 'maintained',
        closedOn: today,
        creditCents: 0,
        comment: '',
      });
      endHold(writer, entryId, made.hold);
      closeTask(writer, entryId, made.task);
    });
    expect(load()).toEqual({
      call: true,
      promise: 'cancelled',
      dispute: 'maintained',
      hold: true,
      task: true,
    });
  });

  test('an item that does not exist is refused by the ledger itself', async () => {
    const to = await customer();
    const failing = record(to, (writer, entryId) =>
      appendPromise(writer, entryId, {
        customerId: 1,
        kind: 'promise',
        promisedOn: today,
        promisedFor: today,
        amountCents: 1,
        method: null,
        comment: '',
        items: [{ receivableId: 999, amountCents: 1 }],
      }),
    );
    await expect(failing).rejects.toThrow(
      expect.objectContaining({ code: 'SQLITE_CONSTRAINT_FOREIGNKEY' }),
    );
  });

  test('the unknown is null', async () => {
    const to = await customer();
    const loaded = to.ledger.read((reader) => [
      loadContactLog(reader, 9),
      loadPromise(reader, 9),
      loadDispute(reader, 9),
      loadHold(reader, 9),
      loadTask(reader, 9),
      loadContact(reader, 9),
    ]);
    expect(loaded).toEqual([null, null, null, null, null, null]);
  });

  test('stand in the time line, the latest first, with the imports', async () => {
    const to = await customer();
    await record(to, (writer, entryId) =>
      appendNote(writer, entryId, { customerId: 1, day: today, text: 'rappeler lundi' }),
    );
    to.clock.day = day('2026-11-24');
    await record(to, (writer, entryId) =>
      appendTask(writer, entryId, {
        customerId: 1,
        kind: 'call',
        dueOn: day('2026-11-25'),
        comment: '',
      }),
    );
    const { total, rows } = to.ledger.read((reader) =>
      readTimeline(reader, { customerId: 1, kinds: null, offset: 0, limit: 10 }),
    );
    expect(total).toBe(3);
    expect(rows.map(({ kind, day: on }) => [kind, on])).toEqual([
      ['task', '2026-11-24'],
      ['note', '2026-11-23'],
      ['import', '2026-11-23'],
    ]);
    const notes = to.ledger.read((reader) =>
      readTimeline(reader, { customerId: 1, kinds: ['note'], offset: 0, limit: 10 }),
    );
    expect(notes.rows.map(({ comment }) => comment)).toEqual(['rappeler lundi']);
  });
});

describe('the small things', () => {
  test('settings keep their history, and the last of a name is in force', async () => {
    const to = testLedger();
    await record(to, (writer, entryId) =>
      recordSetting(writer, entryId, { name: 'ageing', value: { bracketDays: [30] } }),
    );
    await record(to, (writer, entryId) =>
      recordSetting(writer, entryId, { name: 'ageing', value: { bracketDays: [15, 45] } }),
    );
    expect(Object.fromEntries(to.ledger.read(loadSettings))).toEqual({
      ageing: { bracketDays: [15, 45] },
    });
    const kept = to.ledger.read(({ connection }) =>
      connection.prepare('SELECT count(*) AS n FROM setting').get(),
    );
    expect(kept).toEqual({ n: 2 });
  });

  test('profiles of tables are found again by what makes them recognisable', async () => {
    const to = testLedger();
    for (const name of ['Sage', 'Sage 2026']) {
      await record(to, (writer, entryId) =>
        recordImportProfile(writer, entryId, {
          name,
          signature: 'code|nom|solde',
          profile: { kind: name },
        }),
      );
    }
    expect(to.ledger.read((reader) => loadImportProfile(reader, 'code|nom|solde'))).toMatchObject({
      name: 'Sage 2026',
      profile: { kind: 'Sage 2026' },
    });
    expect(to.ledger.read((reader) => loadImportProfile(reader, 'other'))).toBeNull();
    expect(to.ledger.read(loadImportProfiles)).toHaveLength(2);
  });

  test('saved views are renamed and removed', async () => {
    const to = testLedger();
    const viewId = await record(to, (writer, entryId) =>
      recordSavedView(writer, entryId, {
        viewId: null,
        screen: 'customers',
        name: 'Rouen',
        view: { city: 'Rouen' },
      }),
    );
    await record(to, (writer, entryId) =>
      recordSavedView(writer, entryId, {
        viewId,
        screen: 'customers',
        name: 'Rouen et Caen',
        view: {},
      }),
    );
    const names = () =>
      to.ledger.read((reader) => loadSavedViews(reader, 'customers').map(({ name }) => name));
    expect(names()).toEqual(['Rouen et Caen']);
    expect(to.ledger.read((reader) => loadSavedViews(reader, 'aged'))).toEqual([]);
    expect(await record(to, (writer, entryId) => removeSavedView(writer, entryId, viewId))).toBe(
      true,
    );
    expect(names()).toEqual([]);
    expect(await record(to, (writer, entryId) => removeSavedView(writer, entryId, viewId))).toBe(
      false,
    );
  });

  test('done for today is said of a day, and can be taken back', async () => {
    const to = testLedger();
    await importFile(to, file);
    const today = to.clock.today();
    const say = (isDone: boolean) =>
      record(to, (writer, entryId) =>
        recordDoneToday(writer, entryId, { customerId: 1, day: today, isDone }),
      );
    await say(true);
    expect([...to.ledger.read((reader) => loadDoneToday(reader, today))]).toEqual([1]);
    expect([...to.ledger.read((reader) => loadDoneToday(reader, day('2026-11-24')))]).toEqual([]);
    await say(false);
    expect([...to.ledger.read((reader) => loadDoneToday(reader, today))]).toEqual([]);
  });
});
