/**
 * What a type code of UNTDID 1001 means for the customer's account.
 *
 * These are codes that EN 16931 and the French rules allow for what is owed; a pro forma (`325`) is
 * an offer, and not among them. A factored document (`393`) is paid to the factor; a self-billed
 * one (`389`) was written by the customer; a deposit (`386`) is taken off a later invoice; a
 * corrected one (`384`) stands in place of another.
 */
export type DocumentKind = 'invoice' | 'credit_note';
export type DocumentVariant = 'plain' | 'corrected' | 'deposit' | 'self_billed' | 'factored';

export interface DocumentType {
  readonly kind: DocumentKind;
  readonly variant: DocumentVariant;
}

const CODES: readonly (readonly [DocumentKind, DocumentVariant, string])[] = [
  // 751 is the code of the profiles that are no whole invoice.
  ['invoice', 'plain', '80 82 84 295 326 380 382 383 385 388 390 394 395 751 875 876 877'],
  ['invoice', 'corrected', '384 471'],
  ['invoice', 'deposit', '386 500'],
  ['invoice', 'self_billed', '389 527'],
  ['invoice', 'factored', '393 472 473 501'],
  ['credit_note', 'plain', '81 83 262 296 308 381 420 458 532'],
  ['credit_note', 'deposit', '503'],
  ['credit_note', 'self_billed', '261'],
  ['credit_note', 'factored', '396 502'],
];

const TYPES: ReadonlyMap<string, DocumentType> = new Map(
  CODES.flatMap(([kind, variant, codes]) =>
    codes.split(' ').map((code) => [code, { kind, variant }] as const),
  ),
);

/** The meaning of a code; null for one that is no invoice of the norm. */
export function documentTypeOf(typeCode: string): DocumentType | null {
  return TYPES.get(typeCode) ?? null;
}
