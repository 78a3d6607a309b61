/**
 * What a person may note of an agreement, from where it stands. Forfeiture is never automatic: it
 * is offered once a part is missed, and a person decides.
 */
import type { CalendarDate } from '../../kernel/calendar-date.ts';
import type { AgreementStep } from './agreement.ts';
import { AGREEMENT_STEPS } from './agreement.ts';
import { isOver, type JudgedAgreement } from './judge-agreement.ts';

/** The steps that may follow today, in their order. */
export function possibleSteps(
  judged: JudgedAgreement,
  today: CalendarDate,
): readonly AgreementStep[] {
  return AGREEMENT_STEPS.filter((step) => mayFollow(step, judged, today));
}

function mayFollow(
  step: AgreementStep,
  { state, agreement }: JudgedAgreement,
  today: CalendarDate,
): boolean {
  const isAwaited = !isOver(state) && state !== 'paid';
  const isNoted = agreement.steps.includes(step);
  switch (step) {
    case 'sent':
      return !isNoted && isAwaited && !agreement.steps.includes('signed');
    case 'signed':
      return !isNoted && isAwaited;
    case 'forfeited':
      return state === 'missed';
    case 'ended':
      return isAwaited;
    case 'written_off':
      return state === 'paid';
    case 'undone':
      return agreement.steps.length === 0 && agreement.agreedOn === today;
  }
}
