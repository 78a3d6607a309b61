/** Rows that are all at hand already, in the form a table takes: `useLocalRows(answer.rows)`. */
import { useMemo } from 'react';
import type { Failure } from '../../failure/failure.ts';
import type { Rows } from './table-types.ts';

export function useLocalRows<Row>(
  rows: readonly Row[] | undefined,
  failure: Failure | null = null,
  retry: () => void = () => {},
): Rows<Row> {
  return useMemo(
    () => ({
      total: rows?.length ?? null,
      rowAt: (index) => rows?.[index],
      show: () => {},
      isLoading: rows === undefined && failure === null,
      isChanging: false,
      failure,
      retry,
    }),
    [rows, failure, retry],
  );
}
