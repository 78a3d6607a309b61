/** A built renderer small enough to be written by a test. */
import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';

export const PAGE =
  '<!doctype html><html><head><title>Encours</title></head>' +
  '<body><div id="root"></div></body></html>';

/** A folder of its own for a test, under the system's temporary one. */
export function newFolder(name: string): string {
  return mkdtempSync(path.join(tmpdir(), `encours-${name}-`));
}

export function writeRenderer(): string {
  const folder = newFolder('renderer');
  mkdirSync(path.join(folder, 'assets'));
  writeFileSync(path.join(folder, 'index.html'), PAGE);
  writeFileSync(path.join(folder, 'assets', 'index-AbCd1234.js'), 'export const made = true;\n');
  return folder;
}
