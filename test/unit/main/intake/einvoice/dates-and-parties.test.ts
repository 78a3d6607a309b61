/** When an invoice is due and who its parties are, by the places where packages write it. */
import { describe, expect, test } from 'vitest';
import {
  type Change,
  CII,
  faultsOf,
  readChanged,
  UBL,
  UBL_CREDIT,
} from '../../../../support/einvoice-xml.ts';

describe('due dates', () => {
  const ubl = '<cbc:DueDate>2026-03-02</cbc:DueDate>';
  const cii = '20260302';
  const terms = (date: string, amount: string) =>
    `<cac:PaymentTerms><cbc:PaymentDueDate>${date}</cbc:PaymentDueDate>${amount}</cac:PaymentTerms>`;
  const ciiTerms = (date: string, rest: string) =>
    `<ram:SpecifiedTradePaymentTerms><ram:DueDateDateTime><udt:DateTimeString>${date}</udt:DateTimeString></ram:DueDateDateTime>${rest}</ram:SpecifiedTradePaymentTerms>`;
  const discount = '<ram:ApplicableTradePaymentDiscountTerms/>';
  const part = (amount: string) => `<ram:PartialPaymentAmount>${amount}</ram:PartialPaymentAmount>`;
  const sums = '<ram:SpecifiedTradeSettlementHeaderMonetarySummation>';
  const end = '<cac:LegalMonetaryTotal>';

  test.each<[string, string, readonly Change[], string, string[]]>([
    ['none', UBL, [[ubl, '']], '', []],
    ['with hyphens in CII', CII, [[cii, '2026-03-02']], '2026-03-02', []],
    ['with an hour', CII, [[cii, '20260302103000']], '2026-03-02', []],
    ['with a zone in UBL', UBL, [['2026-03-02<', '2026-03-02+01:00<']], '2026-03-02', []],
    [
      'as a DateTime',
      CII,
      [
        [
          '<udt:DateTimeString format="102">20260302</udt:DateTimeString>',
          '<udt:DateTime>2026-03-02T00:00:00</udt:DateTime>',
        ],
      ],
      '2026-03-02',
      [],
    ],
    [
      'French, which the norm does not know',
      CII,
      [[cii, '02/03/2026']],
      '',
      ['BT-9 einvoice_date_unreadable 02/03/2026'],
    ],
    [
      'before the invoice',
      UBL,
      [['>2026-03-02<', '>2026-01-30<']],
      '2026-01-30',
      ['BT-9 due_before_document 2026-01-30'],
    ],
    [
      'of a credit note, in its means of payment',
      UBL_CREDIT,
      [
        [
          end,
          `<cac:PaymentMeans><cbc:PaymentDueDate>2026-03-04</cbc:PaymentDueDate></cac:PaymentMeans>${end}`,
        ],
      ],
      '2026-03-04',
      [],
    ],
    [
      'in the terms only',
      UBL,
      [
        [ubl, ''],
        [end, terms('2026-03-05', '') + end],
      ],
      '2026-03-05',
      [],
    ],
    [
      'at the root before one in the terms',
      UBL,
      [[end, terms('2026-03-05', '') + end]],
      '2026-03-02',
      [],
    ],
    [
      'two instalments in UBL',
      UBL,
      [
        [
          end,
          terms('2026-04-02', '<cbc:Amount>40.00</cbc:Amount>') +
            terms('2026-03-02', '<cbc:Amount>80.00</cbc:Amount>') +
            end,
        ],
      ],
      '2026-03-02 8000, 2026-04-02 4000',
      [],
    ],
    [
      'two instalments in CII',
      CII,
      [
        [sums, ciiTerms('20260402', part('40')) + sums],
        ['</ram:DueDateDateTime>', `</ram:DueDateDateTime>${part('80')}`],
      ],
      '2026-03-02 8000, 2026-04-02 4000',
      [],
    ],
    [
      'instalments of another sum',
      CII,
      [
        [sums, ciiTerms('20260402', part('40')) + sums],
        ['</ram:DueDateDateTime>', `</ram:DueDateDateTime>${part('70')}`],
      ],
      '2026-03-02 7000, 2026-04-02 4000',
      ['BT-9 einvoice_instalments_differ 110.00 ≠ 120.00'],
    ],
    [
      'one of two without its amount',
      CII,
      [[sums, ciiTerms('20260402', part('40')) + sums]],
      '2026-03-02, 2026-04-02 4000',
      [],
    ],
    ['the same day twice', CII, [[sums, ciiTerms('20260302', '') + sums]], '2026-03-02', []],
    [
      'an offer of discount beside it',
      CII,
      [[sums, ciiTerms('20260210', discount) + sums]],
      '2026-03-02',
      [],
    ],
    [
      'an offer of discount alone',
      CII,
      [['</ram:DueDateDateTime>', `</ram:DueDateDateTime>${discount}`]],
      '2026-03-02',
      [],
    ],
  ])('%s', async (_name, text, changes, expected, problems) => {
    const result = await readChanged(text, ...changes);
    const { instalments, dueDate } = result.invoice;
    const said = instalments.map(({ dueDate: day, amountCents }) =>
      amountCents === null ? day : `${day} ${amountCents}`,
    );
    expect(said.join(', ')).toBe(expected);
    expect(dueDate).toBe(instalments.length === 1 ? instalments[0]?.dueDate : null);
    expect(faultsOf(result)).toEqual(problems);
  });
});

