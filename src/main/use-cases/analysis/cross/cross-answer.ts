/**
 * A cross-table as the screen shows it: rows sorted, columns in their order, totals, the control.
 *
 * What is in another currency than that of the books has rows of its own, which no total counts.
 */
import type { CrossQuestion } from '../../../../shared/contract/cross.ts';
import {
  type CrossLine,
  type CrossTable,
  crossTable,
  figureOf,
  keepOnly,
  keptKey,
  largestKeys,
  OTHERS,
} from '../../../../shared/domain/analysis/cross-table.ts';
import { isFlow, kindOf, unitOf } from '../../../../shared/domain/analysis/measure.ts';
import { LEDGER_CURRENCY, sumApart } from '../../../../shared/domain/receivable/currency.ts';
import type { Language } from '../../../../shared/format/language.ts';
import type { CalendarDate } from '../../../../shared/kernel/calendar-date.ts';
import type { Ledger } from '../../../ledger/ledger.ts';
import { readReceiptsByDay } from '../../../ledger/views/receipts.ts';
import { CURRENCY_MARK, controlOf } from '../../overview/aged.ts';
import { lastAnswer } from '../../overview/last-answer.ts';
import type { Portfolio } from '../../portfolio/portfolio.ts';
import { crossBooks, flowRows, periodOf } from './cross-facts.ts';
import { isOfMonths, isOrdered, keyLabel, keyOrder } from './cross-keys.ts';

type CrossAnswer = ReturnType<typeof makeAnswer>;

const answers = lastAnswer<CrossAnswer>();

/** The table whole, made once for all its windows. */
export function crossAnswer(
  ledger: Ledger,
  portfolio: Portfolio,
  question: CrossQuestion,
  language: Language,
): CrossAnswer {
  return answers(portfolio.owed, [question, language], () =>
    makeAnswer(ledger, portfolio, question, language),
  );
}

interface Tables {
  /** One a currency, that of the books first; the others in the order of their codes. */
  readonly byCurrency: readonly (readonly [string, CrossTable])[];
  readonly kept: { readonly rows: ReadonlySet<string>; readonly columns: ReadonlySet<string> };
}

/** The tables of the question with what they keep; the cut is that of the books' currency. */
export function crossTables(ledger: Ledger, portfolio: Portfolio, question: CrossQuestion): Tables {
  const books = crossBooks(ledger, portfolio, question).byCurrency;
  const own = books.get(LEDGER_CURRENCY) ?? crossTable([], kindOf(question.measure));
  const others = [...books]
    .filter(([currency]) => currency !== LEDGER_CURRENCY)
    .sort(([a], [b]) => (a < b ? -1 : 1));
  const whole = [own, ...others.map(([, table]) => table)];
  const kept = { rows: keptRows(own, question), columns: keptColumns(whole, question) };
  const every = [[LEDGER_CURRENCY, own] as const, ...others];
  const byCurrency = every.map(([currency, table]) => {
    const rows = question.rowsMax === null ? new Set(table.rows.keys()) : kept.rows;
    return [currency, keepOnly(table, { rows, columns: kept.columns })] as const;
  });
  return { byCurrency, kept };
}

function keptRows({ rows, kind }: CrossTable, { rowsMax }: CrossQuestion): ReadonlySet<string> {
  if (rowsMax === null) return new Set(rows.keys());
  return largestKeys(new Map([...rows].map(([key, { total }]) => [key, total])), kind, rowsMax);
}

/** Of months the last ones, of ages all, of anything else the largest. */
function keptColumns(
  tables: readonly CrossTable[],
  { columns, columnsMax }: CrossQuestion,
): ReadonlySet<string> {
  const keys = new Set(tables.flatMap((table) => [...table.columns.keys()]));
  if (keys.size <= columnsMax || (isOrdered(columns) && !isOfMonths(columns))) return keys;
  if (isOfMonths(columns)) {
    return new Set(
      [...keys]
        .filter((key) => key !== '')
        .sort()
        .slice(-columnsMax),
    );
  }
  const [own] = tables;
  return own === undefined ? keys : largestKeys(own.columns, own.kind, columnsMax);
}

