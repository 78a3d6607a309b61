/** A ledger read run by run says what it says when it is read at once, and is of one state. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { appendEntry } from '../../src/main/ledger/journal.ts';
import type { Ledger } from '../../src/main/ledger/ledger.ts';
import type { Whose } from '../../src/main/ledger/views/by-customer.ts';
import { readLastCustomerId } from '../../src/main/ledger/views/customers.ts';
import { readOpenItemsAsOf } from '../../src/main/ledger/views/open-items.ts';
import { readInRuns, runsUpTo } from '../../src/main/use-cases/portfolio/in-runs.ts';
import { calendarDate } from '../../src/shared/kernel/calendar-date.ts';
import { MadeUpBooks } from '../support/made-up-books.ts';
import { RunningApplication } from '../support/running-application.ts';

/** More than two runs of them. */
const CUSTOMERS = 1_203;
const TODAY = calendarDate('2026-11-23');
const BEFORE = calendarDate('2026-09-30');

let application: RunningApplication;
let ledger: Ledger;

beforeAll(async () => {
  application = await RunningApplication.start({ today: TODAY });
  const company = await application.createCompany();
  const books = new MadeUpBooks();
  for (let n = 1; n <= CUSTOMERS; n += 1) {
    const party = { code: `C${n}`, name: `Client ${n}` };
    const invoice = books.invoice(party, '2026-09-01', `FA${n}`, 10_000 + n, {});
    if (n % 3 > 0) continue;
    const money = books.receipt(party, '2026-10-05', 10_000 + n, `VIR FA${n}`);
    books.letter(`L${n}`, '2026-10-06', [invoice, money]);
  }
  await company.import(books.fec(TODAY));
  const open = application.app.context.ledgers.find(company.key);
  if (open === null) throw new Error('The ledger is closed.');
  ledger = open;
});

afterAll(() => application.close());

describe('a ledger read run by run', () => {
  test('gives each customer once', () => {
    const runs = [...runsUpTo(CUSTOMERS)];
    expect(runs[0]?.fromCustomerId).toBe(1);
    expect(runs.at(-1)?.toCustomerId).toBeGreaterThanOrEqual(CUSTOMERS);
    runs.slice(1).forEach((run, index) => {
      expect(run.fromCustomerId).toBe((runs[index]?.toCustomerId ?? 0) + 1);
    });
    expect([...runsUpTo(0)]).toEqual([]);
  });

  test('gives what the whole gives, on a past day too', async () => {
    for (const asOf of [TODAY, BEFORE]) {
      const runs = await readInRuns(ledger, (reader, whose) =>
        readOpenItemsAsOf(reader, whose, asOf),
      );
      const whole = ledger.read((reader) => readOpenItemsAsOf(reader, null, asOf));
      expect(runs.length).toBe(3);
      expect(byKey(runs.flat())).toEqual(byKey(whole));
    }
  });

  test('is read again when a write came between, and at once when they keep coming', async () => {
    const asked: Whose[] = [];
    let written = 0;
    const read = (writes: number) =>
      readInRuns(ledger, (reader, whose) => {
        asked.push(whose);
        if (written < writes) {
          written += 1;
          const entry = { kind: 'note', customerId: 1, commandId: null, payload: { written } };
          void ledger.write((writer) => appendEntry(writer, entry));
        }
        return readLastCustomerId(reader);
      });
    expect(await read(1)).toEqual([CUSTOMERS, CUSTOMERS, CUSTOMERS]);
    expect(asked.length).toBeGreaterThan(3);
    asked.length = 0;
    expect(await read(1_000)).toEqual([CUSTOMERS]);
    expect(asked.at(-1)).toBeNull();
  });
});

function byKey(items: ReturnType<typeof readOpenItemsAsOf>) {
  const key = ({ receivableId, paymentId }: (typeof items)[number]) =>
    (receivableId ?? 0) * 1e6 + (paymentId ?? 0);
  return items.toSorted((a, b) => key(a) - key(b));
}
