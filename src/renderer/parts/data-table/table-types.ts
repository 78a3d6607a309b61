/** What a table is given: its columns, its rows, and what the user chose of both. */
import type { ReactNode } from 'react';
import type { Failure } from '../../failure/failure.ts';

export interface Column<Row> {
  /** The core's name of the column, used for sorting and Excel too. */
  readonly id: string;
  readonly label: string;
  readonly cell: (row: Row) => ReactNode;
  /** Least width in pixels. */
  readonly width: number;
  /** Share of the width left over; 0 when absent. */
  readonly grow?: number;
  /** Figures stand at the end. */
  readonly align?: 'end';
  /** The core can sort by it. */
  readonly isSortable?: boolean;
  /** The first click puts the largest on top. */
  readonly sortsDownFirst?: boolean;
  /** Chosen by the user before it shows. */
  readonly isHiddenAtFirst?: boolean;
  /** Cannot be hidden. */
  readonly isFixed?: boolean;
}

/** What choosing columns needs of them. */
export type ColumnName = Pick<Column<never>, 'id' | 'label' | 'isHiddenAtFirst' | 'isFixed'>;

export interface Sort {
  readonly column: string;
  readonly isDescending: boolean;
}

/** Rows as `useWindows` or `useLocalRows` gives them. */
export interface Rows<Row> {
  readonly total: number | null;
  readonly rowAt: (index: number) => Row | undefined;
  readonly show: (first: number, last: number) => void;
  readonly isLoading: boolean;
  readonly isChanging: boolean;
  readonly failure: Failure | null;
  readonly retry: () => void;
}

export interface RowGroup {
  readonly key: string;
  readonly label: string;
  readonly count: number;
  /** What stands in the columns of the heading: sums of the group. */
  readonly cells: Readonly<Record<string, ReactNode>>;
}

export interface MenuEntry {
  readonly label: string;
  readonly keys?: string;
  readonly icon?: ReactNode;
  readonly isDanger?: boolean;
  readonly run: () => void;
}

export type RowKey = string | number;
