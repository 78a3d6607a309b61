/** Laws of the match: order is nothing, strangers are nothing, a person's date stays. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { ledgerAmountOf, ledgerDueOf } from '../../../../src/shared/domain/einvoice/einvoice.ts';
import {
  type EinvoiceCandidate,
  type EinvoiceMatch,
  matchEinvoice,
} from '../../../../src/shared/domain/einvoice/match-receivable.ts';
import { addDays, calendarDate } from '../../../../src/shared/kernel/calendar-date.ts';
import { candidate, einvoice, OTHERS, OURS, party, THEIRS } from '../../../support/einvoices.ts';

const start = calendarDate('2026-01-31');
const dates = fc.constantFrom(0, 1, 30, 60).map((days) => addDays(start, days));
const sirens = fc.constantFrom(null, THEIRS, OTHERS);
const BASES = ['typed', 'stated', 'confirmed_terms', 'estimated', 'none'] as const;
const amounts = fc.constantFrom(40_000, 80_000, 120_000, -120_000, 0);

/** Two customers; each has one name and one number. */
const customers = fc.tuple(sirens, sirens).map(
  ([ten, eleven]) =>
    new Map([
      [10, { customerName: 'LE CLIENT', customerSiren: ten }],
      [11, { customerName: 'ANYBODY', customerSiren: eleven }],
    ]),
);

const rows = fc.array(
  fc.record({
    customerId: fc.constantFrom(10, 11),
    documentNumber: fc.constantFrom('F20260023', '0020260023', 'VE12', ''),
    documentDate: dates,
    dueDate: fc.option(dates),
    dueBasis: fc.constantFrom(...BASES),
    amountCents: amounts,
    currency: fc.constantFrom('EUR', 'EUR', 'USD'),
    enrichedBySha256: fc.constantFrom(null, null, 'this', 'that'),
  }),
  { maxLength: 6 },
);

const ledgers = fc
  .tuple(rows, customers)
  .map(([lines, known]) =>
    lines.map((line, index) =>
      candidate({ ...line, ...known.get(line.customerId), receivableId: index + 1 }),
    ),
  );

const invoices = fc
  .record({
    number: fc.constantFrom('F20260023', 'F-2026-0023', 'F9'),
    kind: fc.constantFrom('invoice' as const, 'credit_note' as const),
    issueDate: dates,
    days: fc.uniqueArray(dates, { maxLength: 3 }),
    inclVatCents: fc.constantFrom(120_000, 80_000, 0),
    duePayableCents: fc.constantFrom(120_000, 40_000),
    siren: sirens,
  })
  .map(({ days, inclVatCents, duePayableCents, siren, ...rest }) =>
    einvoice({
      ...rest,
      instalments: days.sort().map((dueDate) => ({ dueDate, amountCents: null })),
      totals: { ...einvoice().totals, inclVatCents, duePayableCents },
      buyer: party({ siren }),
    }),
  );

const match = (invoice: ReturnType<typeof einvoice>, candidates: readonly EinvoiceCandidate[]) =>
  matchEinvoice(invoice, { fileSha256: 'this', companySiren: OURS, candidates });

/** Without the order in which the candidates came. */
function unordered(found: EinvoiceMatch): unknown {
  if ('receivables' in found) {
    const receivables = [...found.receivables].sort((a, b) => a.receivableId - b.receivableId);
    return { ...found, receivables };
  }
  if (!('receivableIds' in found)) return found;
  return { ...found, receivableIds: [...found.receivableIds].sort((a, b) => a - b) };
}

test('the order of the candidates says nothing', () => {
  fc.assert(
    fc.property(invoices, ledgers, (invoice, ledger) => {
      const forwards = unordered(match(invoice, ledger));
      expect(unordered(match(invoice, [...ledger].reverse()))).toEqual(forwards);
    }),
    { numRuns: 500 },
  );
});

test('a document of another number, customer and amount changes nothing', () => {
  const stranger = candidate({
    receivableId: 99,
    customerId: 99,
    customerSiren: OTHERS,
    documentNumber: 'Z77777',
    amountCents: 777,
  });
  fc.assert(
    fc.property(invoices, ledgers, (invoice, ledger) => {
      expect(match(invoice, [stranger, ...ledger])).toEqual(match(invoice, ledger));
    }),
    { numRuns: 500 },
  );
});

test('what is enriched weighs what the invoice says, and a typed date stays', () => {
  let enriching = 0;
  fc.assert(
    fc.property(invoices, ledgers, (invoice, ledger) => {
      const found = match(invoice, ledger);
      if (found.outcome !== 'enriches') return;
      enriching += 1;
      const byId = new Map(ledger.map((line) => [line.receivableId, line]));
      let sum = 0;
      for (const { receivableId, dueDate, dueBasis } of found.receivables) {
        const line = byId.get(receivableId);
        sum += line?.amountCents ?? Number.NaN;
        expect(line?.customerId).toBe(found.customerId);
        expect(line?.enrichedBySha256).toBeNull();
        if (line?.dueBasis === 'typed')
          expect([dueDate, dueBasis]).toEqual([line.dueDate, 'typed']);
      }
      expect([ledgerAmountOf(invoice), ledgerDueOf(invoice)]).toContain(sum);
    }),
    { numRuns: 2000 },
  );
  expect(enriching).toBeGreaterThan(50);
});
