/**
 * Electronic invoices made by others, each with the figures that stand in it: the examples of
 * Factur-X in all its profiles, of ZUGFeRD and of the norm in both syntaxes, three PDF files with
 * their XML inside, one without.
 */
import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { readEinvoice } from '../../src/main/intake/einvoice/read-einvoice.ts';
import { RECOGNISE_BYTES, recogniseFile } from '../../src/main/intake/recognise.ts';
import type { Einvoice } from '../../src/shared/domain/einvoice/einvoice.ts';
import { hasRealFiles, realFile } from '../support/real-files.ts';

const read = (name: string) => readEinvoice(readFileSync(realFile('einvoice', name)));

async function invoiceOf(name: string): Promise<Einvoice> {
  const result = await read(name);
  if (!result.isDone) throw new Error(JSON.stringify(result.refusal));
  return result.value.invoice;
}

const MENTIONS = {
  penalties:
    "Tout retard de paiement engendre une pénalité exigible à compter de la date d'échéance, calculée sur la base de trois fois le taux d'intérêt légal.",
  recoveryFee:
    'Indemnité forfaitaire pour frais de recouvrement en cas de retard de paiement : 40 €.',
  earlyPayment: "Les réglements reçus avant la date d'échéance ne donneront pas lieu à escompte.",
};

/** Number, profile, days, excl. VAT, VAT, incl. VAT, paid before, to pay. */
const FIGURES: readonly (readonly [file: string, figures: string])[] = [
  [
    'akretion-factur-x-minimum.xml',
    'F20260023 cii minimum 2026-01-31 null 10000 490 10490 0 10490',
  ],
  [
    'akretion-factur-x-basicwl.xml',
    'F20260023 cii basic_wl 2026-01-31 2026-03-02 10000 490 10490 0 10490',
  ],
  [
    'akretion-factur-x-en16931.xml',
    'F20260023 cii en16931 2026-01-31 2026-03-02 10000 490 10490 0 10490',
  ],
  [
    'akretion-factur-x-extended.xml',
    'F20260023 cii extended 2026-01-31 2026-03-02 10000 490 10490 0 10490',
  ],
  [
    'akretion-invoice_EN16931.pdf',
    'F20260023 cii en16931 2026-01-31 2026-03-02 10000 490 10490 0 10490',
  ],
  [
    'akretion-ubl-21-en16931.xml',
    'F124212 ubl en16931 2026-06-17 2026-07-16 27300 3503 30803 10000 20803',
  ],
  [
    'ConnectingEurope-CII_example1.xml',
    '12115118 cii en16931 2015-01-09 2015-01-09 22960 2073 25033 0 25033',
  ],
  [
    'ConnectingEurope-ubl-tc434-example1.xml',
    '12115118 ubl en16931 2015-01-09 2015-01-09 22960 2073 25033 0 25033',
  ],
  [
    'ZUGFeRD-EN16931_Einfach_DueDate.cii.xml',
    '471102 cii en16931 2018-03-05 2019-03-05 47300 5687 52987 0 52987',
  ],
  [
    'ZUGFeRD-EN16931_Einfach_DueDate.ubl.xml',
    '471102 ubl en16931 2018-03-05 2019-03-05 47300 5687 52987 0 52987',
  ],
  [
    'ZUGFeRD-Facture_FR_BASICWL.pdf',
    'FA-2017-0010 cii basic_wl 2017-11-13 2017-12-13 62490 4625 67115 20100 47015',
  ],
  // The profile has no room for the 201,00 € paid before: they are what the totals leave.
  [
    'ZUGFeRD-Facture_FR_MINIMUM.pdf',
    'FA-2017-0010 cii minimum 2017-11-13 null 62490 4625 67115 20100 47015',
  ],
];

