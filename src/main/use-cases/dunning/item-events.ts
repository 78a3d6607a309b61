/** What happened to each open item, put in the one order in which it was recorded. */
import type { ItemEvent, StepState } from '../../../shared/domain/dunning/planner-input.ts';
import type { NoticeStatus } from '../../../shared/domain/outbox/notice-state.ts';
import type { Reader } from '../../ledger/session.ts';
import {
  readCycles,
  readForfeited,
  readLevels,
  readNoticeSteps,
  readRepNoticed,
  readStepsDone,
  type WhoseItems,
} from '../../ledger/views/dunning-facts.ts';

const STEP_STATES: Readonly<Record<Exclude<NoticeStatus, 'cancelled'>, StepState>> = {
  approved: 'outbox',
  built: 'outbox',
  sending: 'outbox',
  deferred: 'outbox',
  printed: 'to_post',
  failed: 'failed',
  bounced: 'failed',
  uncertain: 'uncertain',
  sent: 'sent',
  posted: 'sent',
};

/** Where a step stands whose message has come that far; a cancelled one never was. */
export function stepStateOf(status: Exclude<NoticeStatus, 'cancelled'>): StepState {
  return STEP_STATES[status];
}

/** Events of items, by receivable. */
export function readItemEvents(
  reader: Reader,
  whose: WhoseItems,
): ReadonlyMap<number, readonly ItemEvent[]> {
  const events = new Map<number, { readonly entryId: number; readonly event: ItemEvent }[]>();
  const add = (row: { receivableId: number; entryId: number }, event: ItemEvent) => {
    const own = events.get(row.receivableId);
    const one = { entryId: row.entryId, event };
    if (own === undefined) events.set(row.receivableId, [one]);
    else own.push(one);
  };
  for (const row of readNoticeSteps(reader, whose)) {
    if (row.status === 'cancelled') continue;
    const { claimKey, severity, cycle, day } = row;
    const state = stepStateOf(row.status);
    add(row, { kind: 'step', claimKey, severity, cycle, state, day });
  }
  for (const row of readStepsDone(reader, whose)) {
    const { claimKey, severity, cycle, day } = row;
    const state = row.how === 'skipped' ? 'skipped' : 'done';
    add(row, { kind: 'step', claimKey, severity, cycle, state, day });
  }
  for (const row of readLevels(reader, whose)) {
    const { source, severity, day } = row;
    add(row, { kind: 'level', source, severity, day });
  }
  for (const row of readCycles(reader, whose)) {
    add(row, { kind: 'cycle', cause: row.cause, day: row.day });
  }
  for (const row of readForfeited(reader, whose)) {
    add(row, { kind: 'plan_forfeited', day: row.day });
  }
  for (const row of readRepNoticed(reader, whose)) {
    add(row, { kind: 'rep_noticed', claimKey: row.claimKey, day: row.day });
  }
  return new Map(
    Array.from(events, ([receivableId, own]) => [
      receivableId,
      own.sort((a, b) => a.entryId - b.entryId).map(({ event }) => event),
    ]),
  );
}
