/**
 * The table of items of a mail. Four columns, so that it also stands at the width of a telephone:
 * under the number its date, under the due date the days late.
 */
import type { MessageFacts, MessageItem } from '../../shared/domain/message/message.ts';
import { formatDate } from '../../shared/format/date.ts';
import { oneLine } from '../../shared/format/one-line.ts';
import { MESSAGE_WORDS } from '../../shared/text/message.ts';
import { STYLES } from './html-styles.ts';
import { html, type Markup, NOTHING } from './markup.ts';
import { type AccountItems, accountsOf, amountOf } from './message-lines.ts';

/** The table, account by account; a sentence where there is nothing to list. */
export function itemsTable(facts: MessageFacts): Markup {
  const words = MESSAGE_WORDS[facts.language];
  const accounts = accountsOf(facts.items);
  if (accounts.length === 0) return html`<p style="${STYLES.paragraph}">${words.nothing}</p>\n`;
  const { columns } = words;
  return html`<table class="m-items" width="100%" cellpadding="0" cellspacing="0" border="0" style="${STYLES.items}">
<tr><th scope="col" class="m-muted m-cell" align="left" style="${STYLES.columnHead}">${columns.document}</th><th scope="col" class="m-muted m-cell m-due" align="left" width="118" style="${STYLES.columnHead}">${columns.due}</th><th scope="col" class="m-muted m-cell" align="right" style="${STYLES.figureHead}">${columns.amount}</th><th scope="col" class="m-muted m-cell" align="right" style="${STYLES.figureHead}">${columns.outstanding}</th></tr>
${accounts.map((account) => accountRows(account, accounts.length > 1, facts))}</table>
`;
}

function accountRows(account: AccountItems, isOneOfMany: boolean, facts: MessageFacts): Markup {
  const words = MESSAGE_WORDS[facts.language];
  const name = words.customerAccount(oneLine(account.customerCode), oneLine(account.customerName));
  const hasDue = account.sections.some(({ section }) => section !== 'to_fall_due');
  const subtotal = html`<tr><td class="m-muted" colspan="3" style="${STYLES.subtotalLabel}">${words.accountTotal(oneLine(account.customerCode))}</td><td class="m-text" align="right" style="${STYLES.subtotal}">${amountOf(account.dueCents, facts)}</td></tr>\n`;
  return html`${isOneOfMany ? html`<tr><td class="m-accent" colspan="4" style="${STYLES.accountHead}">${name}</td></tr>\n` : NOTHING}${account.sections.map(
    ({ section, items }, index) =>
      html`${index > 0 || section !== 'due' ? html`<tr><td class="m-muted" colspan="4" style="${STYLES.sectionHead}">${words.sections[section]}</td></tr>\n` : NOTHING}${items.map((item) => itemRow(item, facts))}${isOneOfMany && hasDue && isLastOfDue(account, index) ? subtotal : NOTHING}`,
  )}`;
}

/** The total of an account comes under what it adds up, before what is to fall due. */
function isLastOfDue({ sections }: AccountItems, index: number): boolean {
  const next = sections[index + 1];
  return (
    sections[index]?.section !== 'to_fall_due' &&
    (next === undefined || next.section === 'to_fall_due')
  );
}

function itemRow(item: MessageItem, facts: MessageFacts): Markup {
  const words = MESSAGE_WORDS[facts.language];
  const late = item.daysLate !== null && item.daysLate > 0 ? words.daysLateLong(item.daysLate) : '';
  const interest =
    item.interestCents === null || item.interestCents === 0
      ? ''
      : words.interest(amountOf(item.interestCents, facts));
  return html`<tr><td class="m-cell" valign="top" style="${STYLES.cell}"><span style="${STYLES.number}">${oneLine(item.documentNumber)}</span><br><span class="m-muted" style="${STYLES.under}">${words.dated(formatDate(item.documentDate))}</span></td><td class="m-cell" valign="top" style="${STYLES.cell}">${item.dueDate === null ? '' : formatDate(item.dueDate)}${late === '' ? NOTHING : html`<br><span class="m-late" style="${STYLES.late}">${late}</span>`}</td><td class="m-cell" align="right" valign="top" style="${STYLES.figure}">${amountOf(item.amountCents, facts)}</td><td class="m-cell" align="right" valign="top" style="${STYLES.figure}">${amountOf(item.outstandingCents, facts)}${interest === '' ? NOTHING : html`<br><span class="m-muted" style="${STYLES.interest}">${interest}</span>`}</td></tr>
`;
}
