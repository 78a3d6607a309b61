/**
 * UBL 2.1, Invoice and CreditNote: the other syntax of EN 16931 (Peppol, Chorus Pro, platforms).
 *
 * Two places where packages part ways. The due date stands at the root of an invoice and, because
 * a credit note of UBL 2.1 has none there, in its means of payment; some write it in the payment
 * terms, once for each instalment. The subject of a note has no element of its own: it is written
 * before the text, `#PMD#Tout retard …`.
 */
import type {
  Einvoice,
  EinvoiceInstalment,
  EinvoiceMentions,
  EinvoiceParty,
  EinvoicePaymentMeans,
} from '../../../shared/domain/einvoice/einvoice.ts';
import { paymentMethodOfCode } from '../../../shared/domain/einvoice/payment-means.ts';
import { done, type Result } from '../../../shared/kernel/result.ts';
import type { FileRefused } from '../statement-sink.ts';
import { elementAt, elementsOf, textAt, type XmlElement } from '../xml.ts';
import { completeInvoice, type StatedTotals, totalIn } from './complete-invoice.ts';
import { type EinvoiceFields, longText, wordsOf } from './field-texts.ts';
import { partyOf } from './party.ts';

export function readUbl(root: XmlElement, fields: EinvoiceFields): Result<Einvoice, FileRefused> {
  const isCreditNote = root.name === 'CreditNote';
  const currency = elementAt(root, 'DocumentCurrencyCode');
  const means = elementsOf(root, 'PaymentMeans');
  const judged = completeInvoice(
    {
      number: elementAt(root, 'ID'),
      issueDate: elementAt(root, 'IssueDate'),
      typeCode: elementAt(root, isCreditNote ? 'CreditNoteTypeCode' : 'InvoiceTypeCode'),
      typeCodeElse: isCreditNote ? '381' : '380',
      guideline: textAt(root, 'CustomizationID'),
      currency,
      instalments: instalmentsOf(root, fields),
      totals: totalsOf(root, currency, fields),
    },
    fields,
  );
  if (!judged.isDone) return judged;
  const payee = elementAt(root, 'PayeeParty');
  return done({
    ...judged.value,
    syntax: 'ubl',
    seller: partyAt(elementAt(root, 'AccountingSupplierParty', 'Party'), 'BT-30', fields),
    buyer: partyAt(elementAt(root, 'AccountingCustomerParty', 'Party'), 'BT-47', fields),
    payee: payee === undefined ? null : partyAt(payee, 'BT-61', fields),
    paymentTerms: longText(
      elementsOf(root, 'PaymentTerms').flatMap((one) => elementsOf(one, 'Note')),
    ),
    paymentMeans: means.map((one) => meansOf(one, fields)),
    paymentReference: firstWords(means.map((one) => elementAt(one, 'PaymentID'))),
    mandateReference: firstWords(means.map((one) => elementAt(one, 'PaymentMandate', 'ID'))),
    buyerReference: wordsOf(elementAt(root, 'BuyerReference')),
    orderNumber: wordsOf(elementAt(root, 'OrderReference', 'ID')),
    contractNumber: wordsOf(elementAt(root, 'ContractDocumentReference', 'ID')),
    precedingInvoices: precedingInvoicesOf(root, fields),
    mentions: mentionsOf(elementsOf(root, 'Note')),
  });
}

function instalmentsOf(root: XmlElement, fields: EinvoiceFields): EinvoiceInstalment[] {
  const parts = elementsOf(root, 'PaymentTerms').flatMap((one) => {
    const element = elementAt(one, 'InstallmentDueDate') ?? elementAt(one, 'PaymentDueDate');
    const dueDate = fields.day(element, 'BT-9');
    const amountCents = fields.amount(elementAt(one, 'Amount'), 'BT-9');
    return dueDate === null ? [] : [{ dueDate, amountCents }];
  });
  if (parts.length > 1) return parts;
  const ofRoot = fields.day(elementAt(root, 'DueDate'), 'BT-9');
  if (ofRoot !== null) return [{ dueDate: ofRoot, amountCents: null }];
  if (parts.length > 0) return parts;
  return elementsOf(root, 'PaymentMeans').flatMap((one) => {
    const dueDate = fields.day(elementAt(one, 'PaymentDueDate'), 'BT-9');
    return dueDate === null ? [] : [{ dueDate, amountCents: null }];
  });
}

