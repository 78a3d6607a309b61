/**
 * Amounts of two currencies have no sum: what is added up is in euros, and what is owed in another
 * currency stands beside it, currency by currency.
 *
 * Books kept in France are in euros (Code de commerce, art. L123-22), so the main figure of every
 * screen is; nothing here knows a rate of exchange.
 */
import type { Cents } from '../../kernel/cents.ts';

/** ISO 4217 code of the currency in which the books are kept. */
export const LEDGER_CURRENCY = 'EUR';

export interface CurrencyAmount {
  readonly currency: string;
  readonly amountCents: Cents;
}

export interface SumApart {
  /** Of the amounts in the currency of the books. */
  readonly totalCents: Cents;
  /** One a currency, in the order of their codes; what comes to zero is left out. */
  readonly otherTotals: CurrencyAmount[];
}

/** Adds up amounts, each currency by itself. */
export function sumApart(amounts: Iterable<CurrencyAmount>): SumApart {
  let totalCents = 0;
  const others = new Map<string, Cents>();
  for (const { currency, amountCents } of amounts) {
    if (currency === LEDGER_CURRENCY) totalCents += amountCents;
    else others.set(currency, (others.get(currency) ?? 0) + amountCents);
  }
  const otherTotals = [...others]
    .filter(([, amountCents]) => amountCents !== 0)
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([currency, amountCents]) => ({ currency, amountCents }));
  return { totalCents, otherTotals };
}
