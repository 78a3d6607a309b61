/** What packages do to the norm, one row each: a small invoice with one thing changed. */
import { describe, expect, test } from 'vitest';
import { readEinvoice } from '../../../../../src/main/intake/einvoice/read-einvoice.ts';
import { ledgerAmountOf } from '../../../../../src/shared/domain/einvoice/einvoice.ts';
import {
  type Change,
  CII,
  changed,
  faultsOf,
  readChanged,
  UBL,
  UBL_CREDIT,
} from '../../../../support/einvoice-xml.ts';

async function refusal(text: string | Uint8Array): Promise<string> {
  const result = await readEinvoice(typeof text === 'string' ? Buffer.from(text) : text);
  return result.isDone ? 'read' : `${result.refusal.code} ${result.refusal.value}`.trim();
}

test.each([
  ['CII', CII],
  ['UBL', UBL],
])('%s unchanged is read without a fault', async (_name, text) => {
  const { invoice, problems } = await readChanged(text);
  expect(problems).toEqual([]);
  expect(invoice).toMatchObject({
    number: 'F1',
    issueDate: '2026-01-31',
    dueDate: '2026-03-02',
    seller: { name: 'VENDEUR', siren: null },
    buyer: { name: 'ACHETEUR', siren: null },
    totals: { exclVatCents: 10_000, vatCents: 2000, inclVatCents: 12_000, duePayableCents: 12_000 },
  });
});

describe('what is no invoice that can be used is refused', () => {
  const without = (text: string, part: string) => changed(text, part, '');
  test.each([
    ['an empty file', '', 'file_empty'],
    ['no XML', 'Facture 12', 'xml_malformed 1'],
    ['a cut file', CII.slice(0, 900), 'xml_malformed 16'],
    ['a document type', '<!DOCTYPE x><Invoice/>', 'xml_doctype 1'],
    ['another XML', '<Document/>', 'einvoice_not_recognised Document'],
    [
      'an invoice of another format',
      '<Invoice xmlns="urn:facturae"/>',
      'einvoice_not_recognised Invoice',
    ],
    ['ZUGFeRD 1', '<r:CrossIndustryDocument xmlns:r="urn:ferd"/>', 'einvoice_zugferd_1'],
    ['no number', without(CII, '<ram:ID>F1</ram:ID>'), 'einvoice_number_missing'],
    ['a blank number', changed(UBL, '<cbc:ID>F1<', '<cbc:ID> <'), 'einvoice_number_missing'],
    ['no date', without(UBL, '<cbc:IssueDate>2026-01-31</cbc:IssueDate>'), 'einvoice_date_missing'],
    [
      'a day that does not exist',
      changed(CII, '20260131', '20260231'),
      'einvoice_date_missing 20260231',
    ],
    ['a day of filling', changed(CII, '20260131', '19000101'), 'einvoice_date_missing 19000101'],
    ['a pro forma', changed(CII, '>380<', '>325<'), 'einvoice_proforma F1'],
    [
      'no total',
      changed(
        changed(UBL, 'TaxInclusiveAmount currencyID="EUR">120.00', 'TaxInclusiveAmount>'),
        'PayableAmount currencyID="EUR">120.00',
        'PayableAmount>x',
      ),
      'einvoice_total_missing F1',
    ],
  ])('%s', async (_name, text, expected) => {
    expect(await refusal(text)).toBe(expected);
  });

  test('a file of UBL without any namespace is let through', async () => {
    const bare = UBL.replace(/ xmlns="[^"]*"/, '');
    expect((await readChanged(bare)).invoice.number).toBe('F1');
  });
});

