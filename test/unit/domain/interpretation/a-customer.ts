/**
 * A customer's facts in few words, and an interpretation told as text, so that tests read like a
 * ledger.
 *
 *     customerOf(invoice('2026-01-05', 'F1', 10_000), receipt('2026-02-04', 10_000, 'VIR F1'))
 */
import { interpret } from '../../../../src/shared/domain/interpretation/interpret.ts';
import type {
  CustomerFacts,
  FactItem,
  FactLine,
  FactRow,
  Interpretation,
  LiveImport,
} from '../../../../src/shared/domain/interpretation/interpretation.ts';
import type { AccountRole } from '../../../../src/shared/domain/statement/account-role.ts';
import type { PaymentTerms } from '../../../../src/shared/domain/terms/payment-terms.ts';
import { type CalendarDate, calendarDate } from '../../../../src/shared/kernel/calendar-date.ts';

export const THIRTY_NET: PaymentTerms = {
  unit: 'days',
  count: 30,
  endOfMonth: 'none',
  dayOfMonth: null,
};

export const ROLES: ReadonlyMap<string, AccountRole> = new Map([
  ['411000', 'ordinary'],
  ['413000', 'bill'],
  ['416000', 'doubtful'],
  ['418100', 'to_invoice'],
  ['419100', 'deposit'],
  ['411999', 'sundry'],
]);

type LineChange = Partial<Omit<FactLine, 'lineDate' | 'documentDate' | 'letteredOnDate'>> & {
  readonly documentDate?: string | null;
  readonly letteredOnDate?: string;
};

let nextLine = 2;

export function line(day: string, amountCents: number, change: LineChange = {}): FactLine {
  const { documentDate, letteredOnDate, ...rest } = change;
  nextLine += 1;
  return {
    importId: 1,
    lineNumber: nextLine,
    customerCode: 'C1',
    ledgerAccountCode: '411000',
    ledgerAccountLabel: 'Clients',
    journalCode: amountCents > 0 ? 'VE' : 'BQ',
    journalLabel: '',
    entryNumber: '1',
    lineDate: calendarDate(day),
    documentNumber: '',
    documentDate: documentDate == null ? null : calendarDate(documentDate),
    label: '',
    amountCents,
    currency: 'EUR',
    letter: null,
    letteredOnDate: letteredOnDate === undefined ? null : calendarDate(letteredOnDate),
    counterpart: amountCents > 0 ? 'sales' : 'bank',
    isOpening: false,
    statedDueDate: null,
    paymentMethod: null,
    ...rest,
  };
}

export function invoice(day: string, documentNumber: string, cents: number, change?: LineChange) {
  return line(day, cents, { documentNumber, label: `FACTURE ${documentNumber}`, ...change });
}

export function creditNote(
  day: string,
  documentNumber: string,
  cents: number,
  change?: LineChange,
) {
  return line(day, -cents, { documentNumber, counterpart: 'sales', journalCode: 'VE', ...change });
}

export function receipt(day: string, cents: number, label = 'VIR', change?: LineChange) {
  return line(day, -cents, { label, ...change });
}

/** Money that left the bank towards the customer. */
export function sentBack(day: string, cents: number, label = 'VIR', change?: LineChange) {
  return line(day, cents, { label, counterpart: 'bank', journalCode: 'BQ', ...change });
}

export function opening(day: string, cents: number, change?: LineChange) {
  return line(day, cents, {
    journalCode: 'AN',
    counterpart: 'opening',
    isOpening: true,
    label: 'A nouveau',
    ...change,
  });
}

export function periodOf(importId: number, from: string, to: string): LiveImport {
  return {
    importId,
    meaning: 'period',
    statedOnDate: calendarDate(to),
    coversFromDate: calendarDate(from),
    coversToDate: calendarDate(to),
  };
}

export function listOn(importId: number, day: string): LiveImport {
  return {
    importId,
    meaning: 'open_items',
    statedOnDate: calendarDate(day),
    coversFromDate: null,
    coversToDate: null,
  };
}

export function rowsOn(importId: number, day: string): LiveImport {
  return { ...listOn(importId, day), meaning: 'rows' };
}

type Change<Fact> = Partial<Omit<Fact, 'documentDate' | 'dueDate'>> & {
  readonly documentDate?: string | null;
  readonly dueDate?: string | null;
};

function dateOrNull(day: string | null | undefined): CalendarDate | null {
  return day == null ? null : calendarDate(day);
}

