/**
 * How well a column is a field: by its header's words, and by what its cells hold.
 */
import { TABLE_FIELDS, type TableField } from '../../../shared/domain/statement/table-mapping.ts';
import type { ColumnShape } from './column-forms.ts';
import { FIELD_WORDS, isAgeBracket } from './field-words.ts';
import { headerWords, isWord, likeness } from './header-words.ts';

const PHRASES = new Map(
  TABLE_FIELDS.map((field) => [
    field,
    {
      phrases: FIELD_WORDS[field].phrases.map(headerWords).filter((words) => words !== ''),
      not: FIELD_WORDS[field].not ?? [],
    },
  ]),
);

const scores = new Map<string, ReadonlyMap<TableField, number>>();

/** Every field a header may name, with its likeness, 0 to 1. */
export function fieldLikeness(header: string): ReadonlyMap<TableField, number> {
  const words = headerWords(header);
  const known = scores.get(words);
  if (known !== undefined) return known;
  if (scores.size > 5000) scores.clear();
  const found = likenessOf(words);
  scores.set(words, found);
  return found;
}

function likenessOf(words: string): ReadonlyMap<TableField, number> {
  const found = new Map<TableField, number>();
  if (words === '' || words.length > 80) return found;
  if (isAgeBracket(words)) found.set('age_bracket', 0.9);
  const written = words.split(' ');
  for (const [field, { phrases, not }] of PHRASES) {
    if (written.some((word) => not.some((ruledOut) => isWord(word, ruledOut)))) continue;
    let best = 0;
    for (const phrase of phrases) best = Math.max(best, likeness(words, phrase));
    if (best >= 0.5) found.set(field, best);
  }
  return found;
}

/** Likeness of the field a header names best. */
export function bestLikeness(header: string): number {
  let best = 0;
  for (const score of fieldLikeness(header).values()) best = Math.max(best, score);
  return best;
}

const AMOUNT_FIELDS: ReadonlySet<TableField> = new Set([
  'amount',
  'open_amount',
  'paid_amount',
  'debit',
  'credit',
  'age_bracket',
  'credit_limit',
]);
const DATE_FIELDS: ReadonlySet<TableField> = new Set([
  'document_date',
  'due_date',
  'paid_date',
  'line_date',
  'lettered_on_date',
]);

export function isAmountField(field: TableField): boolean {
  return AMOUNT_FIELDS.has(field);
}

export function isDateField(field: TableField): boolean {
  return DATE_FIELDS.has(field);
}

/**
 * Whether what a column holds allows a field; an empty column allows any. A wrong guess on a code
 * or a name is seen at once in the preview, one on an amount or a day is not, so these are held to
 * what the cells show.
 */
export function fits(field: TableField, shape: ColumnShape): boolean {
  if (shape.filled === 0) return true;
  if (isAmountField(field)) return shape.amountShare >= 0.8 && shape.dateShare < 0.8;
  if (isDateField(field)) return shape.dateShare >= 0.6 || shape.serialShare >= 0.95;
  switch (field) {
    case 'email':
      return shape.emailShare >= 0.5;
    case 'phone':
      return shape.phoneShare >= 0.4;
    case 'direction':
      return shape.directionShare >= 0.9;
    case 'siren':
      return shape.sirenShare >= 0.5;
    case 'siret':
      return shape.siretShare >= 0.5;
    case 'currency':
      return shape.currencyShare >= 0.8;
    case 'customer_name':
    case 'label':
    case 'contact_name':
    case 'city':
      return shape.amountShare < 0.9 && shape.dateShare < 0.5 && shape.emailShare < 0.5;
    case 'customer_code':
    case 'document_number':
      return shape.dateShare < 0.6 || shape.amountShare >= 0.9;
    case 'item_kind':
      return shape.distinctShare <= 0.5 || shape.filled < 20;
    default:
      return true;
  }
}

/** Fields that cells alone prove, for a column whose header says nothing. */
export function provenBy(shape: ColumnShape): TableField | null {
  if (shape.filled < 2) return null;
  if (shape.emailShare >= 0.8) return 'email';
  return shape.siretShare >= 0.9 ? 'siret' : null;
}
