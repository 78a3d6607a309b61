/** What a list and a header show of how a payer behaves. */
import type { PayerBrief } from '../../../shared/contract/payers.ts';
import type { Portfolio } from '../portfolio/portfolio.ts';

const UNKNOWN: PayerBrief = { segment: null, score: null, risk: null, trend: null };

export function payerBrief({ habits }: Pick<Portfolio, 'habits'>, payerId: number): PayerBrief {
  const behaviour = habits.get(payerId)?.behaviour;
  if (behaviour === undefined) return UNKNOWN;
  return {
    segment: behaviour.segment,
    score: behaviour.score?.score ?? null,
    risk: behaviour.risk,
    trend: behaviour.trend.direction,
  };
}
