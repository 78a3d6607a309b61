/**
 * What screens wait for, on a ledger of a given size: each read in milliseconds, median of seven.
 */
import { reinterpretCustomers } from '../../src/main/ledger/interpretation/reinterpret.ts';
import { rollTo } from '../../src/main/ledger/interpretation/roll-forward.ts';
import { appendEntry } from '../../src/main/ledger/journal.ts';
import type { Ledger } from '../../src/main/ledger/ledger.ts';
import type { Reader, Writer } from '../../src/main/ledger/session.ts';
import { appendNote } from '../../src/main/ledger/stores/notes.ts';
import { readItemOrigin, readSettledItems } from '../../src/main/ledger/views/customer-items.ts';
import { readCustomers } from '../../src/main/ledger/views/customers.ts';
import { readImportHistory } from '../../src/main/ledger/views/imports.ts';
import {
  readOpenItems,
  readOpenItemsAsOf,
  readStatedBalance,
} from '../../src/main/ledger/views/open-items.ts';
import { search } from '../../src/main/ledger/views/search.ts';
import { readTimeline } from '../../src/main/ledger/views/timeline.ts';
import { addDays, calendarDate } from '../../src/shared/kernel/calendar-date.ts';

export interface Timing {
  readonly name: string;
  readonly ms: number;
}

const TODAY = calendarDate('2026-11-23');
const RUNS = 7;
const WINDOW = { offset: 0, limit: 200 };

/** The customer with the most open items. */
export function busiestCustomer(ledger: Ledger): number {
  const row = ledger.read(({ connection }) =>
    connection
      .prepare<[], { id: number }>(
        'SELECT customer_id AS id FROM derived_open_item GROUP BY 1 ORDER BY count(*) DESC LIMIT 1',
      )
      .get(),
  );
  return row?.id ?? 1;
}

/** Times every hot read, and the writes that a person waits for. */
export async function timeLedger(ledger: Ledger): Promise<Timing[]> {
  const customerId = busiestCustomer(ledger);
  const reads: readonly (readonly [string, (reader: Reader) => unknown])[] = [
    ['open items of all', (reader) => readOpenItems(reader, null)],
    ['customers, all rows', (reader) => readCustomers(reader, null)],
    ['open items of the busiest customer', (reader) => readOpenItems(reader, customerId)],
    ['settled items, a window', (reader) => readSettledItems(reader, { customerId, ...WINDOW })],
    [
      'time line, a window',
      (reader) => readTimeline(reader, { customerId, kinds: null, ...WINDOW }),
    ],
    ['origin of an item', (reader) => readItemOrigin(reader, customerId)],
    [
      'search two words',
      (reader) => search(reader, { typed: 'val etab 12', amountCents: null, limit: 10 }),
    ],
    [
      'search a document',
      (reader) => search(reader, { typed: 'FA0012345', amountCents: null, limit: 10 }),
    ],
    [
      'search a fragment',
      (reader) => search(reader, { typed: '12345', amountCents: null, limit: 10 }),
    ],
    [
      'search an amount',
      (reader) => search(reader, { typed: '4812,60', amountCents: 481_260, limit: 10 }),
    ],
    ['control line of the balance', (reader) => readStatedBalance(reader, TODAY)],
    ['as of a month ago', (reader) => readOpenItemsAsOf(reader, null, addDays(TODAY, -30))],
    ['as of a year ago', (reader) => readOpenItemsAsOf(reader, null, addDays(TODAY, -365))],
    ['history of imports', (reader) => readImportHistory(reader)],
  ];
  const timings = reads.map(([name, read]) => ({ name, ms: medianMs(() => ledger.read(read)) }));
  timings.push(
    await timeWrite(ledger, 'a note, on the disk', (writer) => addNote(writer, customerId)),
  );
  timings.push(
    await timeWrite(ledger, 'the busiest customer interpreted again', (writer) =>
      reinterpretCustomers(writer, [customerId], { asOf: TODAY }),
    ),
  );
  let day = TODAY;
  timings.push(
    await timeWrite(ledger, 'the roll at midnight', (writer) => {
      day = addDays(day, 1);
      return rollTo(writer, day);
    }),
  );
  await ledger.write((writer) => rollTo(writer, TODAY));
  return timings;
}

function addNote(writer: Writer, customerId: number): number {
  const entryId = appendEntry(writer, {
    kind: 'note_recorded',
    customerId,
    commandId: null,
    payload: null,
  });
  return appendNote(writer, entryId, { customerId, day: TODAY, text: 'rappeler' });
}

async function timeWrite(
  ledger: Ledger,
  name: string,
  work: (writer: Writer) => unknown,
): Promise<Timing> {
  const times: number[] = [];
  for (let run = 0; run < RUNS; run += 1) {
    const from = performance.now();
    await ledger.write(work);
    times.push(performance.now() - from);
  }
  return { name, ms: median(times) };
}

function medianMs(read: () => unknown): number {
  const times: number[] = [];
  for (let run = 0; run < RUNS; run += 1) {
    const from = performance.now();
    read();
    times.push(performance.now() - from);
  }
  return median(times);
}

function median(times: readonly number[]): number {
  return times.toSorted((a, b) => a - b)[times.length >> 1] ?? 0;
}
