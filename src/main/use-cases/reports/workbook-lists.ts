/**
 * Every list as a workbook: its columns, and its rows whole, in the order of the screen.
 *
 * The rows are those of the screens' own functions, so that what is read back from Excel is what
 * was shown.
 */
import { LEDGER_CURRENCY } from '../../../shared/domain/receivable/currency.ts';
import { columnText } from '../../../shared/text/columns.ts';
import { agreementsText } from '../../../shared/text/screens/agreements.ts';
import { followUpText } from '../../../shared/text/screens/follow-up.ts';
import type { WorkbookColumn } from '../../reports/workbook.ts';
import { type DisputeView, disputeRows } from '../overview/dispute-rows.ts';
import {
  callRows,
  creditRows,
  holdRows,
  missingContactRows,
  promiseRows,
  taskRows,
  toMatchRows,
} from '../overview/lists.ts';
import { priorityRow } from '../overview/priorities.ts';
import { rankingOf } from '../overview/ranking.ts';
import { agreementSheet } from './agreement-sheet.ts';
import { agedBalanceSheet, forecastItemSheet, forecastSheet, itemSheet } from './balance-sheets.ts';
import { customerSheet } from './customer-sheet.ts';
import {
  alsoIn,
  columns,
  type ListContext,
  type ListSheet,
  type MakeSheet as Make,
  sheetsByCurrency,
} from './list-sheet.ts';
import { missingPdfSheet, refusedAddressSheet, replySheet } from './mail-sheets.ts';
import { judgementSheet, outlookItemSheet, outlookSheet } from './outlook-sheets.ts';

const CUSTOMER = [
  ['code', 'text', 12],
  ['name', 'text', 34],
] as const;

const priorities: Make = ({ portfolio, language }) => ({
  columns: columns(language, [
    ['rank', 'count', 6],
    ...CUSTOMER,
    ['overdueCents', '+amount', 15],
    ['netDueCents', '+amount', 15],
    ['stakeCents', '+amount', 15],
    ['oldestDaysPastDue', 'count', 12],
    ['value', 'amount', 12],
    ['reason', 'text', 70],
    ['suggestedSentence', 'text', 30],
    ['phone', 'text', 16],
  ]),
  ...sheetsByCurrency(
    rankingOf(portfolio).ranked.flatMap((ranked) => {
      const {
        terms: _terms,
        isForgotten: _f,
        hasEstimatedDates: _e,
        otherOverdue: _overdue,
        otherStakes: _stakes,
        ...row
      } = priorityRow(portfolio, ranked, language);
      const others = ranked.elsewhere.map(({ undatedCents: _undated, ...figures }) => figures);
      return [
        row,
        ...others.map((figures) => ({ ...row, oldestDaysPastDue: null, value: null, ...figures })),
      ];
    }),
  ),
});

const promises: Make = ({ portfolio, language, input }) => {
  const outcomes = (input.outcomes ?? []) as readonly string[];
  return {
    columns: columns(language, [
      ...CUSTOMER,
      ['promisedOn', 'day', 12],
      ['promisedFor', 'day', 12],
      ['amountCents', '+amount', 15],
      ['receivedCents', '+amount', 15],
      ['outcome', 'text', 18],
      ['documents', 'text', 40],
      ['comment', 'text', 40],
    ]),
    ...sheetsByCurrency(
      promiseRows(portfolio)
        .filter(({ outcome }) => outcomes.length === 0 || outcomes.includes(outcome))
        .map(({ documentNumbers, ...row }) => ({
          ...row,
          outcome: followUpText[language].outcomes[row.outcome] ?? row.outcome,
          documents: documentNumbers.join(', '),
        })),
    ),
  };
};

const disputes: Make = ({ portfolio, language, input }) => ({
  columns: columns(language, [
    ...CUSTOMER,
    ['openedOn', 'day', 12],
    ['reason', 'text', 16, 'motive'],
    ['owner', 'text', 16],
    ['answerBy', 'day', 12],
    ['amountCents', '+amount', 15],
    ['awaitedCents', '+amount', 15],
    ['outcome', 'text', 20],
    ['closedOn', 'day', 12],
    ['documents', 'text', 40],
    ['comment', 'text', 40],
    ['answer', 'text', 40],
  ]),
  ...sheetsByCurrency(
    disputeRows(portfolio, input.show as DisputeView).map(({ documentNumbers, ...row }) => ({
      ...row,
      outcome: agreementsText[language].disputes.outcomes[row.outcome ?? ''] ?? '',
      reason: followUpText[language].reasons[row.reason] ?? row.reason,
      documents: documentNumbers.join(', '),
    })),
  ),
});

const holds: Make = ({ portfolio, language, input }) => ({
  columns: columns(language, [
    ...CUSTOMER,
    ['documentNumber', 'text', 18],
    ['reason', 'text', 18, 'motive'],
    ['since', 'day', 12],
    ['reviewOn', 'day', 12],
    ['amountCents', '+amount', 15, 'overdueCents'],
    ['comment', 'text', 40],
  ]),
  ...sheetsByCurrency(
    holdRows(portfolio, input.isExpiringOnly === true).flatMap(
      ({ isExpired: _isExpired, otherAmounts, ...row }) => {
        const reason = followUpText[language].reasons[row.reason] ?? row.reason;
        const made = { ...row, reason };
        return [made, ...otherAmounts.map((amount) => ({ ...made, ...amount }))];
      },
    ),
  ),
});

