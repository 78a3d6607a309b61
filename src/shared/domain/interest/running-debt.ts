/**
 * What is owed of one item while time passes and payments come: principal, and interest already
 * covered where payments go to interest first.
 *
 * A payment taken back (rejected) puts back what it had covered: principal first, then interest,
 * so that a payment and its rejection leave nothing behind.
 */
import type { Cents } from '../../kernel/cents.ts';
import type { Imputation } from './charge-settings.ts';
import type { DayOfMovements } from './movement.ts';

export interface RunningDebt {
  /** Below zero when more was paid than owed: nothing bears interest then. */
  readonly principalCents: Cents;
  readonly accruedCents: Cents;
  /** Principal and interest covered by payments. */
  readonly principalPaidCents: Cents;
  readonly interestPaidCents: Cents;
}

/** The debt of an item before anything moved. */
export function newDebt(amountCents: Cents): RunningDebt {
  return {
    principalCents: amountCents,
    accruedCents: 0,
    principalPaidCents: 0,
    interestPaidCents: 0,
  };
}

/** The debt after a day of movements: credit notes first, then money. */
export function afterMovements(
  debt: RunningDebt,
  day: DayOfMovements,
  imputation: Imputation,
): RunningDebt {
  const payment = day.paymentCents;
  const toInterest =
    payment >= 0
      ? Math.min(payment, imputation === 'interest_first' ? unpaidInterestOf(debt) : 0)
      : -Math.min(debt.interestPaidCents, Math.max(0, -payment - debt.principalPaidCents));
  const toPrincipal = payment - toInterest;
  return {
    principalCents: debt.principalCents - day.reductionCents - toPrincipal,
    accruedCents: debt.accruedCents,
    principalPaidCents: Math.max(0, debt.principalPaidCents + toPrincipal),
    interestPaidCents: debt.interestPaidCents + toInterest,
  };
}

function unpaidInterestOf(debt: RunningDebt): Cents {
  return debt.accruedCents - debt.interestPaidCents;
}
