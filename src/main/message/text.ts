/**
 * A message as plain text: lines of at most 78 signs (RFC 5322), figures in columns, nothing that
 * depends on a font but its being of one width.
 */
import type {
  MessageBlock,
  MessageContent,
  MessageFacts,
  MessageItem,
} from '../../shared/domain/message/message.ts';
import { formatCents } from '../../shared/format/amount.ts';
import { formatDate } from '../../shared/format/date.ts';
import { oneLine } from '../../shared/format/one-line.ts';
import type { Cents } from '../../shared/kernel/cents.ts';
import { MESSAGE_WORDS } from '../../shared/text/message.ts';
import { answerLinks } from './answer-links.ts';
import {
  type AccountItems,
  accountsOf,
  amountOf,
  bankLines,
  bankNoteOf,
  chargeLines,
  type LabelledAmount,
  totalLines,
} from './message-lines.ts';

export const TEXT_WIDTH = 78;

/** The whole text, its lines ended by LF. */
export function messageText(content: MessageContent, facts: MessageFacts): string {
  const parts = content.blocks.map((block) => blockOf(block, facts));
  const mentions = wrap(oneLine(facts.issuer.mentions));
  const foot = mentions === '' ? [] : ['-- ', mentions].join('\n');
  return `${[...parts, foot].filter((part) => part.length > 0).join('\n\n')}\n`;
}

function blockOf(block: MessageBlock, facts: MessageFacts): string {
  switch (block.kind) {
    case 'paragraph':
      return block.text.split('\n').map(wrap).join('\n');
    case 'items':
      return itemsOf(facts);
    case 'totals':
      return amountsOf(totalLines(facts));
    case 'charges':
      return amountsOf(chargeLines(facts));
    case 'bank':
      return bankOf(facts);
    case 'answers':
      return answersOf(facts);
    case 'signature':
      return signatureOf(facts);
  }
}

/** Widths of number, date, due date, amount, outstanding, days late; one space between. */
const WIDTHS = [19, 10, 10, 14, 14, 6] as const;

function itemsOf(facts: MessageFacts): string {
  const words = MESSAGE_WORDS[facts.language];
  const accounts = accountsOf(facts.items);
  if (accounts.length === 0) return words.nothing;
  const { columns } = words;
  const head = rowOf([
    columns.document,
    columns.date,
    columns.due,
    `${columns.amount} ${facts.currency}`,
    columns.outstanding,
    columns.late,
  ]);
  const lines = accounts.flatMap((account) => accountLines(account, accounts.length > 1, facts));
  return [head, '-'.repeat(TEXT_WIDTH), ...lines].join('\n').trimEnd();
}

function accountLines(account: AccountItems, isOneOfMany: boolean, facts: MessageFacts): string[] {
  const words = MESSAGE_WORDS[facts.language];
  const code = oneLine(account.customerCode);
  const lines: string[] = [];
  if (isOneOfMany) lines.push(wrap(words.customerAccount(code, oneLine(account.customerName))));
  const due = account.sections.filter(({ section }) => section !== 'to_fall_due');
  const coming = account.sections.filter(({ section }) => section === 'to_fall_due');
  for (const [index, { section, items }] of due.entries()) {
    if (index > 0 || section !== 'due') lines.push(words.sections[section] + words.colon);
    lines.push(...items.map((item) => itemLine(item, facts)));
  }
  if (isOneOfMany && due.length > 0) {
    lines.push(labelled(words.accountTotal(code), amountOf(account.dueCents, facts)));
  }
  for (const { section, items } of coming) {
    lines.push(
      words.sections[section] + words.colon,
      ...items.map((item) => itemLine(item, facts)),
    );
  }
  return [...lines, ''];
}

