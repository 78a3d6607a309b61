/**
 * What both syntaxes have in common once their fields are found: what makes an invoice, what it
 * may lack, and what of it does not hold together.
 *
 * Without a number, a day or a total nothing in the ledger can be recognised: the file is refused.
 * Totals that do not add up are told and kept as written: what the customer holds is the invoice.
 */
import {
  type DocumentType,
  documentTypeOf,
} from '../../../shared/domain/einvoice/document-type.ts';
import type {
  Einvoice,
  EinvoiceInstalment,
  EinvoiceProfile,
  EinvoiceTotals,
} from '../../../shared/domain/einvoice/einvoice.ts';
import type { CalendarDate } from '../../../shared/kernel/calendar-date.ts';
import type { Cents } from '../../../shared/kernel/cents.ts';
import { done, type Result, refused } from '../../../shared/kernel/result.ts';
import type { FileRefused } from '../statement-sink.ts';
import type { XmlElement } from '../xml.ts';
import { type EinvoiceFields, textOf, wordsOf } from './field-texts.ts';

/** Amounts as the file states them; null where it does not. */
export interface StatedTotals {
  readonly exclVatCents: Cents | null;
  readonly vatCents: Cents | null;
  readonly inclVatCents: Cents | null;
  readonly prepaidCents: Cents | null;
  readonly roundingCents: Cents | null;
  readonly duePayableCents: Cents | null;
}

/** What a syntax gives for the parts that are judged here. */
export interface InvoiceDraft {
  readonly number: XmlElement | undefined;
  readonly issueDate: XmlElement | undefined;
  readonly typeCode: XmlElement | undefined;
  /** The code of a document that states none: 380, or 381 for a root that is a credit note. */
  readonly typeCodeElse: '380' | '381';
  readonly guideline: string;
  readonly currency: XmlElement | undefined;
  readonly instalments: readonly EinvoiceInstalment[];
  readonly totals: StatedTotals;
}

type Judged = Pick<
  Einvoice,
  | 'number'
  | 'issueDate'
  | 'typeCode'
  | 'kind'
  | 'variant'
  | 'profile'
  | 'currency'
  | 'dueDate'
  | 'instalments'
  | 'totals'
>;

const PRO_FORMA = '325';
const PROFILES: readonly (readonly [EinvoiceProfile, RegExp])[] = [
  ['xrechnung', /xrechnung/i],
  ['extended', /extended/i],
  ['minimum', /:minimum/i],
  ['basic_wl', /:basic-?wl/i],
  ['basic', /:basic/i],
  ['en16931', /^urn:cen\.eu:en16931:2017|:en16931$|:comfort$/i],
];

/** The parts that both syntaxes share, or why the file is no invoice that can be used. */
export function completeInvoice(
  draft: InvoiceDraft,
  fields: EinvoiceFields,
): Result<Judged, FileRefused> {
  const number = wordsOf(draft.number);
  if (number === null) return refused({ code: 'einvoice_number_missing', value: '' });
  const typeCode = textOf(draft.typeCode) || draft.typeCodeElse;
  if (typeCode === PRO_FORMA) return refused({ code: 'einvoice_proforma', value: number });
  const issueDate = fields.day(draft.issueDate, 'BT-2');
  if (issueDate === null) {
    return refused({ code: 'einvoice_date_missing', value: textOf(draft.issueDate) });
  }
  const profile = PROFILES.find(([, form]) => form.test(draft.guideline))?.[0] ?? 'other';
  const totals = completeTotals(draft.totals, profile);
  if (totals === null) return refused({ code: 'einvoice_total_missing', value: number });
  const type = typeOf(typeCode, draft, fields);
  checkTotals(totals, fields);
  if (type.kind === 'credit_note' && totals.inclVatCents < 0) {
    fields.warn('einvoice_credit_negative', decimal(totals.inclVatCents), { term: 'BT-112' });
  }
  const instalments = inOrder(draft.instalments);
  checkInstalments(instalments, { issueDate, totals }, fields);
  return done({
    number,
    issueDate,
    typeCode,
    ...type,
    profile,
    currency: currencyOf(draft.currency, fields),
    dueDate: instalments.length === 1 ? (instalments[0]?.dueDate ?? null) : null,
    instalments,
    totals,
  });
}

/** The amount of the invoice's own currency, where a total stands once for each currency. */
export function totalIn(
  elements: readonly XmlElement[],
  currency: XmlElement | undefined,
): XmlElement | undefined {
  const wanted = textOf(currency);
  return (
    elements.find((one) => one.attributes.get('currencyID') === wanted) ??
    elements.find((one) => !one.attributes.has('currencyID')) ??
    elements[0]
  );
}

