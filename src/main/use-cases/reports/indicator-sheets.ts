/** Workbooks of the indicators: all of them on a day, or one of them by customer or dimension. */
import { z } from 'zod';
import { figurePart, groupQuestion } from '../../../shared/contract/figures.ts';
import { day } from '../../../shared/contract/parts.ts';
import { INDICATOR_KINDS, type Indicator } from '../../../shared/domain/metrics/indicator.ts';
import type { Language } from '../../../shared/format/language.ts';
import type { CalendarDate } from '../../../shared/kernel/calendar-date.ts';
import { indicatorText, indicatorValue, readingSum } from '../../../shared/text/indicators.ts';
import type { ColumnKind } from '../../reports/workbook.ts';
import type { OpenCompany } from '../companies/open-company.ts';
import { groupRows } from '../figures/group-rows.ts';
import { knownMonths } from '../figures/known-months.ts';
import { monthsAsOf } from '../figures/months-as-of.ts';
import { indicatorRows, pointsOf } from '../figures/shown-indicators.ts';
import { columns, type ListSheet } from './list-sheet.ts';

/** The lists of this file. */
export const INDICATOR_LISTS = ['indicators', 'indicator_groups'] as const;
export type IndicatorList = (typeof INDICATOR_LISTS)[number];

export function isIndicatorList(list: string): list is IndicatorList {
  return INDICATOR_LISTS.some((one) => one === list);
}

interface Asked {
  readonly list: IndicatorList;
  readonly input: unknown;
  readonly language: Language;
}

const shownInput = z.object({ asOf: day.nullable(), part: figurePart.nullable() });

/** The sheet of one of them, whole, as the screen shows it. */
export function indicatorSheet(company: OpenCompany, asked: Asked): Promise<ListSheet> {
  return asked.list === 'indicators'
    ? indicatorsSheet(company, asked)
    : indicatorGroupsSheet(company, asked);
}

async function monthsOf({ ledger }: OpenCompany, asOf: CalendarDate | null) {
  const known = knownMonths(ledger);
  return known === null ? null : await monthsAsOf(ledger, known, asOf);
}

/** Figures of several units stand in one column: they are written as the screen writes them. */
async function indicatorsSheet(
  company: OpenCompany,
  { input, language }: Asked,
): Promise<ListSheet> {
  const { asOf, part } = shownInput.parse(input);
  const portfolio = await company.portfolio.read();
  const months = await monthsOf(company, asOf);
  const conventions = portfolio.settings.figures;
  const points =
    months === null ? [] : await pointsOf(company.ledger, portfolio, { asOf: months, part });
  const rows =
    points.length === 0 ? [] : indicatorRows(company.ledger, points, { conventions, part });
  const told = (indicator: Indicator, value: number | null) =>
    value === null
      ? null
      : indicatorValue(INDICATOR_KINDS[indicator].unit, value, { language, style: 'document' });
  return {
    columns: columns(language, [
      ['indicator', 'text', 40],
      ['result', 'text', 18],
      ['target', 'text', 18],
      ['monthBefore', 'text', 18],
      ['yearBefore', 'text', 18],
      ['calculation', 'text', 80],
    ]),
    rows: rows.map(({ indicator, reading, target, monthBefore, yearBefore }) => ({
      indicator: indicatorText[language][indicator].name,
      result: told(indicator, reading.value),
      target: told(indicator, target),
      monthBefore: told(indicator, monthBefore),
      yearBefore: told(indicator, yearBefore),
      calculation: readingSum(indicator, reading, { language, style: 'document' }),
    })),
  };
}

async function indicatorGroupsSheet(
  company: OpenCompany,
  { input, language }: Asked,
): Promise<ListSheet> {
  const question = groupQuestion.parse(input);
  const portfolio = await company.portfolio.read();
  const asOf = await monthsOf(company, question.asOf);
  const conventions = portfolio.settings.figures;
  const rows =
    asOf === null
      ? []
      : await groupRows(company.ledger, portfolio, { ...question, asOf, conventions, language });
  const { kind, cell } = FORMS[INDICATOR_KINDS[question.indicator].unit];
  const told = (value: number | null) => (value === null ? null : cell(value));
  return {
    columns: columns(language, [
      ...(question.by === 'customer' ? ([['code', 'text', 12]] as const) : []),
      ['label', 'text', 34, question.by === 'customer' ? 'name' : 'group'],
      ['value', kind, 16, 'result'],
      ['target', kind, 16],
      ['monthBefore', kind, 16],
      ['yearBefore', kind, 16],
      ['receivablesCents', '+amount', 16],
      ['overdueCents', '+amount', 16],
      ['salesCents', '+amount', 16],
    ]),
    rows: rows.map((row) => ({
      code: row.code,
      label: row.label,
      value: told(row.value),
      target: told(row.target),
      monthBefore: told(row.monthBefore),
      yearBefore: told(row.yearBefore),
      receivablesCents: row.closingCents,
      overdueCents: row.overdueCents,
      salesCents: row.salesCents,
    })),
  };
}

const BASIS_POINTS = 10_000;
const TENTHS = 10;

/** How the figures of a unit stand in a cell that Excel can sort and add up. */
const FORMS: Readonly<
  Record<
    (typeof INDICATOR_KINDS)[Indicator]['unit'],
    { readonly kind: ColumnKind; readonly cell: (value: number) => number }
  >
> = {
  days: { kind: 'count', cell: (days) => Math.round(days * TENTHS) / TENTHS },
  rate: { kind: 'share', cell: (share) => Math.round(share * BASIS_POINTS) },
  cents: { kind: 'amount', cell: Math.round },
  minutes: { kind: 'count', cell: Math.round },
  per_thousand: { kind: 'count', cell: (value) => Math.round(value * TENTHS) / TENTHS },
};
