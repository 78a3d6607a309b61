/**
 * Made-up ledgers for laws: random lines of a few customers, and the whole of what was derived from
 * them in a form that can be compared.
 */
import fc from 'fast-check';
import type { Ledger } from '../../src/main/ledger/ledger.ts';
import type { LedgerLine } from '../../src/shared/domain/statement/statement.ts';
import type { CalendarDate } from '../../src/shared/kernel/calendar-date.ts';
import { addDays, calendarDate } from '../../src/shared/kernel/calendar-date.ts';
import { ledgerLine } from './ledger.ts';

const FIRST_DAY = calendarDate('2026-01-01');

/** What one line of a made-up ledger file says. */
interface RandomLine {
  readonly customer: number;
  readonly day: number;
  readonly cents: number;
  readonly document: number;
  readonly letter: number;
  readonly isMoney: boolean;
}

const randomLine: fc.Arbitrary<RandomLine> = fc.record({
  customer: fc.integer({ min: 1, max: 5 }),
  day: fc.integer({ min: 0, max: 420 }),
  cents: fc.oneof(
    fc.integer({ min: -5_000, max: 5_000 }).filter((cents) => cents !== 0),
    fc.constantFrom(10_000, -10_000, 12_000, -12_000),
  ),
  document: fc.integer({ min: 0, max: 12 }),
  letter: fc.integer({ min: 0, max: 6 }),
  isMoney: fc.boolean(),
});

/**
 * The lines of a ledger file, in the order of their days, as an accounting package exports them.
 */
export const ledgerLines: fc.Arbitrary<LedgerLine[]> = fc
  .array(randomLine, { minLength: 1, maxLength: 40 })
  .map((lines) =>
    lines.toSorted((a, b) => a.day - b.day).map((line, index) => lineOf(line, index + 2)),
  );

function lineOf(line: RandomLine, lineNumber: number): LedgerLine {
  const lineDate = addDays(FIRST_DAY, line.day);
  const isBank = line.cents < 0 === line.isMoney;
  return ledgerLine({
    lineNumber,
    customerCode: `C${line.customer}`,
    amountCents: line.cents,
    lineDate,
    documentDate: lineDate,
    documentNumber: line.document === 0 ? '' : `F${line.document}`,
    label: isBank ? 'VIR' : `FACTURE ${line.document}`,
    journalCode: isBank ? 'BQ' : 'VE',
    journalLabel: isBank ? 'Banque' : 'Ventes',
    counterpart: isBank ? 'bank' : 'sales',
    letter: line.letter === 0 ? null : `L${line.letter}`,
    letteredOnDate: line.letter === 0 ? null : lineDate,
  });
}

/** Sum of the lines of each customer dated up to a day. */
export function balancesOf(
  lines: readonly LedgerLine[],
  asOf: CalendarDate,
): Record<string, number> {
  const sums: Record<string, number> = {};
  for (const line of lines) {
    if (line.lineDate > asOf) continue;
    sums[line.customerCode] = (sums[line.customerCode] ?? 0) + line.amountCents;
  }
  return Object.fromEntries(Object.entries(sums).filter(([, cents]) => cents !== 0));
}

// Ids of payments and of open items are given anew at each interpretation: they are left out.
const DUMPS = {
  items: `
SELECT r.source_key, i.* FROM derived_item AS i JOIN receivable AS r USING (receivable_id)
ORDER BY i.receivable_id`,
  payments: `
SELECT customer_id, kind, nature, role, received_date, amount_cents, currency, reference, label,
  import_id, line_number
FROM derived_payment ORDER BY customer_id, import_id, line_number, amount_cents`,
  allocations: `
SELECT a.customer_id, a.receivable_id, p.import_id, p.line_number, a.amount_cents, a.effective_date,
  a.basis, a.nature
FROM derived_allocation AS a LEFT JOIN derived_payment AS p USING (payment_id)
ORDER BY 1, 2, 3, 4, 5, 6, 7, 8`,
  openItems: `
SELECT o.receivable_id, p.import_id, p.line_number, o.customer_id, o.kind, o.role, o.document_date,
  o.due_date, o.due_basis, o.amount_cents, o.outstanding_cents, o.currency, o.document_number,
  o.names_document_number, o.is_virtual, o.booked_date
FROM derived_open_item AS o LEFT JOIN derived_payment AS p USING (payment_id)
ORDER BY 1, 2, 3, 11`,
  customers: 'SELECT * FROM derived_customer ORDER BY customer_id',
  questions: 'SELECT * FROM derived_question ORDER BY pattern, customer_id',
  coming: 'SELECT * FROM derived_coming ORDER BY effective_date, customer_id',
  asOf: 'SELECT as_of_date FROM derived_state',
} as const;

/** Everything that was derived, to be compared. */
export function dumpDerived(ledger: Ledger): Record<keyof typeof DUMPS, unknown[]> {
  return ledger.read(({ connection }) => {
    const dump = (sql: string) => connection.prepare(sql).all();
    return {
      items: dump(DUMPS.items),
      payments: dump(DUMPS.payments),
      allocations: dump(DUMPS.allocations),
      openItems: dump(DUMPS.openItems),
      customers: dump(DUMPS.customers),
      questions: dump(DUMPS.questions),
      coming: dump(DUMPS.coming),
      asOf: dump(DUMPS.asOf),
    };
  });
}

/** What is open of each customer by the derived tables; who has nothing open is absent. */
export function openByCustomer(
  ledger: Ledger,
  rows: readonly { readonly customerId: number; readonly outstandingCents: number }[],
): Record<string, number> {
  const codes = ledger.read(
    ({ connection }) =>
      new Map(
        connection
          .prepare<[], { id: number; code: string }>('SELECT customer_id AS id, code FROM customer')
          .all()
          .map(({ id, code }) => [id, code]),
      ),
  );
  const sums: Record<string, number> = {};
  for (const { customerId, outstandingCents } of rows) {
    const code = codes.get(customerId) ?? '?';
    sums[code] = (sums[code] ?? 0) + outstandingCents;
  }
  return Object.fromEntries(Object.entries(sums).filter(([, cents]) => cents !== 0));
}
