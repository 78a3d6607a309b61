/** Where stagings lie: in the company's `tmp`, one file each, swept at the next start. */
import { mkdirSync, readdirSync, rmSync } from 'node:fs';
import path from 'node:path';

const FORM = /^staging-[0-9a-f-]{1,40}\.db(-journal|-wal|-shm)?$/;
const ID_FORM = /^[0-9a-f-]{1,40}$/;

/** The file of a staging, its folder being there. Throws for an id that is not one of ours. */
export function stagingPath(companyPath: string, stagingId: string): string {
  if (!ID_FORM.test(stagingId)) throw new RangeError('Not the id of a staging.');
  const folder = path.join(companyPath, 'tmp');
  mkdirSync(folder, { recursive: true });
  return path.join(folder, `staging-${stagingId}.db`);
}

/** Deletes a staging; one that is not there is as good as deleted. */
export function dropStaging(companyPath: string, stagingId: string): void {
  const file = stagingPath(companyPath, stagingId);
  for (const ending of ['', '-journal', '-wal', '-shm']) rmSync(file + ending, { force: true });
}

/** Deletes what an earlier run left behind. */
export function sweepStagings(companyPath: string): void {
  const folder = path.join(companyPath, 'tmp');
  mkdirSync(folder, { recursive: true });
  for (const name of readdirSync(folder)) {
    if (FORM.test(name)) rmSync(path.join(folder, name), { force: true });
  }
}