const missingContacts: Make = ({ portfolio, language, input }) => {
  const { yes, no } = columnText[language];
  const word = (isThere: boolean) => (isThere ? yes : no);
  return {
    columns: columns(language, [
      ...CUSTOMER,
      ['outstandingCents', '+amount', 15],
      ['overdueCents', '+amount', 15],
      ['hasEmail', 'text', 10],
      ['hasPhone', 'text', 10],
      ['hasAddress', 'text', 10],
    ]),
    ...sheetsByCurrency(
      missingContactRows(portfolio, (input.missing ?? 'any') as 'any').flatMap(
        ({ otherOutstanding, otherOverdue, ...row }) => {
          const made = {
            ...row,
            hasEmail: word(row.hasEmail),
            hasPhone: word(row.hasPhone),
            hasAddress: word(row.hasAddress),
          };
          const lateIn = (wanted: string) =>
            otherOverdue.find(({ currency }) => currency === wanted)?.amountCents ?? 0;
          return alsoIn(made, 'outstandingCents', otherOutstanding).map((one) =>
            one.currency === LEDGER_CURRENCY ? one : { ...one, overdueCents: lateIn(one.currency) },
          );
        },
      ),
    ),
  };
};

const credits: Make = ({ portfolio, language }) => ({
  columns: columns(language, [
    ...CUSTOMER,
    ['kind', 'text', 14],
    ['documentNumber', 'text', 18],
    ['day', 'day', 12],
    ['amountCents', '+amount', 15],
    ['customerOverdueCents', 'amount', 15],
    ['label', 'text', 40],
  ]),
  ...sheetsByCurrency(
    creditRows(portfolio).map((row) => ({
      ...row,
      kind: followUpText[language].kinds[row.kind] ?? row.kind,
    })),
  ),
});

const toMatch: Make = ({ portfolio, language }) => ({
  columns: columns(language, [
    ...CUSTOMER,
    ['overdueCents', '+amount', 15],
    ['unletteredCents', '+amount', 15],
    ['share', 'share', 10],
  ]),
  ...sheetsByCurrency(
    toMatchRows(portfolio).map((row) => ({ ...row, share: Math.round(row.share * 10_000) })),
  ),
});

const calls: Make = ({ portfolio, language, input }) => ({
  columns: columns(language, [
    ['day', 'day', 12],
    ...CUSTOMER,
    ['direction', 'text', 10],
    ['outcome', 'text', 20],
    ['amountCents', '+amount', 15],
    ['contactName', 'text', 24],
    ['comment', 'text', 60],
  ]),
  ...sheetsByCurrency(
    callRows(portfolio, (input.fromDay ?? null) as string | null).map((row) => ({
      ...row,
      direction: followUpText[language][row.direction === 'in' ? 'in' : 'out'],
      outcome: followUpText[language].calls[row.outcome] ?? row.outcome,
    })),
  ),
});

const tasks: Make = ({ portfolio, language, input }) => ({
  columns: columns(language, [
    ['dueOn', 'day', 12],
    ...CUSTOMER,
    ['kind', 'text', 18, 'task'],
    ['overdueCents', 'amount', 15],
    ['comment', 'text', 60],
  ]),
  ...sheetsByCurrency(
    taskRows(portfolio, input.isLateOnly === true).flatMap(({ otherOverdue, ...row }) => {
      const kind = followUpText[language].tasks[row.kind] ?? row.kind;
      return alsoIn({ ...row, kind }, 'overdueCents', otherOverdue);
    }),
  ),
});

const LISTS: Readonly<Record<string, Make>> = {
  customers: customerSheet,
  priorities,
  items: itemSheet,
  promises,
  disputes,
  agreements: agreementSheet,
  holds,
  missing_contacts: missingContacts,
  credits,
  to_match: toMatch,
  calls,
  tasks,
  aged_balance: agedBalanceSheet,
  forecast: forecastSheet,
  forecast_items: forecastItemSheet,
  outlook: outlookSheet,
  outlook_items: outlookItemSheet,
  forecast_judgement: judgementSheet,
  refused_addresses: refusedAddressSheet,
  replies: replySheet,
  missing_pdfs: missingPdfSheet,
};

/** The sheet of a list; with `wanted` column keys, only those, in that order. */
export function listSheet(
  list: string,
  context: ListContext,
  wanted: readonly string[] | null,
): ListSheet {
  const make = LISTS[list];
  if (make === undefined) throw new RangeError(`No workbook for the list ${list}`);
  return withColumns(make(context), wanted);
}

/** A sheet with the columns a screen shows, in its order; whole where it names none. */
export function withColumns(sheet: ListSheet, wanted: readonly string[] | null): ListSheet {
  if (wanted === null) return sheet;
  const chosen = wanted.flatMap((name) => columnNamed(sheet.columns, name) ?? []);
  return { ...sheet, columns: chosen.length === 0 ? sheet.columns : chosen };
}

/** The column a screen calls so: `overdue` is `overdueCents`, `rep` is `repCode`, `net_due` … */
function columnNamed(columns: readonly WorkbookColumn[], name: string): WorkbookColumn | undefined {
  const own = columns.find(({ key }) => key === name);
  if (own !== undefined) return own;
  const base = name.replace(/_(\w)/g, (_, letter: string) => letter.toUpperCase());
  const keys = ['', 'Cents', 'Code', 'Day', 'DaysPastDue', 'Sentence'].map((end) => base + end);
  return columns.find(({ key }) => keys.includes(key));
}
