/** Letters to try: a reminder or a formal notice to the made-up payer, with as many items as asked. */
import { exampleFacts } from '../../src/main/message/example-facts.ts';
import type { BatchLetter } from '../../src/main/reports/letter/letter.ts';
import { askedCents } from '../../src/main/reports/letter/payment-slip.ts';
import { epcPayloadOf } from '../../src/shared/domain/message/epc-qr.ts';
import {
  DEFAULT_LETTER_LAYOUT,
  type LetterLayout,
} from '../../src/shared/domain/message/letter-layout.ts';
import type {
  MessageBlock,
  MessageFacts,
  MessageItem,
  MessageKind,
} from '../../src/shared/domain/message/message.ts';
import { postalAddressOf } from '../../src/shared/domain/message/postal-address.ts';
import { addDays, calendarDate } from '../../src/shared/kernel/calendar-date.ts';

export const LETTER_DAY = calendarDate('2026-11-23');

export interface LetterForm {
  readonly kind?: MessageKind;
  readonly language?: 'fr' | 'en';
  /** Items due, one account, in place of the made-up ones. */
  readonly itemCount?: number;
  readonly facts?: Partial<MessageFacts>;
  readonly layout?: Partial<LetterLayout>;
  readonly isRegistered?: boolean;
  readonly subject?: string;
  readonly paragraph?: string;
}

/** Items of one account, amounts all different, the oldest first. */
export function dueItems(count: number, sample: MessageItem): MessageItem[] {
  return Array.from({ length: count }, (_, index) => {
    const outstandingCents = 10_000 + index * 137;
    const daysLate = 90 - (index % 80);
    return {
      ...sample,
      section: 'due',
      documentNumber: `FA2609-${String(index + 1).padStart(4, '0')}`,
      dueDate: addDays(LETTER_DAY, -daysLate),
      daysLate,
      amountCents: outstandingCents,
      outstandingCents,
    };
  });
}

export function letterOf(form: LetterForm = {}): BatchLetter {
  const { kind = 'reminder_3', language = 'fr', itemCount } = form;
  const example = exampleFacts({ kind, tone: 'occasional', language, today: LETTER_DAY });
  const facts: MessageFacts = { ...example, ...withItems(example, itemCount), ...form.facts };
  const paragraph = (text: string): MessageBlock => ({ kind: 'paragraph', text });
  const { recipient, issuer } = facts;
  const address = postalAddressOf(recipient);
  const letter = {
    facts,
    content: {
      subject: form.subject ?? 'Dernier rappel avant mise en demeure',
      blocks: [
        paragraph('Madame, Monsieur,'),
        paragraph(form.paragraph ?? 'Nos rappels sont restés sans réponse.'),
        { kind: 'items' },
        { kind: 'totals' },
        { kind: 'charges' },
        { kind: 'bank' },
        paragraph('Veuillez agréer nos salutations distinguées.'),
        { kind: 'signature' },
        { kind: 'answers' },
      ],
    },
    kind: form.isRegistered === true ? 'registered' : 'plain',
    addressLines: address.lines,
    paymentQr: null,
    layout: { ...DEFAULT_LETTER_LAYOUT, ...form.layout },
    letterKey: recipient.code,
    postcode: address.postcode,
    town: address.town,
  } as const satisfies BatchLetter;
  const payload = epcPayloadOf({
    holder: issuer.bank.holder,
    iban: issuer.bank.iban,
    bic: issuer.bank.bic,
    amountCents: askedCents(letter),
    currency: facts.currency,
    reference: facts.paymentReference,
  });
  return { ...letter, paymentQr: payload.isDone ? payload.value : null };
}

function withItems(facts: MessageFacts, count: number | undefined): Partial<MessageFacts> {
  const [sample] = facts.items;
  if (count === undefined || sample === undefined) return {};
  const items = dueItems(count, sample);
  const overdueCents = items.reduce((sum, item) => sum + item.outstandingCents, 0);
  return {
    items,
    charges: null,
    totals: { overdueCents, dueCents: overdueCents, creditsCents: 0, notDueCents: 0 },
  };
}
