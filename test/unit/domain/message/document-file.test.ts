/** Which invoice a file of the folder is. */
import { expect, test } from 'vitest';
import {
  documentKeyOf,
  documentOfFile,
} from '../../../../src/shared/domain/message/document-file.ts';

const KNOWN = new Set(['FA202600123', 'FA1001', 'FA100', '4711', 'A12', 'FAAB', 'FAAC']);

test.each([
  ['FA-2026-00123.pdf', 'FA202600123'],
  ['Facture FA-2026-00123 DUPONT.pdf', 'FA202600123'],
  ['20261105_FA202600123.pdf', 'FA202600123'],
  ['FA 2026 00123.PDF', 'FA202600123'],
  ['fa1001.pdf', 'FA1001'],
  ['FA100.pdf', 'FA100'],
  ['FA100 copie.pdf', 'FA100'],
  ['facture 4711.pdf', '4711'],
  ['14711.pdf', null],
  ['A12.pdf', null],
  ['FA 2026 00124.pdf', null],
  ['relevé.pdf', null],
] as const)('%s is %s', (name, key) => {
  expect(documentOfFile(name, KNOWN)).toBe(key);
});

test('a name that could be two documents is neither', () => {
  expect(documentOfFile('FA AB FA AC.pdf', new Set(['FAAB', 'FAAC']))).toBeNull();
});

test('of two documents found in a name the longer is meant', () => {
  expect(documentOfFile('copie FA AB 12 client.pdf', new Set(['FAAB', 'FAAB12']))).toBe('FAAB12');
});

test('a number is compared by its letters and digits', () => {
  expect(documentKeyOf('Fé-2026/001 b')).toBe('FE2026001B');
});
