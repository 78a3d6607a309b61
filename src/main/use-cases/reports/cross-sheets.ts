/** The workbooks of the cross-tables: the table itself, and what one of its figures is made of. */
import { crossFigure, crossQuestion } from '../../../shared/contract/cross.ts';
import type { Language } from '../../../shared/format/language.ts';
import { columnText } from '../../../shared/text/columns.ts';
import { crossText } from '../../../shared/text/screens/cross.ts';
import { followUpText } from '../../../shared/text/screens/follow-up.ts';
import type { ColumnKind, WorkbookColumn } from '../../reports/workbook.ts';
import { COLUMN_MARK, crossAnswer } from '../analysis/cross/cross-answer.ts';
import { crossCustomers, crossItems } from '../analysis/cross/cross-drill.ts';
import { openForCross } from '../analysis/cross/open-for-cross.ts';
import type { OpenCompany } from '../companies/open-company.ts';
import { ITEM_COLUMNS } from './balance-sheets.ts';
import { columns, type ListSheet, type Row, sheetsByCurrency } from './list-sheet.ts';

/** The lists of this file. */
const CROSS_LISTS = ['cross_table', 'cross_items', 'cross_customers'] as const;
export type CrossList = (typeof CROSS_LISTS)[number];

export function isCrossList(list: string): list is CrossList {
  return CROSS_LISTS.some((one) => one === list);
}

interface Asked {
  readonly list: CrossList;
  readonly input: unknown;
  readonly language: Language;
}

/** The sheet of one of them, whole, as the screen shows it. */
export async function crossListSheet(company: OpenCompany, asked: Asked): Promise<ListSheet> {
  if (asked.list === 'cross_table') return tableSheet(company, asked);
  const figure = crossFigure.parse(asked.input);
  const { ledger, now } = await openForCross(company, figure);
  const { language } = asked;
  if (asked.list === 'cross_customers') {
    return {
      columns: columns(language, [
        ['code', 'text', 12],
        ['name', 'text', 34],
        ['documents', 'count', 12],
        ['amountCents', '+amount', 16],
      ]),
      ...sheetsByCurrency(
        crossCustomers(ledger, now, figure).map(({ documentCount, ...row }) => ({
          ...row,
          documents: documentCount,
        })),
      ),
    };
  }
  const kinds: Readonly<Record<string, string>> = followUpText[language].kinds;
  return {
    columns: columns(language, [['name', 'text', 34], ...ITEM_COLUMNS]),
    ...sheetsByCurrency(
      crossItems(ledger, now, figure).map((row) => ({ ...row, kind: kinds[row.kind] ?? row.kind })),
    ),
  };
}

async function tableSheet(company: OpenCompany, { input, language }: Asked): Promise<ListSheet> {
  const question = crossQuestion.parse(input);
  const { ledger, now } = await openForCross(company, question);
  const answer = crossAnswer(ledger, now, question, language);
  const words = columnText[language];
  const kind: ColumnKind = answer.unit === 'amount' ? 'amount' : 'count';
  // What does not add up has its totals as a last line: a sum below would say something else.
  const figureColumn = (key: string, title: string): WorkbookColumn => ({
    key,
    title,
    kind,
    width: 15,
    isTotalled: answer.isAdditive,
  });
  const cellsOf = (cells: readonly (number | null)[], total: number | null): Row => ({
    total,
    ...Object.fromEntries(
      answer.columns.map(({ key }, index) => [`${COLUMN_MARK}${key}`, cells[index] ?? null]),
    ),
  });
  const rows = answer.rows.map(({ code, label, currency, cells, figure, cumulative }) => ({
    code,
    label,
    currency,
    ...cellsOf(cells, figure),
    cumulative,
  }));
  const { rows: own, others = [] } = sheetsByCurrency(rows);
  const last = { label: words.total, ...cellsOf(answer.columnTotals, answer.grandTotal) };
  return {
    columns: [
      ...(question.rows === 'customer' ? columns(language, [['code', 'text', 12]]) : []),
      {
        key: 'label',
        title: crossText[language].dimensions[question.rows],
        kind: 'text',
        width: 34,
        isTotalled: false,
      },
      ...answer.columns.map(({ key, label }) => figureColumn(`${COLUMN_MARK}${key}`, label)),
      figureColumn('total', words.total),
      {
        key: 'cumulative',
        title: crossText[language].cumulative,
        kind: 'share',
        width: 12,
        isTotalled: false,
      },
    ],
    rows: answer.isAdditive ? own : [...own, last],
    others,
  };
}
