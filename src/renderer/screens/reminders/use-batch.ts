/**
 * The batch of the day, whole: what is ticked, totalled and sent is more than one window of a
 * list. The core serves it by windows; they are read one beside the other.
 */
import { useQueries } from '@tanstack/react-query';
import { useCallback, useMemo } from 'react';
import type { PlannedRow } from '../../../shared/contract/dunning.ts';
import type { ApiClient } from '../../api/client.ts';
import { useApi } from '../../api/connection.tsx';
import { WINDOW_ROWS } from '../../api/windows.ts';
import { type Failure, failureOf } from '../../failure/failure.ts';
import type { Kind } from './reminders-search.ts';

export type Planned = Awaited<ReturnType<ApiClient['dunning']['planned']>>;

export interface Batch {
  readonly head: Planned | null;
  readonly rows: readonly PlannedRow[] | undefined;
  readonly failure: Failure | null;
  readonly retry: () => void;
}

const NO_FILTER = { scenarioKey: null, profile: null, channel: null, text: '' } as const;

function usePages(kind: Kind, offsets: readonly number[]) {
  const api = useApi();
  return useQueries({
    queries: offsets.map((offset) =>
      api.query.dunning.planned.queryOptions({
        input: { offset, limit: WINDOW_ROWS, on: null, filter: { tab: kind, ...NO_FILTER } },
      }),
    ),
  });
}

export function useBatch(kind: Kind): Batch {
  const [first] = usePages(kind, FIRST);
  const total = first?.data?.total ?? 0;
  const others = useMemo(() => offsetsAfterFirst(total), [total]);
  const rest = usePages(kind, others);
  const pages = first === undefined ? rest : [first, ...rest];
  const isWhole = pages.every((page) => page.data !== undefined);
  const failed = pages.find((page) => page.isError && page.data === undefined);
  const answers = pages.map((page) => page.data);
  // biome-ignore lint/correctness/useExhaustiveDependencies: as many answers as there are pages.
  const rows = useMemo(() => (isWhole ? distinct(answers) : undefined), [isWhole, ...answers]);
  const refetch = first?.refetch;
  const retry = useCallback(() => void refetch?.(), [refetch]);
  return {
    head: first?.data ?? null,
    rows,
    failure: failed === undefined ? null : failureOf(failed.error),
    retry,
  };
}

const FIRST = [0];

function offsetsAfterFirst(total: number): number[] {
  const count = Math.max(0, Math.ceil(total / WINDOW_ROWS) - 1);
  return Array.from({ length: count }, (_, index) => (index + 1) * WINDOW_ROWS);
}

/** The key of a row: a payer has one message, and as many tasks as steps ask for. */
export function keyOf(row: PlannedRow): string {
  return `${row.payerId} ${row.scenarioKey} ${row.stepLabel} ${row.channel} ${row.currency}`;
}

/** Windows read a moment apart may overlap. */
function distinct(pages: readonly (Planned | undefined)[]): PlannedRow[] {
  const rows = new Map<string, PlannedRow>();
  for (const page of pages) for (const row of page?.rows ?? []) rows.set(keyOf(row), row);
  return [...rows.values()];
}

export interface Narrowing {
  readonly scenario: string | null;
  readonly profile: string | null;
  readonly text: string;
}

/** The rows a person sees under what was chosen beside the list. */
export function narrowed(rows: readonly PlannedRow[], by: Narrowing): readonly PlannedRow[] {
  const wanted = by.text.trim().toLocaleLowerCase();
  if (by.scenario === null && by.profile === null && wanted === '') return rows;
  return rows.filter(
    (row) =>
      (by.scenario === null || row.groupKey === by.scenario) &&
      (by.profile === null || (row.profile ?? '') === by.profile) &&
      `${row.name} ${row.code}`.toLocaleLowerCase().includes(wanted),
  );
}
