/** The statement of account as a workbook: the same lines and totals as the PDF. */
import { formatDate } from '../../../shared/format/date.ts';
import { STATEMENT_WORDS } from '../../../shared/text/statement.ts';
import { type WorkbookColumn, type WorkbookSheet, writeWorkbook } from '../workbook.ts';
import type { StatementOfAccount, StatementPeriod } from './statement-of-account.ts';

/** Writes one sheet a currency, so that no total mixes two. */
export async function writeStatementWorkbook(
  path: string,
  statement: StatementOfAccount,
): Promise<void> {
  const currencies = [...new Set(statement.lines.map((line) => line.currency))];
  const sheets = (currencies.length === 0 ? ['EUR'] : currencies).map((currency) =>
    sheetOf(statement, currency),
  );
  const moved = (statement.period?.currencies ?? []).map((own) => movementSheet(statement, own));
  await writeWorkbook(path, [...moved, ...sheets], () => {});
}

/** The movements of one currency under what stood before them, with the running balance. */
function movementSheet(statement: StatementOfAccount, own: StatementPeriod): WorkbookSheet {
  const words = STATEMENT_WORDS[statement.language];
  const { customer, asOf, period } = statement;
  const from = period?.from ?? asOf;
  const column = (
    key: keyof typeof words.movementColumns,
    kind: WorkbookColumn['kind'],
    width: number,
  ): WorkbookColumn => ({
    key,
    kind,
    width,
    title: words.movementColumns[key],
    isTotalled: key === 'debit' || key === 'credit',
  });
  return {
    name: `${words.movements} ${own.currency}`,
    title: `${words.title} · ${customer.name}`,
    subtitle: [
      words.customer(customer.code),
      words.between(formatDate(from), formatDate(asOf)),
      own.currency,
    ].join(' · '),
    totalLabel: words.total,
    columns: [
      column('date', 'day', 12),
      column('kind', 'text', 22),
      column('document', 'text', 20),
      column('due', 'day', 12),
      column('debit', 'amount', 15),
      column('credit', 'amount', 15),
      column('balance', 'amount', 15),
    ],
    rows: [
      {
        date: from,
        kind: words.openingOn(formatDate(from)),
        document: '',
        due: null,
        debit: null,
        credit: null,
        balance: own.openingCents,
      },
      ...own.movements.map(({ movement, balanceCents }) => ({
        date: movement.on,
        kind: words.movementKinds[movement.kind],
        document: movement.documentNumber,
        due: movement.dueDate,
        debit: movement.amountCents > 0 ? movement.amountCents : null,
        credit: movement.amountCents < 0 ? -movement.amountCents : null,
        balance: balanceCents,
      })),
    ],
  };
}

function sheetOf(statement: StatementOfAccount, currency: string): WorkbookSheet {
  const words = STATEMENT_WORDS[statement.language];
  const column = (
    key: keyof typeof words.columns,
    kind: WorkbookColumn['kind'],
    width: number,
  ): WorkbookColumn => ({
    key,
    kind,
    width,
    title: words.columns[key],
    isTotalled: key === 'outstanding',
  });
  const { customer, asOf } = statement;
  return {
    name: `${words.sheet} ${currency}`,
    title: `${words.title} · ${customer.name}`,
    subtitle: `${words.customer(customer.code)} · ${words.asOf(formatDate(asOf))} · ${currency}`,
    totalLabel: words.total,
    columns: [
      column('kind', 'text', 22),
      column('document', 'text', 20),
      column('date', 'day', 12),
      column('due', 'day', 12),
      column('amount', 'amount', 15),
      column('outstanding', 'amount', 15),
      column('late', 'count', 10),
    ],
    rows: statement.lines
      .filter((line) => line.currency === currency)
      .map((line) => ({
        kind: words.kinds[line.kind],
        document: line.documentNumber,
        date: line.documentDate,
        due: line.dueDate,
        amount: line.amountCents,
        outstanding: line.outstandingCents,
        late: line.daysPastDue !== null && line.daysPastDue > 0 ? line.daysPastDue : null,
      })),
  };
}
