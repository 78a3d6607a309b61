/**
 * Which receivable of the ledger an electronic invoice enriches.
 *
 * The ledger stays what is owed: an invoice adds to it a true due date and a document to attach,
 * never a receivable. Number, amount and party speak together:
 *
 *     number    amount   party             confidence
 *     same      same     SIREN or name     certain     may be taken without asking
 *     same      same     not known         probable    proposed, ticked
 *     digits    same     SIREN or name     probable
 *     digits    same     not known         possible    proposed, not ticked
 *     other     same     SIREN, same day   possible
 *
 * A document booked more than a month from the invoice's day is `possible` at most: packages begin
 * their numbers again every year. « Digits » is a ledger that writes `0020260023` for `F20260023`.
 * The amount is the total with VAT, or what is left to pay where the ledger books the deposit
 * apart. Whatever speaks against is an outcome of its own, so that a person sees why nothing was
 * done.
 */
import { type CalendarDate, daysBetween } from '../../kernel/calendar-date.ts';
import type { Cents } from '../../kernel/cents.ts';
import { documentKeyOf } from '../interpretation/document-key.ts';
import { coreOf } from '../interpretation/document-references.ts';
import { type Einvoice, ledgerAmountOf, ledgerDueOf } from './einvoice.ts';
import {
  type DatedReceivable,
  type EnrichedReceivable,
  enrichedDueDates,
} from './enriched-due-date.ts';
import { type LedgerParty, likenessOf, type PartyLikeness } from './same-party.ts';

export interface EinvoiceCandidate extends DatedReceivable, LedgerParty {
  readonly customerId: number;
  readonly documentNumber: string;
  readonly documentDate: CalendarDate;
  readonly currency: string;
  /** Hash of the file that enriched it already; null for none. */
  readonly enrichedBySha256: string | null;
}

export interface MatchInput {
  readonly fileSha256: string;
  /** Null while the company's own number is not set. */
  readonly companySiren: string | null;
  /** Any receivables; those that look alike in number, or in SIREN and amount, are enough. */
  readonly candidates: readonly EinvoiceCandidate[];
}

export type MatchConfidence = 'certain' | 'probable' | 'possible';

/** What the match rests on. */
export interface MatchGrounds {
  readonly number: 'same' | 'digits' | 'other';
  readonly amount: 'total' | 'to_pay';
  readonly party: Exclude<PartyLikeness, 'other'>;
  /** The ledger's day of the document against the invoice's: `near` within a month. */
  readonly day: 'same' | 'near' | 'far';
}

const NEAR_DAYS = 31;

/** What an invoice does to the ledger, or why it does nothing. */
export type EinvoiceMatch =
  | {
      readonly outcome: 'enriches';
      readonly customerId: number;
      readonly confidence: MatchConfidence;
      readonly grounds: MatchGrounds;
      readonly receivables: readonly EnrichedReceivable[];
    }
  | {
      readonly outcome: 'already_enriched';
      readonly receivableIds: readonly number[];
      /** The same file again is harmless; another one is a second version of the invoice. */
      readonly isSameFile: boolean;
    }
  | {
      readonly outcome: 'amount_differs';
      readonly receivableIds: readonly number[];
      readonly ledgerCents: Cents;
      readonly invoiceCents: Cents;
    }
  | {
      readonly outcome: 'currency_differs' | 'party_differs' | 'several_candidates';
      readonly receivableIds: readonly number[];
    }
  /** `received` from a supplier; `other_seller` is neither from nor to this company. */
  | { readonly outcome: 'received' | 'other_seller' | 'not_found' };

export function matchEinvoice(invoice: Einvoice, input: MatchInput): EinvoiceMatch {
  const { companySiren } = input;
  if (companySiren !== null && invoice.seller.siren !== null) {
    if (invoice.seller.siren !== companySiren) {
      const isReceived = invoice.buyer.siren === companySiren;
      return { outcome: isReceived ? 'received' : 'other_seller' };
    }
  }
  const documents = documentsOf(invoice, input.candidates);
  const same = documents.filter((one) => one.number === 'same');
  if (same.length > 0) return judge(invoice, same, input) ?? conflictOf(invoice, same);
  const fitting = documents.filter((one) => one.number === 'digits' || isSameSale(one));
  return judge(invoice, fitting, input) ?? { outcome: 'not_found' };
}

/** The lines of one document of the ledger: one for each instalment, mostly one. */
interface LedgerDocument {
  readonly lines: readonly EinvoiceCandidate[];
  readonly ids: readonly number[];
  readonly number: MatchGrounds['number'];
  /** Null where the sum of the lines is neither total. */
  readonly amount: MatchGrounds['amount'] | null;
  readonly party: PartyLikeness;
  readonly day: MatchGrounds['day'];
  readonly isSameCurrency: boolean;
  readonly amountCents: Cents;
}

