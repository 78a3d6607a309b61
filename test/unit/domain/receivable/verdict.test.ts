import { describe, expect, test } from 'vitest';
import type { OpenItem } from '../../../../src/shared/domain/receivable/open-item.ts';
import type { CustomerSituation } from '../../../../src/shared/domain/receivable/situation.ts';
import type { ChaseSettings } from '../../../../src/shared/domain/receivable/verdict.ts';
import { applyFloor } from '../../../../src/shared/domain/receivable/verdict.ts';
import { calendarDate } from '../../../../src/shared/kernel/calendar-date.ts';
import {
  assessed,
  customer,
  euros,
  lateItem,
  openItem,
  receipt,
} from '../../../support/open-items.ts';

/** `chaseable 80,00 · disputed 20,00` of the first debit. */
function told(
  items: readonly OpenItem[],
  situation?: CustomerSituation,
  settings?: Partial<ChaseSettings>,
): string {
  const [first] = assessed(items, situation, settings).items;
  return (first?.parts ?? [])
    .map(({ verdict, amountCents }) => `${verdict} ${amountCents / 100}`)
    .join(' · ');
}

describe('the verdict on a late invoice of 100 €, in order of precedence', () => {
  const late = lateItem(euros(100), 40);
  // Each row adds its own reason to the one below it: the upper one wins.
  const rows: readonly (readonly [
    string,
    Partial<OpenItem>,
    Parameters<typeof customer>[0],
    string,
  ])[] = [
    ['on a bill account', { role: 'bill' }, { isSundry: true }, 'bill 100'],
    ['on a doubtful account', { role: 'doubtful' }, {}, 'doubtful 100'],
    ['a retention', { role: 'retention' }, {}, 'retention 100'],
    ['to be invoiced', { role: 'to_invoice' }, {}, 'to_invoice 100'],
    ['on a deposit account', { role: 'deposit' }, {}, 'deposit 100'],
    ['on a group account', { role: 'group' }, {}, 'group 100'],
    ['a rounding', { role: 'rounding' }, {}, 'rounding 100'],
    ['on a sundry account', { role: 'sundry' }, {}, 'sundry 100'],
    ['on another account', { role: 'other' }, {}, 'other_account 100'],
    ['clients divers', {}, { isSundry: true, isSharedAccount: true }, 'sundry 100'],
    [
      'one account for all',
      {},
      { isSharedAccount: true, items: { 1: { state: 'factored' } } },
      'shared_account 100',
    ],
    ['factored', {}, { items: { 1: { state: 'factored' } }, isInsolvent: true }, 'factored 100'],
    ['handed over', {}, { items: { 1: { state: 'handed_over' } } }, 'handed_over 100'],
    ['insolvent', {}, { isInsolvent: true, hasControlDifference: true }, 'insolvency 100'],
    [
      'books that differ',
      {},
      { hasControlDifference: true, virtuallySettledCents: euros(90) },
      'books_differ 100',
    ],
    [
      'to match first',
      { dueBasis: 'none', dueDate: null },
      { virtuallySettledCents: euros(90) },
      'to_match_first 100',
    ],
    [
      'without a date',
      { dueDate: null },
      { items: { 1: { disputedCents: euros(100) } } },
      'date_not_confirmed 100',
    ],
    [
      'disputed',
      {},
      { items: { 1: { disputedCents: euros(500), promisedCents: euros(100) } } },
      'disputed 100',
    ],
    [
      'promised',
      {},
      { items: { 1: { promisedCents: euros(100), plannedCents: euros(100) } } },
      'promised 100',
    ],
    [
      'on a plan',
      {},
      { items: { 1: { plannedCents: euros(100) } }, isDoNotChase: true },
      'plan 100',
    ],
    [
      'blocked at the customer’s',
      {},
      { items: { 1: { isBlocked: true } }, isDoNotChase: true },
      'blocked_at_customer 100',
    ],
    ['do not chase', {}, { isDoNotChase: true, isHeld: true }, 'do_not_chase 100'],
    ['customer stopped', {}, { isHeld: true, isIntraGroup: true }, 'stop 100'],
    ['item stopped', {}, { items: { 1: { isHeld: true } }, isIntraGroup: true }, 'stop 100'],
    ['of the group', {}, { isIntraGroup: true, paymentMethod: 'direct_debit' }, 'group 100'],
    ['by direct debit', {}, { paymentMethod: 'direct_debit' }, 'direct_debit 100'],
    [
      'by direct debit, rejected',
      {},
      { paymentMethod: 'direct_debit', items: { 1: { isRejected: true } } },
      'chaseable 100',
    ],
    ['free of all that', {}, {}, 'chaseable 100'],
  ];
  test.each(rows)('%s', (_, part, situation, expected) => {
    // The virtual settlement is measured against an overdue invoice that stands beside.
    const other = lateItem(euros(100), 1, { receivableId: 2, documentNumber: 'F2' });
    expect(told([{ ...late, ...part }, other], customer(situation))).toBe(expected);
  });
});

