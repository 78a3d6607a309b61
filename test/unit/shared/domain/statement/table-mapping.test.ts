import { describe, expect, test } from 'vitest';
import {
  isRepeatable,
  meaningOf,
  missingFields,
  scopeKeyOf,
  TABLE_KINDS,
  type TableField,
  type TableKind,
} from '../../../../../src/shared/domain/statement/table-mapping.ts';

describe('a kind of table needs its columns', () => {
  const cases: readonly [TableKind, readonly TableField[], readonly TableField[]][] = [
    ['open_items', [], ['customer_code', 'open_amount', 'document_number']],
    ['open_items', ['customer_name', 'age_bracket', 'due_date'], []],
    ['open_items', ['customer_code', 'debit', 'credit'], ['document_number']],
    ['invoices', ['customer_code', 'amount'], ['document_number', 'document_date']],
    ['receipts', ['customer_code', 'amount', 'paid_date'], []],
    ['customers', ['email'], ['customer_code']],
    ['contacts', ['customer_code'], ['contact_name']],
    ['contacts', ['customer_code', 'phone'], []],
    ['journal', ['account_code', 'amount'], ['line_date']],
  ];
  test.each(cases)('%s with %j lacks %j', (kind, fields, missing) => {
    expect(
      missingFields(
        kind,
        fields.map((field) => ({ field })),
      ),
    ).toEqual(missing);
  });
});

test('a list of open items replaces, a journal restates, the others add', () => {
  expect(TABLE_KINDS.map(meaningOf)).toEqual([
    'open_items',
    'rows',
    'rows',
    'rows',
    'rows',
    'period',
  ]);
});

test('names, telephones, lines of address and age brackets may take several columns', () => {
  expect(isRepeatable('age_bracket')).toBe(true);
  expect(isRepeatable('amount')).toBe(false);
});

test('a scope is written as the ledger keeps it', () => {
  expect(scopeKeyOf({ of: 'all' })).toBe('all');
  expect(scopeKeyOf({ of: 'file' })).toBe('file');
  expect(scopeKeyOf({ of: 'rep', code: 'DUPAS' })).toBe('rep:DUPAS');
  expect(scopeKeyOf({ of: 'agency', code: '12' })).toBe('agency:12');
});
