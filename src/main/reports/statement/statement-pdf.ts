/**
 * The statement of account as an A4 PDF in the company's letterhead, its address block where the
 * window of a French DL or C5 envelope shows it (right side, LEGAL § 9.2).
 */
import {
  addressBlockOf,
  DEFAULT_LETTER_LAYOUT,
} from '../../../shared/domain/message/letter-layout.ts';
import { ADDRESS_LINE_LENGTH_MAX } from '../../../shared/domain/message/postal-address.ts';
import { formatCents } from '../../../shared/format/amount.ts';
import { formatDate } from '../../../shared/format/date.ts';
import { STATEMENT_WORDS } from '../../../shared/text/statement.ts';
import { writePdf } from '../pdf-document.ts';
import { ACCENT, addressAt, LATE, letterhead, MM, MUTED, RULED } from '../pdf-parts.ts';
import type { Content } from '../pdf-types.ts';
import { movementTables } from './movements-table.ts';
import {
  type StatementLine,
  type StatementOfAccount,
  type StatementTotals,
  statementTotalsOf,
} from './statement-of-account.ts';

const ADDRESS_BLOCK = addressBlockOf(DEFAULT_LETTER_LAYOUT);

/** Writes the statement; the lines stand in the order given. */
export async function writeStatementPdf(
  path: string,
  statement: StatementOfAccount,
): Promise<void> {
  const words = STATEMENT_WORDS[statement.language];
  await writePdf(path, {
    pageMargins: [18 * MM, 16 * MM, 18 * MM, 22 * MM],
    info: { title: `${words.title} ${statement.customer.code}`, author: statement.issuer.name },
    content: [
      letterhead(statement.issuer),
      ...addressAt(addressLinesOf(statement), ADDRESS_BLOCK),
      heading(statement),
      ...movementTables(statement),
      ...(statement.period === null ? [] : [openTitle(statement)]),
      statement.lines.length === 0
        ? { text: words.nothing, margin: [0, 8, 0, 8] }
        : table(statement),
      ...statementTotalsOf(statement.lines).map((totals) => totalsBlock(totals, statement)),
      { text: words.check, margin: [0, 14, 0, 0] },
      bankBlock(statement),
    ],
    footer: (page, count) => ({
      margin: [18 * MM, 6 * MM, 18 * MM, 0],
      fontSize: 7.5,
      color: MUTED,
      columns: [
        { text: statement.issuer.mentions, width: '*' },
        { text: words.page(page, count), width: 'auto', alignment: 'right' },
      ],
    }),
  });
}

/** A long name goes on over the next line, as on a letter. */
function addressLinesOf({ customer }: StatementOfAccount): string[] {
  return [customer.name, ...customer.addressLines].flatMap((line) => {
    const lines = [''];
    for (const word of line.split(/\s+/)) {
      const last = lines.at(-1) ?? '';
      const longer = last === '' ? word : `${last} ${word}`;
      if (last !== '' && longer.length > ADDRESS_LINE_LENGTH_MAX) lines.push(word);
      else lines[lines.length - 1] = longer;
    }
    return lines;
  });
}

function heading(statement: StatementOfAccount): Content {
  const words = STATEMENT_WORDS[statement.language];
  const { asOf, bankDate, customer, period } = statement;
  const headHeight = statement.issuer.logo === null ? 36 * MM : 26 * MM;
  return {
    margin: [0, headHeight, 0, 10],
    stack: [
      { text: words.title, fontSize: 16, bold: true },
      {
        text: [
          words.customer(customer.code),
          ' · ',
          period === null
            ? words.asOf(formatDate(asOf))
            : words.between(formatDate(period.from), formatDate(asOf)),
        ],
        color: MUTED,
      },
      ...(bankDate === null ? [] : [{ text: words.bankDate(formatDate(bankDate)), color: MUTED }]),
    ],
  };
}

/** After the movements, what the closing balance is made of. */
function openTitle({ asOf, language }: StatementOfAccount): Content {
  const text = STATEMENT_WORDS[language].openOn(formatDate(asOf));
  return { text, bold: true, fontSize: 11, margin: [0, 14, 0, 4] };
}

function table({ lines, language }: StatementOfAccount): Content {
  const words = STATEMENT_WORDS[language];
  const head = (text: string, alignment: 'left' | 'right'): Content => ({
    text,
    bold: true,
    alignment,
    color: MUTED,
  });
  const { columns } = words;
  return {
    layout: RULED,
    table: {
      headerRows: 1,
      dontBreakRows: true,
      widths: ['auto', '*', 'auto', 'auto', 'auto', 'auto', 'auto'],
      body: [
        [
          head(columns.kind, 'left'),
          head(columns.document, 'left'),
          head(columns.date, 'left'),
          head(columns.due, 'left'),
          head(columns.amount, 'right'),
          head(columns.outstanding, 'right'),
          head(columns.late, 'right'),
        ],
        ...lines.map((line) => rowOf(line, language)),
      ],
    },
  };
}

function rowOf(line: StatementLine, language: StatementOfAccount['language']): Content[] {
  const words = STATEMENT_WORDS[language];
  const money = (amount: number): Content => ({
    text: formatCents(amount, { currency: line.currency, style: 'document', language }),
    alignment: 'right',
    noWrap: true,
  });
  const late =
    line.daysPastDue !== null && line.daysPastDue > 0 ? words.days(line.daysPastDue) : '';
  return [
    { text: words.kinds[line.kind] },
    { text: line.documentNumber },
    { text: formatDate(line.documentDate), noWrap: true },
    { text: line.dueDate === null ? '' : formatDate(line.dueDate), noWrap: true },
    money(line.amountCents),
    money(line.outstandingCents),
    { text: late, alignment: 'right', color: LATE, noWrap: true },
  ];
}

function totalsBlock(totals: StatementTotals, { language }: StatementOfAccount): Content {
  const words = STATEMENT_WORDS[language].totals;
  const money = (amount: number) =>
    formatCents(amount, { currency: totals.currency, style: 'document', language });
  const row = (label: string, amount: number, isStrong: boolean): Content[] => [
    { text: label, bold: isStrong, color: isStrong ? ACCENT : MUTED },
    {
      text: money(amount),
      bold: isStrong,
      alignment: 'right',
      noWrap: true,
      fontSize: isStrong ? 11 : 9,
    },
  ];
  return {
    margin: [0, 10, 0, 0],
    unbreakable: true,
    columns: [
      { text: '', width: '*' },
      {
        width: 'auto',
        layout: {
          ...RULED,
          hLineWidth: (index, node) => (index === node.table.body.length - 1 ? 0.8 : 0),
        },
        table: {
          widths: [170, 'auto'],
          body: [
            row(words.overdue, totals.overdueCents, false),
            row(words.notDue, totals.notDueCents, false),
            row(words.credits, totals.creditsCents, false),
            row(words.balance, totals.balanceCents, true),
          ],
        },
      },
    ],
  };
}

function bankBlock({ issuer, language }: StatementOfAccount): Content {
  const words = STATEMENT_WORDS[language];
  if (issuer.bank === null) return { text: '' };
  const { holder, iban, bic } = issuer.bank;
  return {
    margin: [0, 12, 0, 0],
    unbreakable: true,
    stack: [
      { text: words.bank(holder), color: MUTED },
      {
        text: `IBAN ${iban}${bic === '' ? '' : `   BIC ${bic}`}`,
        bold: true,
        margin: [0, 2, 0, 2],
      },
      { text: words.bankWarning, color: MUTED, fontSize: 8 },
    ],
  };
}
