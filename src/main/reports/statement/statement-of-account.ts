/** What a statement of account (relevé de compte) says, whatever the form it leaves in. */
import type {
  AccountMovement,
  AccountPeriod,
} from '../../../shared/domain/receivable/account-movements.ts';
import type { Language } from '../../../shared/format/language.ts';
import type { CalendarDate } from '../../../shared/kernel/calendar-date.ts';
import type { Cents } from '../../../shared/kernel/cents.ts';

export interface StatementLine {
  readonly kind: 'invoice' | 'credit_note' | 'opening' | 'fee' | 'other' | 'payment' | 'deposit';
  readonly documentNumber: string;
  readonly documentDate: CalendarDate;
  readonly dueDate: CalendarDate | null;
  /** Signed: what is owed is positive, a credit negative. */
  readonly amountCents: Cents;
  readonly outstandingCents: Cents;
  readonly currency: string;
  /** Days late on the day of the statement; null for what has no due date or is a credit. */
  readonly daysPastDue: number | null;
}

/** One movement of the account, as the customer reads it. */
export interface StatementMovement extends AccountMovement {
  readonly kind: StatementLine['kind'] | 'settlement';
  readonly documentNumber: string;
  readonly dueDate: CalendarDate | null;
}

export type StatementPeriod = AccountPeriod<StatementMovement>;

export interface StatementOfAccount {
  readonly asOf: CalendarDate;
  /** « Règlements pris en compte jusqu'au »: the last day known of the bank. */
  readonly bankDate: CalendarDate | null;
  readonly language: Language;
  readonly issuer: {
    readonly name: string;
    readonly addressLines: readonly string[];
    /** Legal mentions of the foot: form, SIREN, VAT number. */
    readonly mentions: string;
    readonly phone: string;
    readonly email: string;
    readonly logo: {
      readonly mediaType: 'image/png' | 'image/jpeg';
      readonly base64: string;
    } | null;
    readonly bank: { readonly holder: string; readonly iban: string; readonly bic: string } | null;
  };
  readonly customer: {
    readonly code: string;
    readonly name: string;
    readonly addressLines: readonly string[];
  };
  readonly lines: readonly StatementLine[];
  /** What moved the account since a day, currency by currency; null where it is not asked for. */
  readonly period: {
    readonly from: CalendarDate;
    readonly currencies: readonly StatementPeriod[];
  } | null;
}

export interface StatementTotals {
  readonly currency: string;
  readonly overdueCents: Cents;
  readonly notDueCents: Cents;
  /** Negative: credit notes, receipts and deposits to allocate. */
  readonly creditsCents: Cents;
  readonly balanceCents: Cents;
}

/** One total a currency, in the order the currencies first appear; amounts are never mixed. */
export function statementTotalsOf(lines: readonly StatementLine[]): StatementTotals[] {
  const totals = new Map<string, { overdue: Cents; notDue: Cents; credits: Cents }>();
  for (const line of lines) {
    const total = totals.get(line.currency) ?? { overdue: 0, notDue: 0, credits: 0 };
    if (line.outstandingCents < 0) total.credits += line.outstandingCents;
    else if ((line.daysPastDue ?? 0) > 0) total.overdue += line.outstandingCents;
    else total.notDue += line.outstandingCents;
    totals.set(line.currency, total);
  }
  return [...totals].map(([currency, { overdue, notDue, credits }]) => ({
    currency,
    overdueCents: overdue,
    notDueCents: notDue,
    creditsCents: credits,
    balanceCents: overdue + notDue + credits,
  }));
}
