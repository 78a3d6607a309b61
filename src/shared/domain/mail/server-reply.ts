/**
 * A reply of a mail server, read: `550-5.1.1 <x>: unknown` is 550, 5.1.1 and its words.
 */
import type { ServerReply } from './send-outcome.ts';

const LINE = /^(\d{3})[ -]?(?:([245]\.\d{1,3}\.\d{1,3})(?=\s|$))?\s*(.*)$/;
const TEXT_LENGTH_MAX = 500;

/** The reply in its parts; a text without a code gives 0. */
export function parseServerReply(text: string): ServerReply {
  let smtpCode = 0;
  let enhancedCode = '';
  const words: string[] = [];
  for (const line of text.split(/\r?\n/)) {
    const [, code = '', enhanced = '', rest = line] = LINE.exec(line) ?? [];
    if (smtpCode === 0 && code !== '') smtpCode = Number.parseInt(code, 10);
    if (enhancedCode === '') enhancedCode = enhanced;
    words.push(rest);
  }
  const shown = words
    .join(' ')
    .replace(/[\p{Cc}\s]+/gu, ' ')
    .trim();
  return { smtpCode, enhancedCode, text: shown.slice(0, TEXT_LENGTH_MAX) };
}

/** 5yz is for good, but for 503: the session was at fault, not what was asked. */
export function isPermanentReply({ smtpCode }: ServerReply): boolean {
  return smtpCode >= 500 && smtpCode !== 503;
}

/** The mechanisms by which the server lets one log in, from its answer to EHLO. */
export function authMethodsOf(ehlo: string): readonly string[] {
  const line = ehlo.split(/\r?\n/).find((text) => /^250[ -]AUTH[ =]/i.test(text));
  const [, methods = ''] = /^250[ -]AUTH[ =](.*)$/i.exec(line ?? '') ?? [];
  return methods
    .toUpperCase()
    .split(/[\s=]+/)
    .filter((method) => method !== '');
}
