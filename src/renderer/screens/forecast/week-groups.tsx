/**
 * A forecast by group: the next weeks one by one, the others in one column, with what a view has
 * before and after them. Enter narrows the whole screen to the group; the workbook has every week.
 */
import { useMemo } from 'react';
import { LEDGER_CURRENCY } from '../../../shared/domain/receivable/currency.ts';
import { formatDay } from '../../../shared/format/date.ts';
import type { CalendarDate } from '../../../shared/kernel/calendar-date.ts';
import { forecastText } from '../../../shared/text/screens/forecast.ts';
import { useOpenCustomer } from '../../frame/open-customer.tsx';
import { Amount } from '../../parts/amount.tsx';
import { DataTable } from '../../parts/data-table/data-table.tsx';
import { useLocalRows } from '../../parts/data-table/local-rows.ts';
import { useTableState } from '../../parts/data-table/table-state.ts';
import type { Column, MenuEntry } from '../../parts/data-table/table-types.ts';
import { OpenAmount } from '../../parts/open-amount.tsx';
import { useLanguage, useText } from '../../parts/reader.tsx';
import type { ForecastSearch } from './forecast-question.ts';

const WEEKS_SHOWN = 5;

interface Group {
  readonly key: string;
  readonly label: string;
  /** Of the amounts: a row in another currency has no sum with the others. */
  readonly currency: string;
  readonly amountsCents: readonly number[];
  readonly totalCents: number;
}

/** A column beside the weeks, which opens the items of its slot. */
export interface GroupFigure<Of, Slot> {
  readonly slot: Slot;
  readonly label: string;
  readonly width?: number;
  readonly centsOf: (group: Of) => number;
}

export interface WeekGroupsProps<Of, Slot> {
  readonly id: string;
  readonly by: ForecastSearch['by'];
  readonly groups: readonly Of[];
  readonly weeks: readonly { readonly weekStart: CalendarDate }[];
  /** Kept as they are from one drawing to the next. */
  readonly before: readonly GroupFigure<Of, Slot>[];
  readonly after: readonly GroupFigure<Of, Slot>[];
  readonly menu?: (group: Of) => readonly MenuEntry[];
  readonly onNarrow: (key: string) => void;
  readonly onOpen: (slot: Slot | CalendarDate, groupKey: string) => void;
}

export function WeekGroups<Of extends Group, Slot extends string>(
  props: WeekGroupsProps<Of, Slot>,
) {
  const { id, by, groups, onNarrow } = props;
  const words = useText(forecastText);
  const figures = useFigures(props);
  const columns = useColumns(figures, props);
  const state = useTableState(id, columns);
  const openCustomer = useOpenCustomer();
  const inBooks = groups.filter(({ currency }) => currency === LEDGER_CURRENCY);
  const open = (key: string) => openCustomer(Number.parseInt(key, 10));
  return (
    <DataTable
      id={id}
      label={words.per[by === 'none' ? 'customer' : by] ?? words.group}
      columns={columns}
      rows={useLocalRows(groups)}
      state={state}
      question={by}
      rowKey={(group) => group.key}
      onOpen={(group) => onNarrow(group.key)}
      menu={(group) => [
        { label: words.narrow, run: () => onNarrow(group.key) },
        ...(props.menu?.(group) ?? []),
        ...(by === 'customer' ? [{ label: words.openCustomer, run: () => open(group.key) }] : []),
      ]}
      totals={{
        label: words.total,
        ...Object.fromEntries(
          figures.map(({ id: column, centsOf }) => [
            column,
            <Amount
              key={column}
              cents={inBooks.reduce((sum, group) => sum + centsOf(group), 0)}
              bare
            />,
          ]),
        ),
      }}
    />
  );
}

interface Figure<Of, Slot> extends Omit<GroupFigure<Of, Slot>, 'slot'> {
  readonly id: string;
  /** Null for a sum that opens nothing. */
  readonly slot: Slot | CalendarDate | null;
}

function useFigures<Of extends Group, Slot extends string>(
  props: WeekGroupsProps<Of, Slot>,
): readonly Figure<Of, Slot>[] {
  const { weeks, before, after } = props;
  const words = useText(forecastText);
  const language = useLanguage();
  return useMemo(() => {
    const beside = (figure: GroupFigure<Of, Slot>) => ({ ...figure, id: figure.slot });
    return [
      ...before.map(beside),
      ...weeks.slice(0, WEEKS_SHOWN).map(({ weekStart }, index) => ({
        id: weekStart,
        slot: weekStart,
        label: formatDay(weekStart, { language, isShort: true }),
        centsOf: ({ amountsCents }: Of) => amountsCents[index] ?? 0,
      })),
      {
        id: 'next',
        slot: null,
        label: words.nextWeeks,
        centsOf: ({ amountsCents }: Of) =>
          amountsCents.slice(WEEKS_SHOWN).reduce((sum, cents) => sum + cents, 0),
      },
      ...after.map(beside),
      {
        id: 'total',
        slot: null,
        label: words.total,
        width: 120,
        centsOf: ({ totalCents }: Of) => totalCents,
      },
    ];
  }, [weeks, before, after, words, language]);
}

function useColumns<Of extends Group, Slot extends string>(
  figures: readonly Figure<Of, Slot>[],
  { by, onOpen }: WeekGroupsProps<Of, Slot>,
): readonly Column<Of>[] {
  const words = useText(forecastText);
  return useMemo(
    () => [
      {
        id: 'label',
        label: by === 'customer' ? words.customer : words.group,
        width: 180,
        grow: 1,
        isFixed: true,
        cell: (group) => group.label,
      },
      ...figures.map(
        ({ id, slot, label, width = 104, centsOf }): Column<Of> => ({
          id,
          label,
          width,
          align: 'end',
          cell: (group) =>
            slot === null ? (
              <Amount cents={centsOf(group)} currency={group.currency} bare />
            ) : (
              <OpenAmount
                cents={centsOf(group)}
                currency={group.currency}
                title={words.openItems}
                onOpen={() => onOpen(slot, group.key)}
              />
            ),
        }),
      ),
    ],
    [figures, words, by, onOpen],
  );
}
