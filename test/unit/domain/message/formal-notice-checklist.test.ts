import { describe, expect, test } from 'vitest';
import { messageChargesOf } from '../../../../src/shared/domain/interest/charges.ts';
import type {
  FormalNoticeFacts,
  FormalNoticeGap,
} from '../../../../src/shared/domain/message/formal-notice-checklist.ts';
import {
  checkFormalNotice,
  FORMAL_NOTICE_GAPS,
  FORMAL_NOTICE_POINTS,
  isBlockingGap,
} from '../../../../src/shared/domain/message/formal-notice-checklist.ts';
import type { MessageBlock, MessageFacts } from '../../../../src/shared/domain/message/message.ts';
import { calendarDate } from '../../../../src/shared/kernel/calendar-date.ts';
import {
  BODY,
  COMPLETE,
  chargesAt,
  contentOf,
  creditItem,
  dueItem,
  MESSAGE,
  TODAY,
} from '../../../support/formal-notice.ts';
import { euros } from '../../../support/open-items.ts';

const message = (part: Partial<MessageFacts>): Partial<FormalNoticeFacts> => ({
  message: { ...MESSAGE, ...part },
});
const issuer = (part: Partial<MessageFacts['issuer']>) =>
  message({ issuer: { ...MESSAGE.issuer, ...part } });
const recipient = (part: Partial<MessageFacts['recipient']>) =>
  message({ recipient: { ...MESSAGE.recipient, ...part } });
const sender = (part: Partial<MessageFacts['sender']>) =>
  message({ sender: { ...MESSAGE.sender, ...part } });
const body = (text: string) => ({ content: contentOf(text) });
const without = (kind: MessageBlock['kind']) => ({
  content: contentOf(
    BODY,
    (['items', 'charges', 'bank', 'signature'] as const).filter((other) => other !== kind),
  ),
});
/** Rates that give the stated charges, at another certainty or beside the floor. */
const withRates = (rate: object) => {
  const computed = chargesAt();
  return {
    charges: { ...computed, rates: computed.rates.map((known) => ({ ...known, ...rate })) },
  };
};
const toConsumer = (part: Partial<MessageFacts> = {}): Partial<FormalNoticeFacts> => {
  const debtor = { kind: 'consumer' } as const;
  return {
    message: {
      ...MESSAGE,
      kind: 'formal_notice_consumer',
      recipient: { ...MESSAGE.recipient, profile: 'consumer', siren: '' },
      charges: null,
      ...part,
    },
    content: contentOf(`${BODY} Médiateur : ${MESSAGE.issuer.mediator}.`, [
      'items',
      'totals',
      'bank',
      'signature',
    ]),
    charges: chargesAt({ debtor }),
    isHeadOffice: false,
  };
};

const gapsOf = (part: Partial<FormalNoticeFacts>): readonly FormalNoticeGap[] =>
  checkFormalNotice({ ...COMPLETE, ...part }).points.flatMap(({ gaps }) => gaps);

describe('a complete notice', () => {
  test('has its fourteen points and may leave', () => {
    const { points, isBlocked } = checkFormalNotice(COMPLETE);
    expect(points.map(({ number, point, state }) => [number, point, state])).toEqual(
      FORMAL_NOTICE_POINTS.map((point, index) => [index + 1, point, 'ok']),
    );
    expect(points).toHaveLength(14);
    expect(isBlocked).toBe(false);
  });

  test.each([
    ['to a consumer', toConsumer()],
    ['to a consumer who owes the legal rate since an earlier notice', toConsumerWithInterest()],
    ['to a consumer, nothing having been computed', { ...toConsumer(), charges: null }],
    ['in English, to a customer abroad', inEnglish('DE')],
    ['to a German without a SIREN', recipient({ countryCode: 'DE', siren: '' })],
    ['to a customer whose country is unknown', recipient({ countryCode: '' })],
    ['with its credit notes taken off', withCredit(euros(100))],
    ['with the IBAN, the total and the name in its words', inWords()],
    ['that gave up its charges', waived()],
    ['of which nothing more is due', nothingMore()],
    ['in fifteen days', inFifteenDays()],
  ])('%s', (_, part) => {
    expect(gapsOf(part)).toEqual([]);
  });
});