function makeAnswer(
  ledger: Ledger,
  portfolio: Portfolio,
  question: CrossQuestion,
  language: Language,
) {
  const { byCurrency } = crossTables(ledger, portfolio, question);
  const asOf = question.asOf ?? portfolio.today;
  const { measure } = question;
  const kind = kindOf(measure);
  const own = byCurrency[0]?.[1] ?? crossTable([], kind);
  const columns = columnOrder(
    byCurrency.map(([, table]) => table),
    portfolio,
    question,
    language,
  );
  const rows = byCurrency.flatMap(([currency, table]) =>
    [...table.rows].map(([key, line]) =>
      rowOf({ portfolio, question, language, columns, currency, kind }, key, line),
    ),
  );
  const foreign = byCurrency.slice(1).map(([currency, { total }]) => ({ currency, total }));
  return {
    asOf,
    fromDay: isFlow(measure) ? periodOf(question.period, asOf).fromDay : null,
    unit: unitOf(measure),
    isAdditive: kind === 'sum',
    filters: question.filters.map((filter) => ({
      ...filter,
      label: keyLabel(portfolio, filter, language),
    })),
    columns: columns.map((key) => ({
      key,
      label: keyLabel(portfolio, { dimension: question.columns, key }, language),
    })),
    rows: withShares(
      rows.sort(rowOrder(portfolio, question, { rows, columns })),
      isPareto(question, kind) ? figureOf(own.total, kind) : null,
    ),
    columnTotals: columns.map((key) => {
      const total = own.columns.get(key);
      return total === undefined ? null : figureOf(total, kind);
    }),
    grandTotal: figureOf(own.total, kind),
    otherTotals:
      unitOf(measure) === 'amount'
        ? sumApart(foreign.map(({ currency, total }) => ({ currency, amountCents: total.value })))
            .otherTotals
        : [],
    control: controlFor(ledger, portfolio, question),
  };
}

/** Shares that add up row by row say something where the largest come first. */
function isPareto({ sort, isDescending }: CrossQuestion, kind: CrossTable['kind']): boolean {
  return kind === 'sum' && sort === 'total' && isDescending;
}

/** Each row with the share of the total that it makes with those above it, in basis points. */
function withShares(rows: readonly CrossRow[], total: number | null) {
  let sum = 0;
  return rows.map((row) => {
    if (total === null || total <= 0 || row.currency !== LEDGER_CURRENCY) {
      return { ...row, cumulative: null };
    }
    sum += row.figure ?? 0;
    return { ...row, cumulative: Math.round((sum * 10_000) / total) };
  });
}

interface RowFrame {
  readonly portfolio: Portfolio;
  readonly question: CrossQuestion;
  readonly language: Language;
  readonly columns: readonly string[];
  readonly currency: string;
  readonly kind: CrossTable['kind'];
}

function rowOf(frame: RowFrame, key: string, { cells, total }: CrossLine) {
  const { portfolio, question, language, columns, currency, kind } = frame;
  const { rows: dimension } = question;
  const isOthers = key === OTHERS;
  const customerId = dimension === 'customer' && !isOthers ? Number.parseInt(key, 10) : null;
  const label = keyLabel(portfolio, { dimension, key }, language);
  const isForeign = currency !== LEDGER_CURRENCY;
  return {
    key: isForeign ? `${key}${CURRENCY_MARK}${currency}` : key,
    dimensionKey: key,
    customerId,
    code: customerId === null ? '' : (portfolio.accounts.get(customerId)?.record.code ?? ''),
    label: isForeign ? `${label} (${currency})` : label,
    currency,
    isOthers,
    cells: columns.map((column) => {
      const cell = cells.get(column);
      return cell === undefined ? null : figureOf(cell, kind);
    }),
    figure: figureOf(total, kind),
  };
}

type CrossRow = ReturnType<typeof rowOf>;

