/**
 * Exports made by others go in with the totals that an independent sum finds, or are refused with
 * the right sentence. The sums here are made by another reader (csv-parse) and plain arithmetic.
 */
import { readFileSync } from 'node:fs';
import { parse } from 'csv-parse/sync';
import { describe, expect, test } from 'vitest';
import { isProblemCode } from '../../../src/shared/text/problems.ts';
import { hasRealFiles, realFile } from '../../support/real-files.ts';
import { readBack, refusedCode } from './table-files.ts';

function records(filePath: string, delimiter = ','): Record<string, string>[] {
  return parse(readFileSync(filePath), { columns: true, delimiter, bom: true, relax_quotes: true });
}

/** Cents of `1719,26` or `55.94`, by text alone; a third decimal from 5 rounds up. */
function centsOf(text: string | undefined): number {
  const [whole = '0', decimals = ''] = (text ?? '').replace(',', '.').split('.');
  const sign = whole.startsWith('-') ? -1 : 1;
  const size = Math.abs(Number.parseInt(whole, 10)) * 100;
  const hundredths = Number.parseInt(decimals.slice(0, 2).padEnd(2, '0'), 10);
  const rounds = decimals.charAt(2) >= '5' ? 1 : 0;
  return sign * (size + hundredths + rounds);
}

function sum(amounts: readonly number[]): number {
  return amounts.reduce((total, amount) => total + amount, 0);
}

function sumBy<Row>(rows: readonly Row[], key: (row: Row) => string, cents: (row: Row) => number) {
  const sums: Record<string, number> = {};
  for (const row of rows) sums[key(row)] = (sums[key(row)] ?? 0) + cents(row);
  return sums;
}

describe.skipIf(!hasRealFiles)('exports of packages', () => {
  test('receipts with quoted decimals', async () => {
    const filePath = realFile('erp', 'ekylibre-incoming_payments.csv');
    const expected = records(filePath).map((row) => centsOf(row['Prix TTC']));
    const { rows, reading, problems, proposal } = await readBack(filePath);
    expect(proposal.profile.kind).toBe('receipts');
    expect(rows.map(({ amountCents }) => amountCents)).toEqual(expected);
    expect(sum(expected)).toBe(2_661_589);
    expect(reading.totals).toMatchObject({ linesRead: 9, linesKept: 9, creditCents: 2_661_589 });
    expect(rows[0]).toMatchObject({
      customerCode: 'TERRILACTI',
      documentDate: '2019-01-31',
      kind: 'payment',
    });
    expect(problems).toEqual([]);
  });

  test.each([
    ['ekylibre-socleo_sales.csv', 3],
    ['ekylibre-socleo_incoming_payments.csv', 35],
  ])('a ledger whose accents became question marks: %s', async (name, lineCount) => {
    const filePath = realFile('erp', name);
    const customerRows = records(filePath, ';').filter((row) => row.Compte?.startsWith('41'));
    const sided = (row: Record<string, string>) =>
      centsOf(row.Montant) * (row.Sens === 'D' ? 1 : -1);
    const { lines, customers, reading, proposal } = await readBack(filePath);
    expect(proposal.profile.kind).toBe('journal');
    expect(lines).toHaveLength(lineCount);
    expect(
      sumBy(
        lines,
        ({ customerCode }) => customerCode,
        ({ amountCents }) => amountCents,
      ),
    ).toEqual(sumBy(customerRows, (row) => row['Code Tiers'] ?? '', sided));
    expect(lines.map(({ documentNumber }) => documentNumber)).toEqual(
      customerRows.map((row) => row['Pi?ce']),
    );
    const codes = new Set(customerRows.map((row) => row['Code Tiers']));
    expect(new Set(customers.map(({ customerCode }) => customerCode))).toEqual(codes);
    const { totals } = reading;
    expect(totals.debitCents - totals.creditCents).toBe(sum(customerRows.map(sided)));
    expect(totals.linesRead).toBe(totals.linesKept + totals.linesRejected + totals.linesOutOfScope);
    expect(reading.ledger).toMatchObject({ unbalancedEntryCount: 0 });
    expect(reading.ledger?.fileDebitCents).toBe(reading.ledger?.fileCreditCents);
  });

  test('what answers each line of these ledgers is known', async () => {
    const sales = await readBack(realFile('erp', 'ekylibre-socleo_sales.csv'));
    expect(sales.lines.map(({ counterpart }) => counterpart)).toEqual(['sales', 'sales', 'sales']);
    expect(sales.proposal.questions).toEqual(['date_order_unknown']);
    const money = await readBack(realFile('erp', 'ekylibre-socleo_incoming_payments.csv'));
    expect(new Set(money.lines.map(({ counterpart }) => counterpart))).toEqual(new Set(['bank']));
  });

  test('customers without a code are known by their name, suppliers stay out', async () => {
    const filePath = realFile('erp', 'ekylibre-entities.csv');
    const expected = records(filePath).filter((row) => row['Client CC']?.startsWith('41'));
    const { customers, proposal, reading } = await readBack(filePath);
    expect(proposal).toMatchObject({ questions: ['customer_code_from_name'] });
    expect(customers.map(({ name }) => name)).toEqual(
      expected.map((row) => `${row.Nom ?? ''} ${row.Prénom ?? ''}`.trim()),
    );
    expect(customers[1]).toMatchObject({
      customerCode: 'DUPONT Laurent',
      siren: '123456789',
      phone: '05 46 95 65 56',
      addressLines: ['8 rue Bouil Bleu'],
      postalCode: '17250',
      city: 'SAINT-PORCHAIRE',
      countryCode: 'FR',
    });
    expect(reading.totals).toMatchObject({ linesRead: 9, linesKept: 5, linesOutOfScope: 4 });
  });

  test('companies and persons of one directory, with the contact of a company', async () => {
    const { customers, contacts } = await readBack(realFile('erp', 'vingtcent123-customers.csv'));
    expect(customers.map(({ name, siren, email, city }) => [name, siren, email, city])).toEqual([
      ['SAS Monmag', '123456789', 'toto@email.fr', 'Tallende'],
      ['Magasin 2', null, 'toto2@email.fr', 'Issy'],
      ['D Agnès', null, 'da@gmail.com', null],
      ['B Alain', null, null, null],
    ]);
    expect(contacts).toMatchObject([{ name: 'Luc Mongérant', email: 'toto@email.fr' }]);
  });

  test.each([
    ['ekylibre-ekylibre_sales.csv', 'mapping_incomplete'],
    ['ekylibre-financial_year_exchange_import_isacompta.csv', 'no_customer_lines'],
    ['ekylibre-edi.edi', 'file_not_recognised'],
    ['ekylibre-export.isa', 'file_not_recognised'],
  ])('%s is no table of customers: %s', async (name, code) => {
    expect(await refusedCode(realFile('erp', name))).toBe(code);
    expect(isProblemCode(code)).toBe(true);
  });
});

