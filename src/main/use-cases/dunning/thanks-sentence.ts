/** What becomes of a payment of the last days: thanked for today, or why not. */
import type { PayerThanks, ThanksAnswer } from '../../../shared/domain/dunning/plan-thanks.ts';
import type { Language } from '../../../shared/format/language.ts';
import { addDays, type CalendarDate } from '../../../shared/kernel/calendar-date.ts';
import { dunningBatchText } from '../../../shared/text/dunning-batch.ts';
import {
  dunningSentence,
  scenarioText,
  shortDay,
  type VerdictReading,
} from '../../../shared/text/dunning-verdict.ts';
import type { CompanyPlan } from './plan-keeper.ts';
import { amountText } from './planned-rows.ts';

/** Nobody wonders any more about money that came before. */
const WONDERED_DAYS = 14;

/**
 * Of the payment that is thanked for, else of the last one of something chased, else of the last
 * one; null where none came of late.
 */
export function thanksSentenceOf(
  { answers }: Pick<PayerThanks, 'answers'>,
  { portfolio }: Pick<CompanyPlan, 'portfolio'>,
  language: Language,
): string | null {
  const { today } = portfolio;
  const since = addDays(today, -WONDERED_DAYS);
  const [told] = answers
    .filter(({ receipt }) => receipt.receivedOn >= since)
    .toSorted((a, b) => weightOf(a) - weightOf(b) || (dayOf(a) < dayOf(b) ? 1 : -1));
  if (told === undefined) return null;
  const { receipt, answer } = told;
  const words = dunningBatchText[language].thanks;
  const payment = {
    amount: amountText(receipt.amountCents, receipt.currency, language),
    on: shortDay(receipt.receivedOn, today),
  };
  if (answer.isPlanned) return words.planned(payment);
  if ('refusal' in answer && answer.refusal === 'already_thanked') return words.thanked(payment);
  return words.refused({ ...payment, why: reasonOf(answer, { language, today }) });
}

type Answered = PayerThanks['answers'][number];

function weightOf({ answer }: Answered): number {
  if (answer.isPlanned) return 0;
  return 'refusal' in answer && answer.refusal === 'not_chased' ? 2 : 1;
}

function dayOf({ receipt }: Answered): CalendarDate {
  return receipt.receivedOn;
}

function reasonOf(
  answer: Exclude<ThanksAnswer, { isPlanned: true }>,
  reading: VerdictReading,
): string {
  return 'refusal' in answer
    ? scenarioText[reading.language].thankYouRefusals[answer.refusal]
    : dunningSentence(answer.hold, reading);
}
