/**
 * Where the real files made by others lie: beside the project, never in it.
 *
 * `ENCOURS_REAL_FILES` names another folder. Tests that need them are skipped, with a printed
 * reason, on a machine that has none.
 */
import { existsSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

const beside = fileURLToPath(new URL('../../../shared/data', import.meta.url));

export const realFilesFolder = process.env.ENCOURS_REAL_FILES ?? beside;
export const hasRealFiles = existsSync(path.join(realFilesFolder, 'fec'));

if (!hasRealFiles)
  process.stderr.write(`Fichiers réels absents (${realFilesFolder}) : tests passés.\n`);

/** Full path of a real file: `realFile('fec', 'small-lettered_2020.txt')`. */
export function realFile(...parts: string[]): string {
  return path.join(realFilesFolder, ...parts);
}
