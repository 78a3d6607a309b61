/** The answers of the step of the columns. */
import { describe, expect, test } from 'vitest';
import {
  type ColumnsDraft,
  isComplete,
  withDayOrder,
  withField,
  withKind,
  withScope,
} from '../../../../../src/renderer/screens/imports/assistant/columns-draft.ts';
import type {
  MappedColumn,
  TableField,
} from '../../../../../src/shared/domain/statement/table-mapping.ts';

const FIELDS: readonly TableField[] = [
  'customer_code',
  'document_number',
  'document_date',
  'open_amount',
];

function draft(change: Partial<ColumnsDraft> = {}): ColumnsDraft {
  const columns = FIELDS.map(
    (field, columnIndex): MappedColumn => ({
      field,
      columnIndex,
      columnName: field,
      decimalSign: field === 'open_amount' ? ',' : null,
      dayOrder: null,
    }),
  );
  return {
    statedOnDate: null,
    typedTotalCents: null,
    questions: [],
    profile: {
      id: '',
      name: '',
      kind: 'open_items',
      meaning: 'open_items',
      layout: { format: 'xlsx', sheetName: 'A', headerLine: 1 },
      columns,
      currency: 'EUR',
      scope: { of: 'all' },
      fillsDownCustomer: false,
      headerSignature: 'signature',
    },
    ...change,
  };
}

const fieldsOf = ({ profile }: ColumnsDraft) =>
  profile.columns.map(({ columnIndex, field }) => [columnIndex, field]);
const column = (columnIndex: number) => ({ columnIndex, columnName: `colonne ${columnIndex}` });

describe('naming a column', () => {
  test('a field that stands once leaves its former column', () => {
    const changed = withField(draft(), column(5), 'document_number');
    expect(fieldsOf(changed)).toEqual([
      [0, 'customer_code'],
      [2, 'document_date'],
      [3, 'open_amount'],
      [5, 'document_number'],
    ]);
  });

  test('a field that may repeat keeps both columns', () => {
    const one = withField(draft(), column(5), 'phone');
    const two = withField(one, column(6), 'phone');
    expect(fieldsOf(two).slice(-2)).toEqual([
      [5, 'phone'],
      [6, 'phone'],
    ]);
  });

  test('a column given another field has no longer its first one', () => {
    const changed = withField(draft(), column(1), 'label');
    expect(fieldsOf(changed)).not.toContainEqual([1, 'document_number']);
  });

  test('an amount takes the decimal sign of the others, a day the French order', () => {
    const amount = withField(draft(), column(5), 'paid_amount').profile.columns.at(-1);
    expect(amount).toMatchObject({ decimalSign: ',', dayOrder: null });
    const day = withField(draft(), column(5), 'due_date').profile.columns.at(-1);
    expect(day).toMatchObject({ decimalSign: null, dayOrder: 'day_first' });
  });

  test('a column that is not read is not in the profile', () => {
    expect(fieldsOf(withField(draft(), column(1), null))).toHaveLength(FIELDS.length - 1);
  });
});

describe('answering', () => {
  test('the meaning follows the kind', () => {
    const { profile } = withKind(draft(), 'journal');
    expect(profile.meaning).toBe('period');
  });

  test('an answer ends its question, and only its own', () => {
    const asked = draft({ questions: ['date_order_unknown', 'decimal_sign_unknown'] });
    const answered = withDayOrder(asked, 'month_first');
    expect(answered.questions).toEqual(['decimal_sign_unknown']);
    const orders = answered.profile.columns.map(({ dayOrder }) => dayOrder);
    expect(orders).toEqual([null, null, 'month_first', null]);
  });
});

describe('the file may be read', () => {
  const cases: readonly (readonly [string, ColumnsDraft, boolean])[] = [
    ['when nothing is missing', draft(), true],
    ['not while a needed column is', withField(draft(), column(3), null), false],
    ['not while the order of dates is asked', draft({ questions: ['date_order_unknown'] }), false],
    ['while only a remark stands', draft({ questions: ['customer_code_from_name'] }), true],
    ['not for a scope without its code', withScope(draft(), { of: 'rep', code: ' ' }), false],
    ['for a scope with its code', withScope(draft(), { of: 'rep', code: 'DUPAS' }), true],
  ];
  test.each(cases)('%s', (_, given, expected) => {
    expect(isComplete(given)).toBe(expected);
  });
});