function totalsOf(
  root: XmlElement,
  currency: XmlElement | undefined,
  fields: EinvoiceFields,
): StatedTotals {
  const sums = elementAt(root, 'LegalMonetaryTotal');
  const amount = (name: string, term: string) => fields.amount(elementAt(sums, name), term);
  const vatTotals = elementsOf(root, 'TaxTotal').flatMap((one) => elementsOf(one, 'TaxAmount'));
  return {
    exclVatCents: amount('TaxExclusiveAmount', 'BT-109'),
    vatCents: fields.amount(totalIn(vatTotals, currency), 'BT-110'),
    inclVatCents: amount('TaxInclusiveAmount', 'BT-112'),
    prepaidCents: amount('PrepaidAmount', 'BT-113'),
    roundingCents: amount('PayableRoundingAmount', 'BT-114'),
    duePayableCents: amount('PayableAmount', 'BT-115'),
  };
}

function partyAt(
  party: XmlElement | undefined,
  term: string,
  fields: EinvoiceFields,
): EinvoiceParty {
  const legal = elementAt(party, 'PartyLegalEntity');
  const tradingName = elementAt(party, 'PartyName', 'Name');
  const schemes = elementsOf(party, 'PartyTaxScheme');
  const vat = schemes.find((one) => textAt(one, 'TaxScheme', 'ID').toUpperCase() === 'VAT');
  return partyOf(
    {
      names: [elementAt(legal, 'RegistrationName'), tradingName],
      tradingName,
      legal: elementAt(legal, 'CompanyID'),
      others: elementsOf(party, 'PartyIdentification').flatMap((one) => elementsOf(one, 'ID')),
      vat: elementAt(vat, 'CompanyID'),
      endpoint: elementAt(party, 'EndpointID'),
      term,
    },
    fields,
  );
}

function meansOf(means: XmlElement, fields: EinvoiceFields): EinvoicePaymentMeans {
  const typeCode = textAt(means, 'PaymentMeansCode');
  const account = elementAt(means, 'PayeeFinancialAccount');
  const branch = elementAt(account, 'FinancialInstitutionBranch');
  return {
    typeCode,
    method: paymentMethodOfCode(typeCode),
    iban: fields.iban(elementAt(account, 'ID')),
    bic: fields.bic(elementAt(branch, 'ID') ?? elementAt(branch, 'FinancialInstitution', 'ID')),
  };
}

function precedingInvoicesOf(
  root: XmlElement,
  fields: EinvoiceFields,
): Einvoice['precedingInvoices'] {
  return elementsOf(root, 'BillingReference').flatMap((reference) => {
    const one =
      elementAt(reference, 'InvoiceDocumentReference') ??
      elementAt(reference, 'CreditNoteDocumentReference');
    const number = wordsOf(elementAt(one, 'ID'));
    const issueDate = fields.day(elementAt(one, 'IssueDate'), 'BT-26');
    return number === null ? [] : [{ number, issueDate }];
  });
}

const SUBJECT = /^\s*#([A-Z]{3})#/;

function mentionsOf(notes: readonly XmlElement[]): EinvoiceMentions {
  const mention = (subject: string) =>
    longText(
      notes
        .filter(({ text }) => SUBJECT.exec(text)?.[1] === subject)
        .map((note) => ({ ...note, text: note.text.replace(SUBJECT, '') })),
    );
  return { penalties: mention('PMD'), recoveryFee: mention('PMT'), earlyPayment: mention('AAB') };
}

function firstWords(elements: readonly (XmlElement | undefined)[]): string | null {
  return elements.map(wordsOf).find((words) => words !== null) ?? null;
}
