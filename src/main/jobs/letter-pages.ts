/** The sheets of a letter: the same when it is looked at and when it is kept to be printed. */
import { postalAddressOf } from '../../shared/domain/message/postal-address.ts';
import { transferPayloadOf } from '../message/inline-pictures.ts';
import { makeLetter } from '../reports/letter/letter-pdf.ts';
import type { MadePdf } from '../reports/pdf-document.ts';
import type { Draft } from '../use-cases/messages/draft.ts';
import type { NoticePaper } from '../use-cases/outbox/build-job.ts';

type LetterForm = Pick<Extract<NoticePaper, { kind: 'letter' }>, 'channel' | 'layout'>;

/** Makes them; an address that lacks something is printed as it is known. */
export function letterPages(
  { facts, content }: Draft,
  { channel, layout }: LetterForm,
): Promise<MadePdf> {
  return makeLetter({
    facts,
    content,
    kind: channel === 'registered_letter' ? 'registered' : 'plain',
    addressLines: postalAddressOf(facts.recipient).lines,
    paymentQr: transferPayloadOf(facts),
    layout,
  });
}