test.each([
  ['within the tolerance', {}, { residueToleranceCents: euros(100) }, 'small_residue 100'],
  ['above it', {}, { residueToleranceCents: 9_999 }, 'chaseable 100'],
  [
    'his own tolerance wins',
    { residueToleranceCents: 0 },
    { residueToleranceCents: 20_000 },
    'chaseable 100',
  ],
  [
    'a bill that came back',
    { items: { 1: { isRejected: true } } },
    { residueToleranceCents: 20_000 },
    'chaseable 100',
  ],
] as const)('the rest of an invoice, %s', (_, situation, settings, expected) => {
  const rest = lateItem(euros(100), 40, { amountCents: euros(5000) });
  expect(told([rest], customer(situation), settings)).toBe(expected);
});

test('what a third party collects is no debt to net a credit against', () => {
  const credit = receipt(euros(60));
  const sold = lateItem(euros(100), 40, { state: 'factored' });
  const own = lateItem(euros(50), 20, { receivableId: 2, documentNumber: 'F2' });
  const situation = customer({ items: { 1: { state: 'factored' } } });
  const { position } = assessed([sold, own, credit], situation);
  expect(position.grossOverdueCents).toBe(euros(50));
});

describe('when lateness is certain', () => {
  test.each([
    ['not due, due today', 0, null, 'not_due 100'],
    ['transfer due on Wednesday, bank known to Friday', 5, 'transfer', 'chaseable 100'],
    ['transfer due on Thursday', 4, 'transfer', 'not_certain 100'],
    ['unknown method, as a transfer', 4, null, 'not_certain 100'],
    ['card due on Thursday', 4, 'card', 'chaseable 100'],
    ['cheque due a week before', 7, 'cheque', 'not_certain 100'],
    ['cheque due on Friday a week before', 10, 'cheque', 'chaseable 100'],
  ] as const)('%s', (_, days, paymentMethod, expected) => {
    expect(told([lateItem(euros(100), days)], customer({ paymentMethod }))).toBe(expected);
  });

  test('nothing is certain while no bank date is known', () => {
    expect(told([lateItem(euros(100), 200)], customer(), { bankDate: null })).toBe(
      'not_certain 100',
    );
  });

  test('a rejected payment is due at once, even with the bank not known far', () => {
    const situation = customer({ items: { 1: { isRejected: true } } });
    expect(told([lateItem(euros(100), 1)], situation)).toBe('chaseable 100');
  });
});

describe('an estimated due date', () => {
  const estimated = lateItem(euros(100), 40, { dueBasis: 'estimated' });

  test('is enough for a call, which a person makes, and is marked', () => {
    expect(told([estimated])).toBe('chaseable 100');
    expect(assessed([estimated]).items[0]?.isDateEstimated).toBe(true);
  });

  test('is not enough for a message that leaves by itself', () => {
    expect(told([estimated], customer(), { purpose: 'automatic' })).toBe('date_not_confirmed 100');
    expect(told([lateItem(euros(100), 40)], customer(), { purpose: 'automatic' })).toBe(
      'chaseable 100',
    );
  });
});

