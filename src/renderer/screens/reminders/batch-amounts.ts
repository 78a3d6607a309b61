/** What rows of the batch come to, and which of them are mails. */
import type { PlannedRow } from '../../../shared/contract/dunning.ts';
import { sumApart } from '../../../shared/domain/receivable/currency.ts';
import type { Written } from './use-written.ts';

export const isMail = (row: PlannedRow): boolean => row.channel === 'email';

/** « 184 220,00 € + 900,00 $ »: amounts of two currencies have no sum. Empty for thanks only. */
export function amountsOf(rows: readonly PlannedRow[], { amount }: Written): string {
  if (rows.every(({ dueCents }) => dueCents === 0)) return '';
  const { totalCents, otherTotals } = sumApart(
    rows.map(({ currency, dueCents }) => ({ currency, amountCents: dueCents })),
  );
  const others = otherTotals.map((own) => amount(own.amountCents, own.currency));
  return [...(totalCents === 0 && others.length > 0 ? [] : [amount(totalCents)]), ...others].join(
    ' + ',
  );
}
