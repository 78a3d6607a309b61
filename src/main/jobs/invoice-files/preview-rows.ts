/** A recognised file as the person who decides reads it: what it changes, or why nothing. */
import type { InvoiceFileRow, InvoiceFileState } from '../../../shared/contract/einvoices.ts';
import type { Einvoice } from '../../../shared/domain/einvoice/einvoice.ts';
import { ledgerAmountOf } from '../../../shared/domain/einvoice/einvoice.ts';
import type { EinvoiceMatch } from '../../../shared/domain/einvoice/match-receivable.ts';
import type { Language } from '../../../shared/format/language.ts';
import {
  dueDateChangeSentence,
  einvoiceMatchSentence,
} from '../../../shared/text/einvoice-match.ts';
import { invoiceFilesText } from '../../../shared/text/invoice-files.ts';
import { problemSentence } from '../../../shared/text/problems.ts';
import { isSeveral, newSirenOf, type RecognisedFile } from './recognise-invoices.ts';

interface Reading {
  readonly language: Language;
  readonly ownIbans: readonly string[];
}

const NOTHING = {
  number: '',
  buyerName: '',
  issueDate: null,
  amountCents: null,
  currency: 'EUR',
  customerId: null,
  customerName: '',
  customerCode: '',
  dueBefore: null,
  dueAfter: null,
  dueSentence: '',
  newSiren: null,
  paymentTerms: null,
  remarks: [],
} as const;

/** One row a file. */
export function previewRow(file: RecognisedFile, reading: Reading): InvoiceFileRow {
  const { fileSha256, fileName, isPdf } = file;
  const base = { ...NOTHING, fileSha256, fileName, isPdf, remarks: [] };
  if (file.is === 'refused') {
    const sentence = problemSentence({ code: file.code, value: file.value }, reading.language);
    return { ...base, state: 'refused', sentence };
  }
  if (file.is === 'named') return { ...base, ...namedRow(file, reading.language) };
  return { ...base, ...invoiceRow(file, reading) };
}

function namedRow(file: Extract<RecognisedFile, { is: 'named' }>, language: Language) {
  const words = invoiceFilesText[language];
  const { lines, isKnown } = file;
  const [line] = lines;
  const number = line?.documentNumber ?? '';
  const isHeld = line === undefined || isSeveral(lines);
  const state: InvoiceFileState = isKnown ? 'known' : isHeld ? 'held' : 'ready';
  const sentence = isKnown
    ? words.namedKnown(number)
    : isHeld
      ? words.namedSeveral(number)
      : words.named(number);
  if (line === undefined || isHeld) return { state, sentence, number };
  const { customerId, customerName, customerCode, documentDate, dueDate, currency } = line;
  const amountCents = lines.reduce((sum, one) => sum + one.amountCents, 0);
  const customer = { customerId, customerName, customerCode };
  const document = { issueDate: documentDate, dueBefore: dueDate, currency, amountCents };
  return { state, sentence, number, ...customer, ...document };
}

function invoiceRow(file: Extract<RecognisedFile, { is: 'invoice' }>, reading: Reading) {
  const { invoice, match, lines, problems } = file;
  const { language } = reading;
  const { number, issueDate, currency, paymentTerms } = invoice;
  const [line] = lines;
  return {
    state: stateOf(match),
    sentence: einvoiceMatchSentence(match, { currency, language }),
    number,
    buyerName: invoice.buyer.name,
    issueDate,
    amountCents: ledgerAmountOf(invoice),
    currency,
    paymentTerms,
    customerId: line?.customerId ?? null,
    customerName: line?.customerName ?? '',
    customerCode: line?.customerCode ?? '',
    ...changesOf(file, language),
    remarks: [
      ...remarksOf(invoice, reading),
      ...problems.map(({ code, value }) => problemSentence({ code, value }, language)),
    ],
  };
}

function changesOf(file: Extract<RecognisedFile, { is: 'invoice' }>, language: Language) {
  const { invoice, match, lines } = file;
  const [line] = lines;
  const dueBefore = line?.dueDate ?? null;
  if (match.outcome !== 'enriches' || line === undefined) return { dueBefore };
  const [first] = match.receivables;
  if (first === undefined) return { dueBefore };
  const isChanged = first.dueDate !== dueBefore;
  return {
    dueBefore,
    dueAfter: isChanged ? first.dueDate : null,
    dueSentence: dueDateChangeSentence(first, language),
    newSiren: newSirenOf(invoice, line),
  };
}

function stateOf(match: EinvoiceMatch): InvoiceFileState {
  switch (match.outcome) {
    case 'enriches':
      return match.confidence === 'possible' ? 'possible' : 'ready';
    case 'already_enriched':
      return match.isSameFile ? 'known' : 'held';
    case 'not_found':
    case 'received':
    case 'other_seller':
      return 'absent';
    default:
      return 'held';
  }
}

function remarksOf(invoice: Einvoice, { language, ownIbans }: Reading): string[] {
  const words = invoiceFilesText[language];
  if (invoice.payee !== null) return [words.paidTo(invoice.payee.name)];
  if (invoice.kind === 'credit_note' || ownIbans.length === 0) return [];
  const ibans = invoice.paymentMeans.flatMap(({ iban }) => iban ?? []);
  const other = ibans.find((iban) => !ownIbans.includes(iban));
  return other === undefined || ibans.some((iban) => ownIbans.includes(iban))
    ? []
    : [words.otherIban(other)];
}
