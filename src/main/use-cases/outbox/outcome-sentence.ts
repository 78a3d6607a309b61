/** Why a message did not leave: what happened, and what to do about it. */
import type { SendOutcome } from '../../../shared/domain/mail/send-outcome.ts';
import type { Language } from '../../../shared/format/language.ts';
import { type Advice, mailText, refusalAdvice } from '../../../shared/text/mail.ts';
import { outboxText } from '../../../shared/text/outbox.ts';

/** Of an attempt that was not accepted. */
export function outcomeSentence(
  outcome: Exclude<SendOutcome, { kind: 'accepted' }>,
  language: Language,
): string {
  const { said, toDo } = adviceOf(outcome, language);
  return `${said} ${toDo}`;
}

/** Of a message that could not be written. */
export function unbuiltSentence(code: string, language: Language): string {
  const words = outboxText[language];
  return words.notBuilt[code] ?? words.status.failed;
}

function adviceOf(outcome: Exclude<SendOutcome, { kind: 'accepted' }>, language: Language): Advice {
  if (outcome.kind === 'refused') return refusalAdvice(outcome, language);
  const words = mailText[language];
  return outcome.kind === 'uncertain' ? words.uncertain : words.fault[outcome.fault];
}
