/** Problems of a file that waits in its staging; an empty list for a staging that is gone. */
import { existsSync } from 'node:fs';
import { stagingPath } from '../../ledger/staging/staging-files.ts';
import { StagingReader } from '../../ledger/staging/staging-reader.ts';
import type { OpenCompany } from '../companies/open-company.ts';

/** A window of them, of all codes (null) or of one. */
export function stagedProblems(
  company: OpenCompany,
  stagingId: string,
  page: { readonly code: string | null; readonly offset: number; readonly limit: number },
) {
  if (!/^[0-9a-f-]{1,40}$/.test(stagingId)) return { total: 0, rows: [] };
  const file = stagingPath(company.folder.path, stagingId);
  if (!existsSync(file)) return { total: 0, rows: [] };
  const staging = new StagingReader(file);
  try {
    return staging.problems(page);
  } finally {
    staging.close();
  }
}