describe('amounts are exact, or not read', () => {
  const total = 'GrandTotalAmount>120.00<';
  test.each([
    ['120', 12_000, []],
    ['120.0000', 12_000, []],
    ['+120.5', 12_050, []],
    ['0.07', 7, []],
    ['.07', 7, []],
    ['-120.00', -12_000, []],
    [' 120.00 ', 12_000, []],
    ['120.005', 12_001, ['BT-112 amount_rounded 120.005']],
    ['9999999999.99', 999_999_999_999, []],
    // What does not read is what is left to pay plus what was paid.
    ['120,00', 12_000, ['BT-112 einvoice_amount_unreadable 120,00']],
    ['1 120.00', 12_000, ['BT-112 einvoice_amount_unreadable 1 120.00']],
    ['1.2e2', 12_000, ['BT-112 einvoice_amount_unreadable 1.2e2']],
    ['10000000000.01', 12_000, ['BT-112 einvoice_amount_unreadable 10000000000.01']],
    ['', 12_000, []],
  ])('%j', async (text, cents, problems) => {
    const result = await readChanged(CII, [total, `GrandTotalAmount>${text}<`]);
    expect(result.invoice.totals.inclVatCents).toBe(cents);
    expect(faultsOf(result).filter((fault) => !fault.includes('totals_differ'))).toEqual(problems);
  });

  test('a total stands once for each currency: the invoice’s own is taken', async () => {
    const twice =
      '<ram:TaxTotalAmount currencyID="USD">23.00</ram:TaxTotalAmount>' +
      '<ram:TaxTotalAmount currencyID="EUR">20.00</ram:TaxTotalAmount>';
    const one = '<ram:TaxTotalAmount currencyID="EUR">20.00</ram:TaxTotalAmount>';
    expect((await readChanged(CII, [one, twice])).invoice.totals.vatCents).toBe(2000);
    const ubl = '<cac:TaxTotal><cbc:TaxAmount currencyID="USD">23</cbc:TaxAmount></cac:TaxTotal>';
    expect(
      (await readChanged(UBL, ['<cac:TaxTotal>', `${ubl}<cac:TaxTotal>`])).invoice.totals.vatCents,
    ).toBe(2000);
  });

  test.each<[string, string, readonly Change[], object, string[]]>([
    [
      'a deposit and a rounding',
      UBL,
      [
        [
          '<cbc:PayableAmount',
          '<cbc:PrepaidAmount>20.02</cbc:PrepaidAmount><cbc:PayableRoundingAmount>0.02</cbc:PayableRoundingAmount><cbc:PayableAmount',
        ],
        ['>120.00</cbc:PayableAmount>', '>100.00</cbc:PayableAmount>'],
      ],
      { prepaidCents: 2002, roundingCents: 2, duePayableCents: 10_000 },
      [],
    ],
    [
      'nothing to pay written',
      CII,
      [
        [
          '<ram:DuePayableAmount>120.00</ram:DuePayableAmount>',
          '<ram:TotalPrepaidAmount>20</ram:TotalPrepaidAmount>',
        ],
      ],
      { prepaidCents: 2000, duePayableCents: 10_000 },
      [],
    ],
    [
      'a VAT that does not add up',
      CII,
      [['>20.00<', '>19.99<']],
      { vatCents: 1999, inclVatCents: 12_000 },
      ['BT-112 einvoice_totals_differ 100.00 + 19.99 ≠ 120.00'],
    ],
    [
      'a rest that does not',
      CII,
      [['DuePayableAmount>120.00', 'DuePayableAmount>-0.05']],
      { prepaidCents: 0, duePayableCents: -5 },
      ['BT-115 einvoice_totals_differ 120.00 − 0.00 + 0.00 ≠ -0.05'],
    ],
    [
      'a minimum profile, which leaves out what was paid',
      CII,
      [
        ['urn:cen.eu:en16931:2017', 'urn:factur-x.eu:1p0:minimum'],
        ['DuePayableAmount>120.00', 'DuePayableAmount>70.00'],
      ],
      { prepaidCents: 5000, duePayableCents: 7000 },
      [],
    ],
  ])('%s', async (_name, text, changes, totals, problems) => {
    const result = await readChanged(text, ...changes);
    expect(result.invoice.totals).toMatchObject(totals);
    expect(faultsOf(result)).toEqual(problems);
  });
});