/** Seller and buyer: name, SIREN, VAT number. */
const PARTIES: readonly (readonly [file: string, seller: string, buyer: string])[] = [
  [
    'akretion-factur-x-minimum.xml',
    'LE FOURNISSEUR 123456782 FR11123456782',
    'LE CLIENT null null',
  ],
  [
    'akretion-factur-x-extended.xml',
    'LE FOURNISSEUR 123456782 FR11123456782',
    'LE CLIENT null FR05987654321',
  ],
  [
    'akretion-invoice_EN16931.pdf',
    'LE FOURNISSEUR 123456782 FR11123456782',
    'LE CLIENT null FR05987654321',
  ],
  [
    'akretion-ubl-21-en16931.xml',
    'Au bon moulin 999999998 FR11999999998',
    'Ma jolie boutique SARL 787878784 FR19787878784',
  ],
  ['ConnectingEurope-CII_example1.xml', 'De Koksmaat null NL8200.98.395.B.01', 'ODIN 59 null null'],
  [
    'ConnectingEurope-ubl-tc434-example1.xml',
    'De Koksmaat null NL8200.98.395.B.01',
    'ODIN 59 null null',
  ],
  [
    'ZUGFeRD-EN16931_Einfach_DueDate.cii.xml',
    'Lieferant GmbH null DE123456789',
    'Kunden AG Mitte null null',
  ],
  [
    'ZUGFeRD-EN16931_Einfach_DueDate.ubl.xml',
    'Lieferant GmbH null DE123456789',
    'Kunden AG Mitte null null',
  ],
  [
    'ZUGFeRD-Facture_FR_BASICWL.pdf',
    'Au bon moulin 999999998 FR11999999998',
    'Ma jolie boutique 787878784 FR19787878784',
  ],
  [
    'ZUGFeRD-Facture_FR_MINIMUM.pdf',
    'Au bon moulin 999999998 FR11999999998',
    'Ma jolie boutique 787878784 FR19787878784',
  ],
];

/** Numbers without a right key, as their makers invented them. */
const PROBLEMS: readonly (readonly [file: string, problems: readonly string[]])[] = [
  ['akretion-factur-x-minimum.xml', ['40 BT-47 einvoice_siren_unreadable 987654321']],
  [
    'akretion-invoice_EN16931.pdf',
    [
      '393 BT-47 einvoice_siren_unreadable 987654321',
      '504 BT-84 einvoice_bank_unreadable FR20 1254 2547 2569 8542 5874 698',
      '508 BT-86 einvoice_bank_unreadable BIC_MONCOMPTE',
    ],
  ],
  [
    'akretion-ubl-21-en16931.xml',
    ['184 BT-84 einvoice_bank_unreadable FR2012421242124212421242124'],
  ],
  ['ConnectingEurope-CII_example1.xml', []],
  ['ConnectingEurope-ubl-tc434-example1.xml', []],
  ['ZUGFeRD-EN16931_Einfach_DueDate.cii.xml', []],
  ['ZUGFeRD-EN16931_Einfach_DueDate.ubl.xml', []],
  [
    'ZUGFeRD-Facture_FR_MINIMUM.pdf',
    [
      '20 BT-30 einvoice_siren_unreadable 99999999800010',
      '32 BT-47 einvoice_siren_unreadable 78787878400035',
    ],
  ],
];

