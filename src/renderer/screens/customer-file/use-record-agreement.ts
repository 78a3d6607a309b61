/** Records a plan or a settlement; its recording can be taken back. */
import { useCommand } from '../../commands/use-command.tsx';

export function useRecordAgreement(said: string) {
  return useCommand((call) => call.agreements.record, {
    said: () => said,
    undo:
      ({ agreementId }) =>
      (call, commandId) =>
        call.agreements.noteStep({ commandId, agreementId, step: 'undone', comment: '' }),
  });
}
