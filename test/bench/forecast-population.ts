/**
 * The invoices of a file as the product's own import reads them, in a company of its own.
 *
 * The published baselines look at a narrower population than the product, which is followed here so
 * that rows can be compared: invoices that a credit note, an opening or a set-off settled are left
 * out, as are those whose lettered group does not balance in the file (its payment is in another
 * year's); what only the product supposes settled, without a letter, is open.
 */
import path from 'node:path';
import { openLedger } from '../../src/main/ledger/ledger.ts';
import { readPaymentHistory } from '../../src/main/ledger/views/payment-history.ts';
import type { DatedItem } from '../../src/shared/domain/forecast/dated-item.ts';
import { fileOnDisk, type RunningApplication } from '../support/running-application.ts';

export interface Population {
  readonly items: readonly DatedItem[];
  /** How many invoices the product read, and how the ones left out were settled. */
  readonly read: number;
  readonly leftOut: ReadonlyMap<string, number>;
}

/** How the baselines' script takes a settlement; other natures left the books unpaid. */
const PAID = new Set<string>(['bank', 'cash', 'left', 'bill', 'factor', 'other_entry', 'unknown']);
const NOT_COMPARED = new Set<string>(['credit_note', 'opening', 'set_off']);

export async function populationOf(
  application: RunningApplication,
  file: string,
): Promise<Population> {
  const company = await application.createCompany(path.basename(file));
  await company.import(fileOnDisk(file));
  const ledger = openLedger({
    file: path.join(application.dataFolder, 'companies', company.key, 'ledger.db'),
    clock: application.clock,
    log: { info: () => undefined, warn: () => undefined, error: () => undefined },
  });
  try {
    return ledger.read((reader) => {
      const marks = marksOf(reader.connection);
      return populate(readPaymentHistory(reader, null), marks);
    });
  } finally {
    ledger.close();
  }
}

interface Marks {
  readonly virtual: ReadonlySet<number>;
  readonly unbalanced: ReadonlySet<number>;
}

type Connection = Parameters<Parameters<ReturnType<typeof openLedger>['read']>[0]>[0]['connection'];

function marksOf(connection: Connection): Marks {
  const idsOf = (sql: string) =>
    new Set(
      connection
        .prepare<[], { id: number }>(sql)
        .all()
        .map(({ id }) => id),
    );
  return {
    virtual: idsOf('SELECT receivable_id AS id FROM derived_item WHERE is_virtual = 1'),
    unbalanced: idsOf(`
WITH lettered AS (
  SELECT import_id, line_number, amount_cents, letter, customer_id FROM ledger_line
  WHERE letter IS NOT NULL AND letter <> ''
), unbalanced AS (
  SELECT customer_id, letter FROM lettered GROUP BY 1, 2 HAVING sum(amount_cents) <> 0
)
SELECT i.receivable_id AS id FROM derived_item AS i
JOIN lettered AS l ON l.import_id = i.import_id AND l.line_number = i.line_number
JOIN unbalanced AS u ON u.customer_id = l.customer_id AND u.letter = l.letter`),
  };
}

function populate(rows: ReturnType<typeof readPaymentHistory>, marks: Marks): Population {
  const leftOut = new Map<string, number>();
  const items: DatedItem[] = [];
  for (const row of rows) {
    const nature = row.nature ?? '';
    const why = marks.unbalanced.has(row.receivableId)
      ? 'lettre incomplète'
      : NOT_COMPARED.has(nature)
        ? nature
        : null;
    if (why !== null) {
      leftOut.set(why, (leftOut.get(why) ?? 0) + 1);
      continue;
    }
    const settled = marks.virtual.has(row.receivableId) ? null : (row.paidOn ?? row.leftOn);
    const isPaid = PAID.has(nature);
    const { receivableId, customerId, issuedOn, dueOn, amountCents } = row;
    const days = { paidOn: isPaid ? settled : null, leftOn: isPaid ? null : settled };
    items.push({ receivableId, customerId, issuedOn, dueOn, amountCents, ...days });
  }
  return { items, read: rows.length, leftOut };
}