const GAPS: readonly (readonly [FormalNoticeGap, string, Partial<FormalNoticeFacts>])[] = [
  ['title_absent', 'no capitals', { content: contentOf(BODY, undefined, 'Mise en demeure') }],
  ['place_absent', 'no town', issuer({ city: ' ' })],
  ['issuer_incomplete', 'no SIREN of ours', issuer({ mentions: 'SAS – 123 456 789 RCS Poitiers' })],
  ['issuer_incomplete', 'no number at all', issuer({ mentions: 'SAS' })],
  ['issuer_incomplete', 'no address of ours', issuer({ addressLines: [] })],
  ['issuer_incomplete', 'no name of ours', issuer({ name: '' })],
  ['recipient_address_absent', 'no address', recipient({ addressLines: [] })],
  ['recipient_address_absent', 'no name', recipient({ name: '' })],
  ['recipient_siren_absent', 'no SIREN', recipient({ siren: '' })],
  ['recipient_siren_absent', 'a false SIREN', recipient({ siren: '552100555' })],
  ['head_office_unconfirmed', 'an address of delivery', { isHeadOffice: false }],
  ['origin_absent', 'no contract, order or delivery', message({ origin: '' })],
  ['items_absent', 'no table', without('items')],
  ['item_not_overdue', 'an item due today', message({ items: [{ ...dueItem, dueDate: TODAY }] })],
  [
    'item_not_overdue',
    'an item without a date',
    message({ items: [{ ...dueItem, dueDate: null }] }),
  ],
  ['item_totals_differ', 'a credit note not taken off', message({ items: [dueItem, creditItem] })],
  [
    'item_totals_differ',
    'a wrong sum of items',
    message({ items: [{ ...dueItem, outstandingCents: euros(11_999) }] }),
  ],
  ['item_never_reminded', 'an item never reminded', { reminded: new Set() }],
  [
    'item_never_reminded',
    'an item unknown',
    message({ items: [{ ...dueItem, receivableId: null }] }),
  ],
  [
    'variant_wrong',
    'the consumer’s letter to a business',
    message({ kind: 'formal_notice_consumer' }),
  ],
  ['charges_differ', 'charges of another day', { charges: chargesAt({ upTo: '2026-06-29' }) }],
  ['charges_differ', 'charges from nowhere', { charges: null }],
  ['charges_unexplained', 'charges left out', { ...withoutCharges(), charges: chargesAt() }],
  ['charges_unexplained', 'charges never computed', { ...withoutCharges(), charges: null }],
  ['rate_unconfirmed', 'a rate to be confirmed', withRates({ isConfirmed: false })],
  [
    'rate_below_floor',
    'a rate below the floor',
    withRates({ belowFloor: { basisPoints: 500, floorBasisPoints: 786 } }),
  ],
  ['total_unsaid', 'no total', without('charges')],
  ['deadline_absent', 'another number of days', message({ deadlineDays: 15 })],
  ['deadline_absent', 'a deadline that is past', message({ deadline: TODAY })],
  ['deadline_start_absent', 'no start', body(BODY.replace('première présentation', 'présente'))],
  ['deadline_unusual', 'three days', threeDays()],
  ['payment_unsaid', 'no IBAN', without('bank')],
  ['reference_absent', 'no reference', message({ paymentReference: '' })],
  ['consequence_absent', 'no court', body(BODY.replace('tribunal', 'maire'))],
  ['title_claimed', 'a seizure', body(`${BODY} Une saisie suivra.`)],
  ['article_absent', 'no article', body(BODY.replace('1344', '1343'))],
  ['article_absent', 'another article', body(BODY.replace('1344', '1344-1'))],
  ['translation_only', 'English to a Frenchman', inEnglish('FR')],
  ['contact_absent', 'no one to call', issuer({ phone: '' })],
  ['dispute_channel_unsaid', 'no way to dispute', body(BODY.replace('contestez', 'voulez'))],
  ['signature_absent', 'no signature', without('signature')],
  ['capacity_absent', 'no capacity', sender({ title: '' })],
  ['enclosures_absent', 'no enclosure', message({ enclosures: [] })],
];

describe('one gap at a time', () => {
  test.each(GAPS)('%s: %s', (gap, _, part) => {
    expect(gapsOf(part)).toEqual([gap]);
    const { points, isBlocked } = checkFormalNotice({ ...COMPLETE, ...part });
    const states = points.filter(({ gaps }) => gaps.length > 0).map(({ state }) => state);
    expect(states).toEqual([isBlockingGap(gap) ? 'missing' : 'to_confirm']);
    expect(isBlocked).toBe(isBlockingGap(gap));
  });
});