describe('who a French party is', () => {
  const name = '<ram:Name>ACHETEUR</ram:Name>';
  const legal = (scheme: string, id: string) =>
    `${name}<ram:SpecifiedLegalOrganization><ram:ID${scheme === '' ? '' : ` schemeID="${scheme}"`}>${id}</ram:ID></ram:SpecifiedLegalOrganization>`;
  const global = (scheme: string, id: string) =>
    `<ram:GlobalID schemeID="${scheme}">${id}</ram:GlobalID>${name}`;
  const vat = (id: string, scheme = 'VA') =>
    `${name}<ram:SpecifiedTaxRegistration><ram:ID schemeID="${scheme}">${id}</ram:ID></ram:SpecifiedTaxRegistration>`;
  const address = (id: string) =>
    `${name}<ram:URIUniversalCommunication><ram:URIID schemeID="0225">${id}</ram:URIID></ram:URIUniversalCommunication>`;

  test.each<[string, string, string, string[]]>([
    ['SIREN', legal('0002', '732829320'), '732829320 null', []],
    ['SIREN with spaces', legal('0002', '732 829 320'), '732829320 null', []],
    ['SIREN among words', legal('0002', 'RCS Paris B 732 829 320'), '732829320 null', []],
    ['SIREN without a scheme', legal('', '732829320'), '732829320 null', []],
    [
      'SIRET where the SIREN belongs',
      legal('0002', '73282932000074'),
      '732829320 73282932000074',
      [],
    ],
    ['SIRET alone', global('0009', '73282932000074'), '732829320 73282932000074', []],
    [
      'SIRET with a wrong end',
      legal('0009', '73282932000075'),
      '732829320 null',
      ['BT-47 einvoice_siren_unreadable 73282932000075'],
    ],
    ['SIREN beside', global('0002', '732829320'), '732829320 null', []],
    ['VAT number', vat('FR 44 732 829 320'), '732829320 null', []],
    ['VAT number of another country', vat('DE732829320'), 'null null', []],
    ['tax number that is no VAT number', vat('FR44732829320', 'FC'), 'null null', []],
    ['address on the network', address('732829320_SERVICE'), '732829320 null', []],
    [
      'SIREN with a wrong key',
      legal('0002', '732829321'),
      'null null',
      ['BT-47 einvoice_siren_unreadable 732829321'],
    ],
    ['a number of another country', legal('0106', '732829320'), 'null null', []],
    ['nothing', name, 'null null', []],
  ])('%s', async (_name, by, expected, problems) => {
    const result = await readChanged(CII, [name, by]);
    const { siren, siret } = result.invoice.buyer;
    expect(`${siren} ${siret}`).toBe(expected);
    expect(faultsOf(result)).toEqual(problems);
  });

  test('in UBL the legal name comes before the trade name', async () => {
    const legalName = '<cbc:RegistrationName>ACHETEUR</cbc:RegistrationName>';
    const party = '<cac:AccountingCustomerParty><cac:Party>';
    const trade = `${party}<cac:PartyName><cbc:Name>ENSEIGNE</cbc:Name></cac:PartyName>`;
    const both = await readChanged(UBL, [party, trade]);
    expect(both.invoice.buyer).toMatchObject({ name: 'ACHETEUR', tradingName: 'ENSEIGNE' });
    const one = await readChanged(UBL, [party, trade], [legalName, '']);
    expect(one.invoice.buyer).toMatchObject({ name: 'ENSEIGNE', tradingName: null });
  });
});
