/** The likely cash of some customers week by week: by what it is expected on, with its band. */
import { cashBand } from '../../../shared/domain/forecast/cash-band.ts';
import { eventShifts } from '../../../shared/domain/forecast/cash-event.ts';
import { forecastWeeks } from '../../../shared/domain/forecast/due-and-promise.ts';
import { HORIZON_WEEKS, LATER, NEVER } from '../../../shared/domain/forecast/expected-cash.ts';
import type { CalendarDate } from '../../../shared/kernel/calendar-date.ts';
import type { Cents } from '../../../shared/kernel/cents.ts';
import type { Ledger } from '../../ledger/ledger.ts';
import { readCashEvents } from '../../ledger/views/forecasts.ts';
import { type AgedGroup, CURRENCY_MARK, groupKeyOf } from '../overview/aged.ts';
import type { CustomerAccount } from '../portfolio/customer-account.ts';
import type { Portfolio } from '../portfolio/portfolio.ts';
import { type CashSums, emptySums, type WhatIf } from './account-cash.ts';
import { placeCents, sumCash } from './likely-cash.ts';

/** Whose cash, and under what is supposed. */
export interface CashQuestion {
  readonly by: 'none' | 'customer' | 'rep_code' | 'agency_code' | 'profile' | 'payment_method';
  readonly key: string | null;
  readonly whatIf: readonly WhatIf[];
}

export interface LikelyWeek {
  readonly weekStart: CalendarDate;
  readonly typedCents: Cents;
  readonly promisedCents: Cents;
  readonly habitCents: Cents;
  readonly lateCents: Cents;
  readonly eventCents: Cents;
  readonly expectedCents: Cents;
  readonly lowCents: Cents;
  readonly highCents: Cents;
}

export interface LikelyCash {
  /** All weeks of the horizon. */
  readonly weeks: readonly LikelyWeek[];
  readonly laterCents: Cents;
  readonly neverCents: Cents;
  readonly books: CashSums;
  readonly others: readonly CashSums[];
}

/** The customers of the group that a question names; everybody without one. */
export function* accountsIn(
  { accounts }: Portfolio,
  { by, key }: Pick<CashQuestion, 'by' | 'key'>,
): Generator<CustomerAccount> {
  const [wanted] = key?.split(CURRENCY_MARK) ?? [];
  for (const account of accounts.values()) {
    if (by === 'none' || wanted === undefined) yield account;
    else if (groupKeyOf(account, by as AgedGroup) === wanted) yield account;
  }
}

/** The likely cash that a question asks for; events delay that of a group like everybody's. */
export function likelyWeeks(
  ledger: Ledger,
  portfolio: Portfolio,
  question: CashQuestion,
): LikelyCash {
  const [books = emptySums('EUR'), ...others] = sumCash(
    portfolio,
    accountsIn(portfolio, question),
    question.whatIf,
  );
  const { today, outlook } = portfolio;
  const { byKind, variance } = books;
  const habit = byKind.habit.map((cents, place) => cents + (byKind.late[place] ?? 0));
  const shifts = eventShifts(habit, ledger.read(readCashEvents), today);
  const sums = placeCents(books);
  const widening = outlook.model?.widening.week ?? 1;
  const weeks = forecastWeeks(today, HORIZON_WEEKS).map((weekStart, place): LikelyWeek => {
    const eventCents = shifts[place] ?? 0;
    const expectedCents = (sums[place] ?? 0) + eventCents;
    return {
      weekStart,
      typedCents: byKind.typed[place] ?? 0,
      promisedCents: byKind.promise[place] ?? 0,
      habitCents: byKind.habit[place] ?? 0,
      lateCents: byKind.late[place] ?? 0,
      eventCents,
      expectedCents,
      ...cashBand(expectedCents, variance[place] ?? 0, widening),
    };
  });
  return {
    weeks,
    laterCents: (sums[LATER] ?? 0) + (shifts[LATER] ?? 0),
    neverCents: sums[NEVER] ?? 0,
    books,
    others,
  };
}
