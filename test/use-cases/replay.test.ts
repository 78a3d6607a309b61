/** The replay of past months: what would have left, against books whose every day is known. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { readOpenItems, readOpenItemsAsOf } from '../../src/main/ledger/views/open-items.ts';
import { readReplayBooks } from '../../src/main/ledger/views/replay-books.ts';
import { findCompany, type OpenCompany } from '../../src/main/use-cases/companies/open-company.ts';
import { datedLines } from '../../src/main/use-cases/dunning/replay-payers.ts';
import { itemsOn } from '../../src/shared/domain/dunning/dated-books.ts';
import { addDays, calendarDate } from '../../src/shared/kernel/calendar-date.ts';
import { MadeUpBooks } from '../support/made-up-books.ts';
import {
  newCommandId,
  RunningApplication,
  refusalOf,
  type TestCompany,
} from '../support/running-application.ts';
import { customerIdOf } from './reading.ts';

const TODAY = calendarDate('2026-11-23');
const VAL = { code: 'VAL', name: 'Val Matériaux' };
const LEROY = { code: 'LEROY', name: 'Leroy Frères' };
const MARTIN = { code: 'MARTIN', name: 'Martin et fils' };

let application: RunningApplication;
let company: TestCompany;

/**
 * From 24/08 on: VAL pays FA201, due on 01/09, on 22/09; LEROY never pays FA202, due on 01/09;
 * MARTIN pays FA203 on its day.
 */
beforeAll(async () => {
  application = await RunningApplication.start({ today: TODAY });
  company = await application.createCompany();
  const books = new MadeUpBooks();
  const val = books.invoice(VAL, '2026-08-03', 'FA201', 800_00, { dueDate: '2026-09-01' });
  const paid = books.receipt(VAL, '2026-09-22', 800_00, 'VIR VAL FA201');
  // Lettered weeks later: the money counts from its own day.
  books.letter('A', '2026-11-02', [val, paid]);
  books.invoice(LEROY, '2026-08-05', 'FA202', 1300_00, { dueDate: '2026-09-01' });
  const martin = books.invoice(MARTIN, '2026-08-10', 'FA203', 900_00, { dueDate: '2026-09-09' });
  books.letter('B', '2026-09-30', [
    martin,
    books.receipt(MARTIN, '2026-09-09', 900_00, 'VIR MARTIN FA203'),
  ]);
  books.invoice(MARTIN, '2026-11-02', 'FA204', 400_00, { dueDate: '2026-12-02' });
  books.letter('C', '2026-11-20', [
    books.invoice(VAL, '2026-11-10', 'FA205', 20_00, { dueDate: '2026-12-10' }),
    books.receipt(VAL, '2026-11-20', 20_00, 'VIR VAL FA205'),
  ]);
  await company.import(books.fec(TODAY));
  for (const code of ['VAL', 'LEROY', 'MARTIN']) {
    const customerId = await customerIdOf(company, code);
    await company.call.actions.recordContact({
      commandId: newCommandId(),
      customerId,
      contactId: null,
      contact: {
        name: 'Service comptable',
        role: 'accounting',
        email: `compta@${code.toLowerCase()}.example`,
        phone: null,
        mobile: null,
        comment: '',
      },
    });
  }
});
afterAll(() => application.close());

function opened(): OpenCompany {
  const open = findCompany(application.app.context, company.key);
  if (open === null) throw new Error('The company is closed.');
  return open;
}

async function replay(months: 3 | 6 | 9 | 12, scenarioKey: string | null) {
  const { jobId } = await company.call.dunning.startReplay({ months, scenarioKey });
  await company.done(jobId);
  return company.call.dunning.replayed({ jobId });
}

async function sentCount(): Promise<number[]> {
  const { boxes } = await company.call.outbox.list({ box: 'sent', text: '', offset: 0, limit: 1 });
  return boxes.map(({ count }) => count);
}