describe.skipIf(!hasRealFiles)('public data sets of receivables', () => {
  test.each([
    'iamjenetzler-WA_Fn-UseC_-Accounts-Receivable.csv',
    'pthiagu2-WA_Fn-UseC_-Accounts-Receivable.csv',
  ])('invoices with months first and the day each was paid: %s', async (name) => {
    const filePath = realFile('ar', name);
    const source = records(filePath);
    const { rows, reading, problems, proposal } = await readBack(filePath);
    expect(proposal).toMatchObject({ questions: [], profile: { kind: 'invoices' } });
    const invoices = rows.filter(({ kind }) => kind === 'invoice');
    const payments = rows.filter(({ kind }) => kind === 'payment');
    expect(
      sumBy(
        invoices,
        ({ customerCode }) => customerCode,
        ({ amountCents }) => amountCents,
      ),
    ).toEqual(
      sumBy(
        source,
        (row) => row.customerID ?? '',
        (row) => centsOf(row.InvoiceAmount),
      ),
    );
    const iso = (text: string | undefined) => {
      const [month = '', day = '', year = ''] = (text ?? '').split('/');
      return `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
    };
    expect(invoices.map(({ dueDate }) => dueDate)).toEqual(source.map((row) => iso(row.DueDate)));
    expect(payments.map(({ documentDate }) => documentDate)).toEqual(
      source.map((row) => iso(row.SettledDate)),
    );
    expect(payments.map(({ settlesDocumentNumber }) => settlesDocumentNumber)).toEqual(
      source.map((row) => row.invoiceNumber),
    );
    expect(reading.totals).toMatchObject({ linesRead: 2466, linesKept: 2466, linesRejected: 0 });
    expect(problems).toEqual([]);
  });

  test('open items with hours, float amounts and names that vary per line', async () => {
    const filePath = realFile('ar', 'dashashutosh-Dataset.csv');
    const source = records(filePath);
    const { items, reading, problems } = await readBack(filePath, { meaning: 'open_items' });
    expect(items).toHaveLength(source.length);
    expect(items.map(({ documentNumber }) => documentNumber)).toEqual(
      source.map((row) => row.doc_id?.replace('.0', '')),
    );
    expect(items.map(({ dueDate }) => dueDate)).toEqual(
      source.map((row) => row.due_in_date?.slice(0, 10)),
    );
    const drift = items.filter((item, index) => {
      const exact = Number(source[index]?.converted_usd) * 100;
      return Math.abs(item.openCents - exact) > 0.5 + 1e-6;
    });
    expect(drift).toEqual([]);
    expect(reading.centsByCurrency).toEqual({ USD: sum(items.map(({ openCents }) => openCents)) });
    expect(reading.customerCount).toBe(new Set(source.map((row) => row.cust_number)).size);
    expect(problems.filter(({ severity }) => severity === 'error')).toEqual([]);
    expect(reading.problemCounts.customer_several_names).toBeGreaterThan(100);
    expect(reading.problemCounts.amount_rounded).toBe(
      source.filter((row) => Math.round(Number(row.converted_usd) * 1000) % 10 !== 0).length,
    );
  });

  test('open items whose days are written with dashes', async () => {
    const filePath = realFile('ar', 'nooobcoder-nulldata.csv');
    const source = records(filePath);
    const { items, reading, table } = await readBack(filePath, { meaning: 'open_items' });
    const expected = source.map((row) => centsOf(row.converted_usd));
    expect(sum(items.map(({ openCents }) => openCents))).toBe(sum(expected));
    expect(items.map(({ openCents }) => openCents)).toEqual(expected);
    expect(items.map(({ documentDate }) => documentDate)).toEqual(
      source.map((row) => row.posting_date?.split('-').toReversed().join('-')),
    );
    expect(reading.totals).toMatchObject({ linesRead: 9681, linesKept: 9681 });
    expect(Math.abs(table.rowCountEstimate - 9681)).toBeLessThan(200);
  });

  test('without being told, unpaid invoices are asked about', async () => {
    const { proposal } = await readBack(realFile('ar', 'nooobcoder-nulldata.csv'));
    expect(proposal).toMatchObject({
      questions: ['meaning_unknown'],
      profile: { kind: 'invoices', currency: 'USD' },
    });
  });
});
