/** The movements of a statement of account: opening, debits, credits, running balance, closing. */
import { formatCents } from '../../../shared/format/amount.ts';
import { formatDate } from '../../../shared/format/date.ts';
import { STATEMENT_WORDS } from '../../../shared/text/statement.ts';
import { MUTED, RULED } from '../pdf-parts.ts';
import type { Content } from '../pdf-types.ts';
import type { StatementOfAccount, StatementPeriod } from './statement-of-account.ts';

/** One table a currency, its head repeated on each sheet. */
export function movementTables(statement: StatementOfAccount): Content[] {
  const { period, language } = statement;
  if (period === null) return [];
  const words = STATEMENT_WORDS[language];
  if (period.currencies.length === 0) return [{ text: words.noMovement, margin: [0, 8, 0, 8] }];
  return period.currencies.flatMap((own) => [
    {
      text: words.movementsOf(own.currency),
      bold: true,
      fontSize: 11,
      margin: [0, 8, 0, 4],
    },
    tableOf(statement, own),
  ]);
}

function tableOf(statement: StatementOfAccount, own: StatementPeriod): Content {
  const { language, asOf, period } = statement;
  const words = STATEMENT_WORDS[language];
  const { movementColumns: titles } = words;
  const head = (text: string, alignment: 'left' | 'right'): Content => ({
    text,
    bold: true,
    alignment,
    color: MUTED,
  });
  const money = (amount: number, isStrong = false): Content => ({
    text: formatCents(amount, { currency: own.currency, style: 'document', language }),
    alignment: 'right',
    noWrap: true,
    bold: isStrong,
  });
  const none: Content = { text: '' };
  const total = (label: string): Content[] => [{ text: label, bold: true, colSpan: 3 }, none, none];
  return {
    layout: RULED,
    table: {
      headerRows: 1,
      dontBreakRows: true,
      widths: ['auto', 'auto', '*', 'auto', 'auto', 'auto'],
      body: [
        [
          head(titles.date, 'left'),
          head(titles.kind, 'left'),
          head(titles.document, 'left'),
          head(titles.debit, 'right'),
          head(titles.credit, 'right'),
          head(titles.balance, 'right'),
        ],
        [
          ...total(words.openingOn(formatDate(period?.from ?? asOf))),
          none,
          none,
          money(own.openingCents, true),
        ],
        ...own.movements.map(({ movement, balanceCents }) => [
          { text: formatDate(movement.on), noWrap: true },
          { text: words.movementKinds[movement.kind] },
          { text: movement.documentNumber },
          movement.amountCents > 0 ? money(movement.amountCents) : none,
          movement.amountCents < 0 ? money(-movement.amountCents) : none,
          money(balanceCents),
        ]),
        [
          ...total(words.closingOn(formatDate(asOf))),
          money(own.debitCents, true),
          money(own.creditCents, true),
          money(own.closingCents, true),
        ],
      ],
    },
  };
}
