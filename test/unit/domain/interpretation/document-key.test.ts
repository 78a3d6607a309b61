import { describe, expect, it } from 'vitest';
import {
  documentKeyOf,
  type KeyParts,
  naturalKeysOf,
} from '../../../../src/shared/domain/interpretation/document-key.ts';
import { calendarDate } from '../../../../src/shared/kernel/calendar-date.ts';

function parts(
  documentNumber: string,
  day: string,
  amountCents: number,
  change: { label?: string; due?: string; rank?: number } = {},
): KeyParts {
  return {
    documentNumber,
    documentDate: calendarDate(day),
    statedDueDate: change.due === undefined ? null : calendarDate(change.due),
    amountCents,
    label: change.label ?? 'CLIENT',
    ...(change.rank === undefined ? {} : { rank: change.rank }),
  };
}

describe('a document number to compare by', () => {
  it.each([
    ['FA  220061', 'FA220061'],
    ['fa-2022/0061', 'FA20220061'],
    ['F123', 'F123'],
    ['RAN', ''],
    ['0000000', ''],
    ['CB', ''],
    ['', ''],
  ])('of %j is %j', (written, expected) => {
    expect(documentKeyOf(written)).toBe(expected);
  });
});

describe('the key of an item', () => {
  it('is its document, its rank and its side', () => {
    const keys = naturalKeysOf([
      parts('FA 1', '2026-01-05', 100),
      parts('FA 1', '2026-01-06', -100),
      parts('FA 2', '2026-01-05', 200),
    ]);
    expect(keys).toEqual(['FA1/1/D', 'FA1/1/C', 'FA2/1/D']);
  });

  it('ranks the instalments of a document by due date, then by amount', () => {
    const keys = naturalKeysOf([
      parts('F1', '2026-01-05', 300, { due: '2026-04-05', label: 'ech 3' }),
      parts('F1', '2026-01-05', 100, { due: '2026-02-05', label: 'ech 1' }),
      parts('F1', '2026-01-05', 200, { due: '2026-03-05', label: 'ech 2' }),
    ]);
    expect(keys).toEqual(['F1/3/D', 'F1/1/D', 'F1/2/D']);
  });

  it('ranks the lines of a document split by VAT by amount', () => {
    const keys = naturalKeysOf([parts('F1', '2026-01-05', 500), parts('F1', '2026-01-05', 80)]);
    expect(keys).toEqual(['F1/2/D', 'F1/1/D']);
  });

  it('takes the rank a list gives', () => {
    expect(naturalKeysOf([parts('F1', '2026-01-05', 500, { rank: 2 })])).toEqual(['F1/2/D']);
  });

  it('tells apart the invoices of a journal-and-month reference', () => {
    const keys = naturalKeysOf([
      parts('VE0122', '2026-01-05', 100, { label: 'DUPONT' }),
      parts('VE0122', '2026-01-05', 100, { label: 'DURAND' }),
      parts('VE0122', '2026-01-12', 100, { label: 'DUPONT' }),
    ]);
    expect(keys).toEqual([
      'VE0122~100~DUPONT/1/D',
      'VE0122~100~DURAND/1/D',
      'VE0122@2026-01-12/1/D',
    ]);
  });

  it('does not change when the same reference comes back on a later day', () => {
    const first = parts('VE0122', '2026-01-05', 100, { label: 'DUPONT' });
    const later = parts('VE0122', '2026-01-12', 70, { label: 'DURAND' });
    expect(naturalKeysOf([first])[0]).toBe(naturalKeysOf([later, first])[1]);
  });

  it('of a line without a piece number is made of its day, amount and label', () => {
    const keys = naturalKeysOf([
      parts('', '2026-01-05', 100, { label: 'Dû Dupont' }),
      parts('', '2026-01-05', 100, { label: 'du  dupont' }),
      parts('0000000', '2026-01-05', -100, { label: 'Dupont' }),
    ]);
    expect(keys).toEqual([
      '~2026-01-05~100~DDUPONT/1/D',
      '~2026-01-05~100~DUDUPONT/1/D',
      '~2026-01-05~100~DUPONT/1/C',
    ]);
  });

  it('gives perfect twins an ordinal each', () => {
    const twin = parts('', '2026-01-05', 100);
    expect(new Set(naturalKeysOf([twin, twin, twin])).size).toBe(3);
  });
});
