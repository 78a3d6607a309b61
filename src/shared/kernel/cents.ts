/**
 * Money, in whole cents of one currency.
 *
 * Every amount of the application is an integer: sums never drift and two equal amounts are
 * equal. A `Cents` may be negative (a credit note, a refund). The range is that of safe integers,
 * ninety thousand billion euros, far above what a reader accepts (`AMOUNT_CENTS_MAX`).
 */
export type Cents = number;

/** The largest amount a file or a person may state: ten billion euros. Beyond, it is a slip. */
export const AMOUNT_CENTS_MAX: Cents = 1_000_000_000_000;

/** Checks that a computed amount is a whole number of cents; a fraction is a broken invariant. */
export function cents(value: number): Cents {
  if (!Number.isSafeInteger(value)) throw new RangeError(`Not a whole number of cents: ${value}`);
  return value === 0 ? 0 : value;
}

/** Sum of amounts of one currency. */
export function sumCents(amounts: Iterable<Cents>): Cents {
  let sum = 0;
  for (const amount of amounts) sum += amount;
  return cents(sum);
}

/**
 * `amount × numerator ÷ denominator`, rounded to the nearest cent, halves away from zero
 * (the rounding of French invoices). Exact for whole numbers, however large their product: a
 * rate in basis points times a number of days soon passes what a double holds. Throws when the
 * denominator is zero.
 */
export function ratioOf(amount: Cents, numerator: number, denominator: number): Cents {
  if (denominator === 0) throw new RangeError('ratioOf: denominator is zero');
  const product = amount * numerator;
  const exact = product / denominator;
  if (!(Number.isInteger(numerator) && Number.isInteger(denominator))) {
    return cents(Math.sign(exact) * Math.round(Math.abs(exact)));
  }
  const over = Math.abs(product);
  const under = Math.abs(denominator);
  // Below 2^53 the quotient's floor is exact; beyond, whole numbers of any size are slower.
  const rounded =
    2 * over + under < Number.MAX_SAFE_INTEGER
      ? Math.floor((2 * over + under) / (2 * under))
      : wholeQuotient(BigInt(amount) * BigInt(numerator), BigInt(denominator));
  return cents(Math.sign(exact) * rounded);
}

function wholeQuotient(product: bigint, divisor: bigint): number {
  const over = product < 0n ? -product : product;
  const under = divisor < 0n ? -divisor : divisor;
  return Number((over * 2n + under) / (under * 2n));
}

/**
 * Splits an amount into equal instalments; the first ones carry the odd cents.
 *
 * 100,00 € in 3 gives 33,34 + 33,33 + 33,33. The debtor never owes a cent more
 * or less than before the plan.
 */
export function splitEvenly(total: Cents, count: number): Cents[] {
  if (!Number.isInteger(count) || count < 1)
    throw new RangeError('splitEvenly: count must be at least 1');
  const share = Math.floor(total / count);
  const odd = total - share * count;
  return Array.from({ length: count }, (_, index) => cents(share + (index < odd ? 1 : 0)));
}
