import { describe, expect, test } from 'vitest';
import {
  matchMovement,
  matchMovements,
} from '../../../../src/shared/domain/matching/match-movements.ts';
import type {
  MatchItem,
  MatchMovement,
} from '../../../../src/shared/domain/matching/match-suggestion.ts';
import { indexOf, matchItem, matchReceipt } from '../../../support/match-books.ts';

const DUPONT = { counterpartyName: 'MENUISERIE DUPONT ET FILS' };
const IBAN = { counterpartyIban: 'FR1' };

/** `class reason 12:10000 13:20000 -short +over`, or `nothing`. */
function firstOf(items: readonly MatchItem[], movement: MatchMovement): string {
  const { suggestions, isAutomatic } = matchMovement(indexOf(items), movement);
  const [first] = suggestions;
  if (first === undefined) return 'nothing';
  const { matchClass, reason, allocations, shortCents, overCents } = first;
  const parts = [
    matchClass,
    reason,
    ...allocations.map((one) => `${one.receivableId}:${one.amountCents}`),
    ...(shortCents > 0 ? [`-${shortCents}`] : []),
    ...(overCents > 0 ? [`+${overCents}`] : []),
    ...(isAutomatic ? ['automatic'] : []),
  ];
  return parts.join(' ');
}

// Two items of the first customer, 100,00 and 250,00, and one of the second.
const TWO = [
  matchItem(11, 10_000),
  matchItem(12, 25_000),
  matchItem(21, 40_000, { customerId: 2 }),
];

