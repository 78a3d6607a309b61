/**
 * The table of items of a mail. Four columns, so that it also stands at the width of a telephone:
 * under the number its date, under the due date the days late.
 */
import type { MessageFacts, MessageItem } from '../../shared/domain/message/message.ts';
import { formatDate } from '../../shared/format/date.ts';
import { oneLine } from '../../shared/format/one-line.ts';
import { MESSAGE_WORDS } from '../../shared/text/message.ts';
import { cell, figures, headCell, LINE_BREAK, type Look, row, words } from './html-parts.ts';
import { STYLES } from './html-styles.ts';
import { html, type Markup, NOTHING } from './markup.ts';
import { type AccountItems, accountsOf, amountOf } from './message-lines.ts';

const HEAD: Look = { style: STYLES.columnHead, className: 'm-muted m-cell', align: 'left' };
const FIGURE_HEAD: Look = { ...HEAD, style: STYLES.figureHead, align: 'right' };
const CELL: Look = { style: STYLES.cell, className: 'm-cell', valign: 'top' };
const FIGURE: Look = { ...CELL, style: STYLES.figure, align: 'right' };

/** The table, account by account; a sentence where there is nothing to list. */
export function itemsTable(facts: MessageFacts): Markup {
  const { columns, nothing } = MESSAGE_WORDS[facts.language];
  const accounts = accountsOf(facts.items);
  if (accounts.length === 0) return html`<p style="${STYLES.paragraph}">${nothing}</p>\n`;
  const titles = row(
    headCell(HEAD, columns.document),
    headCell({ ...HEAD, className: 'm-muted m-cell m-due', width: '118' }, columns.due),
    headCell(FIGURE_HEAD, columns.amount),
    headCell(FIGURE_HEAD, columns.outstanding),
  );
  const rows = accounts.flatMap((account) => accountRows(account, accounts.length > 1, facts));
  return figures({ style: STYLES.items, width: '100%' }, [titles, ...rows]);
}

function accountRows(account: AccountItems, isOneOfMany: boolean, facts: MessageFacts): Markup[] {
  const text = MESSAGE_WORDS[facts.language];
  const code = oneLine(account.customerCode);
  const rows: Markup[] = [];
  const addHead = (className: string, style: Markup, title: string) =>
    rows.push(row(cell({ style, className, span: 4 }, title)));
  if (isOneOfMany) {
    const name = text.customerAccount(code, oneLine(account.customerName));
    addHead('m-accent', STYLES.accountHead, name);
  }
  for (const [index, { section, items }] of account.sections.entries()) {
    if (index > 0 || section !== 'due') {
      addHead('m-muted', STYLES.sectionHead, text.sections[section]);
    }
    rows.push(...items.map((item) => itemRow(item, facts)));
    if (isOneOfMany && isLastOfDue(account, index)) {
      const amount = amountOf(account.dueCents, facts);
      rows.push(
        row(
          cell(
            { style: STYLES.subtotalLabel, className: 'm-muted', span: 3 },
            text.accountTotal(code),
          ),
          cell({ style: STYLES.subtotal, className: 'm-text', align: 'right' }, amount),
        ),
      );
    }
  }
  return rows;
}

/** The total of an account comes under what it adds up, before what is to fall due. */
function isLastOfDue({ sections }: AccountItems, index: number): boolean {
  const isDue = (at: number) => {
    const section = sections[at]?.section;
    return section === 'due' || section === 'credit';
  };
  return isDue(index) && !isDue(index + 1);
}

function itemRow(item: MessageItem, facts: MessageFacts): Markup {
  const text = MESSAGE_WORDS[facts.language];
  const isLate = item.daysLate !== null && item.daysLate > 0;
  const interest = item.interestCents ?? 0;
  const under = (isShown: boolean, className: string, style: Markup, line: () => string) =>
    isShown ? [LINE_BREAK, words(className, style, line())] : [NOTHING];
  return row(
    cell(CELL, [
      words('m-cell', STYLES.number, oneLine(item.documentNumber)),
      ...under(true, 'm-muted', STYLES.under, () => text.dated(formatDate(item.documentDate))),
    ]),
    cell(CELL, [
      html`${item.dueDate === null ? '' : formatDate(item.dueDate)}`,
      ...under(isLate, 'm-late', STYLES.late, () => text.daysLateLong(item.daysLate ?? 0)),
    ]),
    cell(FIGURE, amountOf(item.amountCents, facts)),
    cell(FIGURE, [
      html`${amountOf(item.outstandingCents, facts)}`,
      ...under(interest !== 0, 'm-muted', STYLES.interest, () =>
        text.interest(amountOf(interest, facts)),
      ),
    ]),
  );
}
