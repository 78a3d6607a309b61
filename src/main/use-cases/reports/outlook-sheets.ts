/** The workbooks of the likely forecast: its weeks, the items behind one, the judgement. */
import { formatDate } from '../../../shared/format/date.ts';
import { columnText } from '../../../shared/text/columns.ts';
import { judgementOf } from '../forecast/judgement.ts';
import { type OutlookQuestion, outlookAnswer } from '../forecast/outlook-answer.ts';
import { type SlotQuestion, shareRow, slotShares } from '../forecast/slot-items.ts';
import { columns, type MakeSheet, sheetsByCurrency } from './list-sheet.ts';

const NO_QUESTION = { weekCount: 13, by: 'none', key: null, whatIf: [] } as const;

/** Week by week, the views side by side; grouped, one row a group and one column a week. */
export const outlookSheet: MakeSheet = ({ ledger, portfolio, language, input }) => {
  const question: OutlookQuestion = { ...NO_QUESTION, ...input, language };
  const answer = outlookAnswer(ledger, portfolio, question);
  if (question.by !== 'none' && question.key === null) return groupSheet(answer, language);
  return {
    columns: columns(language, [
      ['week', 'day', 14],
      ['promisedCents', '+amount', 16],
      ['typedCents', '+amount', 16],
      ['habitCents', '+amount', 18],
      ['lateCents', '+amount', 16],
      ['eventCents', '+amount', 14],
      ['expectedCents', '+amount', 16],
      ['lowCents', 'amount', 14],
      ['highCents', 'amount', 14],
      ['dueCents', '+amount', 16],
      ['byPromiseCents', '+amount', 16],
      ['objectiveCents', '+amount', 14],
      ['lastYearCents', '+amount', 18],
    ]),
    rows: answer.weeks.map(({ weekStart, ...amounts }) => ({ week: weekStart, ...amounts })),
    others: answer.otherCurrencies.map(({ currency, amountsCents }) => ({
      currency,
      rows: answer.weeks.map(({ weekStart }, index) => ({
        week: weekStart,
        expectedCents: amountsCents[index] ?? 0,
      })),
    })),
  };
};

function groupSheet(
  { groups, weeks }: ReturnType<typeof outlookAnswer>,
  language: Parameters<MakeSheet>[0]['language'],
): ReturnType<MakeSheet> {
  const words = columnText[language];
  const amount = (key: string, title: string) =>
    ({ key, title, kind: 'amount', width: 15, isTotalled: true }) as const;
  return {
    columns: [
      { key: 'label', title: words.group, kind: 'text', width: 34, isTotalled: false },
      ...weeks.map(({ weekStart }) => amount(weekStart, formatDate(weekStart))),
      amount('laterCents', words.laterCents),
      amount('neverCents', words.neverCents),
      amount('totalCents', words.total),
    ],
    ...sheetsByCurrency(
      groups.map(({ label, currency, amountsCents, laterCents, neverCents, totalCents }) => ({
        label,
        currency,
        laterCents,
        neverCents,
        totalCents,
        ...Object.fromEntries(
          weeks.map(({ weekStart }, index) => [weekStart, amountsCents[index] ?? 0]),
        ),
      })),
    ),
  };
}

/** The items behind a week, or behind an amount set apart. */
export const outlookItemSheet: MakeSheet = ({ portfolio, language, input }) => {
  const slot = input.slot as SlotQuestion['slot'];
  const question: SlotQuestion = { ...NO_QUESTION, ...input, slot, language };
  const { total, window } = slotShares(portfolio, question);
  return {
    columns: columns(language, [
      ['name', 'text', 34],
      ['documentNumber', 'text', 18],
      ['dueDate', 'day', 12],
      ['likelyDate', 'day', 12],
      ['chance', 'share', 10],
      ['openCents', 'amount', 15],
      ['amountCents', '+amount', 15],
      ['why', 'text', 50],
    ]),
    ...sheetsByCurrency(
      window({ offset: 0, limit: total }).map((share) => {
        const { chanceBasisPoints, ...row } = shareRow(portfolio, share, question);
        return { ...row, chance: chanceBasisPoints };
      }),
    ),
  };
};

/** Past weeks: what was frozen of each by method, and what came in. */
export const judgementSheet: MakeSheet = ({ ledger, portfolio, language }) => ({
  columns: columns(language, [
    ['week', 'day', 14],
    ['frozenOn', 'day', 12],
    ['expectedCents', 'amount', 16],
    ['lowCents', 'amount', 14],
    ['highCents', 'amount', 14],
    ['byPromiseCents', 'amount', 16],
    ['dueCents', 'amount', 16],
    ['receivedCents', 'amount', 16],
    ['laterInvoicesCents', 'amount', 16],
  ]),
  rows: judgementOf(ledger, portfolio).weeks.map(
    ({ weekStart, frozenOn, cells, receivedCents, laterInvoicesCents }) => ({
      week: weekStart,
      frozenOn,
      expectedCents: cells.get('likely')?.expectedCents ?? null,
      lowCents: cells.get('likely')?.lowCents ?? null,
      highCents: cells.get('likely')?.highCents ?? null,
      byPromiseCents: cells.get('promise')?.expectedCents ?? null,
      dueCents: cells.get('due_date')?.expectedCents ?? null,
      receivedCents,
      laterInvoicesCents,
    }),
  ),
});
