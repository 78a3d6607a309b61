/** The first rows as they would be read under the mapping, and what is wrong with each. */
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import {
  TABLE_FIELDS,
  type TableProfile,
} from '../../../../shared/domain/statement/table-mapping.ts';
import { problemSentence } from '../../../../shared/text/problems.ts';
import { importsText } from '../../../../shared/text/screens/imports.ts';
import { tableFieldText } from '../../../../shared/text/table-fields.ts';
import { useApi } from '../../../api/connection.tsx';
import { failureOf } from '../../../failure/failure.ts';
import { failureSentence } from '../../../failure/failure-sentence.ts';
import { end, PlainTable } from '../../../parts/plain-table.tsx';
import { useLanguage, useText } from '../../../parts/reader.tsx';
import { Skeleton } from '../../../parts/states.tsx';
import styles from './assistant.module.css';

const FIGURES: ReadonlySet<string> = new Set(['amount', 'open_amount']);

export function Understood(props: { readonly uploadId: string; readonly profile: TableProfile }) {
  const { uploadId, profile } = props;
  const api = useApi();
  const words = useText(importsText);
  const fields = useText(tableFieldText);
  const language = useLanguage();
  const preview = useQuery({
    ...api.query.imports.previewTable.queryOptions({ input: { uploadId, profile } }),
    placeholderData: keepPreviousData,
  });
  if (preview.isError) {
    const failure = failureOf(preview.error);
    const detail = failure.kind === 'refused' ? failure.detail : null;
    return (
      <p className={styles.refusal} role="alert">
        {detail === null
          ? failureSentence(failure, language)
          : problemSentence({ code: detail, value: '' }, language)}
      </p>
    );
  }
  if (preview.data === undefined) return <Skeleton lines={5} />;
  const { rows } = preview.data;
  if (rows.length === 0) return <p className={styles.quiet}>{words.readableNone}</p>;
  const shown = TABLE_FIELDS.filter((field) => rows.some((row) => (row.cells[field] ?? '') !== ''));
  return (
    <PlainTable
      label={words.understood}
      head={[
        words.line,
        ...shown.map((field) => (FIGURES.has(field) ? end(fields[field]) : fields[field])),
        words.problem,
      ]}
      rows={rows.map((row) => ({
        key: `${row.lineNumber}|${row.cells.customer_code ?? ''}`,
        cells: [
          row.lineNumber === 0 ? '' : row.lineNumber,
          ...shown.map((field) => row.cells[field] ?? ''),
          <span key="problems" className={styles.problem}>
            {row.problems
              .map((problem) => problemSentence({ ...problem, value: '…' }, language))
              .join(' ')}
          </span>,
        ],
      }))}
    />
  );
}
