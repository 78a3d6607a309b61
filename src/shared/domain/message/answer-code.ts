/**
 * The code of a message in its answer links (« payé le… », « je conteste »): it brings the reply
 * back to the message, and says what the payer chose, whatever becomes of the words around it.
 *
 *     ENC-3F9K42      the message: its number in base 32, and its rest by 97
 *     ENC-3F9K42-P    and the answer: paid, will pay, not received, dispute
 *
 * Signs count as digits of one number, and 97 is prime: one wrong sign always changes the rest, a
 * letter for a digit too, which the keys of ISO 7064 do not promise.
 *
 * Letters are Crockford's (no I, L, O, U), read leniently: a person may copy the code from paper.
 */
export const PAYER_ANSWERS = ['paid', 'will_pay', 'not_received', 'disputed'] as const;
export type PayerAnswer = (typeof PAYER_ANSWERS)[number];

export interface AnswerCode {
  readonly noticeId: number;
  /** Null where the reply names the message and no answer, or several. */
  readonly answer: PayerAnswer | null;
}

const LETTERS: Readonly<Record<PayerAnswer, string>> = {
  paid: 'P',
  will_pay: 'V',
  not_received: 'N',
  disputed: 'D',
};
const DIGITS = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
const PREFIX = 'ENC';
// A dash may have become another one on its way through a word processor.
const DASH = '[-\\u2010-\\u2015]';
const CODE = new RegExp(
  `\\b${PREFIX}[ ]?${DASH}?([0-9A-Z]{1,11})(\\d{2})(?:${DASH}([PVND]))?(?![0-9A-Z])`,
  'giu',
);

/** The code of a message; with `answer`, that of one of its links. */
export function answerCodeOf(noticeId: number, answer?: PayerAnswer): string {
  if (!Number.isSafeInteger(noticeId) || noticeId < 1) {
    throw new RangeError(`Not the number of a message: ${noticeId}`);
  }
  const number = writeNumber(noticeId);
  const code = `${PREFIX}-${number}${keyOf(noticeId)}`;
  return answer === undefined ? code : withAnswer(code, answer);
}

/** The code of one link, from that of the message. */
export function withAnswer(messageCode: string, answer: PayerAnswer): string {
  return `${messageCode}-${LETTERS[answer]}`;
}

/**
 * What a reply answers, from its subject or, failing that, its body: lines of the payer's own
 * first, then what he quotes. Null without a code whose key is right.
 */
export function parseAnswerCode(subject: string, body: string): AnswerCode | null {
  const lines = body.split(/\r\n|\r|\n/u);
  const isQuoted = (line: string) => /^\s*[>|]/u.test(line);
  const own = lines.filter((line) => !isQuoted(line)).join('\n');
  const quoted = lines.filter(isQuoted).join('\n');
  return agreementOf(subject) ?? agreementOf(own) ?? agreementOf(quoted);
}

/** The codes of a text: those of its first message; the answer when they all give one. */
function agreementOf(text: string): AnswerCode | null {
  const codes = codesIn(text);
  const first = codes[0];
  if (first === undefined) return null;
  const own = codes.filter(({ noticeId }) => noticeId === first.noticeId);
  const answers = new Set(own.flatMap(({ answer }) => (answer === null ? [] : [answer])));
  const [only = null, ...others] = answers;
  return { noticeId: first.noticeId, answer: others.length === 0 ? only : null };
}

function codesIn(text: string): AnswerCode[] {
  const codes: AnswerCode[] = [];
  for (const [, typed = '', check, letter] of text.matchAll(CODE)) {
    const number = typed.toUpperCase().replace(/[IL]/gu, '1').replace(/O/gu, '0');
    const noticeId = readNumber(number);
    if (noticeId === null || keyOf(noticeId) !== check) continue;
    const answer = PAYER_ANSWERS.find((known) => LETTERS[known] === letter?.toUpperCase());
    codes.push({ noticeId, answer: answer ?? null });
  }
  return codes;
}

function keyOf(noticeId: number): string {
  return String(noticeId % 97).padStart(2, '0');
}

function writeNumber(value: number): string {
  let text = '';
  for (let rest = value; rest > 0; rest = Math.floor(rest / 32)) {
    text = DIGITS.charAt(rest % 32) + text;
  }
  return text.padStart(4, '0');
}

function readNumber(text: string): number | null {
  let value = 0;
  for (const sign of text) {
    const digit = DIGITS.indexOf(sign);
    if (digit === -1) return null;
    value = value * 32 + digit;
  }
  return Number.isSafeInteger(value) && value > 0 ? value : null;
}
