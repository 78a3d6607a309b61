/** One indicator by customer or dimension: rows found, sorted and totalled. */
import type { Indicator } from '../../../shared/domain/metrics/indicator.ts';
import { changeSense } from '../../../shared/domain/metrics/indicator.ts';
import type { FigureConventions } from '../../../shared/domain/metrics/read-indicators.ts';
import type { Language } from '../../../shared/format/language.ts';
import type { Ledger } from '../../ledger/ledger.ts';
import { searchTextOf } from '../../ledger/search-text.ts';
import { loadObjectives } from '../../ledger/stores/objectives.ts';
import type { AgedGroup } from '../overview/aged.ts';
import { lastAnswer } from '../overview/last-answer.ts';
import type { Portfolio } from '../portfolio/portfolio.ts';
import { type FigurePart, isInPart } from './figure-dimensions.ts';
import { GROUP_INDICATORS, type GroupFigures, groupFigures } from './group-figures.ts';
import type { MonthsAsOf } from './months-as-of.ts';
import { partLabel, TARGET_PARTS } from './shown-indicators.ts';

export interface GroupQuestion {
  readonly indicator: Indicator;
  readonly by: AgedGroup;
  readonly part: FigurePart | null;
  readonly text: string;
  readonly sort: 'label' | 'value' | 'change' | 'receivables' | 'overdue' | 'sales';
  readonly isDescending: boolean;
}

export interface GroupRow {
  readonly key: string;
  readonly label: string;
  readonly code: string;
  readonly customerId: number | null;
  readonly value: number | null;
  readonly monthBefore: number | null;
  readonly yearBefore: number | null;
  readonly target: number | null;
  readonly closingCents: number;
  readonly overdueCents: number;
  readonly salesCents: number;
}

interface Asked extends GroupQuestion {
  readonly asOf: MonthsAsOf;
  readonly conventions: FigureConventions;
  readonly language: Language;
}

const answers = lastAnswer<readonly GroupRow[]>();

/** The rows of a question, whole and sorted; made once for all the windows of it. */
export async function groupRows(
  ledger: Ledger,
  portfolio: Portfolio,
  asked: Asked,
): Promise<readonly GroupRow[]> {
  const groups = await groupFigures(ledger, portfolio, asked);
  const { indicator, by, part, text, sort, isDescending, language } = asked;
  const { entryId } = ledger.version();
  const question = [indicator, by, part, text, sort, isDescending, language, entryId];
  return answers(groups, question, () => makeRows(ledger, portfolio, { ...asked, groups }));
}

function makeRows(
  ledger: Ledger,
  portfolio: Portfolio,
  asked: Asked & { readonly groups: readonly GroupFigures[] },
): readonly GroupRow[] {
  const { indicator, by, part, language, groups } = asked;
  const at = GROUP_INDICATORS.indexOf(indicator);
  const targets = new Map(
    ledger
      .read(loadObjectives)
      .filter((one) => one.indicator === indicator && one.dimension === by)
      .map((one) => [one.dimensionKey, one.target / TARGET_PARTS]),
  );
  const accountOf = ({ key }: GroupFigures) =>
    by === 'customer' ? portfolio.accounts.get(Number.parseInt(key, 10)) : undefined;
  const words = searchTextOf([asked.text])
    .split(' ')
    .filter((word) => word !== '');
  const rows = groups
    .filter((group) => by !== 'customer' || isInPart(accountOf(group), part))
    .map((group) => {
      const record = accountOf(group)?.record;
      const { key, closingCents, overdueCents, salesCents } = group;
      return {
        key,
        label: partLabel(portfolio, { by, key }, language) ?? '',
        code: record?.code ?? '',
        customerId: record?.customerId ?? null,
        value: group.now[at] ?? null,
        monthBefore: group.monthBefore?.[at] ?? null,
        yearBefore: group.yearBefore?.[at] ?? null,
        target: targets.get(key) ?? null,
        closingCents,
        overdueCents,
        salesCents,
        search: record?.search ?? '',
      };
    })
    .filter((row) => row.closingCents !== 0 || row.salesCents !== 0 || row.value !== null)
    .filter(({ label, search }) => {
      const found = search === '' ? searchTextOf([label]) : search;
      return words.every((word) => found.includes(word));
    });
  return rows.sort(orderOf(asked)).map(({ search, ...row }) => row);
}

const inFrench = new Intl.Collator('fr');

type Sortable = Pick<
  GroupRow,
  'label' | 'value' | 'monthBefore' | 'closingCents' | 'overdueCents' | 'salesCents'
>;

function orderOf({ sort, isDescending, indicator }: GroupQuestion) {
  const sign = isDescending ? -1 : 1;
  return (a: Sortable, b: Sortable) => {
    const byLabel = inFrench.compare(a.label, b.label);
    if (sort === 'label') return sign * byLabel;
    const [left, right] = [figureOf(a, sort, indicator), figureOf(b, sort, indicator)];
    // What has no figure comes last either way.
    if (left === null) return right === null ? byLabel : 1;
    if (right === null) return -1;
    return sign * (left - right) || byLabel;
  };
}

function figureOf(
  row: Sortable,
  sort: Exclude<GroupQuestion['sort'], 'label'>,
  indicator: Indicator,
): number | null {
  switch (sort) {
    case 'receivables':
      return row.closingCents;
    case 'overdue':
      return row.overdueCents;
    case 'sales':
      return row.salesCents;
    case 'value':
      return row.value;
    case 'change': {
      if (row.value === null || row.monthBefore === null) return null;
      const sense = changeSense(indicator, row.monthBefore, row.value);
      return sense === 'same' ? 0 : row.value - row.monthBefore;
    }
  }
}
