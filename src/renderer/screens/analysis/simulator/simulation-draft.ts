/** The assumptions on screen, and what they come to. */
import {
  freedByOutstanding,
  SIMULATION_EXAMPLES,
  type SimulationExample,
  type SimulationInput,
  type SimulationResult,
  simulate,
} from '../../../../shared/domain/metrics/simulation.ts';
import type { ApiClient } from '../../../api/client.ts';

export type OwnFigures = Awaited<ReturnType<ApiClient['figures']['simulatorFigures']>>;

/** `turnoverCents` is that of all; which of it the days are gained on is the scope's. */
export interface Draft extends Omit<SimulationInput, 'allTurnoverCents'> {
  readonly origin: 'own' | SimulationExample;
  readonly scope: 'all' | 'late';
}

/** Five days of the company's own DSO, which anybody may begin with. */
const DAYS_AT_FIRST = 5;

export function draftOfOwn(own: OwnFigures): Draft {
  return {
    origin: 'own',
    scope: 'all',
    turnoverCents: own.turnoverCents,
    dsoDays: oneDecimal(own.dsoDays ?? 0),
    daysGained: Math.min(DAYS_AT_FIRST, Math.floor(own.dsoDays ?? 0)),
    base: own.base,
    lossRateBasisPoints: own.lossRateBasisPoints,
    jobCostCents: own.effortCostCents ?? 0,
    jobShareBasisPoints: 0,
    financingRateBasisPoints: own.rateBasisPoints,
  };
}

const TENTHS = 10;

/** As it is shown: the formula on screen gives what is written beside it. */
function oneDecimal(days: number): number {
  return Math.round(days * TENTHS) / TENTHS;
}

export function draftOfExample(example: SimulationExample): Draft {
  const { allTurnoverCents, ...input } = SIMULATION_EXAMPLES[example];
  return { ...input, origin: example, scope: 'all' };
}

/** The turnover that the days are gained on. */
export function scopedTurnover({ origin, scope, turnoverCents }: Draft, own: OwnFigures): number {
  return origin === 'own' && scope === 'late' ? own.late.turnoverCents : turnoverCents;
}

export function resultOf(draft: Draft, own: OwnFigures): SimulationResult {
  return simulate({
    ...draft,
    turnoverCents: scopedTurnover(draft, own),
    allTurnoverCents: scopedTurnover(draft, own),
  });
}

/** The same cash read from what is owed; null for an example, which owes nothing. */
export function byOutstanding(draft: Draft, own: OwnFigures) {
  if (draft.origin !== 'own') return null;
  const owed = draft.scope === 'late' ? own.late.receivablesCents : own.receivablesCents;
  const freedCents = freedByOutstanding(owed, draft.daysGained, draft.dsoDays);
  return freedCents === null ? null : { owedCents: owed, freedCents };
}
