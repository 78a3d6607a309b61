/** A row of the time line with what can still be taken back of it. */
import type { TimelineEntry } from '../../../shared/contract/customers.ts';
import type { TimelineRow } from '../../ledger/views/timeline.ts';
import type { CustomerAccount } from '../portfolio/customer-account.ts';

/** The entry as the screen shows it. */
export function timelineEntry(row: TimelineRow, account: CustomerAccount): TimelineEntry {
  const { kind, id, day, recordedAt, facts, comment } = row;
  return {
    entryKey: `${kind}:${id}`,
    kind: kind as TimelineEntry['kind'],
    day,
    recordedAt,
    facts: { ...facts },
    comment,
    undo: undoOf(kind, id, account),
  };
}

function undoOf(kind: string, id: number, account: CustomerAccount): TimelineEntry['undo'] {
  switch (kind) {
    case 'call':
    case 'incoming_call':
      return { kind: 'call', id };
    case 'promise':
      return account.judgedPromises.some(({ promise }) => promise.promiseId === id)
        ? { kind: 'promise', id }
        : null;
    case 'hold':
      return account.liveHolds.some(({ holdId }) => holdId === id) ? { kind: 'hold', id } : null;
    case 'dispute':
      return account.openDisputes.some(({ disputeId }) => disputeId === id)
        ? { kind: 'dispute', id }
        : null;
    case 'task':
      return account.tasks.some((task) => task.taskId === id && !task.isClosed)
        ? { kind: 'task', id }
        : null;
    case 'mark':
      return account.marks.some(({ markId }) => markId === id) ? { kind, id } : null;
    case 'guarantee':
      return account.guarantees.some(({ guaranteeId }) => guaranteeId === id) ? { kind, id } : null;
    case 'solvency':
      return account.solvencyChecks.some((one) => one.solvencyCheckId === id) ? { kind, id } : null;
    default:
      return null;
  }
}
