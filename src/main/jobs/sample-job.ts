/**
 * Fills the sample company: its files go in by the road of any file, then what its credit manager
 * did is recorded, entry by entry, on the days it was done.
 */
import { createHash } from 'node:crypto';
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import type { Result } from '../../shared/kernel/result.ts';
import { done } from '../../shared/kernel/result.ts';
import type { JobRefusal, JobRun, JobTools } from '../ports/jobs.ts';
import { sampleCompany } from '../sample/sample-company.ts';
import type { JobCompany } from '../use-cases/imports/import-jobs.ts';
import { run as commit } from './import-commit.ts';
import { run as preview } from './import-preview.ts';
import { withLedger } from './job-ledger.ts';
import { recordSampleActions } from './sample/sample-actions.ts';
import { recordSampleIdentity } from './sample/sample-identity.ts';
import { recogniseProfileOf } from './sample/sample-profile.ts';

export const run: JobRun<JobCompany, { readonly customerCount: number }> = async (
  company,
  tools,
) => {
  const sample = sampleCompany(tools.today);
  for (const file of [sample.fec, sample.customers, sample.contacts]) {
    const imported = await importFile(company, file, tools);
    if (!imported.isDone) return imported;
  }
  return withLedger(company, tools, async (ledger) => {
    await recordSampleIdentity(ledger, sample.identity);
    const customerCount = await recordSampleActions(ledger, sample.actions, (count) =>
      tools.progress(count, sample.actions.length, 'actions'),
    );
    return done({ customerCount });
  });
};

async function importFile(
  company: JobCompany,
  file: { readonly fileName: string; readonly text: string },
  tools: JobTools,
): Promise<Result<unknown, JobRefusal>> {
  const folder = path.join(company.companyPath, 'tmp');
  mkdirSync(folder, { recursive: true });
  const filePath = path.join(folder, file.fileName);
  writeFileSync(filePath, file.text);
  // The sample is one for its day: its ids come from its files.
  const sha256 = createHash('sha256').update(file.text).digest('hex');
  const stagingId = sha256.slice(0, 32);
  try {
    const isTable = file.fileName.endsWith('.csv');
    const staged = await preview(
      {
        ...company,
        stagingId,
        upload: {
          path: filePath,
          fileName: file.fileName,
          sha256,
        },
        format: isTable ? 'table' : 'fec',
        profile: isTable ? await recogniseProfileOf(filePath) : null,
        scope: null,
        statedOnDate: null,
        typedTotalCents: null,
        customerAccountPrefixes: ['41'],
      },
      tools,
    );
    if (!staged.isDone) return staged;
    const roles = staged.value.accounts.map(({ ledgerAccountCode, proposedRole }) => ({
      ledgerAccountCode,
      role: proposedRole,
    }));
    const acceptedGuards = staged.value.guards.map(({ code }) => code);
    const order = { ...company, stagingId, commandId: stagingId, roles, acceptedGuards };
    return await commit(order, tools);
  } finally {
    rmSync(filePath, { force: true });
  }
}
