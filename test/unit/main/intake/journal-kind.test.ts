import { expect, test } from 'vitest';
import {
  type JournalKind,
  type JournalMoves,
  proposeJournalKind,
} from '../../../../src/main/intake/journal-kind.ts';

const NONE: JournalMoves = {
  lines: 10,
  bankLines: 0,
  cashLines: 0,
  salesLines: 0,
  supplierLines: 0,
  expenseLines: 0,
};

const journals: readonly (readonly [string, string, Partial<JournalMoves>, JournalKind])[] = [
  ['AN', 'A NOUVEAUX', {}, 'opening'],
  ['2', "BILAN D'OUVERTURE", {}, 'opening'],
  ['AN', '', {}, 'opening'],
  ['VE', 'Ventes', {}, 'sales'],
  ['ACH', 'ACHATS MARCHANDISES', {}, 'purchases'],
  ['BQ', 'Banque', {}, 'bank'],
  ['RCH', 'REMISES DE CHEQUES', {}, 'bank'],
  ['CE', "Caisse d'épargne", {}, 'bank'],
  ['9', 'CAISSE PRINCIPALE', {}, 'cash'],
  ['OD', 'Opérations diverses', { bankLines: 9 }, 'misc'],
  // A bank's name says nothing; the account it moves does.
  ['LCL', 'LCL', { bankLines: 4 }, 'bank'],
  ['22', 'PRIVE', { cashLines: 4 }, 'cash'],
  ['70', '', { salesLines: 4 }, 'sales'],
  ['60', '', { supplierLines: 3, expenseLines: 4 }, 'purchases'],
  ['64', 'TVA', {}, 'misc'],
];

test.each(journals)('journal %s « %s » moving %o is proposed as %s', (code, label, moves, kind) => {
  expect(proposeJournalKind(code, label, { ...NONE, ...moves })).toBe(kind);
});
