/** The step of the columns: what each column of a table is, with what is read from it live. */
import { Button, TextInput } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { useState } from 'react';
import { scopeKeyOf } from '../../../../shared/domain/statement/table-mapping.ts';
import { importsText } from '../../../../shared/text/screens/imports.ts';
import { newCommandId } from '../../../api/command-id.ts';
import { useCommand } from '../../../commands/use-command.tsx';
import { useText } from '../../../parts/reader.tsx';
import { Screen, Section } from '../../../parts/screen.tsx';
import { useImportsSearch } from '../imports-search.ts';
import styles from './assistant.module.css';
import { type ColumnsDraft, isComplete } from './columns-draft.ts';
import { MappingTable } from './mapping-table.tsx';
import type { Recognised, RecognisedTable } from './recognised.ts';
import { StepLine } from './step-line.tsx';
import { TableAnswers } from './table-answers.tsx';
import { Understood } from './understood.tsx';

const TYPING_MS = 250;

export function ColumnsStep(props: {
  readonly uploadId: string;
  readonly file: Recognised;
  readonly table: RecognisedTable;
  readonly draft: ColumnsDraft;
  readonly onChange: (draft: ColumnsDraft) => void;
  readonly onSheet: (sheetName: string) => Promise<void>;
  readonly onLeave: () => void;
}) {
  const { uploadId, file, table, draft, onChange, onLeave } = props;
  const words = useText(importsText);
  const [settled] = useDebouncedValue(draft.profile, TYPING_MS);
  const [name, setName] = useState('');
  const prepare = usePrepare(uploadId, draft, name);
  const origin = words.origins[table.profileOrigin]?.(table.profileName ?? '') ?? '';
  return (
    <Screen
      title={words.title}
      isFixed
      filters={<StepLine fileName={file.fileName} step="columns" isTable />}
      action={
        <>
          <Button onClick={onLeave}>{words.give}</Button>
          <Button
            variant="filled"
            disabled={!isComplete(draft)}
            loading={prepare.isRunning}
            onClick={() => void prepare.run()}
          >
            {words.prepare}
          </Button>
        </>
      }
    >
      <div className={styles.scroll}>
        <p className={styles.recognised}>
          {words.recognisedAs} <strong>{words.formats.table}</strong> · {table.encoding}
          {origin === '' ? '' : ` · ${origin}`}
        </p>
        <TableAnswers table={table} draft={draft} onChange={onChange} onSheet={props.onSheet} />
        <Section title={words.mapping} note={words.mappingNote}>
          <MappingTable table={table} draft={draft} onChange={onChange} />
        </Section>
        <Section title={words.understood} note={words.understoodNote}>
          <Understood uploadId={uploadId} profile={settled} />
        </Section>
        <TextInput
          maw={420}
          label={words.saveAs}
          description={words.saveAsHint}
          inputWrapperOrder={['label', 'input', 'description']}
          maxLength={100}
          value={name}
          onChange={(event) => setName(event.currentTarget.value)}
        />
      </div>
    </Screen>
  );
}

/** Keeps the columns when they were given a name, then begins to read the whole file. */
function usePrepare(uploadId: string, draft: ColumnsDraft, name: string) {
  const words = useText(importsText);
  const [, setSearch] = useImportsSearch();
  const save = useCommand((call) => call.imports.saveProfile, { said: () => words.profileSaved });
  const start = useCommand((call) => call.imports.startPreview);
  const { profile, statedOnDate, typedTotalCents } = draft;
  const isList = profile.kind === 'open_items';
  const run = async () => {
    const title = name.trim();
    const named = title === '' ? profile : { ...profile, id: newCommandId(), name: title };
    if (title !== '' && profile.headerSignature !== '') {
      await save.run({
        name: title,
        signature: profile.headerSignature.slice(0, 4000),
        profile: named,
      });
    }
    const outcome = await start.run({
      uploadId,
      format: 'table',
      profile: named,
      scope: isList ? scopeKeyOf(profile.scope) : null,
      statedOnDate: isList ? statedOnDate : null,
      typedTotalCents: isList ? typedTotalCents : null,
    });
    if (outcome.isDone) setSearch({ reading: outcome.value.jobId });
  };
  return { run, isRunning: save.isRunning || start.isRunning };
}
