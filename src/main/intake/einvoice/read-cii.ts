/**
 * Cross Industry Invoice (UN/CEFACT D16B and later): the XML of Factur-X and ZUGFeRD 2, in all
 * their profiles, and of XRechnung.
 *
 * A profile only leaves elements out, so one reading serves them all. In EXTENDED the payment
 * terms stand once for each instalment; one that only offers a discount for paying sooner is no
 * due date where another one states it.
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

export function readCii(root: XmlElement, fields: EinvoiceFields): Result<Einvoice, FileRefused> {
  const document = elementAt(root, 'ExchangedDocument');
  const transaction = elementAt(root, 'SupplyChainTradeTransaction');
  const agreement = elementAt(transaction, 'ApplicableHeaderTradeAgreement');
  const settlement = elementAt(transaction, 'ApplicableHeaderTradeSettlement');
  const terms = elementsOf(settlement, 'SpecifiedTradePaymentTerms');
  const currency = elementAt(settlement, 'InvoiceCurrencyCode');
  const judged = completeInvoice(
    {
      number: elementAt(document, 'ID'),
      issueDate: dayElement(elementAt(document, 'IssueDateTime')),
      typeCode: elementAt(document, 'TypeCode'),
      typeCodeElse: '380',
      guideline: textAt(
        root,
        'ExchangedDocumentContext',
        'GuidelineSpecifiedDocumentContextParameter',
        'ID',
      ),
      currency,
      instalments: instalmentsOf(terms, fields),
      totals: totalsOf(settlement, currency, fields),
    },
    fields,
  );
  if (!judged.isDone) return judged;
  const payee = elementAt(settlement, 'PayeeTradeParty');
  return done({
    ...judged.value,
    syntax: 'cii',
    seller: partyAt(elementAt(agreement, 'SellerTradeParty'), 'BT-30', fields),
    buyer: partyAt(elementAt(agreement, 'BuyerTradeParty'), 'BT-47', fields),
    payee: payee === undefined ? null : partyAt(payee, 'BT-61', fields),
    paymentTerms: longText(terms.map((one) => elementAt(one, 'Description'))),
    paymentMeans: meansOf(settlement, fields),
    paymentReference: wordsOf(elementAt(settlement, 'PaymentReference')),
    mandateReference: wordsOf(
      terms.map((one) => elementAt(one, 'DirectDebitMandateID')).find((one) => one !== undefined),
    ),
    buyerReference: wordsOf(elementAt(agreement, 'BuyerReference')),
    orderNumber: referenceAt(agreement, 'BuyerOrderReferencedDocument'),
    contractNumber: referenceAt(agreement, 'ContractReferencedDocument'),
    precedingInvoices: precedingInvoicesOf(settlement, fields),
    mentions: mentionsOf(elementsOf(document, 'IncludedNote')),
  });
}

/** A day is a `DateTimeString` of the form 102, or a `DateTime` of XML. */
function dayElement(holder: XmlElement | undefined): XmlElement | undefined {
  return elementAt(holder, 'DateTimeString') ?? elementAt(holder, 'DateTime');
}

function instalmentsOf(terms: readonly XmlElement[], fields: EinvoiceFields): EinvoiceInstalment[] {
  const isOffer = (one: XmlElement) =>
    elementAt(one, 'ApplicableTradePaymentDiscountTerms') !== undefined &&
    elementAt(one, 'PartialPaymentAmount') === undefined;
  const dated = terms.filter((one) => dayElement(elementAt(one, 'DueDateDateTime')) !== undefined);
  const net = dated.filter((one) => !isOffer(one));
  return (net.length > 0 ? net : dated).flatMap((one) => {
    const dueDate = fields.day(dayElement(elementAt(one, 'DueDateDateTime')), 'BT-9');
    const amountCents = fields.amount(elementAt(one, 'PartialPaymentAmount'), 'BT-9');
    return dueDate === null ? [] : [{ dueDate, amountCents }];
  });
}

function totalsOf(
  settlement: XmlElement | undefined,
  currency: XmlElement | undefined,
  fields: EinvoiceFields,
): StatedTotals {
  const sums = elementAt(settlement, 'SpecifiedTradeSettlementHeaderMonetarySummation');
  const amount = (name: string, term: string) =>
    fields.amount(totalIn(elementsOf(sums, name), currency), term);
  return {
    exclVatCents: amount('TaxBasisTotalAmount', 'BT-109'),
    vatCents: amount('TaxTotalAmount', 'BT-110'),
    inclVatCents: amount('GrandTotalAmount', 'BT-112'),
    prepaidCents: amount('TotalPrepaidAmount', 'BT-113'),
    roundingCents: amount('RoundingAmount', 'BT-114'),
    duePayableCents: amount('DuePayableAmount', 'BT-115'),
  };
}

function partyAt(
  party: XmlElement | undefined,
  term: string,
  fields: EinvoiceFields,
): EinvoiceParty {
  const legal = elementAt(party, 'SpecifiedLegalOrganization');
  const registrations = elementsOf(party, 'SpecifiedTaxRegistration');
  return partyOf(
    {
      names: [elementAt(party, 'Name'), elementAt(legal, 'TradingBusinessName')],
      tradingName: elementAt(legal, 'TradingBusinessName'),
      legal: elementAt(legal, 'ID'),
      others: elementsOf(party, 'GlobalID'),
      vat: registrations
        .map((one) => elementAt(one, 'ID'))
        .find((one) => one?.attributes.get('schemeID') === 'VA'),
      endpoint: elementAt(party, 'URIUniversalCommunication', 'URIID'),
      term,
    },
    fields,
  );
}

function meansOf(
  settlement: XmlElement | undefined,
  fields: EinvoiceFields,
): EinvoicePaymentMeans[] {
  return elementsOf(settlement, 'SpecifiedTradeSettlementPaymentMeans').map((means) => {
    const typeCode = textAt(means, 'TypeCode');
    const account = elementAt(means, 'PayeePartyCreditorFinancialAccount', 'IBANID');
    const bank = elementAt(means, 'PayeeSpecifiedCreditorFinancialInstitution', 'BICID');
    return {
      typeCode,
      method: paymentMethodOfCode(typeCode),
      iban: fields.iban(account),
      bic: fields.bic(bank),
    };
  });
}

function referenceAt(agreement: XmlElement | undefined, name: string): string | null {
  return wordsOf(elementAt(agreement, name, 'IssuerAssignedID'));
}

function precedingInvoicesOf(
  settlement: XmlElement | undefined,
  fields: EinvoiceFields,
): Einvoice['precedingInvoices'] {
  return elementsOf(settlement, 'InvoiceReferencedDocument').flatMap((one) => {
    const number = wordsOf(elementAt(one, 'IssuerAssignedID'));
    const issueDate = fields.day(dayElement(elementAt(one, 'FormattedIssueDateTime')), 'BT-26');
    return number === null ? [] : [{ number, issueDate }];
  });
}

function mentionsOf(notes: readonly XmlElement[]): EinvoiceMentions {
  const mention = (subject: string) =>
    longText(
      notes
        .filter((note) => textAt(note, 'SubjectCode') === subject)
        .flatMap((note) => elementsOf(note, 'Content')),
    );
  return { penalties: mention('PMD'), recoveryFee: mention('PMT'), earlyPayment: mention('AAB') };
}
