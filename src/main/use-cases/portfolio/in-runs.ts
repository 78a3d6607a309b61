/**
 * Reads a large ledger run of customers by run, giving the thread back between two.
 *
 * A write may come between: what was read is then of two states, and is read again. Writes of
 * people are seldom; after some tries the whole is read at once.
 */
import { setImmediate } from 'node:timers/promises';
import type { Ledger } from '../../ledger/ledger.ts';
import type { Reader } from '../../ledger/session.ts';
import type { CustomerRun, Whose } from '../../ledger/views/by-customer.ts';
import { readLastCustomerId } from '../../ledger/views/customers.ts';

const RUN_CUSTOMERS = 500;
const TRIES = 3;

/** The runs that the customers up to the last one make. */
export function* runsUpTo(lastId: number): Generator<CustomerRun> {
  for (let fromId = 1; fromId <= lastId; fromId += RUN_CUSTOMERS) {
    yield { fromCustomerId: fromId, toCustomerId: fromId + RUN_CUSTOMERS - 1 };
  }
}

/** What `read` gives of each run, all of one state of the ledger. */
export async function readInRuns<Part>(
  ledger: Ledger,
  read: (reader: Reader, whose: Whose) => Part,
): Promise<Part[]> {
  for (let attempt = 0; attempt < TRIES; attempt += 1) {
    const { entryId, asOf } = ledger.version();
    const parts: Part[] = [];
    for (const run of runsUpTo(ledger.read(readLastCustomerId))) {
      await setImmediate();
      parts.push(ledger.read((reader) => read(reader, run)) as Part);
    }
    const now = ledger.version();
    if (now.entryId === entryId && now.asOf === asOf) return parts;
  }
  return [ledger.read((reader) => read(reader, null)) as Part];
}
