import { describe, expect, test } from 'vitest';
import { CALL_OUTCOMES } from '../../../../src/shared/domain/contact-log/call-outcome.ts';
import {
  causeOfItem,
  causeOfOutcome,
  causesOf,
  DELAY_CAUSES,
  type DelayCause,
  nextOfCause,
  type SaidCause,
  sideOfCause,
  toneOfCauses,
} from '../../../../src/shared/domain/payer/delay-cause.ts';
import { calendarDate } from '../../../../src/shared/kernel/calendar-date.ts';

const said = (
  receivableId: number | null,
  cause: DelayCause | null,
  day = '2026-11-20',
): SaidCause => ({ receivableId, cause, owner: '', day: calendarDate(day) });

describe('what holds of what was said', () => {
  const held = (told: readonly SaidCause[], receivableId: number | null) =>
    causeOfItem(causesOf(told), receivableId)?.cause ?? null;

  test.each([
    ['nothing was said', [], 1, null],
    ['the item says it', [said(1, 'cash')], 1, 'cash'],
    ['another item says nothing of it', [said(2, 'cash')], 1, null],
    ['the customer says it of all', [said(null, 'oversight')], 1, 'oversight'],
    ['the item wins over the customer', [said(1, 'cash'), said(null, 'ours')], 1, 'cash'],
    ['the last word wins', [said(1, 'cash'), said(1, 'deliberate')], 1, 'deliberate'],
    [
      'withdrawn, the customer’s is left',
      [said(null, 'ours'), said(1, 'cash'), said(1, null)],
      1,
      'ours',
    ],
    ['withdrawn of the customer', [said(null, 'ours'), said(null, null)], 1, null],
    ['a credit has the customer’s', [said(null, 'ours'), said(1, 'cash')], null, 'ours'],
  ] as const)('%s', (_case, told, receivableId, expected) => {
    expect(held(told, receivableId)).toBe(expected);
  });
});

describe('the tone that fits', () => {
  const items = (...told: readonly (readonly [number, DelayCause | null])[]) =>
    toneOfCauses(told.map(([amountCents, cause]) => ({ amountCents, cause })));

  test('is that of the cause of most of the amount', () => {
    expect(items([100, 'oversight'], [900, 'deliberate'])).toBe('chronic');
    expect(items([300, 'oversight'], [300, 'ours'], [500, 'cash'])).toBe('occasional');
  });

  test('is the segment’s where most has no cause, or one that says nothing of it', () => {
    expect(items([100, 'deliberate'], [900, null])).toBeNull();
    expect(items([100, 'deliberate'], [900, 'dispute'])).toBeNull();
    expect(items()).toBeNull();
  });
});

test('each cause has a side and something to do next', () => {
  expect(DELAY_CAUSES.map((cause) => [cause, sideOfCause(cause), nextOfCause(cause).kind])).toEqual(
    [
      ['oversight', 'customer', 'check_payment'],
      ['administrative', 'us', 'send_duplicate'],
      ['dispute', 'us', 'review'],
      ['cash', 'customer', 'call'],
      ['deliberate', 'customer', 'write'],
      ['ours', 'us', 'review'],
    ],
  );
});

test('the end of a call tells a cause where it says why', () => {
  const told = CALL_OUTCOMES.flatMap((outcome) => {
    const cause = causeOfOutcome(outcome);
    return cause === null ? [] : [`${outcome}: ${cause}`];
  });
  expect(told).toEqual([
    'duplicate_requested: administrative',
    'dispute: dispute',
    'in_approval: administrative',
    'order_number_missing: administrative',
    'waiting_credit_note: ours',
    'difficulties: cash',
    'refuses: deliberate',
  ]);
});
