/**
 * The facts of a cross-table: what is open on a day, item by item, or what happened in a period,
 * month by month. A past day and a period are read run by run, so that no thread is held.
 */
import type { CrossQuestion } from '../../../../shared/contract/cross.ts';
import type { CrossFact } from '../../../../shared/domain/analysis/cross-table.ts';
import {
  type FlowMeasure,
  isFlow,
  measuredItems,
  type StockMeasure,
} from '../../../../shared/domain/analysis/measure.ts';
import type { OpenItem } from '../../../../shared/domain/receivable/open-item.ts';
import {
  addMonths,
  type CalendarDate,
  startOfMonth,
} from '../../../../shared/kernel/calendar-date.ts';
import type { Ledger } from '../../../ledger/ledger.ts';
import { searchTextOf } from '../../../ledger/search-text.ts';
import {
  type FlowRow,
  type Period,
  readInvoiced,
  readReceived,
} from '../../../ledger/views/period-flows.ts';
import { itemsAsOf, prepareItemsAsOf } from '../../overview/aged.ts';
import { lastAnswer } from '../../overview/last-answer.ts';
import { readInRuns } from '../../portfolio/in-runs.ts';
import type { Portfolio } from '../../portfolio/portfolio.ts';
import { keyFinder, type Placed } from './cross-keys.ts';

/** A fact with what it is of. */
export interface Fact extends CrossFact, Placed {
  readonly currency: string;
  readonly documentCount: number;
}

/** The first and the last day of the period that ends on a day. */
export function periodOf(period: CrossQuestion['period'], toDay: CalendarDate): Period {
  switch (period) {
    case 'month':
      return { fromDay: startOfMonth(toDay), toDay };
    case 'quarter':
      return { fromDay: addMonths(startOfMonth(toDay), -2), toDay };
    case 'twelve_months':
      return { fromDay: addMonths(startOfMonth(toDay), -11), toDay };
    case 'year':
      return { fromDay: `${toDay.slice(0, 4)}-01-01` as CalendarDate, toDay };
  }
}

const flows = lastAnswer<readonly FlowRow[]>();

const READ = { receipts: readReceived, invoiced: readInvoiced } as const;

/** Reads what the question needs and memory lacks. */
export async function prepareCross(
  ledger: Ledger,
  portfolio: Portfolio,
  { measure, asOf, period }: Pick<CrossQuestion, 'measure' | 'asOf' | 'period'>,
): Promise<void> {
  if (!isFlow(measure)) return prepareItemsAsOf(ledger, portfolio, asOf);
  const asked = periodOf(period, asOf ?? portfolio.today);
  if (flows.isKnown(portfolio.owed, [measure, asked])) return;
  const runs = await readInRuns(ledger, (reader, whose) => READ[measure](reader, whose, asked));
  flows(portfolio.owed, [measure, asked], () => runs.flat());
}

function flowRows(ledger: Ledger, { owed }: Portfolio, measure: FlowMeasure, asked: Period) {
  return flows(owed, [measure, asked], () =>
    ledger.read((reader) => READ[measure](reader, null, asked)),
  );
}

const known = lastAnswer<readonly Fact[]>();

/** The facts that the question keeps, made once for its table and for what its figures open. */
export function crossFacts(
  ledger: Ledger,
  portfolio: Portfolio,
  question: CrossQuestion,
): readonly Fact[] {
  const { measure, asOf, period, rows, columns, text, filters } = question;
  const asked = [measure, asOf, period, rows, columns, text, filters];
  return known(portfolio.owed, asked, () => makeFacts(ledger, portfolio, question));
}

function makeFacts(ledger: Ledger, portfolio: Portfolio, question: CrossQuestion): Fact[] {
  const { measure } = question;
  const asOf = question.asOf ?? portfolio.today;
  const rowOf = keyFinder(portfolio, question.rows, asOf);
  const columnOf = keyFinder(portfolio, question.columns, asOf);
  const isWanted = filterOf(portfolio, question, asOf);
  const facts: Fact[] = [];
  const add = (part: Omit<Fact, 'row' | 'column'>) => {
    if (isWanted(part)) facts.push({ ...part, row: rowOf(part), column: columnOf(part) });
  };
  if (isFlow(measure)) {
    const asked = periodOf(question.period, asOf);
    for (const flow of flowRows(ledger, portfolio, measure, asked)) {
      const { customerId, month, currency, amountCents: value, documentCount } = flow;
      const dueMonth = flow.dueMonth ?? '';
      add({ customerId, item: null, month, dueMonth, currency, value, days: 0, documentCount });
    }
    return facts;
  }
  for (const { item, value, days } of measured(ledger, portfolio, question.asOf, measure)) {
    const { customerId, currency, documentDate, dueDate } = item;
    const dueMonth = dueDate?.slice(0, 7) ?? '';
    const month = documentDate.slice(0, 7);
    add({ customerId, item, month, dueMonth, currency, value, days, documentCount: 1 });
  }
  return facts;
}

function measured(
  ledger: Ledger,
  portfolio: Portfolio,
  asOf: CalendarDate | null,
  measure: StockMeasure,
) {
  const items = itemsAsOf(ledger, portfolio, asOf);
  const day = asOf ?? portfolio.today;
  if (measure !== 'net_due') return measuredItems(items, measure, day);
  const accounts = Map.groupBy(items, (item: OpenItem) => `${item.customerId}|${item.currency}`);
  return [...accounts.values()].flatMap((own) => measuredItems(own, measure, day));
}

/** Whether a fact is of what the words and the filters keep. */
function filterOf(portfolio: Portfolio, question: CrossQuestion, asOf: CalendarDate) {
  const words = searchTextOf([question.text])
    .split(' ')
    .filter((word) => word !== '');
  const filters = question.filters.map(({ dimension, key }) => {
    const keyOf = keyFinder(portfolio, dimension, asOf);
    return (placed: Placed) => keyOf(placed) === key;
  });
  if (words.length > 0) {
    filters.push(({ customerId }) => {
      const search = portfolio.accounts.get(customerId)?.record.search ?? '';
      return words.every((word) => search.includes(word));
    });
  }
  return (placed: Placed) => filters.every((isKept) => isKept(placed));
}
