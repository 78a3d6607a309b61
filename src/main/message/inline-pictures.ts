/**
 * The pictures that a mail carries with it: the logo, and the code of the transfer. A mail asks
 * nothing of the network: a picture from elsewhere would be blocked, or would tell who reads.
 */

import { epcPayloadOf, isSepaCountry } from '../../shared/domain/message/epc-qr.ts';
import type { MessageFacts } from '../../shared/domain/message/message.ts';
import type { Cents } from '../../shared/kernel/cents.ts';
import { toFactorsCents } from '../../shared/text/factor-notes.ts';
import { qrPng } from './qr-picture.ts';

export interface InlinePicture {
  readonly role: 'logo' | 'transfer';
  /** Without `cid:` and without angle brackets. */
  readonly contentId: string;
  readonly fileName: string;
  readonly mediaType: string;
  readonly base64: string;
}

/**
 * The pictures of this message: a logo where there is one, a transfer code where one can be paid
 * (an amount in euros, a payer within SEPA). Payers elsewhere read the IBAN and the BIC.
 */
export async function inlinePictures(facts: MessageFacts): Promise<readonly InlinePicture[]> {
  const pictures: InlinePicture[] = [];
  const { logo } = facts.issuer;
  if (logo !== null) {
    const ending = logo.mediaType === 'image/png' ? 'png' : 'jpg';
    pictures.push({
      role: 'logo',
      contentId: 'logo@encours',
      fileName: `logo.${ending}`,
      mediaType: logo.mediaType,
      base64: logo.base64,
    });
  }
  const payload = transferPayloadOf(facts);
  if (payload !== null) {
    pictures.push({
      role: 'transfer',
      contentId: 'virement@encours',
      fileName: 'virement.png',
      mediaType: 'image/png',
      base64: Buffer.from(qrPng(payload)).toString('base64'),
    });
  }
  return pictures;
}

/** What the transfer code of this message says; null where there can be none. */
export function transferPayloadOf(facts: MessageFacts): string | null {
  if (!isSepaCountry(facts.recipient.countryCode)) return null;
  const { holder, iban, bic } = facts.issuer.bank;
  const payload = epcPayloadOf({
    holder,
    iban,
    bic,
    amountCents: amountToPayOf(facts),
    currency: facts.currency,
    reference: facts.paymentReference,
  });
  return payload.isDone ? payload.value : null;
}

/**
 * What the payer is asked to transfer: what he promised; the whole with its charges in a formal
 * notice (a reminder only announces them); what is due; or else what is to fall due. What goes to a
 * factor is no transfer to us.
 */
export function amountToPayOf(facts: MessageFacts): Cents {
  const { kind, charges, promise, totals } = facts;
  if (promise !== null) return promise.amountCents;
  const isFormal = kind === 'formal_notice' || kind === 'formal_notice_consumer';
  const whole = isFormal && charges !== null ? charges.totalCents : totals.dueCents;
  return Math.max(0, (whole > 0 ? whole : totals.notDueCents) - toFactorsCents(facts));
}