describe.skipIf(!hasRealFiles)('every real invoice', () => {
  test.each(FIGURES)('%s states its figures', async (file, figures) => {
    const { number, syntax, profile, issueDate, dueDate, totals, ...rest } = await invoiceOf(file);
    const { exclVatCents, vatCents, inclVatCents, prepaidCents, duePayableCents } = totals;
    const amounts = [exclVatCents, vatCents, inclVatCents, prepaidCents, duePayableCents];
    const stated = [number, syntax, profile, issueDate, dueDate, ...amounts];
    expect(stated.map(String).join(' ')).toBe(figures);
    expect([rest.typeCode, rest.kind, rest.variant, rest.currency]).toEqual([
      '380',
      'invoice',
      'plain',
      'EUR',
    ]);
    expect(rest.instalments).toEqual(dueDate === null ? [] : [{ dueDate, amountCents: null }]);
  });

  test.each(PARTIES)('%s states its parties', async (file, seller, buyer) => {
    const invoice = await invoiceOf(file);
    const said = [invoice.seller, invoice.buyer].map(
      ({ name, siren, vatNumber }) => `${name} ${siren} ${vatNumber}`,
    );
    expect(said).toEqual([seller, buyer]);
  });

  test.each(PROBLEMS)('%s has these faults', async (file, problems) => {
    const result = await read(file);
    const said = result.isDone ? result.value.problems : [];
    expect(
      said.map(({ lineNumber, columnName, code, value }) =>
        [lineNumber, columnName, code, value].join(' '),
      ),
    ).toEqual(problems);
    expect(said.every(({ severity }) => severity === 'warning')).toBe(true);
  });

  test('a French invoice of the fullest profile says how and when it is paid', async () => {
    const invoice = await invoiceOf('akretion-factur-x-extended.xml');
    expect(invoice).toMatchObject({
      seller: { tradingName: 'SELLER TRADE NAME', siret: '12345678200077' },
      payee: { name: 'PAYEE NAME', siren: '303656847' },
      paymentTerms: 'PAIEMENT 30 JOURS NET',
      paymentMeans: [{ typeCode: '30', method: 'transfer', iban: null, bic: null }],
      paymentReference: 'F20260023BUYER',
      mandateReference: 'MANDATE PT',
      buyerReference: 'SERVEXEC',
      orderNumber: 'PO201925478',
      contractNumber: 'CT2018120802',
      precedingInvoices: [{ number: 'F20260003', issueDate: '2026-01-01' }],
      mentions: MENTIONS,
    });
  });

  test('UBL says the same in its own places', async () => {
    const invoice = await invoiceOf('akretion-ubl-21-en16931.xml');
    expect(invoice).toMatchObject({
      seller: { tradingName: "L'huile d'olive en folie", siret: '99999999800019' },
      buyer: { tradingName: 'Ma jolie Trading Brand', siret: '78787878400018' },
      payee: null,
      paymentTerms: '30 jours net',
      paymentMeans: [{ typeCode: '30', method: 'transfer', iban: null, bic: 'QNTOFRP1XXX' }],
      paymentReference: '2026-06-17 00:00:00',
      mandateReference: 'RUM_9083209',
      buyerReference: '120943',
      orderNumber: 'PO1242',
      contractNumber: 'Contrat_du_siècle',
      precedingInvoices: [
        { number: 'F124211', issueDate: '2025-12-30' },
        { number: 'F124210', issueDate: null },
      ],
      mentions: MENTIONS,
    });
  });

  test('one invoice in both syntaxes is one invoice', async () => {
    const ofCii = await invoiceOf('ZUGFeRD-EN16931_Einfach_DueDate.cii.xml');
    const ofUbl = await invoiceOf('ZUGFeRD-EN16931_Einfach_DueDate.ubl.xml');
    expect({ ...ofUbl, syntax: 'cii' }).toEqual(ofCii);
  });

  test('the bank accounts of both examples of the norm are good', async () => {
    const ofUbl = await invoiceOf('ConnectingEurope-ubl-tc434-example1.xml');
    expect(ofUbl.paymentMeans.map(({ iban }) => iban)).toEqual([
      'NL57RABO0107307510',
      'NL03INGB0004489902',
    ]);
    expect(ofUbl.paymentReference).toBe('Deb. 10202 / Fact. 12115118');
  });

  test('the XML is taken from beside the other attachments', async () => {
    const result = await read('akretion-invoice_EN16931.pdf');
    expect(result.isDone && result.value.attachmentName).toBe('factur-x.xml');
  });

  test.each(FIGURES)('%s is recognised by its first bytes', (file) => {
    const head = readFileSync(realFile('einvoice', file)).subarray(0, RECOGNISE_BYTES);
    expect(recogniseFile(head, file)).toBe(file.endsWith('.pdf') ? 'pdf' : 'einvoice');
  });

  test('a PDF without an invoice inside is told as such', async () => {
    const result = await read('Tiime-PDP-XP_Z12-012_Annexe_B_EXEMPLES_V1.4.pdf');
    expect(result).toEqual({
      isDone: false,
      refusal: { code: 'pdf_without_einvoice', value: '' },
    });
  });
});