describe('a credit note takes away', () => {
  test.each<[string, string, readonly Change[], number, string[]]>([
    ['CII 381', CII, [['>380<', '>381<']], -12_000, []],
    ['UBL CreditNote', UBL_CREDIT, [], -12_000, []],
    ['UBL CreditNote without a code', UBL_CREDIT, [['>381<', '><']], -12_000, []],
    ['UBL Invoice of type 381', UBL, [['>380<', '>381<']], -12_000, []],
    ['an invoice of type 384', CII, [['>380<', '>384<']], 12_000, []],
    ['an invoice without a code', CII, [['>380<', '><']], 12_000, []],
    ['an unknown code', CII, [['>380<', '>999<']], 12_000, ['BT-3 einvoice_type_unknown 999']],
    [
      'an unknown credit note',
      UBL_CREDIT,
      [['>381<', '>999<']],
      -12_000,
      ['BT-3 einvoice_type_unknown 999'],
    ],
  ])('%s', async (_name, text, changes, cents, problems) => {
    const result = await readChanged(text, ...changes);
    expect(ledgerAmountOf(result.invoice)).toBe(cents);
    expect(faultsOf(result)).toEqual(problems);
  });

  const negative: readonly Change[] = [
    ['>100.00<', '>-100.00<'],
    ['>20.00<', '>-20.00<'],
    ['GrandTotalAmount>120', 'GrandTotalAmount>-120'],
    ['DuePayableAmount>120', 'DuePayableAmount>-120'],
  ];
  test('one with negative totals is told, and takes away too', async () => {
    const result = await readChanged(CII, ['>380<', '>381<'], ...negative);
    expect(ledgerAmountOf(result.invoice)).toBe(-12_000);
    expect(faultsOf(result)).toEqual(['BT-112 einvoice_credit_negative -120.00']);
  });

  test('an invoice with negative totals is what it says', async () => {
    const result = await readChanged(CII, ...negative);
    expect([result.invoice.kind, ledgerAmountOf(result.invoice)]).toEqual(['invoice', -12_000]);
    expect(faultsOf(result)).toEqual([]);
  });
});