describe('parts of one item', () => {
  test('are cut in order, the rest staying chaseable', () => {
    const situation = customer({
      items: {
        1: { disputedCents: euros(20), promisedCents: euros(30), plannedCents: euros(10) },
      },
    });
    expect(told([lateItem(euros(100), 40)], situation)).toBe(
      'disputed 20 · promised 30 · plan 10 · chaseable 40',
    );
  });

  test('a credit note that names the item and a free credit are one part', () => {
    const credit = openItem({
      kind: 'credit_note',
      documentNumber: 'A1',
      outstandingCents: -euros(10),
      namesDocumentNumber: 'F1',
    });
    expect(told([lateItem(euros(100), 40), credit, receipt(euros(5))])).toBe(
      'covered_by_credit 15 · chaseable 85',
    );
  });
});

describe('usable credits', () => {
  test('are taken from the oldest', () => {
    const items = [
      lateItem(euros(100), 10, { documentNumber: 'young' }),
      lateItem(euros(40), 90, { documentNumber: 'old' }),
      receipt(euros(42)),
    ];
    const { items: judged, chaseableCents } = assessed(items, customer(), {
      matchFirstShareBasisPoints: 5000,
    });
    expect(judged.map(({ item, chaseableCents: cents }) => [item.documentNumber, cents])).toEqual([
      ['old', 0],
      ['young', euros(98)],
    ]);
    expect(chaseableCents).toBe(euros(98));
  });

  test('who has more credits than overdue is not chased, the reason being his net', () => {
    const items = [lateItem(euros(100), 10), receipt(euros(100))];
    expect(told(items, customer(), { matchFirstShareBasisPoints: 10_000 })).toBe(
      'net_not_positive 100',
    );
  });

  test('beyond 30 % of the gross overdue the customer goes to « à lettrer d’abord »', () => {
    const invoices = [lateItem(euros(100), 10)];
    expect(assessed([...invoices, receipt(euros(30))]).isToMatchFirst).toBe(false);
    expect(assessed([...invoices, receipt(euros(30) + 1)]).isToMatchFirst).toBe(true);
  });

  test('what only virtual lettering settled counts as unlettered, on both sides', () => {
    const invoices = [lateItem(euros(70), 10)];
    const by = (cents: number) =>
      assessed(invoices, customer({ virtuallySettledCents: cents })).isToMatchFirst;
    expect(by(euros(30))).toBe(false);
    expect(by(euros(31))).toBe(true);
  });

  test('without anything overdue there is nothing to match first', () => {
    expect(assessed([lateItem(euros(100), -10), receipt(euros(90))]).isToMatchFirst).toBe(false);
  });
});

describe('money that went back', () => {
  test('and that nothing explains is matched first, never chased', () => {
    expect(told([receipt(-euros(87), { dueDate: calendarDate('2026-01-01') })])).toBe(
      'to_match_first 87',
    );
  });
});

test('a settled item is told as settled', () => {
  expect(told([openItem({ outstandingCents: 0 })])).toBe('settled 0');
});

test('an account says whose and in which currency it is', () => {
  const dollars = assessed([openItem({ currency: 'USD' })], customer({ customerId: 7 }));
  expect([dollars.customerId, dollars.currency]).toEqual([7, 'USD']);
  expect(assessed([]).currency).toBeNull();
});

describe('the floor', () => {
  const small = (customerId: number) =>
    assessed([lateItem(euros(80), 40, { customerId })], customer({ customerId }));

  test('applies to the payer as a whole: two small accounts may pass it together', () => {
    expect(applyFloor([small(1), small(2)], euros(150))).toEqual([small(1), small(2)]);
  });

  test('below it nothing is chased, and the amount says why', () => {
    const disputed = assessed(
      [lateItem(euros(80), 40)],
      customer({ items: { 1: { disputedCents: euros(30) } } }),
    );
    const [account] = applyFloor([disputed], euros(150));
    expect(account?.chaseableCents).toBe(0);
    expect(account?.items[0]).toMatchObject({
      chaseableCents: 0,
      parts: [
        { verdict: 'disputed', amountCents: euros(30) },
        { verdict: 'below_floor', amountCents: euros(50) },
      ],
    });
  });

  test('says nothing of accounts without anything chaseable', () => {
    const nothing = [assessed([lateItem(euros(80), -4)])];
    expect(applyFloor(nothing, euros(150))).toBe(nothing);
  });
});
