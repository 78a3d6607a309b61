/** The steps that a call makes: those of today's plan that ask for it, on what was talked of. */
import type { Severity } from '../../../shared/domain/dunning/severity.ts';
import type { OpenCompany } from '../companies/open-company.ts';
import type { AppContext } from '../context.ts';
import { companyPlan } from '../dunning/plan-keeper.ts';

export interface CallStep {
  readonly customerId: number;
  readonly receivableId: number;
  readonly claimKey: string;
  readonly severity: Severity | null;
  readonly cycle: number;
}

/**
 * The steps of the payer's calls of today. Items that were not ticked were not talked of: their
 * step is still to be made. Without any ticked, the call was about the account as a whole.
 */
export async function callSteps(
  context: AppContext,
  company: OpenCompany,
  {
    customerId,
    receivableIds,
    stepsDone,
  }: {
    readonly customerId: number;
    readonly receivableIds: readonly number[];
    readonly stepsDone?: { readonly movesLevel: boolean } | null | undefined;
  },
): Promise<CallStep[]> {
  const { byPayer, portfolio } = await companyPlan(context, company);
  const payerId = portfolio.accounts.get(customerId)?.record.payerCustomerId ?? customerId;
  const talkedOf = new Set(receivableIds);
  const movesLevel = stepsDone?.movesLevel === true;
  return (byPayer.get(payerId)?.tasks ?? [])
    .filter(({ channel }) => channel === 'call')
    .flatMap(({ items }) => items)
    .filter(({ receivableId }) => talkedOf.size === 0 || talkedOf.has(receivableId))
    .map(({ customerId: own, receivableId, claimKey, severity, cycle }) => ({
      customerId: own,
      receivableId,
      claimKey,
      severity: movesLevel ? severity : null,
      cycle,
    }));
}