function documentsOf(
  invoice: Einvoice,
  candidates: readonly EinvoiceCandidate[],
): LedgerDocument[] {
  const isCredit = ledgerAmountOf(invoice) < 0;
  const ofSide = candidates.filter(({ amountCents }) => amountCents < 0 === isCredit);
  const groups = Map.groupBy(ofSide, ({ customerId, documentNumber, documentDate, receivableId }) =>
    // What has no number of its own stands alone.
    [customerId, documentKeyOf(documentNumber) || `#${receivableId}`, documentDate].join('|'),
  );
  return [...groups.values()].map((lines) => documentOf(invoice, lines));
}

function documentOf(invoice: Einvoice, lines: readonly EinvoiceCandidate[]): LedgerDocument {
  const [first] = lines as readonly [EinvoiceCandidate, ...EinvoiceCandidate[]];
  const amountCents = lines.reduce((sum, line) => sum + line.amountCents, 0);
  const isTotal = amountCents === ledgerAmountOf(invoice);
  return {
    lines,
    ids: lines.map(({ receivableId }) => receivableId),
    number: numberLikeness(invoice.number, first.documentNumber),
    amount: isTotal ? 'total' : amountCents === ledgerDueOf(invoice) ? 'to_pay' : null,
    party: likenessOf(first, invoice.buyer),
    day: dayLikeness(invoice.issueDate, first.documentDate),
    isSameCurrency: lines.every(({ currency }) => currency === invoice.currency),
    amountCents,
  };
}

function numberLikeness(stated: string, ledger: string): MatchGrounds['number'] {
  const key = documentKeyOf(stated);
  const ledgerKey = documentKeyOf(ledger);
  if (key === '' || ledgerKey === '') return 'other';
  if (key === ledgerKey) return 'same';
  const core = coreOf(key);
  return core !== '' && core === coreOf(ledgerKey) ? 'digits' : 'other';
}

function dayLikeness(stated: CalendarDate, ledger: CalendarDate): MatchGrounds['day'] {
  if (stated === ledger) return 'same';
  return Math.abs(daysBetween(stated, ledger)) <= NEAR_DAYS ? 'near' : 'far';
}

/** Another number, yet the same customer, day and amount: the ledger counts by itself. */
function isSameSale(document: LedgerDocument): boolean {
  return document.party === 'siren' && document.amount === 'total' && document.day === 'same';
}

/** The document that everything speaks for; null where there is none. */
function judge(
  invoice: Einvoice,
  documents: readonly LedgerDocument[],
  { fileSha256 }: MatchInput,
): EinvoiceMatch | null {
  const fitting = documents.flatMap((document) => {
    const { number, amount, party, day, isSameCurrency } = document;
    if (amount === null || party === 'other' || !isSameCurrency) return [];
    return [{ document, grounds: { number, amount, party, day } }];
  });
  const best = strongest(fitting);
  const [only] = best;
  if (only === undefined) return null;
  if (best.length > 1) {
    return {
      outcome: 'several_candidates',
      receivableIds: best.flatMap(({ document }) => document.ids),
    };
  }
  const { document, grounds } = only;
  const earlier = document.lines.flatMap(({ enrichedBySha256 }) => enrichedBySha256 ?? []);
  if (earlier.length > 0) {
    const isSameFile = earlier.every((sha256) => sha256 === fileSha256);
    return { outcome: 'already_enriched', receivableIds: document.ids, isSameFile };
  }
  return {
    outcome: 'enriches',
    customerId: (document.lines[0] as EinvoiceCandidate).customerId,
    confidence: confidenceOf(grounds),
    grounds,
    receivables: enrichedDueDates(invoice, document.lines),
  };
}

interface Fitting {
  readonly document: LedgerDocument;
  readonly grounds: MatchGrounds;
}

/** A known party first, then the number, then the day. */
function strongest(fitting: readonly Fitting[]): readonly Fitting[] {
  const weightOf = ({ grounds }: Fitting) =>
    (grounds.party === 'unknown' ? 0 : 4) +
    (grounds.number === 'other' ? 0 : 2) +
    (grounds.day === 'same' ? 1 : 0);
  const most = Math.max(0, ...fitting.map(weightOf));
  return fitting.filter((one) => weightOf(one) === most);
}

function confidenceOf({ number, party, day }: MatchGrounds): MatchConfidence {
  if (number === 'other' || day === 'far') return 'possible';
  if (number === 'same') return party === 'unknown' ? 'probable' : 'certain';
  return party === 'unknown' ? 'possible' : 'probable';
}

/** The number is in the ledger, and something speaks against: the nearest document says what. */
function conflictOf(invoice: Einvoice, documents: readonly LedgerDocument[]): EinvoiceMatch {
  const ofParty = documents.filter(({ party }) => party !== 'other');
  const near = ofParty.length > 0 ? ofParty : documents;
  const receivableIds = near.flatMap(({ ids }) => ids);
  const [only] = near as readonly [LedgerDocument, ...LedgerDocument[]];
  if (near.length > 1) return { outcome: 'several_candidates', receivableIds };
  if (only.party === 'other') return { outcome: 'party_differs', receivableIds };
  if (!only.isSameCurrency) return { outcome: 'currency_differs', receivableIds };
  return {
    outcome: 'amount_differs',
    receivableIds,
    ledgerCents: only.amountCents,
    invoiceCents: ledgerAmountOf(invoice),
  };
}
