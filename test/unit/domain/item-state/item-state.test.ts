import { describe, expect, test } from 'vitest';
import {
  causesOf,
  hasOwnDueDate,
  type ItemState,
  isCollectedElsewhere,
  isSold,
  itemInState,
  itemStateFault,
  stateCash,
  stateDuty,
} from '../../../../src/shared/domain/item-state/item-state.ts';
import { ITEM_STATE_KINDS } from '../../../../src/shared/domain/item-state/item-state-kind.ts';
import {
  normaliseNumber,
  numbersOf,
} from '../../../../src/shared/domain/item-state/number-list.ts';
import {
  isSmallResidue,
  looksLikeRetention,
} from '../../../../src/shared/domain/item-state/residue.ts';
import { calendarDate } from '../../../../src/shared/kernel/calendar-date.ts';
import { euros, openItem, receipt } from '../../../support/open-items.ts';

const SINCE = calendarDate('2026-11-09');
const DUE = calendarDate('2027-01-31');

/** A state of that kind with all it needs, unless said otherwise. */
function state(kind: ItemState['kind'], part: Partial<ItemState> = {}): ItemState {
  return {
    kind,
    since: SINCE,
    dueDate: hasOwnDueDate(kind) ? DUE : null,
    cause: causesOf(kind)[0] ?? null,
    party: 'Factor Ouest',
    reference: '',
    iban: '',
    hasSurety: false,
    reason: '',
    ...part,
  };
}

/** `bill 2027-01-31 typed`: where an item due on 2026-10-01 then stands. */
function placed(of: ItemState, dueDate: string | null = '2026-10-01'): string {
  const item = openItem({ dueDate: dueDate === null ? null : calendarDate(dueDate) });
  const told = itemInState(item, of);
  return `${told.role} ${told.dueDate ?? '-'} ${told.dueBasis}`;
}

describe('where a state places its item', () => {
  test.each([
    ['factored', {}, 'ordinary 2026-10-01 confirmed_terms'],
    ['factored_mandate', {}, 'ordinary 2026-10-01 confirmed_terms'],
    ['handed_over', {}, 'ordinary 2026-10-01 confirmed_terms'],
    ['blocked_at_customer', {}, 'ordinary 2026-10-01 confirmed_terms'],
    ['bill_to_accept', {}, 'bill 2027-01-31 typed'],
    ['bill_accepted', {}, 'bill 2027-01-31 typed'],
    ['bill_discounted', { dueDate: null }, 'bill 2026-10-01 confirmed_terms'],
    ['retention', {}, 'retention 2027-01-31 typed'],
    ['bill_unpaid', {}, 'ordinary 2026-10-01 typed'],
    ['factored_back', {}, 'ordinary 2026-10-01 typed'],
  ] as const)('%s %o', (kind, part, told) => {
    expect(placed(state(kind, part))).toBe(told);
  });

  test('what came back is due on the eve at the latest', () => {
    expect(placed(state('bill_unpaid'), '2026-12-31')).toBe('ordinary 2026-11-08 typed');
    expect(placed(state('factored_back'), null)).toBe('ordinary 2026-11-08 typed');
  });

  test('amounts never move; without a state, or for a credit, nothing does', () => {
    const item = openItem();
    expect(itemInState(item, null)).toBe(item);
    expect(itemInState(receipt(100), state('factored'))).toEqual(receipt(100));
    for (const kind of ITEM_STATE_KINDS) {
      const { outstandingCents, amountCents } = itemInState(item, state(kind));
      expect([outstandingCents, amountCents]).toEqual([item.outstandingCents, item.amountCents]);
    }
  });
});