describe('three months of the courteous scenario', () => {
  test('each step in its week, until the money came', async () => {
    const replayed = await replay(3, 'courteous');
    expect(replayed).toMatchObject({
      months: 3,
      from: '2026-08-23',
      to: '2026-11-22',
      scenarioName: 'Courtois',
      booksFrom: '2026-08-03',
      messageCount: 8,
      taskCount: 0,
      // VAL was reminded on Friday 18/09 and his money came on the 22nd.
      crossedCount: 1,
      crossedDays: 5,
      formalCount: 0,
      formalPaidCount: 0,
      channels: [{ channel: 'email', count: 8 }],
    });
    expect(replayed.steps).toEqual([
      { label: 'Prévenance', count: 3 },
      { label: 'Relance 1', count: 2 },
      { label: 'Relance 2', count: 2 },
      { label: 'Relance 3', count: 1 },
    ]);
    expect(replayed.weeks).toHaveLength(13);
    expect(replayed.weeks.filter(({ count }) => count > 0)).toEqual([
      { weekStart: '2026-08-24', counts: [2, 0, 0, 0], count: 2 },
      { weekStart: '2026-08-31', counts: [1, 0, 0, 0], count: 1 },
      { weekStart: '2026-09-07', counts: [0, 2, 0, 0], count: 2 },
      { weekStart: '2026-09-14', counts: [0, 0, 2, 0], count: 2 },
      { weekStart: '2026-10-05', counts: [0, 0, 0, 1], count: 1 },
    ]);
    expect(
      replayed.contacted.map((one) => [one.code, one.messageCount, one.lastOn, one.severity]),
    ).toEqual([
      ['LEROY', 4, '2026-10-05', 'reminder_3'],
      ['VAL', 3, '2026-09-18', 'reminder_2'],
      ['MARTIN', 1, '2026-09-04', 'notice'],
    ]);
  });

  test('the journal and what is open are as they were', async () => {
    const state = () => {
      const { ledger } = opened();
      return JSON.stringify([ledger.version(), ledger.read((from) => readOpenItems(from, null))]);
    };
    const before = { state: state(), notices: await sentCount() };
    await replay(12, 'progressive');
    expect({ state: state(), notices: await sentCount() }).toEqual(before);
  });

  test('months before the books are empty, and the answer says where the books begin', async () => {
    const { booksFrom, weeks, messageCount } = await replay(12, 'courteous');
    expect(booksFrom).toBe('2026-08-03');
    expect(weeks).toHaveLength(52);
    expect(messageCount).toBe(8);
    expect(weeks.slice(0, 35).every(({ count }) => count === 0)).toBe(true);
  });

  test('everybody on his own scenario of today', async () => {
    const { scenarioName, messageCount } = await replay(3, null);
    expect(scenarioName).toBeNull();
    expect(messageCount).toBe(8);
  });
});

test('the books of any day of the replay are those of the aged balance of that day', () => {
  const from = calendarDate('2026-08-23');
  const plain = (rows: readonly { documentNumber: string; outstandingCents: number }[]) =>
    rows.map((row) => `${row.documentNumber} ${row.outstandingCents}`).sort();
  opened().ledger.read((reader) => {
    const lines = [...datedLines(readReplayBooks(reader, null, from)).values()].flat();
    for (let day = addDays(from, -1); day < TODAY; day = addDays(day, 1)) {
      expect(plain(itemsOn(lines, day)), day).toEqual(plain(readOpenItemsAsOf(reader, null, day)));
    }
  });
});

test('an unknown scenario and an unknown job are refused', async () => {
  const { dunning } = company.call;
  const asked = dunning.startReplay({ months: 3, scenarioKey: 'nothing' });
  expect(await refusalOf(asked)).toBe('scenario_unknown');
  expect(await refusalOf(dunning.replayed({ jobId: 'nothing' }))).toBe('job_unknown');
});

test('stopped at once, it comes to nothing', async () => {
  const { dunning, jobs } = company.call;
  const { jobId } = await dunning.startReplay({ months: 12, scenarioKey: null });
  await jobs.cancel({ jobId });
  expect((await company.ended(jobId)).state).toBe('cancelled');
  expect(await refusalOf(dunning.replayed({ jobId }))).toBe('job_unknown');
});

test.each(['replay', 'replay_weeks'] as const)('the workbook %s is made', async (list) => {
  const { dunning, reports } = company.call;
  const { jobId } = await dunning.startReplay({ months: 3, scenarioKey: 'courteous' });
  await company.done(jobId);
  const asked = { list, title: 'Rejeu', columns: null };
  const made = await reports.makeWorkbook({ ...asked, input: { jobId } });
  expect(await company.done(made.jobId)).toMatchObject({ fileName: 'Rejeu 2026-11-23.xlsx' });
  // A replay that is gone leaves a sheet without a row, never another one's figures.
  const gone = await reports.makeWorkbook({ ...asked, input: { jobId: 'gone' } });
  await company.done(gone.jobId);
});
