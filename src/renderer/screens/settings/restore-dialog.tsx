/** Before a backup takes the place of the ledger: what it holds, and what would be lost. */
import { useQuery } from '@tanstack/react-query';
import { formatCount } from '../../../shared/format/number.ts';
import { refusalSentence } from '../../../shared/text/refusals.ts';
import { settingsText } from '../../../shared/text/screens/settings.ts';
import { useApi, useConnection } from '../../api/connection.tsx';
import { useCommand } from '../../commands/use-command.tsx';
import { failureOf } from '../../failure/failure.ts';
import { failureSentence } from '../../failure/failure-sentence.ts';
import { ConfirmDialog } from '../../parts/confirm-dialog.tsx';
import { FactList } from '../../parts/fact-list.tsx';
import { useLanguage, useText } from '../../parts/reader.tsx';
import { Skeleton } from '../../parts/states.tsx';
import { showToast } from '../../parts/toast.tsx';
import { writeMoment } from '../../parts/written-moment.ts';
import styles from './settings.module.css';

/** A backup of the list, or an uploaded file. */
export interface BackupChoice {
  readonly backupId: string | null;
  readonly uploadId: string | null;
  readonly title: string;
}

export function RestoreDialog(props: {
  readonly choice: BackupChoice;
  readonly onClose: () => void;
}) {
  const { choice, onClose } = props;
  const { backupId, uploadId } = choice;
  const api = useApi();
  const words = useText(settingsText);
  const language = useLanguage();
  const { queries } = useConnection();
  const check = useQuery({
    ...api.query.backups.check.queryOptions({ input: { backupId, uploadId } }),
    gcTime: 0,
  });
  const restore = useCommand((call) => call.backups.restore);
  const confirm = async () => {
    const outcome = await restore.run({ backupId, uploadId });
    onClose();
    if (!outcome.isDone) return;
    await queries.invalidateQueries();
    showToast({ message: words.restored });
  };
  const refusal = check.isError
    ? failureSentence(failureOf(check.error), language)
    : check.data?.code == null
      ? null
      : refusalSentence(check.data.code, language);
  return (
    <ConfirmDialog
      isOpen
      isDanger
      title={choice.title}
      verb={words.restoreVerb}
      isBusy={restore.isRunning}
      mayConfirm={check.data?.isRestorable === true}
      onConfirm={() => void confirm()}
      onCancel={onClose}
    >
      {refusal !== null && (
        <p className={styles.refusal} role="alert">
          {refusal}
        </p>
      )}
      {check.isPending && (
        <>
          <p className={styles.lead}>{words.checking}</p>
          <Skeleton lines={4} />
        </>
      )}
      {check.data?.isRestorable === true && <Holds check={check.data} />}
    </ConfirmDialog>
  );
}

type Check = Awaited<ReturnType<ReturnType<typeof useApi>['call']['backups']['check']>>;

function Holds({ check }: { readonly check: Check }) {
  const words = useText(settingsText);
  const language = useLanguage();
  const count = (value: number) => formatCount(value, { language });
  const { lostEntryCount, lastEntryAt } = check;
  const lost =
    lostEntryCount === 0
      ? words.restoreLosesNone
      : lostEntryCount === 1
        ? words.restoreLosesOne
        : words.restoreLoses(count(lostEntryCount));
  return (
    <>
      <FactList
        facts={[
          { label: words.restoreCompany, value: check.companyName ?? '–' },
          {
            label: words.restoreLast,
            value: lastEntryAt === null ? '–' : writeMoment(lastEntryAt),
          },
          { label: words.restoreCustomers, value: count(check.customerCount) },
          { label: words.restoreImports, value: count(check.importCount) },
        ]}
      />
      <p className={lostEntryCount === 0 ? styles.good : styles.refusal}>{lost}</p>
      <p className={styles.lead}>{words.restoreKept}</p>
    </>
  );
}
