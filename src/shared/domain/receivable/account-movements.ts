/**
 * The movements of a customer's account between two days, with what stood before, what stands
 * after, and the running balance between.
 *
 *     opening + debits − credits = closing          currency by currency
 */
import type { CalendarDate } from '../../kernel/calendar-date.ts';
import type { Cents } from '../../kernel/cents.ts';

/** One thing that changed what the customer owes. */
export interface AccountMovement {
  readonly on: CalendarDate;
  /** Signed: what adds to the debt is positive. */
  readonly amountCents: Cents;
  readonly currency: string;
}

export interface RunningMovement<Movement extends AccountMovement> {
  readonly movement: Movement;
  /** What is owed once it is counted. */
  readonly balanceCents: Cents;
}

export interface AccountPeriod<Movement extends AccountMovement> {
  readonly currency: string;
  readonly openingCents: Cents;
  readonly movements: readonly RunningMovement<Movement>[];
  /** Both positive. */
  readonly debitCents: Cents;
  readonly creditCents: Cents;
  readonly closingCents: Cents;
}

/**
 * One period a currency, in the order the currencies first appear. Movements of one day stand in
 * the order given; those after `to` do not count. A currency with neither a balance nor a movement
 * is left out.
 */
export function accountPeriods<Movement extends AccountMovement>(
  movements: readonly Movement[],
  { from, to }: { readonly from: CalendarDate; readonly to: CalendarDate },
): AccountPeriod<Movement>[] {
  const inOrder = movements
    .filter(({ on }) => on <= to)
    .map((movement, at) => ({ movement, at }))
    .sort((a, b) => a.movement.on.localeCompare(b.movement.on) || a.at - b.at);
  const currencies = [...new Set(movements.map(({ currency }) => currency))];
  return currencies
    .map((currency) => {
      const own = inOrder
        .map(({ movement }) => movement)
        .filter((movement) => movement.currency === currency);
      return periodOf(currency, own, from);
    })
    .filter(({ openingCents, movements: own }) => openingCents !== 0 || own.length > 0);
}

function periodOf<Movement extends AccountMovement>(
  currency: string,
  movements: readonly Movement[],
  from: CalendarDate,
): AccountPeriod<Movement> {
  const openingCents = sumOf(movements.filter(({ on }) => on < from));
  const within = movements.filter(({ on }) => on >= from);
  let balanceCents = openingCents;
  const running = within.map((movement) => {
    balanceCents += movement.amountCents;
    return { movement, balanceCents };
  });
  return {
    currency,
    openingCents,
    movements: running,
    debitCents: sumOf(within.filter(({ amountCents }) => amountCents > 0)),
    creditCents: -sumOf(within.filter(({ amountCents }) => amountCents < 0)) + 0,
    closingCents: balanceCents,
  };
}

function sumOf(movements: readonly AccountMovement[]): Cents {
  return movements.reduce((sum, { amountCents }) => sum + amountCents, 0);
}
