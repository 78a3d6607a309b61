/**
 * The answers in one click (FEATURES F8): four `mailto:` links whose subject carries the code of
 * the message and of the answer, so that the reply opens its form filled.
 *
 * Everything is percent-encoded: neither a name nor an address can add a header to the reply.
 */
import {
  PAYER_ANSWERS,
  type PayerAnswer,
  withAnswer,
} from '../../shared/domain/message/answer-code.ts';
import type { MessageFacts } from '../../shared/domain/message/message.ts';
import { oneLine } from '../../shared/format/one-line.ts';
import { MESSAGE_WORDS } from '../../shared/text/message.ts';

export interface AnswerLink {
  readonly answer: PayerAnswer;
  readonly label: string;
  readonly code: string;
  readonly href: string;
}

/** None where the message has no code, or nobody to answer to. */
export function answerLinks(facts: MessageFacts): AnswerLink[] {
  const address = oneLine(facts.sender.email === '' ? facts.issuer.email : facts.sender.email);
  if (facts.answerCode === '' || !/^[^\s@<>"]+@[^\s@<>"]+$/u.test(address)) return [];
  const words = MESSAGE_WORDS[facts.language].answers;
  return PAYER_ANSWERS.map((answer) => {
    const code = withAnswer(facts.answerCode, answer);
    const subject = `${words.subjects[answer]} [${code}]`;
    const body = [...words.bodies[answer], '', code].join('\r\n');
    const [to, about, text] = [address, subject, body].map(encodeURIComponent);
    const href = `mailto:${to}?subject=${about}&body=${text}`;
    return { answer, label: words.labels[answer], code, href };
  });
}
