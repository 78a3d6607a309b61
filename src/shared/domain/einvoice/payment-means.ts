/** The means of payment that the codes of UNTDID 4461 stand for, where one of ours is meant. */
import type { PaymentMethod } from '../receivable/payment-method.ts';

const METHODS: ReadonlyMap<string, PaymentMethod> = new Map([
  ['10', 'cash'],
  ['20', 'cheque'],
  ['23', 'cheque'],
  ['25', 'cheque'],
  ['24', 'bill'],
  ['44', 'bill'],
  ['60', 'bill'],
  ['70', 'bill'],
  ['30', 'transfer'],
  ['31', 'transfer'],
  ['42', 'transfer'],
  ['58', 'transfer'],
  ['48', 'card'],
  ['54', 'card'],
  ['55', 'card'],
  ['49', 'direct_debit'],
  ['59', 'direct_debit'],
]);

/** Null for a code of something else (`1` not defined, `97` clearing between partners …). */
export function paymentMethodOfCode(typeCode: string): PaymentMethod | null {
  return METHODS.get(typeCode) ?? null;
}