function itemLine(item: MessageItem, facts: MessageFacts): string {
  const words = MESSAGE_WORDS[facts.language];
  const figure = (amount: Cents) =>
    formatCents(amount, { currency: null, language: facts.language, style: 'document' });
  const late = item.daysLate !== null && item.daysLate > 0 ? words.daysLate(item.daysLate) : '';
  return rowOf([
    oneLine(item.documentNumber),
    formatDate(item.documentDate),
    item.dueDate === null ? '' : formatDate(item.dueDate),
    figure(item.amountCents),
    figure(item.outstandingCents),
    late,
  ]);
}

/** Cells in their columns; a number too long for its own takes a line by itself. */
function rowOf(cells: readonly string[]): string {
  const padded = cells.map((cell, index) => {
    const width = WIDTHS[index] ?? 0;
    return index < 3 ? padEnd(cell, width) : padStart(cell, width);
  });
  const [number = '', ...others] = padded;
  const rest = others.join(' ');
  const first = widthOf(number) > WIDTHS[0] ? `${wrap(number)}\n${' '.repeat(WIDTHS[0])}` : number;
  return `${first} ${rest}`.trimEnd();
}

function amountsOf(lines: readonly LabelledAmount[]): string {
  return lines
    .map(({ label, amount, basis }) => {
      const line = labelled(label, amount);
      return basis === '' ? line : `${line}\n  (${basis})`;
    })
    .join('\n');
}

/** A label on the left, its amount at the right edge; under it when both do not fit. */
function labelled(label: string, amount: string): string {
  const room = TEXT_WIDTH - widthOf(label) - 1;
  if (widthOf(amount) > room) return `${wrap(label)}\n${padStart(amount, TEXT_WIDTH)}`;
  return `${label} ${padStart(amount, room)}`;
}

function bankOf(facts: MessageFacts): string {
  const words = MESSAGE_WORDS[facts.language].bank;
  const lines = bankLines(facts);
  const link = facts.paymentLink.startsWith('https://') ? oneLine(facts.paymentLink) : '';
  const width = Math.max(...lines.map(({ label }) => widthOf(label)));
  return [
    words.title,
    ...lines.map(({ label, value }) => `  ${padEnd(label, width)}  ${value}`),
    ...(link === '' ? [] : [`  ${words.link}${MESSAGE_WORDS[facts.language].colon} ${link}`]),
    wrap(bankNoteOf(facts)),
  ].join('\n');
}

function answersOf(facts: MessageFacts): string {
  const links = answerLinks(facts);
  if (links.length === 0) return '';
  const lines = links.map(({ code, label }) => `  ${padEnd(code, 18)}  ${label}`);
  return [MESSAGE_WORDS[facts.language].answers.titleText, ...lines].join('\n');
}

function signatureOf({ sender, issuer, language }: MessageFacts): string {
  const words = MESSAGE_WORDS[language].signature;
  const phone = oneLine(sender.phone === '' ? issuer.phone : sender.phone);
  const lines = [
    sender.name,
    sender.title,
    issuer.name === sender.name ? '' : issuer.name,
    phone === '' ? '' : `${words.phone} ${phone}`,
    sender.email === '' ? issuer.email : sender.email,
    issuer.website,
  ];
  return lines
    .map((line) => wrap(oneLine(line)))
    .filter((line) => line !== '')
    .join('\n');
}

/** Breaks a line at its spaces; a word longer than the line (an address) stays whole. */
function wrap(line: string): string {
  const lines: string[] = [];
  let current = '';
  for (const word of line.split(' ')) {
    if (current !== '' && widthOf(current) + 1 + widthOf(word) > TEXT_WIDTH) {
      lines.push(current);
      current = word;
    } else current = current === '' ? word : `${current} ${word}`;
  }
  return [...lines, current].join('\n');
}

/** Signs, not code units: an accent composed or an emoji counts for one. */
function widthOf(text: string): number {
  return [...text].length;
}

function padEnd(text: string, width: number): string {
  return text + ' '.repeat(Math.max(0, width - widthOf(text)));
}

function padStart(text: string, width: number): string {
  return ' '.repeat(Math.max(0, width - widthOf(text))) + text;
}
