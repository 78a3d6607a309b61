/** Movements known already, and statements that follow one another. */
import { describe, expect, test } from 'vitest';
import type { BankMovement } from '../../../../../src/shared/domain/statement/bank-statement.ts';
import {
  contentOf,
  identifyMovements,
  type KnownMovement,
} from '../../../../../src/shared/domain/statement/movement-identity.ts';
import {
  type DatedStatement,
  followStatements,
} from '../../../../../src/shared/domain/statement/statement-continuity.ts';
import { calendarDate } from '../../../../../src/shared/kernel/calendar-date.ts';

function movement(text: string, amountCents = 1_000, day = '2026-11-20'): BankMovement {
  return {
    lineNumber: 1,
    bookedOn: calendarDate(day),
    valueOn: null,
    amountCents,
    code: '05',
    text,
    counterpartyName: null,
    counterpartyIban: null,
    endToEndId: null,
    references: [],
    bankReference: null,
    isReturn: false,
    rejectCode: null,
  };
}

function known(
  movementId: number,
  one: BankMovement,
  format: KnownMovement['format'] = 'cfonb120',
) {
  const { bookedOn, amountCents } = one;
  return { movementId, format, bookedOn, amountCents, content: contentOf(one) };
}

describe('a movement of a file', () => {
  test('is the known one that says the same, blanks and capitals apart', () => {
    const there = [known(7, movement('VIR  DUPONT'))];
    expect(identifyMovements([movement('vir dupont')], 'cfonb120', there)).toEqual([7]);
    expect(identifyMovements([movement('VIR MARTIN')], 'cfonb120', there)).toEqual([null]);
    expect(identifyMovements([movement('VIR DUPONT', 999)], 'cfonb120', there)).toEqual([null]);
  });

  test('is told apart by its rank from another that says the same', () => {
    const twin = movement('VIR DUPONT');
    const there = [known(1, twin), known(2, twin)];
    expect(identifyMovements([twin, twin, twin], 'cfonb120', there)).toEqual([1, 2, null]);
  });

  test('is the known one of another format on the same day for the same amount', () => {
    const there = [known(1, movement('DUPONT SEPA'), 'camt053')];
    expect(identifyMovements([movement('VIR DUPONT')], 'cfonb120', there)).toEqual([1]);
    const other = movement('VIR DUPONT', 1_000, '2026-11-21');
    expect(identifyMovements([other], 'cfonb120', there)).toEqual([null]);
  });

  test('that says the same is found before one of another format', () => {
    const there = [known(1, movement('A'), 'ofx'), known(2, movement('B'))];
    expect(identifyMovements([movement('B'), movement('C')], 'cfonb120', there)).toEqual([2, 1]);
  });
});

describe('the statements of an account', () => {
  const statement = (
    from: string | null,
    to: string | null,
    balances: readonly [number, number] | null,
  ): DatedStatement => ({
    from: from === null ? null : calendarDate(from),
    to: to === null ? null : calendarDate(to),
    openingCents: balances?.[0] ?? null,
    closingCents: balances?.[1] ?? null,
  });
  const told = (...statements: readonly DatedStatement[]) =>
    followStatements(statements).map(({ continuity, differenceCents }) => [
      continuity,
      differenceCents,
    ]);
  const november = statement('2026-11-01', '2026-11-10', [0, 500]);

  test.each([
    ['goes on from its balance', statement('2026-11-11', '2026-11-20', [500, 900]), 'follows', 0],
    ['goes on after quiet days', statement('2026-11-15', '2026-11-20', [500, 900]), 'follows', 0],
    ['lacks what came before', statement('2026-11-15', '2026-11-20', [700, 900]), 'gap', 200],
    ['lacks an amount the next day', statement('2026-11-11', '2026-11-20', [700, 9]), 'gap', 200],
    ['states days again', statement('2026-11-05', '2026-11-20', [100, 900]), 'overlap', 0],
    ['goes on by its days', statement('2026-11-11', '2026-11-20', null), 'follows', 0],
    ['lacks days', statement('2026-11-15', '2026-11-20', null), 'gap', 0],
    ['tells no day', statement(null, null, null), 'first', 0],
  ])('%s', (_, next, continuity, difference) => {
    const all = told(november, next);
    expect(all).toContainEqual([continuity, difference]);
    expect(all).toHaveLength(2);
  });

  test('those without a day come before the others, as they were given', () => {
    const dateless = statement(null, '2026-10-31', null);
    expect(told(november, dateless, statement(null, null, null))).toEqual([
      ['first', 0],
      ['follows', 0],
      ['follows', 0],
    ]);
  });

  test('are put in order, and one inside another does not end it', () => {
    const inside = statement('2026-11-03', '2026-11-04', [1, 2]);
    const after = statement('2026-11-11', '2026-11-12', [500, 600]);
    expect(told(after, inside, november)).toEqual([
      ['first', 0],
      ['overlap', 0],
      ['follows', 0],
    ]);
    expect(told(statement('2026-11-01', null, null), statement('2026-11-01', null, null))).toEqual([
      ['first', 0],
      ['follows', 0],
    ]);
    expect(told()).toEqual([]);
  });
});
