/** Columns that several lists of the follow-up share. */
import type { CalendarDate } from '../../../shared/kernel/calendar-date.ts';
import { Amount, type AmountProps } from '../../parts/amount.tsx';
import type { Column } from '../../parts/data-table/table-types.ts';
import { DateText } from '../../parts/date-text.tsx';

interface Named {
  readonly code: string;
  readonly name: string;
}

export function nameColumns<Row extends Named>(words: {
  readonly code: string;
  readonly customer: string;
}): Column<Row>[] {
  return [
    { id: 'code', label: words.code, width: 90, isHiddenAtFirst: true, cell: (row) => row.code },
    {
      id: 'name',
      label: words.customer,
      width: 204,
      grow: 2,
      isFixed: true,
      cell: (row) => row.name,
    },
  ];
}

export function amountColumn<Row>(
  id: string,
  label: string,
  amountOf: (row: Row) => number,
  /** The currency of the amount, and what is owed beside it in others. */
  moreOf: (row: NoInfer<Row>) => Pick<AmountProps, 'currency' | 'others'>,
): Column<Row> {
  return {
    id,
    label,
    width: 116,
    align: 'end',
    cell: (row) => <Amount cents={amountOf(row)} {...moreOf(row)} />,
  };
}

/** The currency of a row's amounts. */
export function inCurrency({ currency }: { readonly currency: string }) {
  return { currency };
}

export function dayColumn<Row>(
  id: string,
  label: string,
  dayOf: (row: Row) => CalendarDate | null,
): Column<Row> {
  return { id, label, width: 104, cell: (row) => <DateText date={dayOf(row)} /> };
}

export function textColumn<Row>(
  id: string,
  label: string,
  textOf: (row: Row) => string,
  shape: { readonly width: number; readonly grow?: number },
): Column<Row> {
  return { id, label, ...shape, cell: textOf };
}
