/**
 * An item as the customer file shows it: what it is, what is left of it, and whether to chase it.
 */
import type { Item } from '../../../shared/contract/customers.ts';
import { documentKeyOf } from '../../../shared/domain/message/document-file.ts';
import { causeOfItem } from '../../../shared/domain/payer/delay-cause.ts';
import type { OpenItem } from '../../../shared/domain/receivable/open-item.ts';
import type { AssessedItem, Verdict } from '../../../shared/domain/receivable/verdict.ts';
import type { PaymentTerms } from '../../../shared/domain/terms/payment-terms.ts';
import type { Language } from '../../../shared/format/language.ts';
import { daysBetween } from '../../../shared/kernel/calendar-date.ts';
import { describePaymentTerms } from '../../../shared/text/payment-terms.ts';
import { verdictText } from '../../../shared/text/verdict.ts';
import type { Reader } from '../../ledger/session.ts';
import { findInvoicePdfs } from '../../ledger/stores/invoice-pdfs.ts';
import type { CustomerAccount } from '../portfolio/customer-account.ts';
import type { Portfolio } from '../portfolio/portfolio.ts';

export interface ItemContext {
  readonly account: CustomerAccount;
  readonly portfolio: Portfolio;
  readonly language: Language;
  readonly labels: ReadonlyMap<number, string>;
  readonly paymentLabels: ReadonlyMap<number, string>;
}

/** Open items, late ones first and oldest first, credits last. */
export function openItemRows(context: ItemContext): Item[] {
  const { account } = context;
  const assessed = new Map<OpenItem, AssessedItem>();
  for (const one of account.assessed.flatMap(({ items }) => items)) assessed.set(one.item, one);
  return account.items
    .map((item) => openItemRow(item, assessed.get(item) ?? null, context))
    .sort(byUrgency);
}

/** The rows with the word whether the PDF of each is at hand. */
export function withInvoicePdfs(reader: Reader, rows: readonly Item[]): Item[] {
  const numbers = rows.flatMap(({ documentNumber }) => documentNumber || []);
  const found = new Set(
    findInvoicePdfs(reader, numbers).map(({ documentNumber }) => documentKeyOf(documentNumber)),
  );
  return rows.map((row) => ({
    ...row,
    hasInvoicePdf: row.receivableId !== null && found.has(documentKeyOf(row.documentNumber)),
  }));
}

function openItemRow(item: OpenItem, judged: AssessedItem | null, context: ItemContext): Item {
  const { account, portfolio, language } = context;
  const own =
    item.receivableId === null ? undefined : account.situation.items.get(item.receivableId);
  const verdict = judged === null ? 'settled' : mainVerdict(judged);
  const isCredit = item.outstandingCents < 0;
  const promise = promiseOn(item, account);
  const held = isCredit ? null : causeOfItem(account.causes, item.receivableId);
  return {
    receivableId: item.receivableId,
    paymentId: item.paymentId,
    customerId: item.customerId,
    kind: item.kind,
    role: item.role,
    documentNumber: item.documentNumber,
    documentDate: item.documentDate,
    dueDate: item.dueDate,
    dueBasis: item.dueBasis,
    dueRule: ruleOf(item, account, language),
    amountCents: item.amountCents,
    outstandingCents: item.outstandingCents,
    currency: item.currency,
    label:
      (item.receivableId === null
        ? context.paymentLabels.get(item.paymentId ?? 0)
        : context.labels.get(item.receivableId)) ?? '',
    daysPastDue:
      item.dueDate === null || isCredit ? null : daysBetween(item.dueDate, portfolio.today),
    settledDate: null,
    settledNature: null,
    isVirtual: item.isVirtual,
    promisedFor: promise,
    promisedCents: own?.promisedCents ?? 0,
    disputedCents: own?.disputedCents ?? 0,
    isOnHold: account.situation.isHeld || own?.isHeld === true,
    verdict: isCredit ? 'credit' : verdict,
    verdictSentence: isCredit ? '' : verdictText[language][verdict],
    delayCause: held?.cause ?? null,
    delayOwner: held?.owner ?? '',
    isWithdrawn: false,
    hasInvoicePdf: false,
  };
}

/** The verdict that holds most of the item. */
function mainVerdict({ parts }: AssessedItem): Verdict {
  const [main] = parts.toSorted((a, b) => b.amountCents - a.amountCents);
  return main?.verdict ?? 'settled';
}

function promiseOn(item: OpenItem, account: CustomerAccount): Item['promisedFor'] {
  if (item.receivableId === null) return null;
  const days = account.judgedPromises
    .filter(({ outcome }) => outcome === 'pending' || outcome === 'to_verify')
    .filter(({ items }) =>
      items.some(
        ({ receivableId, openCents }) => receivableId === item.receivableId && openCents > 0,
      ),
    )
    .map(({ promise }) => promise.promisedFor)
    .sort();
  return days[0] ?? null;
}

/** The rule a due date was reckoned with, where it was. */
function ruleOf(item: OpenItem, account: CustomerAccount, language: Language): string | null {
  if (item.dueBasis !== 'estimated' && item.dueBasis !== 'confirmed_terms') return null;
  return describePaymentTerms(JSON.parse(account.record.terms) as PaymentTerms, language);
}

function byUrgency(a: Item, b: Item): number {
  const place = (item: Item) =>
    item.outstandingCents < 0 ? 2 : (item.daysPastDue ?? 0) > 0 ? 0 : 1;
  return (
    place(a) - place(b) ||
    (a.dueDate ?? '').localeCompare(b.dueDate ?? '') ||
    a.documentDate.localeCompare(b.documentDate) ||
    a.documentNumber.localeCompare(b.documentNumber)
  );
}
