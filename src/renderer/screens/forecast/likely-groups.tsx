/** The likely forecast of each group: the next weeks one by one, the others in one column. */
import { useMemo } from 'react';
import { LEDGER_CURRENCY } from '../../../shared/domain/receivable/currency.ts';
import { formatDay } from '../../../shared/format/date.ts';
import { forecastText } from '../../../shared/text/screens/forecast.ts';
import { outlookText } from '../../../shared/text/screens/outlook.ts';
import { useOpenCustomer } from '../../frame/open-customer.tsx';
import { Amount } from '../../parts/amount.tsx';
import { DataTable } from '../../parts/data-table/data-table.tsx';
import { useLocalRows } from '../../parts/data-table/local-rows.ts';
import { useTableState } from '../../parts/data-table/table-state.ts';
import type { Column } from '../../parts/data-table/table-types.ts';
import { OpenAmount } from '../../parts/open-amount.tsx';
import { useLanguage, useText } from '../../parts/reader.tsx';
import type { ForecastSearch, OpenCash, Outlook, OutlookGroup } from './forecast-question.ts';

const WEEKS_SHOWN = 5;

type Cents = (group: OutlookGroup) => number;

export function LikelyGroups(props: {
  readonly outlook: Outlook;
  readonly by: ForecastSearch['by'];
  readonly onNarrow: (key: string) => void;
  readonly onOpen: OpenCash;
}) {
  const { outlook, by, onNarrow, onOpen } = props;
  const words = useText(forecastText);
  const columns = useColumns(outlook.weeks, by, onOpen);
  const state = useTableState(`forecast-likely-${by}`, columns);
  const openCustomer = useOpenCustomer();
  const inBooks = outlook.groups.filter(({ currency }) => currency === LEDGER_CURRENCY);
  const total = (centsOf: Cents) => (
    <Amount cents={inBooks.reduce((sum, group) => sum + centsOf(group), 0)} bare />
  );
  return (
    <DataTable
      id={`forecast-likely-${by}`}
      label={words.per[by === 'none' ? 'customer' : by] ?? words.group}
      columns={columns}
      rows={useLocalRows(outlook.groups)}
      state={state}
      question={by}
      rowKey={(group) => group.key}
      onOpen={(group) => onNarrow(group.key)}
      menu={(group) => [
        { label: words.narrow, run: () => onNarrow(group.key) },
        ...(by === 'customer'
          ? [
              {
                label: words.openCustomer,
                run: () => openCustomer(Number.parseInt(group.key, 10)),
              },
            ]
          : []),
      ]}
      totals={{
        label: words.total,
        ...Object.fromEntries(
          outlook.weeks
            .slice(0, WEEKS_SHOWN)
            .map((week, index) => [week.weekStart, total(weekAt(index))]),
        ),
        next: total(nextOf),
        later: total(({ laterCents }) => laterCents),
        never: total(({ neverCents }) => neverCents),
        total: total(({ totalCents }) => totalCents),
      }}
    />
  );
}

const weekAt =
  (index: number): Cents =>
  ({ amountsCents }) =>
    amountsCents[index] ?? 0;

const nextOf: Cents = ({ amountsCents }) =>
  amountsCents.slice(WEEKS_SHOWN).reduce((sum, cents) => sum + cents, 0);

function useColumns(
  weeks: Outlook['weeks'],
  by: ForecastSearch['by'],
  onOpen: OpenCash,
): readonly Column<OutlookGroup>[] {
  const words = useText(outlookText);
  const language = useLanguage();
  return useMemo(() => {
    const money = (id: string, label: string, centsOf: Cents): Column<OutlookGroup> => ({
      id,
      label,
      width: 104,
      align: 'end',
      cell: (group) => <Amount cents={centsOf(group)} currency={group.currency} bare />,
    });
    const figure = (
      id: Parameters<OpenCash>[0],
      label: string,
      centsOf: Cents,
    ): Column<OutlookGroup> => ({
      ...money(id, label, centsOf),
      cell: (group) => (
        <OpenAmount
          cents={centsOf(group)}
          currency={group.currency}
          title={words.openItems}
          onOpen={() => onOpen(id, group.key)}
        />
      ),
    });
    return [
      {
        id: 'label',
        label: by === 'customer' ? words.customer : words.group,
        width: 180,
        grow: 1,
        isFixed: true,
        cell: (group) => group.label,
      },
      ...weeks
        .slice(0, WEEKS_SHOWN)
        .map(({ weekStart }, index) =>
          figure(weekStart, formatDay(weekStart, { language, isShort: true }), weekAt(index)),
        ),
      money('next', words.otherWeeks, nextOf),
      figure('later', words.slots.later, ({ laterCents }) => laterCents),
      { ...figure('never', words.slots.never, ({ neverCents }) => neverCents), width: 118 },
      { ...money('total', words.total, ({ totalCents }) => totalCents), width: 120 },
    ];
  }, [words, language, weeks, by, onOpen]);
}
