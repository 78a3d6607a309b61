/** Which files of a watched folder are whole, and which are none of its business. */
import { expect, test } from 'vitest';
import {
  isWatchedName,
  isWhole,
} from '../../../../src/shared/domain/watched-folder/watched-file.ts';

test.each([
  ['factures.zip', true],
  ['FEC 2026.txt', true],
  ['relevé.sta', true],
  ['.DS_Store', false],
  ['~$tableau.xlsx', false],
  ['Thumbs.db', false],
  ['desktop.ini', false],
  ['gros.csv.part', false],
  ['gros.pdf.crdownload', false],
  ['copie.TMP', false],
  ['raccourci.lnk', false],
])('%s is watched: %s', (name, expected) => {
  expect(isWatchedName(name)).toBe(expected);
});

const LOOK = { fileName: 'a.csv', sizeBytes: 10, modifiedMs: 5 };

test.each([
  ['seen for the first time', null, LOOK, false],
  ['standing still', LOOK, LOOK, true],
  ['growing', { ...LOOK, sizeBytes: 9 }, LOOK, false],
  ['written again', { ...LOOK, modifiedMs: 4 }, LOOK, false],
  ['empty', { ...LOOK, sizeBytes: 0 }, { ...LOOK, sizeBytes: 0 }, false],
])('a file %s', (_case, before, now, expected) => {
  expect(isWhole(before, now)).toBe(expected);
});