export function listed(
  documentNumber: string,
  openCents: number,
  { documentDate = '2026-01-05', dueDate, ...change }: Change<FactItem> = {},
): FactItem {
  nextLine += 1;
  return {
    importId: 1,
    lineNumber: nextLine,
    customerCode: 'C1',
    documentNumber,
    rank: 1,
    documentDate: dateOrNull(documentDate),
    dueDate: dateOrNull(dueDate),
    amountCents: openCents,
    openCents,
    currency: 'EUR',
    label: '',
    kind: 'invoice',
    ...change,
  };
}

export function row(
  kind: FactRow['kind'],
  day: string,
  amountCents: number,
  { documentDate: _, dueDate, ...change }: Change<FactRow> = {},
): FactRow {
  nextLine += 1;
  return {
    importId: 1,
    lineNumber: nextLine,
    customerCode: 'C1',
    kind,
    documentNumber: '',
    documentDate: calendarDate(day),
    dueDate: dateOrNull(dueDate),
    amountCents,
    settlesDocumentNumber: null,
    currency: 'EUR',
    label: '',
    ...change,
  };
}

export const THE_YEAR = periodOf(1, '2026-01-01', '2026-12-31');

export function factsOf(change: Partial<CustomerFacts>): CustomerFacts {
  return {
    lines: [],
    items: [],
    rows: [],
    imports: [THE_YEAR],
    roles: ROLES,
    natureRules: [],
    terms: { terms: THIRTY_NET, isConfirmed: false },
    invoiceDueDates: new Map(),
    dueDateOverrides: new Map(),
    ...change,
  };
}

export function customerOf(...lines: readonly FactLine[]): Interpretation {
  return interpret(factsOf({ lines }));
}

/** What is left of each item, then of each payment, where it is not nought, as of a day. */
export function leftOf(interpretation: Interpretation, asOf = '9999-12-31') {
  const { items, payments, allocations } = interpretation;
  const ofItems = items.map((item) => (item.bookedDate <= asOf ? item.amountCents : 0));
  const ofPayments = payments.map((one) => (one.receivedDate <= asOf ? one.amountCents : 0));
  for (const { item, payment, amountCents, effectiveDate } of allocations) {
    if (effectiveDate > asOf) continue;
    if (item !== null) ofItems[item] = (ofItems[item] ?? 0) - amountCents;
    if (payment !== null) ofPayments[payment] = (ofPayments[payment] ?? 0) - amountCents;
  }
  return { ofItems, ofPayments };
}

/** Σ items − Σ payments still open on a day. */
export function balanceOf(interpretation: Interpretation, asOf?: string): number {
  const { ofItems, ofPayments } = leftOf(interpretation, asOf);
  const sum = (amounts: readonly number[]) => amounts.reduce((total, one) => total + one, 0);
  return sum(ofItems) - sum(ofPayments);
}

/** « F1 60,00 » for each item still open, « crédit 10,00 » or « débit … » for each free payment. */
export function openOf(interpretation: Interpretation, asOf?: string): string[] {
  const { ofItems, ofPayments } = leftOf(interpretation, asOf);
  const told: string[] = [];
  for (const [index, item] of interpretation.items.entries()) {
    const left = ofItems[index] ?? 0;
    if (left !== 0) told.push(`${item.documentNumber || item.kind} ${euros(left)}`);
  }
  for (const left of ofPayments) {
    if (left !== 0) told.push(`${left > 0 ? 'crédit' : 'débit'} ${euros(Math.abs(left))}`);
  }
  return told;
}

/** « F1 ← 60,00 bank lettered 2026-02-04 » for each reduction of an item, in order. */
export function allocationsOf({ items, allocations }: Interpretation): string[] {
  return allocations.flatMap(({ item, amountCents, nature, basis, effectiveDate }) => {
    if (item === null) return [];
    const of = items[item];
    const name = of?.documentNumber || of?.kind;
    return [`${name} ← ${euros(amountCents)} ${nature} ${basis} ${effectiveDate}`];
  });
}

/** « reject bank -60,00 » for each payment, in order. */
export function paymentsOf({ payments }: Interpretation): string[] {
  return payments.map(({ kind, nature, amountCents }) => `${kind} ${nature} ${euros(amountCents)}`);
}

function euros(cents: number): string {
  const digits = String(Math.abs(cents)).padStart(3, '0');
  return `${cents < 0 ? '-' : ''}${digits.slice(0, -2)},${digits.slice(-2)}`;
}
