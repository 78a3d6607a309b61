/**
 * The chances of the open items, as the payment model gave them at the last analysis: a row a
 * customer, his items one after the other. Twenty thousand rows of numbers are read in a tenth of
 * the time that a hundred thousand documents would take.
 */

import type { Reader, Writer } from '../session.ts';
import { blob, command, int, query } from '../statement.ts';
import type { CustomerRun } from '../views/by-customer.ts';

/** The chances of a customer's items: `width` numbers an item, in the order of the ids. */
export interface ChanceRow {
  readonly customerId: number;
  readonly receivableIds: Int32Array;
  readonly chances: Float32Array;
}

const OF_RUN = query({
  name: 'chances.of_run',
  params: { fromCustomerId: int, toCustomerId: int },
  row: { customerId: int, receivableIds: blob, chances: blob },
  sql: `
SELECT customer_id AS customerId, receivable_ids AS receivableIds, chances FROM derived_chance
WHERE customer_id BETWEEN @fromCustomerId AND @toCustomerId`,
});

const FORGET = command({ name: 'chances.forget', sql: 'DELETE FROM derived_chance' });

const RECORD = command({
  name: 'chances.record',
  params: { customerId: int, receivableIds: blob, chances: blob },
  sql: `
INSERT INTO derived_chance (customer_id, receivable_ids, chances)
VALUES (@customerId, @receivableIds, @chances)`,
});

/** Puts the chances of everybody in the place of those before. */
export function recordChances(writer: Writer, rows: Iterable<ChanceRow>): void {
  writer.run(FORGET);
  for (const { customerId, receivableIds, chances } of rows) {
    writer.run(RECORD, {
      customerId,
      receivableIds: bytesOf(receivableIds),
      chances: bytesOf(chances),
    });
  }
}

/** The chances of the customers of a run. */
export function readChances(reader: Reader, run: CustomerRun): ChanceRow[] {
  return reader.all(OF_RUN, run).map(({ customerId, receivableIds, chances }) => ({
    customerId,
    receivableIds: new Int32Array(alignedOf(receivableIds)),
    chances: new Float32Array(alignedOf(chances)),
  }));
}

function bytesOf(numbers: Int32Array | Float32Array): Uint8Array {
  return new Uint8Array(numbers.buffer, numbers.byteOffset, numbers.byteLength);
}

/** Bytes of the database lie where they lie; numbers of four bytes do not. */
function alignedOf(bytes: Uint8Array): ArrayBuffer {
  return new Uint8Array(bytes).buffer;
}
