/** The assumptions on screen, and what they come to. */
import {
  freedByOutstanding,
  SIMULATION_EXAMPLES,
  type SimulationExample,
  type SimulationInput,
} from '../../../../shared/domain/metrics/simulation.ts';
import type { ApiClient } from '../../../api/client.ts';

export type OwnFigures = Awaited<ReturnType<ApiClient['figures']['simulatorFigures']>>;

export type Scope = 'all' | 'late';

export interface Draft extends SimulationInput {
  readonly origin: 'own' | SimulationExample;
  /** On whom the days are gained; of an example, on everybody. */
  readonly scope: Scope;
}

/** Five days, which anybody may begin with. */
const DAYS_AT_FIRST = 5;

export function draftOfOwn(own: OwnFigures): Draft {
  return {
    ...ofScope(own, 'all'),
    origin: 'own',
    daysGained: Math.min(DAYS_AT_FIRST, Math.floor(own.dsoDays ?? 0)),
    base: own.base,
    lossRateBasisPoints: own.lossRateBasisPoints,
    jobCostCents: own.effortCostCents ?? 0,
    jobShareBasisPoints: 0,
    financingRateBasisPoints: own.rateBasisPoints,
  };
}

/** The turnover and the DSO of everybody, or of the late payers: both are of the same customers. */
export function ofScope(
  own: OwnFigures,
  scope: Scope,
): Pick<Draft, 'scope' | 'turnoverCents' | 'dsoDays'> {
  if (scope === 'all') {
    return { scope, turnoverCents: own.turnoverCents, dsoDays: oneDecimal(own.dsoDays ?? 0) };
  }
  const { receivablesCents, turnoverCents } = own.late;
  const days = turnoverCents > 0 ? (receivablesCents * own.base) / turnoverCents : 0;
  return { scope, turnoverCents, dsoDays: oneDecimal(days) };
}

const TENTHS = 10;

/** As it is shown: the formula on screen gives what is written beside it. */
function oneDecimal(days: number): number {
  return Math.round(days * TENTHS) / TENTHS;
}

export function draftOfExample(example: SimulationExample): Draft {
  return { ...SIMULATION_EXAMPLES[example], origin: example, scope: 'all' };
}

/** The same cash read from what is owed; null for an example, which owes nothing. */
export function byOutstanding(draft: Draft, own: OwnFigures) {
  if (draft.origin !== 'own') return null;
  const owed = draft.scope === 'late' ? own.late.receivablesCents : own.receivablesCents;
  const freedCents = freedByOutstanding(owed, draft.daysGained, draft.dsoDays);
  return freedCents === null ? null : { owedCents: owed, freedCents };
}
