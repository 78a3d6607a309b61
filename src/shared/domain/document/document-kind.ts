/** What a file kept on a customer is, in the order in which a recovery file wants them. */
export const DOCUMENT_KINDS = [
  'invoice',
  'order',
  'delivery',
  'contract',
  'acknowledgement',
  'solvency',
  'terms',
  'correspondence',
  'other',
] as const;
export type DocumentKind = (typeof DOCUMENT_KINDS)[number];