describe('the text names the document', () => {
  test.each<[string, MatchMovement, string]>([
    ['as written', matchReceipt(10_000, 'VIR FA-2026-00011'), 'certain numbers 11:10000 automatic'],
    ['together', matchReceipt(10_000, 'VIR FA202600011'), 'certain numbers 11:10000 automatic'],
    ['without letters', matchReceipt(10_000, '2026 00011'), 'certain numbers 11:10000 automatic'],
    ['in lower case', matchReceipt(10_000, 'fa 2026 00011'), 'certain numbers 11:10000 automatic'],
    [
      'as a creditor reference',
      matchReceipt(10_000, 'VIR', { references: ['RF03FA202600011'] }),
      'certain numbers 11:10000 automatic',
    ],
    [
      'in the end-to-end reference',
      matchReceipt(10_000, 'VIR', { endToEndId: 'FA-2026-00011' }),
      'certain numbers 11:10000 automatic',
    ],
    [
      'several at once',
      matchReceipt(35_000, 'FA-2026-00011 FA-2026-00012'),
      'certain numbers 11:10000 12:25000 automatic',
    ],
    [
      'from an account that is another customer’s',
      matchReceipt(10_000, 'FA-2026-00011', { counterpartyIban: 'FR2' }),
      'likely numbers 11:10000',
    ],
    [
      'beside one that is of no open item',
      matchReceipt(10_000, 'FA-2026-00011 FA-2026-00099'),
      'likely numbers 11:10000',
    ],
    [
      'one of those named',
      matchReceipt(25_000, 'FA-2026-00011 FA-2026-00012'),
      'possible numbers_some 12:25000',
    ],
    ['a part of it', matchReceipt(4000, 'FA-2026-00011'), 'possible number_part 11:4000 -6000'],
    [
      'less the fee of a bank',
      matchReceipt(9000, 'FA-2026-00011'),
      'likely numbers_fee 11:9000 -1000',
    ],
    ['and more', matchReceipt(12_000, 'FA-2026-00011'), 'weak numbers_over 11:10000 +2000'],
    [
      'and another item makes the rest',
      matchReceipt(35_000, 'FA-2026-00011', DUPONT),
      'strong numbers_more 11:10000 12:25000',
    ],
    [
      'the payer unknown',
      matchReceipt(35_000, 'FA-2026-00011'),
      'likely numbers_more 11:10000 12:25000',
    ],
    ['two documents, not enough', matchReceipt(20_000, 'FA-2026-00011 FA-2026-00012'), 'nothing'],
    ['in another currency', matchReceipt(10_000, 'FA-2026-00011', { currency: 'USD' }), 'nothing'],
    ['for nothing', matchReceipt(0, 'FA-2026-00011'), 'nothing'],
  ])('%s', (_name, movement, expected) => {
    expect(firstOf(TWO, movement)).toBe(expected);
  });

  test('less the discount of the terms', () => {
    const items = [matchItem(11, 10_000, { discountCents: 200 }), matchItem(12, 5000)];
    expect(firstOf(items, matchReceipt(9800, 'FA-2026-00011'))).toBe(
      'strong numbers_discount 11:9800 -200',
    );
  });

  test('less a fee that is more than the last of several: that one is left as it was', () => {
    const items = [matchItem(11, 10_000), matchItem(12, 500)];
    expect(firstOf(items, matchReceipt(9600, 'FA-2026-00011 FA-2026-00012'))).toBe(
      'likely numbers_fee 11:9600 -900',
    );
  });

  test('less a credit note, named or not', () => {
    const items = [matchItem(11, 10_000), matchItem(13, -3000), matchItem(14, 7777)];
    expect(firstOf(items, matchReceipt(7000, 'FA-2026-00011 FA-2026-00013'))).toBe(
      'certain numbers 11:10000 13:-3000 automatic',
    );
    expect(firstOf(items, matchReceipt(7000, 'FA-2026-00011', DUPONT))).toBe(
      'strong numbers_more 11:10000 13:-3000',
    );
  });

  test('but for one digit it is another of that amount: a slip of the pen cannot be told', () => {
    const rival = matchItem(21, 10_000, { customerId: 2 });
    const items = [matchItem(11, 10_000), rival];
    const receipt = matchReceipt(10_000, 'FA-2026-00011');
    expect(firstOf(items, receipt)).toBe('likely numbers 11:10000');
    expect(firstOf(items, { ...receipt, ...DUPONT })).toBe('certain numbers 11:10000 automatic');
    expect(
      firstOf([items[0] as MatchItem, { ...rival, customerId: 1 }], { ...receipt, ...DUPONT }),
    ).toBe('likely numbers 11:10000');
  });

  test('an amount that hundreds owe has a rival, unless the payer is known', () => {
    const many = Array.from({ length: 301 }, (_, index) => matchItem(index + 1, 5000));
    const receipt = matchReceipt(5000, 'FA-2026-00011');
    expect(firstOf(many, receipt)).toBe('likely numbers 11:5000');
    const others = many.map((item) =>
      item.receivableId === 11 ? item : { ...item, customerId: 2 },
    );
    expect(firstOf(others, receipt)).toBe('likely numbers 11:5000');
    expect(firstOf(others, { ...receipt, ...DUPONT })).toBe('certain numbers 11:5000 automatic');
  });

  test('digits that two documents share name neither', () => {
    const items = [
      matchItem(1, 10_000, { documentNumber: 'FA 20260011' }),
      matchItem(2, 10_000, { documentNumber: 'AV 20260011', customerId: 2 }),
    ];
    expect(firstOf(items, matchReceipt(10_000, '20260011'))).toBe('likely number_near 1:10000');
    expect(firstOf(items, matchReceipt(10_000, 'FA20260011'))).toBe(
      'certain numbers 1:10000 automatic',
    );
  });

  test('two parts of one document: the one of that amount', () => {
    const items = [
      matchItem(1, 10_000, { documentNumber: 'FA-2026-7' }),
      matchItem(2, 20_000, { documentNumber: 'FA-2026-7' }),
    ];
    expect(firstOf(items, matchReceipt(20_000, 'FA-2026-7'))).toBe('possible numbers_some 2:20000');
  });
});

describe('the text nearly names it', () => {
  test.each<[string, string, object, string]>([
    ['two digits swapped', 'FA-2026-00101', {}, 'likely number_near 110:9900'],
    [
      'two digits swapped, account known',
      'FA-2026-00101',
      IBAN,
      'certain number_near 110:9900 automatic',
    ],
    ['two digits swapped, name known', 'FA-2026-00101', DUPONT, 'strong number_near 110:9900'],
    ['a digit wrong, account known', 'FA-2026-00118', IBAN, 'strong number_near 110:9900'],
    ['its end cut, account known', 'FA-2026-0011', IBAN, 'certain number_near 110:9900 automatic'],
    ['its beginning cut', '00110', {}, 'likely number_near 110:9900'],
    ['its end cut too far', 'FA-2026-0', {}, 'weak amount 110:9900'],
    ['too little left of it', '0110', {}, 'weak amount 110:9900'],
    ['longer than it', 'FAX-2026-001100', {}, 'weak amount 110:9900'],
    ['another number altogether', 'FA-2026-99999', {}, 'weak amount 110:9900'],
  ])('%s', (_name, text, parts, expected) => {
    const items = [matchItem(110, 9900), matchItem(200, 5000)];
    expect(firstOf(items, matchReceipt(9900, text, parts))).toBe(expected);
  });

  test('two documents of one customer nearly named: the oldest is possible', () => {
    const items = [matchItem(110, 9900), matchItem(111, 9900)];
    expect(firstOf(items, matchReceipt(9900, 'FA-2026-00112', IBAN))).toBe(
      'possible number_near 110:9900',
    );
  });

  test('a document without a number is not', () => {
    const items = [matchItem(1, 9900, { documentNumber: 'RAN' })];
    expect(firstOf(items, matchReceipt(9900, 'VIR 12345'))).toBe('weak amount 1:9900');
  });
});

