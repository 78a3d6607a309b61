/** The workbooks of what is open: its items, their ages, the weeks they are expected in. */
import type { ForecastSlot } from '../../../shared/domain/forecast/due-and-promise.ts';
import { formatDate } from '../../../shared/format/date.ts';
import { bucketLabel } from '../../../shared/text/ageing.ts';
import { columnText } from '../../../shared/text/columns.ts';
import { followUpText } from '../../../shared/text/screens/follow-up.ts';
import { readItemLabels } from '../../ledger/views/customer-items.ts';
import { openItemRows } from '../customers/item-row.ts';
import { type AgedQuestion, agedAnswer, agedItems } from '../overview/aged.ts';
import {
  type ForecastQuestion,
  forecastAnswer,
  forecastSlotItems,
} from '../overview/cash-forecast.ts';
import { columns, type MakeSheet, sheetsByCurrency } from './list-sheet.ts';

export const ITEM_COLUMNS = [
  ['documentNumber', 'text', 18],
  ['kind', 'text', 14],
  ['documentDate', 'day', 12],
  ['dueDate', 'day', 12],
  ['amountCents', '+amount', 15],
  ['outstandingCents', '+amount', 15],
  ['currency', 'text', 8],
  ['daysPastDue', 'count', 10],
] as const;

export const itemSheet: MakeSheet = ({ ledger, portfolio, language, input }) => {
  const kinds: Readonly<Record<string, string>> = followUpText[language].kinds;
  const account = portfolio.accounts.get(input.customerId as number);
  if (account === undefined) {
    const rows = agedItems(ledger, portfolio, {
      asOf: null,
      by: 'due_date',
      bucket: null,
      groupBy: null,
      groupKey: null,
      ...input,
    });
    return {
      columns: columns(language, [['name', 'text', 34], ...ITEM_COLUMNS]),
      ...sheetsByCurrency(rows.map((row) => ({ ...row, kind: kinds[row.kind] ?? row.kind }))),
    };
  }
  const labels = ledger.read((reader) => readItemLabels(reader, account.record.customerId));
  const rows = openItemRows({ account, portfolio, language, labels, paymentLabels: new Map() });
  return {
    columns: columns(language, [
      ...ITEM_COLUMNS,
      ['label', 'text', 40],
      ['verdictSentence', 'text', 40],
    ]),
    ...sheetsByCurrency(
      rows.map(
        ({
          documentNumber,
          kind,
          documentDate,
          dueDate,
          amountCents,
          outstandingCents,
          currency,
          daysPastDue,
          label,
          verdictSentence,
        }) => ({
          documentNumber,
          kind: kinds[kind] ?? kind,
          documentDate,
          dueDate,
          amountCents,
          outstandingCents,
          currency,
          daysPastDue,
          label,
          verdictSentence,
        }),
      ),
    ),
  };
};

/** By customer or by dimension, the columns of the screen. */
export const agedBalanceSheet: MakeSheet = ({ ledger, portfolio, language, input }) => {
  const question: AgedQuestion = {
    asOf: null,
    by: 'due_date',
    groupBy: 'customer',
    text: '',
    sort: 'balance',
    isDescending: true,
    ...input,
  };
  const answer = agedAnswer(ledger, portfolio, question, language);
  const words = columnText[language];
  const isByCustomer = question.groupBy === 'customer';
  const [balance] = columns(language, [['balanceCents', '+amount', 15]]);
  return {
    columns: [
      ...(isByCustomer ? columns(language, [['code', 'text', 12]]) : []),
      labelColumn(isByCustomer ? words.name : words.group),
      ...answer.buckets.map(({ key }) => amountColumn(key, bucketLabel(key, language))),
      ...(balance === undefined ? [] : [balance]),
    ],
    ...sheetsByCurrency(
      answer.rows.map((row) => ({
        code: row.code,
        currency: row.currency,
        label: row.label,
        balanceCents: row.balanceCents,
        ...Object.fromEntries(
          answer.buckets.map(({ key }, index) => [key, row.amountsCents[index] ?? 0]),
        ),
      })),
    ),
  };
};

/** Week by week; grouped, one row a group and one column a week. */
export const forecastSheet: MakeSheet = ({ ledger, portfolio, language, input }) => {
  const question: ForecastQuestion = {
    weekCount: 13,
    by: 'none',
    key: null,
    method: 'promise',
    ...input,
    language,
  };
  const answer = forecastAnswer(ledger, portfolio, question);
  if (question.by !== 'none' && question.key === null) return groupSheet(answer, language);
  const hasPromises = question.method === 'promise';
  return {
    columns: columns(language, [
      ['week', 'day', 14],
      ...(hasPromises
        ? ([
            ['promisedCents', '+amount', 16],
            ['unpromisedDueCents', '+amount', 18],
          ] as const)
        : ([['dueCents', '+amount', 16]] as const)),
      ['lastYearCents', '+amount', 18],
    ]),
    rows: answer.weeks.map(({ weekStart, ...amounts }) => ({ week: weekStart, ...amounts })),
    others: answer.otherCurrencies.map(({ currency, amountsCents, promisedCents }) => ({
      currency,
      rows: answer.weeks.map(({ weekStart }, index) => ({
        week: weekStart,
        dueCents: amountsCents[index] ?? 0,
        promisedCents: promisedCents[index] ?? 0,
        unpromisedDueCents: (amountsCents[index] ?? 0) - (promisedCents[index] ?? 0),
      })),
    })),
  };
};

/** The items behind a week, or behind an amount set apart. */
export const forecastItemSheet: MakeSheet = ({ portfolio, language, input }) => {
  const slot = input.slot as ForecastSlot;
  const question = { weekCount: 13, key: null, method: 'promise', ...input, language } as const;
  const by = (input.by ?? 'none') as ForecastQuestion['by'];
  return {
    columns: columns(language, [
      ['name', 'text', 34],
      ['documentNumber', 'text', 18],
      ['dueDate', 'day', 12],
      ['expectedDate', 'day', 12],
      ['amountCents', '+amount', 15],
      ['why', 'text', 50],
    ]),
    ...sheetsByCurrency(forecastSlotItems(portfolio, { ...question, by, slot })),
  };
};

function groupSheet(
  { groups, weeks }: ReturnType<typeof forecastAnswer>,
  language: Parameters<MakeSheet>[0]['language'],
): ReturnType<MakeSheet> {
  const words = columnText[language];
  return {
    columns: [
      labelColumn(words.group),
      amountColumn('overdueCents', words.overdueSlot),
      ...weeks.map(({ weekStart }) => amountColumn(weekStart, formatDate(weekStart))),
      amountColumn('totalCents', words.total),
    ],
    ...sheetsByCurrency(
      groups.map(({ label, currency, overdueCents, totalCents, amountsCents }) => ({
        label,
        currency,
        overdueCents,
        totalCents,
        ...Object.fromEntries(
          weeks.map(({ weekStart }, index) => [weekStart, amountsCents[index] ?? 0]),
        ),
      })),
    ),
  };
}

const labelColumn = (title: string) =>
  ({ key: 'label', title, kind: 'text', width: 34, isTotalled: false }) as const;

const amountColumn = (key: string, title: string) =>
  ({ key, title, kind: 'amount', width: 15, isTotalled: true }) as const;
