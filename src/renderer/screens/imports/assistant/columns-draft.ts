/**
 * The answers of the step of the columns, changed one at a time. Everything here is plain: a
 * profile comes in as it was proposed, and goes out as it will be read.
 */
import {
  isRepeatable,
  type MappedColumn,
  meaningOf,
  missingFields,
  type TableDayOrder,
  type TableDecimalSign,
  type TableField,
  type TableKind,
  type TableProfile,
} from '../../../../shared/domain/statement/table-mapping.ts';
import type { CalendarDate } from '../../../../shared/kernel/calendar-date.ts';

export interface ColumnsDraft {
  readonly profile: TableProfile;
  readonly statedOnDate: CalendarDate | null;
  readonly typedTotalCents: number | null;
  /** Questions of the reader that nobody answered yet. */
  readonly questions: readonly string[];
}

const DATES: ReadonlySet<TableField> = new Set([
  'document_date',
  'due_date',
  'paid_date',
  'line_date',
  'lettered_on_date',
]);
const AMOUNTS: ReadonlySet<TableField> = new Set([
  'amount',
  'open_amount',
  'paid_amount',
  'debit',
  'credit',
  'age_bracket',
  'credit_limit',
]);

const withProfile = (draft: ColumnsDraft, patch: Partial<TableProfile>): ColumnsDraft => ({
  ...draft,
  profile: { ...draft.profile, ...patch },
});
const without = (draft: ColumnsDraft, question: string): ColumnsDraft => ({
  ...draft,
  questions: draft.questions.filter((one) => one !== question),
});

/** What a column is; null for one that is not read. A field that stands once leaves its old one. */
export function withField(
  draft: ColumnsDraft,
  column: { readonly columnIndex: number; readonly columnName: string },
  field: TableField | null,
): ColumnsDraft {
  const { columns } = draft.profile;
  const kept = columns.filter(
    (one) =>
      one.columnIndex !== column.columnIndex &&
      (field === null || one.field !== field || isRepeatable(field)),
  );
  if (field === null) return withProfile(draft, { columns: kept });
  const mapped: MappedColumn = {
    ...column,
    field,
    decimalSign: AMOUNTS.has(field) ? decimalSignOf(draft.profile) : null,
    dayOrder: DATES.has(field) ? (dayOrderOf(draft.profile) ?? 'day_first') : null,
  };
  const order = (a: MappedColumn, b: MappedColumn) => a.columnIndex - b.columnIndex;
  return withProfile(draft, { columns: [...kept, mapped].sort(order) });
}

export function withKind(draft: ColumnsDraft, kind: TableKind): ColumnsDraft {
  return without(withProfile(draft, { kind, meaning: meaningOf(kind) }), 'meaning_unknown');
}

export function withDayOrder(draft: ColumnsDraft, dayOrder: TableDayOrder): ColumnsDraft {
  const columns = draft.profile.columns.map((column) =>
    DATES.has(column.field) ? { ...column, dayOrder } : column,
  );
  return without(withProfile(draft, { columns }), 'date_order_unknown');
}

export function withDecimalSign(draft: ColumnsDraft, decimalSign: TableDecimalSign): ColumnsDraft {
  const columns = draft.profile.columns.map((column) =>
    AMOUNTS.has(column.field) ? { ...column, decimalSign } : column,
  );
  return without(withProfile(draft, { columns }), 'decimal_sign_unknown');
}

export const withScope = (draft: ColumnsDraft, scope: TableProfile['scope']): ColumnsDraft =>
  withProfile(draft, { scope });

/** The order its dates agree on; null where they need none, or differ. */
export function dayOrderOf({ columns }: TableProfile): TableDayOrder | null {
  return agreed(columns.map((column) => column.dayOrder));
}

export function decimalSignOf({ columns }: TableProfile): TableDecimalSign | null {
  return agreed(columns.map((column) => column.decimalSign));
}

function agreed<Value>(values: readonly (Value | null)[]): Value | null {
  const known = [...new Set(values.filter((value) => value !== null))];
  return known.length === 1 ? (known[0] ?? null) : null;
}

export const hasDates = ({ columns }: TableProfile): boolean =>
  columns.some(({ field }) => DATES.has(field));
export const hasAmounts = ({ columns }: TableProfile): boolean =>
  columns.some(({ field }) => AMOUNTS.has(field));

/** The questions that stop the reading until a person answers. */
const BLOCKING: readonly string[] = [
  'date_order_unknown',
  'decimal_sign_unknown',
  'meaning_unknown',
];

/** Whether the file may be read: nothing needed is missing, nothing asked waits. */
export function isComplete({ profile, questions }: ColumnsDraft): boolean {
  const isScoped = !('code' in profile.scope) || profile.scope.code.trim() !== '';
  return (
    missingFields(profile.kind, profile.columns).length === 0 &&
    !questions.some((question) => BLOCKING.includes(question)) &&
    (profile.kind !== 'open_items' || isScoped)
  );
}