test.each([
  [undefined, 'as_usual', false],
  ['factored', 'never', true],
  ['factored_mandate', 'as_usual', false],
  ['factored_back', 'as_usual', false],
  ['handed_over', 'never', true],
  ['bill_to_accept', 'on_its_date', false],
  ['bill_accepted', 'on_its_date', false],
  ['bill_discounted', 'never', false],
  ['bill_unpaid', 'as_usual', false],
  ['retention', 'on_its_date', false],
  ['blocked_at_customer', 'later', false],
] as const)('the cash of %s comes %s', (kind, cash, isElsewhere) => {
  const item = kind === undefined ? {} : { state: kind };
  expect(stateCash(item)).toBe(cash);
  expect(isCollectedElsewhere(item)).toBe(isElsewhere);
  if (kind !== undefined) expect(isSold(kind)).toBe(/^factored(_mandate)?$/.test(kind));
});

test.each([
  ['bill_to_accept', {}, 'bill_return 2026-11-17'],
  ['bill_unpaid', {}, 'bill_unpaid 2026-11-09'],
  ['factored_back', {}, 'factored_back 2026-11-09'],
  ['retention', {}, 'retention_release 2027-01-31'],
  ['retention', { hasSurety: true }, 'retention_release 2026-11-09'],
  ['retention', { dueDate: null }, 'nothing'],
  ['factored', {}, 'nothing'],
] as const)('%s %o asks %s', (kind, part, told) => {
  const duty = stateDuty(state(kind, part));
  expect(duty === null ? 'nothing' : `${duty.duty} ${duty.on}`).toBe(told);
});

test.each([
  ['factored', {}, null],
  ['factored', { party: ' ' }, 'state_party_missing'],
  ['factored', { cause: 'lawyer' }, 'state_cause_wrong'],
  ['handed_over', { cause: null }, 'state_cause_wrong'],
  ['handed_over', { cause: 'portal' }, 'state_cause_wrong'],
  ['handed_over', { party: '' }, 'state_party_missing'],
  ['blocked_at_customer', { party: '' }, null],
  ['bill_accepted', { dueDate: null }, 'state_due_date_missing'],
  ['bill_unpaid', { party: '' }, null],
] as const)('%s %o: %s', (kind, part, fault) => {
  expect(itemStateFault(state(kind, part))).toBe(fault);
});

test.each([
  ['some cents left', 3, 500, true],
  ['at the tolerance', 500, 500, true],
  ['above it', 501, 500, false],
  ['no tolerance', 1, 0, false],
] as const)('%s', (_, outstandingCents, tolerance, isSmall) => {
  const item = openItem({ outstandingCents, amountCents: euros(100) });
  expect(isSmallResidue(item, tolerance)).toBe(isSmall);
});

test('a whole invoice is no residue, however small; money is none', () => {
  expect(isSmallResidue(openItem({ outstandingCents: 300 }), 500)).toBe(false);
  const money = openItem({ kind: 'payment', outstandingCents: 3, amountCents: 100 });
  expect(isSmallResidue(money, 500)).toBe(false);
});

test.each([
  ['five per cent', { outstandingCents: euros(600) }, true],
  ['a little less', { outstandingCents: euros(570) }, true],
  ['a little more', { outstandingCents: euros(630) }, true],
  ['too little', { outstandingCents: euros(569) }, false],
  ['too much', { outstandingCents: euros(631) }, false],
  ['said already', { outstandingCents: euros(600), state: 'handed_over' }, false],
  ['on its account', { outstandingCents: euros(600), role: 'retention' }, false],
  ['of a small invoice', { outstandingCents: 4_999, amountCents: 99_999 }, false],
  ['nothing was paid', { outstandingCents: euros(12_000) }, false],
] as const)('%s looks like a retention: %o', (_, part, isLike) => {
  expect(looksLikeRetention(openItem({ amountCents: euros(12_000), ...part }))).toBe(isLike);
});

test('numbers are read from anything pasted, and compared without their signs', () => {
  expect(numbersOf('FA-101\nfa 102; "FA103", total FA101')).toEqual(['FA101', '102', 'FA103']);
  expect(normaliseNumber(' fa-101/b ')).toBe('FA101B');
});
