/** What may be wrong with a template, or with a message about to be written from it. */

export const TEMPLATE_PROBLEM_CODES = [
  'subject_empty',
  'body_empty',
  'subject_too_long',
  'body_too_long',
  'subject_many_lines',
  'syntax',
  'tag_forbidden',
  'filter_forbidden',
  'too_many_tags',
  'nesting_too_deep',
  'placeholder_unknown',
  'condition_in_text',
  'block_in_condition',
  'block_in_subject',
  'block_inside_text',
  'formal_notice_title',
  'formal_notice_origin',
  'formal_notice_items',
  'formal_notice_charges',
  'formal_notice_total',
  'formal_notice_deadline',
  'formal_notice_means_of_payment',
  'formal_notice_consequence',
  'formal_notice_article',
  'formal_notice_dispute_channel',
  'formal_notice_signature',
  'formal_notice_enclosures',
  'consumer_penalties',
  'language_differs',
  'value_missing',
  'output_too_long',
] as const;
export type TemplateProblemCode = (typeof TEMPLATE_PROBLEM_CODES)[number];

export interface TemplateProblem {
  readonly code: TemplateProblemCode;
  readonly field: 'subject' | 'body';
  /** From 1; null where the whole is meant. */
  readonly line: number | null;
  readonly column: number | null;
  /** The name, tag or words in question; empty where the code says it all. */
  readonly value: string;
}
