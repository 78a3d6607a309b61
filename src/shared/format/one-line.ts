/**
 * Text that comes from elsewhere (a customer's name, a comment), made fit to stand in a line of a
 * message: a subject, a cell of a table, a sentence.
 *
 * What could start a new line or a new header (CR, LF, separators) becomes a space. What is not
 * seen and changes what is seen goes: controls, zero-width signs, marks that turn the direction of
 * reading (CVE-2021-42574), private signs, halves of a pair. Documents have no narrow no-break
 * space; it becomes an ordinary one.
 */
import { NARROW_NO_BREAK_SPACE, NO_BREAK_SPACE } from './spaces.ts';

const BREAKS = /[\t\n\v\f\r\u0085\u2028\u2029]+/gu;
const UNSEEN = /[\p{Cc}\p{Cf}\p{Co}\p{Cs}\p{Cn}\u115f\u1160\u3164\uffa0]/gu;

/** One line of visible signs, without blanks at its ends; at most `lengthMax` signs when given. */
export function oneLine(text: string, lengthMax = Number.POSITIVE_INFINITY): string {
  const line = withoutUnseen(text.replace(BREAKS, ' ')).replace(/ {2,}/gu, ' ').trim();
  if (line.length <= lengthMax) return line;
  const signs = [...line];
  if (signs.length <= lengthMax) return line;
  return `${signs
    .slice(0, lengthMax - 1)
    .join('')
    .trimEnd()}…`;
}

/** The same text with its line ends and without what is not seen. */
export function visibleText(text: string): string {
  return text
    .replace(/\r\n?|[\u0085\u2028\u2029]/gu, '\n')
    .replace(/\t/gu, ' ')
    .split('\n')
    .map(withoutUnseen)
    .join('\n');
}

function withoutUnseen(line: string): string {
  return line
    .replace(UNSEEN, '')
    .normalize('NFC')
    .replaceAll(NARROW_NO_BREAK_SPACE, NO_BREAK_SPACE);
}
