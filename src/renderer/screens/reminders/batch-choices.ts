/**
 * What a person chose of today's batch before sending it: ticks against the proposal, messages
 * changed. Kept while the window is open, for one company and one day.
 */
import { useSyncExternalStore } from 'react';
import type { NoticeEdit, PlannedRow } from '../../../shared/contract/dunning.ts';
import type { CalendarDate } from '../../../shared/kernel/calendar-date.ts';
import { useApi } from '../../api/connection.tsx';
import { useToday } from '../../parts/reader.tsx';

interface Choices {
  readonly of: string;
  /** By payer, where the tick is another than proposed. */
  readonly ticks: ReadonlyMap<number, boolean>;
  readonly edits: ReadonlyMap<number, NoticeEdit>;
}

export interface BatchChoices {
  readonly isTicked: (row: PlannedRow) => boolean;
  readonly tick: (rows: readonly PlannedRow[], isOn: boolean) => void;
  readonly editOf: (payerId: number) => NoticeEdit | null;
  /** Null goes back to the template. */
  readonly edit: (payerId: number, edit: NoticeEdit | null) => void;
  /** What was sent needs no choice any more. */
  readonly forget: (payerIds: readonly number[]) => void;
}

const NOTHING = { ticks: new Map(), edits: new Map() } as const;
const watchers = new Set<() => void>();
let kept: Choices = { of: '', ...NOTHING };

function keep(next: Choices): void {
  kept = next;
  for (const watcher of watchers) watcher();
}

function subscribe(watcher: () => void): () => void {
  watchers.add(watcher);
  return () => watchers.delete(watcher);
}

function changed<Value>(map: ReadonlyMap<number, Value>, key: number, value: Value | null) {
  const next = new Map(map);
  if (value === null) next.delete(key);
  else next.set(key, value);
  return next;
}

/** Automatic messages are proposed ticked; those to confirm wait for a person. */
const isProposed = (row: PlannedRow): boolean => row.mode === 'automatic';

function choicesOf(of: string, day: CalendarDate): Choices {
  const name = `${of} ${day}`;
  return kept.of === name ? kept : { of: name, ...NOTHING };
}

export function useBatchChoices(): BatchChoices {
  const { companyKey } = useApi();
  const today = useToday();
  useSyncExternalStore(subscribe, () => kept);
  const now = () => choicesOf(companyKey, today);
  const { ticks, edits } = now();
  return {
    isTicked: (row) => ticks.get(row.payerId) ?? isProposed(row),
    tick: (rows, isOn) => {
      const next = new Map(now().ticks);
      for (const row of rows) {
        if (isProposed(row) === isOn) next.delete(row.payerId);
        else next.set(row.payerId, isOn);
      }
      keep({ ...now(), ticks: next });
    },
    editOf: (payerId) => edits.get(payerId) ?? null,
    edit: (payerId, edit) => keep({ ...now(), edits: changed(now().edits, payerId, edit) }),
    forget: (payerIds) => {
      const gone = new Set(payerIds);
      keep({
        of: now().of,
        ticks: new Map([...now().ticks].filter(([payerId]) => !gone.has(payerId))),
        edits: new Map([...now().edits].filter(([payerId]) => !gone.has(payerId))),
      });
    },
  };
}