describe('the payer is known', () => {
  const items = [
    matchItem(11, 10_000),
    matchItem(12, 25_000, { discountCents: 500 }),
    matchItem(13, 40_000),
    matchItem(14, 77_000),
  ];

  test.each<[string, MatchMovement, string]>([
    [
      'by the account, one item of that amount',
      matchReceipt(25_000, 'VIR', IBAN),
      'certain payer_amount 12:25000 automatic',
    ],
    ['by the name, the same', matchReceipt(25_000, 'VIR', DUPONT), 'strong payer_amount 12:25000'],
    [
      'by a name learnt',
      matchReceipt(25_000, 'VIR', { counterpartyName: 'DPT' }),
      'strong payer_amount 12:25000',
    ],
    [
      'by the name in the text',
      matchReceipt(25_000, 'VIR SEPA MENUISERIE DUPONT'),
      'strong payer_amount 12:25000',
    ],
    [
      'by a part of the name',
      matchReceipt(25_000, 'VIR SEPA DUPONT'),
      'possible payer_amount 12:25000',
    ],
    [
      'and names something else',
      matchReceipt(25_000, 'FA-2026-00011', IBAN),
      'weak payer_amount 12:25000',
    ],
    [
      'and writes digits of something else',
      matchReceipt(25_000, 'VIR 98765', IBAN),
      'likely payer_amount 12:25000',
    ],
    [
      'all items',
      matchReceipt(152_000, 'VIR', IBAN),
      'certain payer_all 11:10000 12:25000 13:40000 14:77000 automatic',
    ],
    [
      'the oldest items',
      matchReceipt(35_000, 'VIR', IBAN),
      'strong payer_oldest 11:10000 12:25000',
    ],
    ['items in between', matchReceipt(65_000, 'VIR', DUPONT), 'strong payer_sum 12:25000 13:40000'],
    ['less its discount', matchReceipt(24_500, 'VIR', IBAN), 'strong payer_discount 12:24500 -500'],
    ['nothing fits', matchReceipt(11_111, 'VIR', IBAN), 'nothing'],
  ])('%s', (_name, movement, expected) => {
    expect(firstOf(items, movement)).toBe(expected);
  });

  test('several items of that amount: the oldest is possible, a person says', () => {
    const equal = [matchItem(12, 5000), matchItem(11, 5000), matchItem(13, 800)];
    expect(firstOf(equal, matchReceipt(5000, 'VIR', IBAN))).toBe('possible payer_amount 11:5000');
  });

  test('an item without a due day is as old as its document', () => {
    const dayless = [13, 14].map((id) => matchItem(id, 5000, { dueDate: null }));
    const open = [matchItem(12, 5000), ...dayless, matchItem(15, 5000)];
    expect(firstOf(open, matchReceipt(5000, 'VIR', IBAN))).toBe('possible payer_amount 13:5000');
  });

  test('two sets of items of that amount: possible', () => {
    const items = [100, 200, 300, 400, 9999].map((amount, index) => matchItem(index + 1, amount));
    expect(firstOf(items, matchReceipt(500, 'VIR', IBAN))).toBe('possible payer_sum 1:100 4:400');
  });

  test.each([
    ['less the fee of a bank', 9000, 'likely payer_fee 11:9000 -1000'],
    ['a part of it', 4000, 'possible payer_part 11:4000 -6000'],
    ['more than it', 12_000, 'nothing'],
  ])('the only item, %s', (_name, amount, expected) => {
    expect(firstOf([matchItem(11, 10_000)], matchReceipt(amount, 'VIR', IBAN))).toBe(expected);
  });

  test('an account that two customers share tells neither', () => {
    const shared = [matchItem(21, 4000, { customerId: 2 }), matchItem(31, 9000, { customerId: 3 })];
    expect(firstOf(shared, matchReceipt(9000, 'VIR', { counterpartyIban: 'FR9' }))).toBe(
      'possible payer_amount 31:9000',
    );
    expect(
      firstOf(
        shared,
        matchReceipt(9000, 'VIR', {
          counterpartyIban: 'FR9',
          counterpartyName: 'BATIMENT LEROY NORD',
        }),
      ),
    ).toBe('strong payer_amount 31:9000');
  });

  test('the customer whose whole name stands there wins over one who shares a word', () => {
    const items = [matchItem(21, 4000, { customerId: 2 }), matchItem(31, 4000, { customerId: 3 })];
    expect(firstOf(items, matchReceipt(4000, 'VIR LEROY BATIMENT NORD'))).toBe(
      'strong payer_amount 31:4000',
    );
  });

  test('a short name of one word tells too little', () => {
    const items = [matchItem(41, 4000, { customerId: 4 })];
    expect(firstOf(items, matchReceipt(4000, 'VIR NOVA'))).toBe('possible payer_amount 41:4000');
    expect(firstOf(items, matchReceipt(4000, 'VIR', { counterpartyName: 'HOLDING NOVA' }))).toBe(
      'strong payer_amount 41:4000',
    );
  });

  test('a customer without open items gets nothing', () => {
    expect(firstOf([], matchReceipt(4000, 'VIR', IBAN))).toBe('nothing');
  });

  test('a word that forty customers carry says nothing', () => {
    const customers = Array.from({ length: 40 }, (_, index) => ({
      customerId: index + 1,
      name: `TRANSPORTS ${'ABCDEFGH'.charAt(index % 8).repeat(3)}${index}`,
    }));
    const index = indexOf([matchItem(1, 4000)], { customers, learnt: [] });
    expect(matchMovement(index, matchReceipt(4000, 'TRANSPORTS')).suggestions[0]?.reason).toBe(
      'amount',
    );
  });
});

