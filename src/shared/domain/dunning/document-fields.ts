/**
 * Reads the fields of a document that somebody else may have written: each is there, of its kind
 * and within its limits, or a problem says which is not.
 */
import type { Cents } from '../../kernel/cents.ts';
import { AMOUNT_CENTS_MAX } from '../../kernel/cents.ts';

/** What is wrong with one field: `steps.2.delay.days`. */
export interface FieldProblem {
  readonly code: 'field_wrong';
  readonly path: string;
}

/** The words of a closed list; there is at least one. */
type Words<Word> = readonly [Word, ...Word[]];

export interface DocumentFields {
  readonly text: (field: string, form: { readonly min: number; readonly max: number }) => string;
  /** Our own key: a–z, 0–9, `-`. */
  readonly key: (field: string) => string;
  /** The key of something else, a template or a person: `_` too. */
  readonly reference: (field: string) => string;
  readonly referenceOrNull: (field: string) => string | null;
  readonly whole: (field: string, range: { readonly min: number; readonly max: number }) => number;
  readonly wholeOrNull: (
    field: string,
    range: { readonly min: number; readonly max: number },
  ) => number | null;
  readonly amount: (field: string) => Cents;
  readonly amountOrNull: (field: string) => Cents | null;
  readonly flag: (field: string) => boolean;
  readonly oneOf: <Word extends string>(field: string, words: Words<Word>) => Word;
  readonly oneOfOrNull: <Word extends string>(field: string, words: Words<Word>) => Word | null;
  readonly object: (field: string) => DocumentFields;
  readonly list: (field: string, max: number) => readonly DocumentFields[];
}

const KEY = /^[a-z0-9][a-z0-9-]{0,39}$/;
const REFERENCE = /^[a-z0-9][a-z0-9_-]{0,39}$/;
const AMOUNTS = { min: 0, max: AMOUNT_CENTS_MAX };

/**
 * The fields of a document. A wrong one gives a value of its type all the same, so that all
 * problems are found at once: the caller uses nothing of it once `problems` holds one.
 */
export function documentFields(
  document: unknown,
  problems: FieldProblem[],
  path = '',
): DocumentFields {
  const isObject = typeof document === 'object' && document !== null && !Array.isArray(document);
  if (!isObject) problems.push({ code: 'field_wrong', path });
  const values = new Map<string, unknown>(isObject ? Object.entries(document) : []);
  const pathOf = (field: string) => (path === '' ? field : `${path}.${field}`);
  const wrong = <Value>(field: string, instead: Value): Value => {
    // A document that is none at all is said once.
    if (isObject) problems.push({ code: 'field_wrong', path: pathOf(field) });
    return instead;
  };
  const matching = (field: string, form: RegExp): string => {
    const value = values.get(field);
    return typeof value === 'string' && form.test(value) ? value : wrong(field, '');
  };
  const fields: DocumentFields = {
    text: (field, { min, max }) => {
      const value = values.get(field);
      const isText = typeof value === 'string' && value.length >= min && value.length <= max;
      return isText ? value : wrong(field, '');
    },
    key: (field) => matching(field, KEY),
    reference: (field) => matching(field, REFERENCE),
    whole: (field, { min, max }) => {
      const value = values.get(field);
      const isWhole = typeof value === 'number' && Number.isSafeInteger(value);
      return isWhole && value >= min && value <= max ? value : wrong(field, min);
    },
    amount: (field) => fields.whole(field, AMOUNTS),
    flag: (field) => {
      const value = values.get(field);
      return typeof value === 'boolean' ? value : wrong(field, false);
    },
    oneOf: (field, words) => {
      const word = words.find((one) => one === values.get(field));
      return word ?? wrong(field, words[0]);
    },
    referenceOrNull: (field) => (values.get(field) === null ? null : fields.reference(field)),
    wholeOrNull: (field, range) => (values.get(field) === null ? null : fields.whole(field, range)),
    amountOrNull: (field) => (values.get(field) === null ? null : fields.amount(field)),
    oneOfOrNull: (field, words) => (values.get(field) === null ? null : fields.oneOf(field, words)),
    object: (field) => documentFields(values.get(field), problems, pathOf(field)),
    list: (field, max) => {
      const value = values.get(field);
      if (!Array.isArray(value) || value.length > max) return wrong(field, []);
      return value.map((one, at) => documentFields(one, problems, `${pathOf(field)}.${at}`));
    },
  };
  return fields;
}
