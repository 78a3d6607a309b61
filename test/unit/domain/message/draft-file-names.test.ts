import { expect, test } from 'vitest';
import { draftFileNames } from '../../../../src/shared/domain/message/draft-file-names.ts';

const nameOf = (code: string, subject: string) => draftFileNames([{ code, subject }])[0];

test.each([
  ['VAL', 'Facture FA102 : un oubli ?', 'VAL Facture FA102 un oubli'],
  ['C/01', 'a\\b<c>|"d"*', 'C 01 a b c d'],
  ['VAL', 'deux\r\nlignes', 'VAL deux lignes'],
  ['', '', 'message'],
  ['...', '', 'message'],
  ['con', '', '_con'],
  ['VAL', 'fin. ', 'VAL fin'],
])('%s and %j make %j', (code, subject, expected) => {
  expect(nameOf(code, subject)).toBe(expected);
});

test('a long subject is cut between letters', () => {
  const name = nameOf('VAL', '🧾'.repeat(200)) ?? '';
  expect(Array.from(name)).toHaveLength(90);
  expect(name.isWellFormed()).toBe(true);
});

test('the same name is never given twice, whatever the case', () => {
  const same = { code: 'VAL', subject: 'Relance' };
  expect(draftFileNames([same, { ...same, subject: 'relance' }, same])).toEqual([
    'VAL Relance',
    'VAL relance (2)',
    'VAL Relance (3)',
  ]);
});
