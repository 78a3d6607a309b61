/**
 * The figures of the last three years, month by month and customer by customer, rebuilt from the
 * facts: read run by run, written beside the ones before by as many small transactions.
 */
import {
  addFigures,
  type BookFigures,
  type BookSums,
  isEmpty,
  NO_BOOK_FIGURES,
} from '../../../shared/domain/metrics/month-figures.ts';
import { monthFigures } from '../../../shared/domain/metrics/month-history.ts';
import { type Month, monthsUpTo } from '../../../shared/domain/metrics/months.ts';
import type { CalendarDate } from '../../../shared/kernel/calendar-date.ts';
import type { Ledger } from '../../ledger/ledger.ts';
import type { Reader } from '../../ledger/session.ts';
import { readAnalysis } from '../../ledger/stores/analysis.ts';
import {
  appendMonths,
  dropOtherMakings,
  type MonthRow,
  nextMaking,
} from '../../ledger/stores/months.ts';
import type { CustomerRun } from '../../ledger/views/by-customer.ts';
import { readLastCustomerId } from '../../ledger/views/customers.ts';
import { readMonthHistory } from '../../ledger/views/month-history.ts';
import { runsUpTo } from '../portfolio/in-runs.ts';
import type { AnalysisStep, AnalysisTools } from './analysis-step.ts';

/** Under which the months of the company as a whole are kept. */
export const MONTH_FIGURES = 'month_figures';

/** Three years before the month under way. */
const MONTHS = 37;

/** The company as a whole; its customers stand in the rows of that making. */
export interface MonthFiguresDocument {
  readonly making: number;
  readonly months: readonly (Month & BookFigures)[];
}

export const monthFiguresStep: AnalysisStep = {
  name: MONTH_FIGURES,
  async make(ledger, tools) {
    const document = await makeMonths(ledger, tools);
    return { document };
  },
};

async function makeMonths(
  ledger: Ledger,
  { today, progress }: AnalysisTools,
): Promise<MonthFiguresDocument> {
  const kept = ledger.read(readMaking);
  const making = ledger.read(nextMaking);
  const months = monthsUpTo(today, MONTHS);
  const sums = months.map((): BookSums => ({ ...NO_BOOK_FIGURES }));
  const lastId = ledger.read(readLastCustomerId);
  for (const run of runsUpTo(lastId)) {
    progress(run.fromCustomerId, lastId);
    const rows = monthsOfRun(ledger, run, months);
    for (const { figures, index } of rows) {
      const month = sums[index];
      if (month !== undefined) addFigures(month, figures);
    }
    await ledger.write((writer) => appendMonths(writer, making, rows));
  }
  // The rows that are told of now stay until the next making: somebody may be reading them.
  while (await ledger.write((writer) => dropOtherMakings(writer, [kept, making]))) {
    progress(lastId, lastId);
  }
  return {
    making,
    months: months.map((month, index) => ({ ...month, ...figuresAt(sums, index) })),
  };
}

/** The making that screens are told to read; 0 before there is one. */
function readMaking(reader: Reader): number {
  const known = readAnalysis(reader, MONTH_FIGURES)?.document as MonthFiguresDocument | undefined;
  return known?.making ?? 0;
}

function figuresAt(sums: readonly BookSums[], index: number): BookFigures {
  return sums[index] ?? NO_BOOK_FIGURES;
}

/** What each month came to for the customers of a run; months without anything are left out. */
function monthsOfRun(
  ledger: Ledger,
  run: CustomerRun,
  months: readonly Month[],
): readonly (MonthRow & { readonly index: number })[] {
  const since = months[0]?.startsOn as CalendarDate;
  const histories = ledger.read((reader) => readMonthHistory(reader, run, since));
  return [...histories].flatMap(([customerId, history]) =>
    monthFigures(history, months).flatMap((figures, index) => {
      const month = months[index]?.startsOn;
      if (month === undefined || isEmpty(figures)) return [];
      return [{ month, customerId, figures, index }];
    }),
  );
}
