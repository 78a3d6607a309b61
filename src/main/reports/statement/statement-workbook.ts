/** The statement of account as a workbook: the same lines and totals as the PDF. */
import { formatDate } from '../../../shared/format/date.ts';
import { STATEMENT_WORDS } from '../../../shared/text/statement.ts';
import { type WorkbookColumn, type WorkbookSheet, writeWorkbook } from '../workbook.ts';
import type { StatementOfAccount } from './statement-of-account.ts';

/** Writes one sheet a currency, so that no total mixes two. */
export async function writeStatementWorkbook(
  path: string,
  statement: StatementOfAccount,
): Promise<void> {
  const currencies = [...new Set(statement.lines.map((line) => line.currency))];
  const sheets = (currencies.length === 0 ? ['EUR'] : currencies).map((currency) =>
    sheetOf(statement, currency),
  );
  await writeWorkbook(path, sheets, () => {});
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
