/** What a term of the score is made of, row by row: items, promises, calls, disputes, payments. */

import {
  delayExclusionOf,
  delayPoints,
  type PayerItem,
} from '../../../shared/domain/payer/delay-points.ts';
import type { ScoreTermCode } from '../../../shared/domain/payer/payer-settings.ts';
import { LEDGER_CURRENCY } from '../../../shared/domain/receivable/currency.ts';
import { isOverdue } from '../../../shared/domain/receivable/net-position.ts';
import type { Language } from '../../../shared/format/language.ts';
import { addMonths, type CalendarDate, daysBetween } from '../../../shared/kernel/calendar-date.ts';
import type { Cents } from '../../../shared/kernel/cents.ts';
import { payerBehaviourText } from '../../../shared/text/payer-behaviour.ts';
import type { Reader } from '../../ledger/session.ts';
import { readDocumentsOf, readSplitItems } from '../../ledger/views/payer-delays.ts';
import type { CustomerAccount } from '../portfolio/customer-account.ts';
import { readPayerItems } from '../portfolio/habits.ts';
import {
  brokenPromises,
  callsMade,
  groundlessClaims,
  isUnanswered,
  postponements,
  rejectedPayments,
} from '../portfolio/payer-events.ts';
import { accountsOfPayer, type Portfolio } from '../portfolio/portfolio.ts';

export interface SourceRow {
  readonly key: string;
  readonly label: string;
  readonly day: CalendarDate | null;
  readonly delayDays: number | null;
  readonly amountCents: Cents | null;
  readonly currency: string;
  readonly note: string;
  readonly isCounted: boolean;
}

interface Known {
  readonly reader: Reader;
  readonly accounts: readonly CustomerAccount[];
  readonly today: CalendarDate;
  readonly notes: (typeof payerBehaviourText)['fr']['notes'];
}

/** A list is read by a person. */
const ROWS_MAX = 500;
const MONTHS = 12;

export function behaviourSources(
  reader: Reader,
  portfolio: Portfolio,
  asked: {
    readonly customerId: number;
    readonly term: ScoreTermCode | 'segment';
    readonly language: Language;
  },
): { readonly total: number; readonly rows: SourceRow[] } | null {
  const account = portfolio.accounts.get(asked.customerId);
  if (account === undefined) return null;
  const rows = rowsOf(asked.term, {
    reader,
    accounts: accountsOfPayer(portfolio, account.record.payerCustomerId),
    today: portfolio.today,
    notes: payerBehaviourText[asked.language].notes,
  });
  return { total: rows.length, rows: rows.slice(0, ROWS_MAX) };
}

function rowsOf(term: ScoreTermCode | 'segment', known: Known): SourceRow[] {
  switch (term) {
    case 'segment':
    case 'average_delay':
    case 'dispersion':
      return delayRows(known, null);
    case 'trend':
      return delayRows(known, addMonths(known.today, -3));
    case 'broken_promises':
      return known.accounts.flatMap((account) => brokenRows(account, known));
    case 'postponements':
      return known.accounts.flatMap((account) => postponedRows(account, known));
    case 'unanswered':
      return known.accounts.flatMap((account) => callRows(account, known));
    case 'split_payments':
      return splitRows(known);
    case 'groundless_claims':
      return known.accounts.flatMap((account) => claimRows(account, known));
    case 'rejected_payments':
      return known.accounts.flatMap((account) => rejectRows(account, known));
    case 'share_overdue':
      return known.accounts.flatMap((account) => owedRows(account, known));
  }
}

/** Every item of twelve months, the latest first, those that do not count with the reason. */
function delayRows(known: Known, since: CalendarDate | null): SourceRow[] {
  const { reader, accounts, today } = known;
  const items = readPayerItems(reader, accounts, addMonths(today, -MONTHS)).filter(
    ({ settledDate, dueDate }) =>
      settledDate === null ? dueDate < today : since === null || settledDate > since,
  );
  const counted = new Map(delayPoints(items, today).map((point) => [point.receivableId, point]));
  const documents = documentsOf(known, items);
  return items
    .map((item): SourceRow => {
      const point = counted.get(item.receivableId);
      const document = documents.get(item.receivableId);
      return {
        key: `item:${item.receivableId}`,
        label: document?.documentNumber ?? '',
        day: item.settledDate,
        delayDays: point?.days ?? daysBetween(item.dueDate, item.settledDate ?? today),
        amountCents: item.settledDate === null ? item.outstandingCents : item.amountCents,
        currency: document?.currency ?? LEDGER_CURRENCY,
        note: noteOf(item, point, known),
        isCounted: point !== undefined,
      };
    })
    .sort(latestFirst);
}