describe('the amount alone', () => {
  test('is weak, and only where few items have it', () => {
    const items = Array.from({ length: 29 }, (_, index) => matchItem(index + 1, 5000));
    const { suggestions } = matchMovement(indexOf(items), matchReceipt(5000, 'VIR'));
    expect(suggestions).toHaveLength(5);
    expect(suggestions[0]).toMatchObject({
      matchClass: 'weak',
      confidence: 0.02,
      reason: 'amount',
    });
    expect(firstOf([...items, matchItem(30, 5000)], matchReceipt(5000, 'VIR'))).toBe('nothing');
  });

  test('numbers are not compared where hundreds of items have it', () => {
    const items = Array.from({ length: 301 }, (_, index) => matchItem(index + 1, 5000));
    expect(firstOf(items, matchReceipt(5000, 'FA-2026-0011'))).toBe('nothing');
  });
});

describe('receipts together', () => {
  const receipts = [
    matchReceipt(10_000, 'FA-2026-00011', { movementId: 1 }),
    matchReceipt(10_000, 'FA 2026 00011', { movementId: 2 }),
    matchReceipt(25_000, 'FA-2026-00012', { movementId: 3 }),
    matchReceipt(1, 'VIR', { movementId: 4 }),
  ];

  test('two that would settle one item by themselves: neither does', () => {
    const answers = matchMovements(indexOf(TWO), receipts);
    expect(answers.map(({ movementId, isAutomatic }) => [movementId, isAutomatic])).toEqual([
      [1, false],
      [2, false],
      [3, true],
      [4, false],
    ]);
    expect(answers[0]?.suggestions).toEqual(answers[1]?.suggestions);
  });

  test('two certain ways of one receipt: a person chooses', () => {
    const items = [
      matchItem(11, 10_000),
      matchItem(21, 10_000, { customerId: 2, documentNumber: 'AB-7777' }),
    ];
    const movement = matchReceipt(10_000, 'FA-2026-00011 AB-7777');
    const { suggestions, isAutomatic } = matchMovement(indexOf(items), movement);
    expect(suggestions.map(({ matchClass }) => matchClass)).toEqual(['certain', 'certain']);
    expect(isAutomatic).toBe(false);
  });
});