/** The profile MINIMUM has no room for what was paid before: it is what the other totals leave. */
function completeTotals(stated: StatedTotals, profile: EinvoiceProfile): EinvoiceTotals | null {
  const { inclVatCents, duePayableCents } = stated;
  const roundingCents = stated.roundingCents ?? 0;
  const isTold = stated.prepaidCents !== null || profile !== 'minimum';
  const left = isTold ? null : (inclVatCents ?? 0) - (duePayableCents ?? inclVatCents ?? 0);
  const prepaidCents = stated.prepaidCents ?? left ?? 0;
  const paid = roundingCents - prepaidCents;
  const incl = inclVatCents ?? (duePayableCents === null ? null : duePayableCents - paid);
  if (incl === null) return null;
  return {
    exclVatCents: stated.exclVatCents,
    vatCents: stated.vatCents,
    inclVatCents: incl,
    prepaidCents,
    roundingCents,
    duePayableCents: duePayableCents ?? incl + paid,
  };
}

function checkTotals(totals: EinvoiceTotals, fields: EinvoiceFields): void {
  const { exclVatCents, vatCents, inclVatCents, prepaidCents, roundingCents } = totals;
  if (exclVatCents !== null && vatCents !== null && exclVatCents + vatCents !== inclVatCents) {
    const value = `${decimal(exclVatCents)} + ${decimal(vatCents)} ≠ ${decimal(inclVatCents)}`;
    fields.warn('einvoice_totals_differ', value, { term: 'BT-112' });
  }
  if (inclVatCents - prepaidCents + roundingCents !== totals.duePayableCents) {
    const sum = `${decimal(inclVatCents)} − ${decimal(prepaidCents)} + ${decimal(roundingCents)}`;
    const value = `${sum} ≠ ${decimal(totals.duePayableCents)}`;
    fields.warn('einvoice_totals_differ', value, { term: 'BT-115' });
  }
}

function typeOf(typeCode: string, draft: InvoiceDraft, fields: EinvoiceFields): DocumentType {
  const known = documentTypeOf(typeCode);
  if (known !== null) return known;
  fields.warn('einvoice_type_unknown', typeCode, { term: 'BT-3', element: draft.typeCode });
  return { kind: draft.typeCodeElse === '381' ? 'credit_note' : 'invoice', variant: 'plain' };
}

function currencyOf(element: XmlElement | undefined, fields: EinvoiceFields): string {
  const text = textOf(element).toUpperCase();
  if (/^[A-Z]{3}$/.test(text)) return text;
  fields.warn('einvoice_currency_missing', text, { term: 'BT-5', element });
  return 'EUR';
}

/** By day; a day stated twice without amounts is one due date. */
function inOrder(instalments: readonly EinvoiceInstalment[]): EinvoiceInstalment[] {
  const kept = instalments.filter(
    ({ dueDate, amountCents }, index) =>
      amountCents !== null ||
      instalments.findIndex((other) => other.dueDate === dueDate && other.amountCents === null) ===
        index,
  );
  return kept.sort((one, other) => (one.dueDate < other.dueDate ? -1 : 1));
}

function checkInstalments(
  instalments: readonly EinvoiceInstalment[],
  { issueDate, totals }: { readonly issueDate: CalendarDate; readonly totals: EinvoiceTotals },
  fields: EinvoiceFields,
): void {
  const [first] = instalments;
  if (first !== undefined && first.dueDate < issueDate) {
    fields.warn('due_before_document', first.dueDate, { term: 'BT-9' });
  }
  const amounts = instalments.flatMap(({ amountCents }) => amountCents ?? []);
  if (amounts.length < 2 || amounts.length < instalments.length) return;
  const sum = amounts.reduce((total, amount) => total + amount, 0);
  if (sum === totals.duePayableCents || sum === totals.inclVatCents) return;
  const value = `${decimal(sum)} ≠ ${decimal(totals.duePayableCents)}`;
  fields.warn('einvoice_instalments_differ', value, { term: 'BT-9' });
}

/** As the file writes amounts, so that they can be found in it. */
function decimal(amount: Cents): string {
  const digits = String(Math.abs(amount)).padStart(3, '0');
  return `${amount < 0 ? '-' : ''}${digits.slice(0, -2)}.${digits.slice(-2)}`;
}
