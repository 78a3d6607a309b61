/** Takes back what a person recorded, from its entry in the time line. */
import { customerFileText } from '../../../shared/text/screens/customer-file.ts';
import { followUpText } from '../../../shared/text/screens/follow-up.ts';
import { payerText } from '../../../shared/text/screens/payer.ts';
import { useCommand } from '../../commands/use-command.tsx';
import { useText } from '../../parts/reader.tsx';

export function useTakeBack(): (kind: string, id: number) => void {
  const words = useText(followUpText);
  const file = useText(customerFileText);
  const payer = useText(payerText);
  const call = useCommand((api) => api.actions.undoCall, { said: () => file.undo });
  const promise = useCommand((api) => api.actions.cancelPromise, {
    said: () => words.cancelled,
    undo:
      ({ promiseId }) =>
      (again, commandId) =>
        again.actions.restorePromise({ commandId, promiseId }),
  });
  const hold = useCommand((api) => api.actions.endHold, { said: () => words.holdEnded });
  const dispute = useCommand((api) => api.actions.closeDispute, { said: () => words.closed });
  const fact = useCommand((api) => api.payers.endFact, { said: () => payer.ended });
  const task = useCommand((api) => api.actions.closeTask, { said: () => words.taskClosed });
  return (kind, id) => {
    if (kind === 'call') void call.run({ contactLogId: id });
    else if (kind === 'promise') void promise.run({ promiseId: id, reason: 'cancelled' });
    else if (kind === 'hold') void hold.run({ holdId: id });
    else if (kind === 'dispute') void dispute.run({ disputeId: id, outcome: 'undone' });
    else if (kind === 'mark' || kind === 'guarantee' || kind === 'solvency') {
      void fact.run({ kind, factId: id, isEnded: true });
    } else if (kind === 'task') void task.run({ taskId: id });
  };
}