const ENTANGLED: readonly (readonly [
  string,
  Partial<FormalNoticeFacts>,
  readonly FormalNoticeGap[],
])[] = [
  ['nothing to pay', message({ items: [] }), ['items_absent', 'item_totals_differ']],
  ['owed to the customer in the end', withCredit(euros(12_000)), ['total_differs']],
  [
    'owed to the customer, and no charges',
    { ...withCredit(euros(12_000), null), charges: null },
    ['charges_unexplained', 'total_differs', 'total_unsaid'],
  ],
  [
    'a total that does not add up',
    message({ charges: MESSAGE.charges === null ? null : { ...MESSAGE.charges, totalCents: 1 } }),
    ['total_differs'],
  ],
  ['a bad IBAN', issuer({ bank: { ...MESSAGE.issuer.bank, iban: 'FR14' } }), ['iban_invalid']],
  ['a sender without a name', sender({ name: '' }), ['signature_absent']],
  [
    'a rate that nobody gave',
    { ...withoutCharges(), charges: chargesAt({ upTo: '2027-01-10' }, { isFeePaid: true }) },
    ['charges_unexplained', 'rate_missing'],
  ],
  [
    'the letter of a business to a consumer',
    toConsumer({ kind: 'formal_notice', charges: MESSAGE.charges }),
    ['variant_wrong', 'consumer_overcharged', 'charges_differ', 'total_unsaid'],
  ],
  [
    'the penalties of a business named to a consumer',
    {
      ...toConsumer(),
      content: contentOf(
        `${BODY} Médiateur : ${MESSAGE.issuer.mediator}. Pénalités de retard : L. 441-10.`,
        ['items', 'totals', 'bank', 'signature'],
      ),
    },
    ['consumer_overcharged'],
  ],
  [
    'the rate of a business asked of a consumer',
    { ...toConsumer(), charges: { ...chargesAt(), interestCents: 0, feeCents: 0 } },
    ['consumer_overcharged'],
  ],
  [
    'no mediator for a consumer',
    { ...toConsumer(), content: contentOf(BODY, ['items', 'totals', 'bank', 'signature']) },
    ['mediator_absent'],
  ],
  [
    'a consumer, and a company without a mediator',
    toConsumer({ issuer: { ...MESSAGE.issuer, mediator: '' } }),
    ['mediator_absent'],
  ],
];

describe('several gaps', () => {
  test.each(ENTANGLED)('%s', (_, part, expected) => {
    expect(gapsOf(part)).toEqual(expected);
  });

  test('every gap has its case', () => {
    const tested = new Set([
      ...GAPS.map(([gap]) => gap),
      ...ENTANGLED.flatMap(([, , gaps]) => gaps),
    ]);
    expect(FORMAL_NOTICE_GAPS.filter((gap) => !tested.has(gap))).toEqual([]);
  });

  test('a point that is missing says so, whatever else is to be confirmed in it', () => {
    const { points } = checkFormalNotice({
      ...COMPLETE,
      ...recipient({ siren: '' }),
      isHeadOffice: false,
    });
    expect(points[2]).toEqual({
      number: 3,
      point: 'parties',
      state: 'missing',
      gaps: ['recipient_siren_absent', 'head_office_unconfirmed'],
    });
  });
});

function toConsumerWithInterest(): Partial<FormalNoticeFacts> {
  const computed = chargesAt(
    { debtor: { kind: 'consumer' } },
    { formalNoticeOn: calendarDate('2026-06-10') },
  );
  const stated = messageChargesOf(computed, euros(12_000), '2,62 %');
  return {
    ...toConsumer({ charges: stated }),
    charges: computed,
    content: contentOf(`${BODY} Médiateur : ${MESSAGE.issuer.mediator}.`),
  };
}

function inEnglish(countryCode: string): Partial<FormalNoticeFacts> {
  return {
    message: { ...MESSAGE, language: 'en', recipient: { ...MESSAGE.recipient, countryCode } },
    content: contentOf(
      'Formal notice within the meaning of article 1344 of the French Civil Code: pay within 8 days of ' +
        'the first presentation of this letter. Otherwise we will start proceedings. You may dispute it.',
      undefined,
      'FORMAL NOTICE TO PAY',
    ),
  };
}

function withCredit(
  creditCents: number,
  stated: MessageFacts['charges'] | undefined = undefined,
): Partial<FormalNoticeFacts> {
  const dueCents = euros(12_000) - creditCents;
  return message({
    items: [dueItem, { ...creditItem, outstandingCents: -creditCents }],
    totals: { overdueCents: euros(12_000), notDueCents: 0, creditsCents: creditCents, dueCents },
    charges: stated === undefined ? messageChargesOf(chargesAt(), dueCents, '12,15 %') : stated,
  });
}

function inWords(): Partial<FormalNoticeFacts> {
  const words =
    'Total : 12\u202f159,84 €. IBAN FR14 2004 1010 0505 0001 3M02 606. Claire Moreau, responsable.';
  return { content: contentOf(`${BODY} ${words}`, ['items']) };
}

function withoutCharges(): Partial<FormalNoticeFacts> {
  return {
    ...message({ charges: null }),
    content: contentOf(BODY, ['items', 'totals', 'bank', 'signature']),
  };
}

function waived(): Partial<FormalNoticeFacts> {
  return { ...withoutCharges(), charges: chargesAt({}, { decision: { decision: 'waive' } }) };
}

function nothingMore(): Partial<FormalNoticeFacts> {
  return { ...withoutCharges(), charges: chargesAt({ debtor: { law: 'foreign' } }) };
}

function inFifteenDays(): Partial<FormalNoticeFacts> {
  return {
    ...message({ deadlineDays: 15, deadline: calendarDate('2026-07-15') }),
    ...body(BODY.replace('8 jours', '15 jours')),
  };
}

function threeDays(): Partial<FormalNoticeFacts> {
  return { ...message({ deadlineDays: 3 }), ...body(BODY.replace('8 jours', '3 jours')) };
}