/** The columns: in the order of their dimension where it has one, else the largest first. */
function columnOrder(
  tables: readonly CrossTable[],
  portfolio: Portfolio,
  { columns: dimension }: CrossQuestion,
  language: Language,
): string[] {
  const keys = [...new Set(tables.flatMap((table) => [...table.columns.keys()]))];
  const labelOf = (key: string) => keyLabel(portfolio, { dimension, key }, language);
  const inOrder = keyOrder(portfolio, dimension, labelOf);
  if (isOrdered(dimension)) return keys.sort(inOrder);
  const totals = tables[0]?.columns ?? new Map();
  const size = (key: string) => {
    const total = totals.get(key);
    return total === undefined ? 0 : (figureOf(total, tables[0]?.kind ?? 'sum') ?? 0);
  };
  const isLast = (key: string) => (key === OTHERS ? 1 : 0);
  return keys.sort((a, b) => isLast(a) - isLast(b) || size(b) - size(a) || inOrder(a, b));
}

/** Begins the name of a column that is a key of its dimension. */
export const COLUMN_MARK = 'column:';

/** The others stand last, whatever the order. Words are only compared where figures are equal. */
function rowOrder(
  portfolio: Portfolio,
  question: CrossQuestion,
  { rows, columns }: { readonly rows: readonly CrossRow[]; readonly columns: readonly string[] },
) {
  const { sort, isDescending } = question;
  const sign = isDescending ? -1 : 1;
  const labels = new Map(rows.map(({ dimensionKey, label }) => [dimensionKey, label]));
  const inOrder = keyOrder(portfolio, question.rows, (key) => labels.get(key) ?? '');
  const at = sort.startsWith(COLUMN_MARK) ? columns.indexOf(sort.slice(COLUMN_MARK.length)) : -1;
  const figure = (row: CrossRow) => (at >= 0 ? row.cells[at] : row.figure) ?? 0;
  return (a: CrossRow, b: CrossRow) => {
    if (a.isOthers !== b.isOthers) return a.isOthers ? 1 : -1;
    if (sort === 'label') return sign * inOrder(a.dimensionKey, b.dimensionKey);
    return sign * (figure(a) - figure(b)) || inOrder(a.dimensionKey, b.dimensionKey);
  };
}

/** What is open as a whole, held against the ledger; receipts, against those of the dashboard. */
function controlFor(ledger: Ledger, portfolio: Portfolio, question: CrossQuestion) {
  const asOf = question.asOf ?? portfolio.today;
  if (!isFlow(question.measure)) {
    const { ownCents, ledgerCents, isEqual } = controlOf(ledger, portfolio, question.asOf);
    return { wholeCents: ownCents, ledgerCents, isEqual };
  }
  if (question.measure !== 'receipts') return null;
  const asked = periodOf(question.period, asOf);
  const wholeCents = flowRows(ledger, portfolio, 'receipts', asked).reduce(
    (sum, { currency, amountCents }) => (currency === LEDGER_CURRENCY ? sum + amountCents : sum),
    0,
  );
  const ledgerCents = receivedIn(ledger, asked);
  return { wholeCents, ledgerCents, isEqual: wholeCents === ledgerCents };
}

function receivedIn(
  ledger: Ledger,
  { fromDay, toDay }: { readonly fromDay: CalendarDate; readonly toDay: CalendarDate },
): number {
  return ledger
    .read((reader) => readReceiptsByDay(reader, fromDay, toDay))
    .reduce((sum, { receivedCents }) => sum + receivedCents, 0);
}

/** Whether a fact belongs to the figure of a row and a column, null being a total. */
export function isInFigure(
  tables: Tables,
  question: CrossQuestion,
  figure: { readonly row: string | null; readonly column: string | null },
) {
  const [rowKey = null, currency = LEDGER_CURRENCY] =
    figure.row === null ? [] : splitKey(figure.row);
  const isRow = (key: string) =>
    rowKey === null ||
    (question.rowsMax === null ? key : keptKey(tables.kept.rows, key)) === rowKey;
  return (fact: { readonly row: string; readonly column: string; readonly currency: string }) =>
    fact.currency === currency &&
    isRow(fact.row) &&
    (figure.column === null || keptKey(tables.kept.columns, fact.column) === figure.column);
}

// A value of the dimension may hold the mark itself.
const CURRENCY_AT_END = /\|([A-Z]{3})$/;

function splitKey(key: string): readonly [string, (string | undefined)?] {
  const [marked, currency] = CURRENCY_AT_END.exec(key) ?? [];
  return marked === undefined ? [key] : [key.slice(0, -marked.length), currency];
}
