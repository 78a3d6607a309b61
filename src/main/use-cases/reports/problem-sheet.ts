/** The problems of an import as a workbook, with the columns of the screen. */
import type { Language } from '../../../shared/format/language.ts';
import { columnText } from '../../../shared/text/columns.ts';
import { problemSentence } from '../../../shared/text/problems.ts';
import { importsText } from '../../../shared/text/screens/imports.ts';
import { readImportProblems } from '../../ledger/views/imports.ts';
import type { OpenCompany } from '../companies/open-company.ts';
import { stagedProblems } from '../imports/staged-problems.ts';
import type { ListSheet } from './list-sheet.ts';

const ROWS_MAX = 100_000;

type Key = 'lineNumber' | 'columnName' | 'valueText' | 'problem' | 'severity';

/** Of a committed import, or of a staging that waits. */
export function problemSheet(
  company: OpenCompany,
  input: Readonly<Record<string, unknown>>,
  language: Language,
): ListSheet {
  const words = columnText[language];
  const window = { code: null, offset: 0, limit: ROWS_MAX };
  const { importId, stagingId } = input;
  const { rows } =
    typeof importId === 'number'
      ? company.ledger.read((reader) => readImportProblems(reader, { importId, ...window }))
      : stagedProblems(company, String(stagingId), window);
  const fates = importsText[language].severities;
  const column = (key: Key, width: number) => ({
    key,
    title: words[key],
    kind: key === 'lineNumber' ? ('count' as const) : ('text' as const),
    width,
    isTotalled: false,
  });
  return {
    columns: [
      column('lineNumber', 8),
      column('columnName', 18),
      column('valueText', 40),
      column('problem', 90),
      column('severity', 12),
    ],
    rows: rows.map((row) => ({
      lineNumber: row.lineNumber === 0 ? null : row.lineNumber,
      columnName: row.columnName,
      valueText: row.value,
      problem: problemSentence(row, language),
      severity: fates[row.severity] ?? row.severity,
    })),
  };
}
