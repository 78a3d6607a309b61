/**
 * How a customer pays (mode de règlement), and the words by which files say it.
 *
 * The method decides how long a payment may be on its way before its absence means anything.
 */
export const PAYMENT_METHODS = [
  'transfer',
  'cheque',
  'direct_debit',
  'bill',
  'card',
  'cash',
] as const;
export type PaymentMethod = (typeof PAYMENT_METHODS)[number];

// Bills before drafts on account: « traite », « LCR » and « BOR » are also paid through the bank.
const WORDS: readonly (readonly [PaymentMethod, RegExp])[] = [
  ['direct_debit', /^(prel|prlv|pre|sdd|dd)\b|prelevement|direct[ _]?debit/],
  ['bill', /^(lcr|bor|trt|eff)\b|traite|effet|billet|lettre de change|bill/],
  ['cheque', /^(chq|che|ch)\b|cheque|check/],
  ['card', /^(cb|tpe)\b|carte|card/],
  ['cash', /^(esp|cash)\b|espece|liquide|numeraire/],
  ['transfer', /^(vir|vrt|sct)\b|virement|transfer|wire/],
];

/** The method that a file's words mean; null where they mean none. */
export function paymentMethodOf(text: string): PaymentMethod | null {
  const words = text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase().trim();
  return WORDS.find(([, form]) => form.test(words))?.[0] ?? null;
}
