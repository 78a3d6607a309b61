/** What hangs on an import, told before it is undone. */
import { useQuery } from '@tanstack/react-query';
import { importsText } from '../../../shared/text/screens/imports.ts';
import { useApi } from '../../api/connection.tsx';
import { useJobEnd } from '../../api/jobs.ts';
import { useCommand } from '../../commands/use-command.tsx';
import { failureOf } from '../../failure/failure.ts';
import { failureSentence } from '../../failure/failure-sentence.ts';
import { Amount } from '../../parts/amount.tsx';
import { ConfirmDialog } from '../../parts/confirm-dialog.tsx';
import { FactList } from '../../parts/fact-list.tsx';
import { useLanguage, useText } from '../../parts/reader.tsx';
import { Skeleton } from '../../parts/states.tsx';
import { showToast } from '../../parts/toast.tsx';
import type { ImportRow } from './import-row.ts';
import styles from './imports.module.css';
import { useCount } from './use-count.ts';

export function UndoDialog(props: { readonly row: ImportRow; readonly onClose: () => void }) {
  const { row, onClose } = props;
  const { importId } = row;
  const api = useApi();
  const words = useText(importsText);
  const language = useLanguage();
  const jobEnd = useJobEnd();
  const undo = useCommand((call) => call.imports.undo);
  const preview = useQuery(api.query.imports.previewUndo.queryOptions({ input: { importId } }));
  const confirm = async () => {
    const outcome = await undo.run({ importId });
    onClose();
    if (!outcome.isDone) return;
    const job = await jobEnd(outcome.value.jobId);
    if (job.state === 'done') showToast({ message: words.undoDone });
    else if (job.state === 'failed') {
      showToast({ message: words.failed(job.code ?? ''), tone: 'danger' });
    }
  };
  return (
    <ConfirmDialog
      isOpen
      isDanger
      title={words.undoTitle(row.fileName)}
      verb={words.undoVerb}
      isBusy={undo.isRunning}
      mayConfirm={preview.isSuccess}
      onConfirm={() => void confirm()}
      onCancel={onClose}
    >
      <p className={styles.quiet}>{words.undoWhat}</p>
      {preview.isError && (
        <p className={styles.refusal} role="alert">
          {failureSentence(failureOf(preview.error), language)}
        </p>
      )}
      {preview.data === undefined ? (
        preview.isPending && <Skeleton lines={5} />
      ) : (
        <Hanging preview={preview.data} />
      )}
    </ConfirmDialog>
  );
}

type Preview = Awaited<ReturnType<ReturnType<typeof useApi>['call']['imports']['previewUndo']>>;

function Hanging({ preview }: { readonly preview: Preview }) {
  const words = useText(importsText);
  const count = useCount();
  const pieces = (value: number) => (value === 1 ? words.onePiece : words.pieces(count(value)));
  const { itemsWithdrawn, itemsRevived, itemsChanged } = preview;
  return (
    <FactList
      facts={[
        { label: words.undoCustomers, value: count(preview.customerCount) },
        {
          label: words.undoWithdrawn,
          note: pieces(itemsWithdrawn.lineCount),
          value: <Amount cents={itemsWithdrawn.amountCents} />,
        },
        {
          label: words.undoRevived,
          note: pieces(itemsRevived.lineCount),
          value: <Amount cents={itemsRevived.amountCents} />,
        },
        {
          label: words.undoChanged,
          note: pieces(itemsChanged.lineCount),
          value: <Amount cents={itemsChanged.amountCents} />,
        },
        { label: words.undoCalls, value: count(preview.callCount) },
        { label: words.undoPromises, value: count(preview.promiseCount) },
        { label: words.undoNotes, value: count(preview.noteCount) },
      ]}
    />
  );
}