describe('the rest', () => {
  test.each([
    ['urn:factur-x.eu:1p0:minimum', 'minimum'],
    ['urn:zugferd.de:2p0:minimum', 'minimum'],
    ['urn:factur-x.eu:1p0:basicwl', 'basic_wl'],
    ['urn:cen.eu:en16931:2017#compliant#urn:factur-x.eu:1p0:basic', 'basic'],
    ['urn:cen.eu:en16931:2017', 'en16931'],
    ['urn:cen.eu:en16931:2017#compliant#urn:fdc:peppol.eu:2017:poacc:billing:3.0', 'en16931'],
    ['urn:cen.eu:en16931:2017#conformant#urn:factur-x.eu:1p0:extended', 'extended'],
    ['urn:cen.eu:en16931:2017#compliant#urn:xeinkauf.de:kosit:xrechnung_3.0', 'xrechnung'],
    ['A1', 'other'],
    ['', 'other'],
  ])('profile %s', async (guideline, profile) => {
    const result = await readChanged(CII, ['urn:cen.eu:en16931:2017', guideline]);
    expect(result.invoice.profile).toBe(profile);
  });

  test.each([
    ['eur', 'EUR', []],
    ['USD', 'USD', []],
    ['€', 'EUR', ['BT-5 einvoice_currency_missing €']],
    ['', 'EUR', ['BT-5 einvoice_currency_missing ']],
  ])('currency %j', async (text, currency, problems) => {
    const result = await readChanged(CII, ['>EUR<', `>${text}<`]);
    expect(result.invoice.currency).toBe(currency);
    expect(faultsOf(result)).toEqual(problems);
  });

  test('bank details are checked and joined', async () => {
    const means = (iban: string, bic: string) =>
      `<ram:SpecifiedTradeSettlementPaymentMeans><ram:TypeCode>58</ram:TypeCode>
       <ram:PayeePartyCreditorFinancialAccount><ram:IBANID>${iban}</ram:IBANID></ram:PayeePartyCreditorFinancialAccount>
       <ram:PayeeSpecifiedCreditorFinancialInstitution><ram:BICID>${bic}</ram:BICID></ram:PayeeSpecifiedCreditorFinancialInstitution>
       </ram:SpecifiedTradeSettlementPaymentMeans>`;
    const terms = '<ram:SpecifiedTradePaymentTerms>';
    const good = means('FR14 2004 1010 0505 0001 3M02 606', 'psstfrppxxx');
    const result = await readChanged(CII, [terms, good + means('12345', 'X') + terms]);
    expect(result.invoice.paymentMeans).toEqual([
      {
        typeCode: '58',
        method: 'transfer',
        iban: 'FR1420041010050500013M02606',
        bic: 'PSSTFRPPXXX',
      },
      { typeCode: '58', method: 'transfer', iban: null, bic: null },
    ]);
    expect(faultsOf(result)).toEqual([
      'BT-84 einvoice_bank_unreadable 12345',
      'BT-86 einvoice_bank_unreadable X',
    ]);
  });

  test('mentions are found by their subject, several as one', async () => {
    const note = (subject: string, text: string) =>
      `<ram:IncludedNote><ram:Content>${text}</ram:Content><ram:SubjectCode>${subject}</ram:SubjectCode></ram:IncludedNote>`;
    const end = '</rsm:ExchangedDocument>';
    const notes = note('PMD', 'Un\n  taux') + note('PMD', 'Deux') + note('AAI', 'Autre');
    expect((await readChanged(CII, [end, notes + end])).invoice.mentions).toEqual({
      penalties: 'Un taux / Deux',
      recoveryFee: null,
      earlyPayment: null,
    });
    const date = '<cbc:DueDate>';
    const ubl = '<cbc:Note>#PMT# 40 €</cbc:Note><cbc:Note>#AAB#</cbc:Note><cbc:Note>PMD</cbc:Note>';
    expect((await readChanged(UBL, [date, ubl + date])).invoice.mentions).toEqual({
      penalties: null,
      recoveryFee: '40 €',
      earlyPayment: null,
    });
  });

  test('a payee is another than the seller', async () => {
    const payee = '<ram:PayeeTradeParty><ram:Name>FACTOR</ram:Name></ram:PayeeTradeParty>';
    const terms = '<ram:SpecifiedTradePaymentTerms>';
    expect((await readChanged(CII, [terms, payee + terms])).invoice.payee?.name).toBe('FACTOR');
    const ubl =
      '<cac:PayeeParty><cac:PartyName><cbc:Name>FACTOR</cbc:Name></cac:PartyName></cac:PayeeParty>';
    expect(
      (await readChanged(UBL, ['<cac:TaxTotal>', `${ubl}<cac:TaxTotal>`])).invoice.payee?.name,
    ).toBe('FACTOR');
  });

  test('long texts are cut', async () => {
    const long = 'x'.repeat(5000);
    const result = await readChanged(
      CII,
      ['<ram:ID>F1<', `<ram:ID>${long}<`],
      ['>VENDEUR<', `>${long}<`],
    );
    expect([result.invoice.number.length, result.invoice.seller.name.length]).toEqual([300, 300]);
  });

  test('a file without lines or parties still says its amount', async () => {
    const result = await readChanged(
      UBL,
      ['<cac:AccountingCustomerParty>', '<cac:X>'],
      ['</cac:AccountingCustomerParty>', '</cac:X>'],
    );
    expect(result.invoice.buyer).toEqual({
      name: '',
      tradingName: null,
      siren: null,
      siret: null,
      vatNumber: null,
    });
  });
});