function noteOf(
  item: PayerItem,
  point: { readonly days: number; readonly isApproximate: boolean } | undefined,
  { notes, today }: Known,
): string {
  if (point === undefined) return notes[delayExclusionOf(item) ?? 'old'];
  if (point.isApproximate) return notes.approximate;
  if (item.settledDate !== null) return notes.paid;
  return point.days > daysBetween(item.dueDate, today) ? notes.usual : notes.open;
}

function brokenRows(account: CustomerAccount, { today, notes }: Known): SourceRow[] {
  return brokenPromises(account, today).map(({ promise, deadline }) => ({
    ...event(`promise:${promise.promiseId}`, deadline, notes.broken),
    label: documentsNamed(account, promise.promiseId),
    amountCents: promise.amountCents,
  }));
}

function postponedRows(account: CustomerAccount, { today, notes }: Known): SourceRow[] {
  return postponements(account, today).map((promise) => ({
    ...event(`promise:${promise.promiseId}`, promise.promisedOn, notes.postponed),
    label: documentsNamed(account, promise.promiseId),
    amountCents: promise.amountCents,
    currency: promise.currency,
  }));
}

function callRows(account: CustomerAccount, { today, notes }: Known): SourceRow[] {
  return callsMade(account, today).map((call) => {
    const isCounted = isUnanswered(call);
    const note = isCounted ? notes.unanswered : notes.answered;
    return {
      ...event(`call:${call.contactLogId}`, call.day, note),
      label: call.comment,
      isCounted,
    };
  });
}

function splitRows(known: Known): SourceRow[] {
  const { reader, accounts, today, notes } = known;
  const ids = accounts.map(({ record }) => record.customerId);
  const rows = readSplitItems(reader, ids, addMonths(today, -MONTHS));
  const documents = documentsOf(known, rows);
  return rows.map(({ receivableId, lastDay }) => {
    const document = documents.get(receivableId);
    return {
      ...event(`item:${receivableId}`, lastDay, notes.split),
      label: document?.documentNumber ?? '',
      amountCents: document?.amountCents ?? null,
      currency: document?.currency ?? LEDGER_CURRENCY,
    };
  });
}

function claimRows(account: CustomerAccount, { today, notes }: Known): SourceRow[] {
  return groundlessClaims(account, today).map((claim) => ({
    ...event(`dispute:${claim.disputeId}`, claim.closedOn, notes.groundless),
    label: claim.items.map(({ documentNumber }) => documentNumber ?? '').join(', '),
    amountCents: claim.items.reduce((sum, item) => sum + item.amountCents, 0),
    currency: claim.currency,
  }));
}

function rejectRows(account: CustomerAccount, { today, notes }: Known): SourceRow[] {
  return rejectedPayments(account, today).map((one) => ({
    ...event(`payment:${one.paymentId}`, one.receivedDate, notes.rejected),
    label: one.label,
    amountCents: Math.abs(one.amountCents),
    currency: one.currency,
  }));
}

function owedRows(account: CustomerAccount, { today, notes }: Known): SourceRow[] {
  return account.items
    .filter(
      ({ outstandingCents, currency }) => outstandingCents > 0 && currency === LEDGER_CURRENCY,
    )
    .map((item) => {
      const isCounted = isOverdue(item, today);
      return {
        ...event(`item:${item.receivableId}:${item.paymentId}`, item.dueDate, ''),
        label: item.documentNumber,
        delayDays: isCounted && item.dueDate !== null ? daysBetween(item.dueDate, today) : null,
        amountCents: item.outstandingCents,
        note: isCounted ? notes.overdue : notes.notDue,
        isCounted,
      };
    })
    .sort(latestFirst);
}

function event(key: string, day: CalendarDate | null, note: string): SourceRow {
  return {
    key,
    label: '',
    day,
    delayDays: null,
    amountCents: null,
    currency: LEDGER_CURRENCY,
    note,
    isCounted: true,
  };
}

function documentsNamed({ promises }: CustomerAccount, promiseId: number): string {
  const items = promises.find((row) => row.promiseId === promiseId)?.items ?? [];
  return items.map(({ documentNumber }) => documentNumber ?? '').join(', ');
}

function documentsOf({ reader }: Known, items: readonly { readonly receivableId: number }[]) {
  const ids = items.map(({ receivableId }) => receivableId);
  return new Map(readDocumentsOf(reader, ids).map((row) => [row.receivableId, row]));
}

/** What is open first, then the latest. */
function latestFirst(a: SourceRow, b: SourceRow): number {
  const [left, right] = [a.day ?? '9999', b.day ?? '9999'];
  return left === right ? a.key.localeCompare(b.key) : left < right ? 1 : -1;
}
