/**
 * The assistant, in three steps at most: the file is recognised, its columns are named (tables
 * only), and what would change is shown before anything is written. Where it stands is in the
 * address, so that a reload of the page finds the reading and its preview again.
 */
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import type { ImportPreview } from '../../../../shared/contract/imports.ts';
import type { TableProfile } from '../../../../shared/domain/statement/table-mapping.ts';
import { importsText } from '../../../../shared/text/screens/imports.ts';
import { useApi } from '../../../api/connection.tsx';
import { failureOf } from '../../../failure/failure.ts';
import { useText } from '../../../parts/reader.tsx';
import { ErrorState, Skeleton } from '../../../parts/states.tsx';
import { NO_FILE, useImportsSearch } from '../imports-search.ts';
import { ChangesStep } from './changes-step.tsx';
import type { ColumnsDraft } from './columns-draft.ts';
import { ColumnsStep } from './columns-step.tsx';
import { JobStep } from './job-step.tsx';
import { NotReadable } from './not-readable.tsx';
import type { Recognised, RecognisedTable } from './recognised.ts';
import { Titled } from './titled.tsx';
import { WritingStep } from './writing-step.tsx';

export function Assistant() {
  const [{ upload, reading, writing }, setSearch] = useImportsSearch();
  const [draft, setDraft] = useState<ColumnsDraft | null>(null);
  const recognised = useRecognised(upload);
  const leave = () => setSearch({ ...NO_FILE });
  const file = recognised.data ?? null;
  if (writing !== null) return <WritingStep jobId={writing} />;
  if (reading !== null) {
    const isTable = file?.format === 'table';
    return (
      <ReadingStep
        jobId={reading}
        file={file}
        onBack={isTable ? () => setSearch({ reading: null }) : null}
        onLeave={leave}
      />
    );
  }
  if (recognised.isError) {
    return (
      <Titled>
        <ErrorState failure={failureOf(recognised.error)} onRetry={leave} />
      </Titled>
    );
  }
  if (file === null) {
    return (
      <Titled>
        <Skeleton lines={8} height={16} />
      </Titled>
    );
  }
  if (file.table === null || upload === null) return <NotReadable file={file} onLeave={leave} />;
  return (
    <ColumnsStep
      uploadId={upload}
      file={file}
      table={file.table}
      draft={draft ?? draftOf(file.table)}
      onChange={setDraft}
      onSheet={async (sheetName) => setDraft(draftOf(await recognised.readSheet(sheetName)))}
      onLeave={leave}
    />
  );
}

function draftOf(table: RecognisedTable): ColumnsDraft {
  const profile = table.profile as TableProfile;
  return { profile, statedOnDate: null, typedTotalCents: null, questions: table.questions };
}

/** What the file is; another sheet of a workbook takes the place of the first one. */
function useRecognised(uploadId: string | null) {
  const api = useApi();
  const queries = useQueryClient();
  const optionsOf = (sheetName: string | null) =>
    api.query.imports.recognise.queryOptions({ input: { uploadId: uploadId ?? '', sheetName } });
  const [sheet, setSheet] = useState<string | null>(null);
  const answer = useQuery({ ...optionsOf(sheet), enabled: uploadId !== null });
  const readSheet = async (sheetName: string): Promise<RecognisedTable> => {
    const { table } = await queries.fetchQuery(optionsOf(sheetName));
    if (table === null) throw new Error('A sheet of a table is a table.');
    setSheet(sheetName);
    return table;
  };
  return { ...answer, readSheet };
}

function ReadingStep(props: {
  readonly jobId: string;
  readonly file: Recognised | null;
  readonly onBack: (() => void) | null;
  readonly onLeave: () => void;
}) {
  const { jobId, file, onBack, onLeave } = props;
  const words = useText(importsText);
  return (
    <JobStep jobId={jobId} title={words.reading} onBack={onBack} onLeave={onLeave}>
      {(job) => (
        <ChangesStep
          preview={job.result as ImportPreview}
          fileName={job.subject}
          file={file}
          onBack={onBack}
          onLeave={onLeave}
        />
      )}
    </JobStep>
  );
}
