/** What would change: nothing is written until the button that says how many lines go in. */
import { Button } from '@mantine/core';
import { useState } from 'react';
import type { ImportPreview } from '../../../../shared/contract/imports.ts';
import { importsText } from '../../../../shared/text/screens/imports.ts';
import { useApi } from '../../../api/connection.tsx';
import { useCommand } from '../../../commands/use-command.tsx';
import { useText } from '../../../parts/reader.tsx';
import { Screen, Section } from '../../../parts/screen.tsx';
import { AccountRoles, type Roles } from '../account-roles.tsx';
import { useImportsSearch } from '../imports-search.ts';
import { ProblemList } from '../problem-list.tsx';
import { useCount } from '../use-count.ts';
import styles from './assistant.module.css';
import { BankFigures } from './bank-figures.tsx';
import { ChangeFigures } from './change-figures.tsx';
import { ControlTotals } from './control-totals.tsx';
import { FileFacts } from './file-facts.tsx';
import { Guards } from './guards.tsx';
import type { Recognised } from './recognised.ts';
import { StepLine } from './step-line.tsx';

export interface ChangesStepProps {
  readonly preview: ImportPreview;
  readonly fileName: string;
  /** What was recognised, when it is still at hand. */
  readonly file: Recognised | null;
  readonly onBack: (() => void) | null;
  readonly onLeave: () => void;
}

export function ChangesStep(props: ChangesStepProps) {
  const { preview, fileName, file, onBack, onLeave } = props;
  const api = useApi();
  const words = useText(importsText);
  const [accepted, setAccepted] = useState<ReadonlySet<string>>(new Set());
  const [roles, setRoles] = useState<Roles>(new Map());
  const commit = useCommit(props, accepted, roles);
  const drop = (then: () => void) => {
    void api.call.imports.dropStaging({ stagingId: preview.stagingId });
    then();
  };
  const unconfirmed = preview.accounts.filter((account) => !account.isConfirmed);
  return (
    <Screen
      title={words.title}
      isFixed
      filters={
        <StepLine
          fileName={fileName}
          step="changes"
          isTable={preview.reader.startsWith('table_')}
        />
      }
      action={
        <>
          {onBack !== null && <Button onClick={() => drop(onBack)}>{words.back}</Button>}
          <Button onClick={() => drop(onLeave)}>{words.give}</Button>
          <CommitButton preview={preview} accepted={accepted} commit={commit} />
        </>
      }
    >
      <div className={styles.scroll}>
        <Guards preview={preview} file={file} accepted={accepted} onChange={setAccepted} />
        {preview.bank === null ? (
          <>
            <ChangeFigures preview={preview} />
            <div className={styles.halves}>
              <ControlTotals preview={preview} />
              <FileFacts preview={preview} />
            </div>
          </>
        ) : (
          <BankFigures accounts={preview.bank} />
        )}
        {unconfirmed.length > 0 && (
          <Section title={words.accountsTitle} note={words.accountsNote}>
            <AccountRoles accounts={unconfirmed} roles={roles} onChange={setRoles} />
          </Section>
        )}
        <Section title={words.problems}>
          <ProblemList
            of={{ stagingId: preview.stagingId, importId: null }}
            fileName={fileName}
            byCode={preview.problemsByCode}
          />
        </Section>
      </div>
    </Screen>
  );
}

interface Commit {
  readonly run: () => Promise<void>;
  readonly isRunning: boolean;
}

/** Roles go with the file: those left as proposed are confirmed by the import itself. */
function useCommit(props: ChangesStepProps, accepted: ReadonlySet<string>, roles: Roles): Commit {
  const { preview, fileName } = props;
  const [, setSearch] = useImportsSearch();
  const start = useCommand((call) => call.imports.startCommit);
  const run = async () => {
    const outcome = await start.run({
      stagingId: preview.stagingId,
      fileName: fileName.slice(0, 200),
      acceptedGuards: [...accepted],
      roles: preview.accounts
        .filter((account) => !account.isConfirmed)
        .map(({ ledgerAccountCode, role }) => ({
          ledgerAccountCode,
          role: roles.get(ledgerAccountCode) ?? role,
        })),
    });
    if (outcome.isDone) setSearch({ writing: outcome.value.jobId });
  };
  return { run, isRunning: start.isRunning };
}

function CommitButton(props: {
  readonly preview: ImportPreview;
  readonly accepted: ReadonlySet<string>;
  readonly commit: Commit;
}) {
  const { preview, accepted, commit } = props;
  const words = useText(importsText);
  const count = useCount();
  const { linesKept, guards } = preview;
  const label =
    linesKept === 0
      ? words.nothingToImport
      : linesKept === 1
        ? words.commitOne
        : words.commit(count(linesKept));
  return (
    <Button
      variant="filled"
      disabled={linesKept === 0 || guards.some(({ code }) => !accepted.has(code))}
      loading={commit.isRunning}
      onClick={() => void commit.run()}
    >
      {label}
    </Button>
  );
}
