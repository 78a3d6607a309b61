/**
 * The facts of a cross-table: what is open on a day, item by item, or what happened in a period,
 * month by month. A past day and a period are read run by run, so that no thread is held.
 */
import { setImmediate } from 'node:timers/promises';
import type { CrossQuestion } from '../../../../shared/contract/cross.ts';
import {
  type CrossFact,
  type CrossGatherer,
  type CrossTable,
  crossGatherer,
} from '../../../../shared/domain/analysis/cross-table.ts';
import {
  type FlowMeasure,
  isFlow,
  kindOf,
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

/** Reads what the question needs and memory lacks, and makes its facts, part by part. */
export async function prepareCross(
  ledger: Ledger,
  portfolio: Portfolio,
  question: CrossQuestion,
): Promise<void> {
  const { measure, asOf, period } = question;
  const { owed, today } = portfolio;
  if (isFlow(measure)) await prepareFlows(ledger, owed, measure, periodOf(period, asOf ?? today));
  else await prepareItemsAsOf(ledger, portfolio, asOf);
  const asked = askedOf(question);
  if (known.isKnown(owed, asked)) return;
  const gathering = gatherBooks(question);
  for (const part of factParts(ledger, portfolio, question)) {
    gathering.take(part);
    await setImmediate();
  }
  known(owed, asked, gathering.books);
}

async function prepareFlows(
  ledger: Ledger,
  owed: object,
  measure: FlowMeasure,
  asked: Period,
): Promise<void> {
  if (flows.isKnown(owed, [measure, asked])) return;
  const runs = await readInRuns(ledger, (reader, whose) => READ[measure](reader, whose, asked));
  flows(owed, [measure, asked], () => runs.flat());
}

/** What came in or was invoiced in a period, by customer and month. */
export function flowRows(
  ledger: Ledger,
  { owed }: Portfolio,
  measure: FlowMeasure,
  asked: Period,
): readonly FlowRow[] {
  return flows(owed, [measure, asked], () =>
    ledger.read((reader) => READ[measure](reader, null, asked)),
  );
}

/** The facts of a question, and the table they make in each currency. */
export interface CrossBooks {
  readonly facts: readonly Fact[];
  readonly byCurrency: ReadonlyMap<string, CrossTable>;
}

const known = lastAnswer<CrossBooks>();

/** Facts made before the thread is given back. */
const PART_FACTS = 10_000;

/** What the facts depend on; the rest of a question only cuts and sorts them. */
function askedOf({ measure, asOf, period, rows, columns, text, filters }: CrossQuestion) {
  return [measure, asOf, period, rows, columns, text, filters];
}

/** The facts that the question keeps, made once for its table and for what its figures open. */
export function crossBooks(
  ledger: Ledger,
  portfolio: Portfolio,
  question: CrossQuestion,
): CrossBooks {
  return known(portfolio.owed, askedOf(question), () => {
    const gathering = gatherBooks(question);
    for (const part of factParts(ledger, portfolio, question)) gathering.take(part);
    return gathering.books();
  });
}

function gatherBooks({ measure }: CrossQuestion) {
  const parts: (readonly Fact[])[] = [];
  const gatherers = new Map<string, CrossGatherer>();
  return {
    take(part: readonly Fact[]) {
      parts.push(part);
      for (const fact of part) {
        const gatherer = gatherers.get(fact.currency) ?? crossGatherer(kindOf(measure));
        gatherers.set(fact.currency, gatherer);
        gatherer.add(fact);
      }
    },
    books: (): CrossBooks => ({
      facts: parts.flat(),
      byCurrency: new Map([...gatherers].map(([currency, { table }]) => [currency, table])),
    }),
  };
}

type Unplaced = Omit<Fact, 'row' | 'column'>;

function* factParts(
  ledger: Ledger,
  portfolio: Portfolio,
  question: CrossQuestion,
): Generator<readonly Fact[]> {
  const asOf = question.asOf ?? portfolio.today;
  const rowOf = keyFinder(portfolio, question.rows, asOf);
  const columnOf = keyFinder(portfolio, question.columns, asOf);
  const isWanted = filterOf(portfolio, question, asOf);
  let part: Fact[] = [];
  for (const one of unplacedFacts(ledger, portfolio, question)) {
    if (!isWanted(one)) continue;
    part.push({ ...one, row: rowOf(one), column: columnOf(one) });
    if (part.length < PART_FACTS) continue;
    yield part;
    part = [];
  }
  yield part;
}

function* unplacedFacts(
  ledger: Ledger,
  portfolio: Portfolio,
  question: CrossQuestion,
): Generator<Unplaced> {
  const { measure, period, asOf } = question;
  if (isFlow(measure)) {
    const asked = periodOf(period, asOf ?? portfolio.today);
    for (const flow of flowRows(ledger, portfolio, measure, asked)) {
      const { customerId, month, currency, amountCents: value, documentCount } = flow;
      const dueMonth = flow.dueMonth ?? '';
      yield { customerId, item: null, month, dueMonth, currency, value, days: 0, documentCount };
    }
    return;
  }
  for (const { item, value, days } of measured(ledger, portfolio, asOf, measure)) {
    const { customerId, currency, documentDate, dueDate } = item;
    const dueMonth = dueDate?.slice(0, 7) ?? '';
    const month = documentDate.slice(0, 7);
    yield { customerId, item, month, dueMonth, currency, value, days, documentCount: 1 };
  }
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
