import { describe, expect, test } from 'vitest';
import {
  attemptCount,
  type ContactLogEntry,
  contactStateOf,
  isExchange,
  NEVER_CONTACTED,
} from '../../../../src/shared/domain/contact-log/contact-state.ts';
import { calendarDate } from '../../../../src/shared/kernel/calendar-date.ts';

const entry = (
  day: string,
  outcome: ContactLogEntry['outcome'],
  part: Omit<Partial<ContactLogEntry>, 'outcomeDate'> & { readonly outcomeDate?: string } = {},
): ContactLogEntry => {
  const { outcomeDate, ...rest } = part;
  return {
    day: calendarDate(day),
    channel: 'phone',
    direction: 'out',
    outcome,
    outcomeDate: outcomeDate === undefined ? null : calendarDate(outcomeDate),
    ...rest,
  };
};

test('nothing is known of who was never contacted', () => {
  expect(contactStateOf([])).toEqual(NEVER_CONTACTED);
});

describe('a real exchange', () => {
  test.each([
    ['a call that reached', entry('2026-11-02', 'spoke'), true],
    ['a voicemail', entry('2026-11-02', 'voicemail'), false],
    ['a wrong number', entry('2026-11-02', 'wrong_contact'), false],
    ['an e-mail sent', entry('2026-11-02', 'other', { channel: 'email' }), false],
    ['a letter sent', entry('2026-11-02', 'spoke', { channel: 'letter' }), false],
    [
      'an e-mail received',
      entry('2026-11-02', 'other', { channel: 'email', direction: 'in' }),
      true,
    ],
    ['a visit', entry('2026-11-02', 'other', { channel: 'visit' }), true],
  ])('%s: %s', (_, contact, expected) => {
    expect(isExchange(contact)).toBe(expected);
  });
});

describe('the state of a payer', () => {
  test('counts tries without an answer since the last exchange', () => {
    const log = [
      entry('2026-11-02', 'spoke'),
      entry('2026-11-05', 'voicemail'),
      entry('2026-11-06', 'unreachable'),
      entry('2026-11-09', 'wrong_contact'),
    ];
    expect(contactStateOf(log)).toMatchObject({
      lastExchangeDate: '2026-11-02',
      lastActionDate: '2026-11-09',
      unansweredCount: 2,
    });
    const answered = contactStateOf([...log, entry('2026-11-10', 'paid')]);
    expect(answered).toMatchObject({ lastExchangeDate: '2026-11-10', unansweredCount: 0 });
  });

  test('a letter is an action, and neither a try nor an exchange', () => {
    expect(contactStateOf([entry('2026-11-02', 'voicemail', { channel: 'letter' })])).toMatchObject(
      {
        lastExchangeDate: null,
        lastActionDate: '2026-11-02',
        unansweredCount: 0,
      },
    );
  });

  test('an agreed call back stands until a call on its day or after, answered or not', () => {
    const agreed = entry('2026-11-16', 'call_back', { outcomeDate: '2026-11-20' });
    const callBackOn = (...more: ContactLogEntry[]) => contactStateOf([agreed, ...more]).callBackOn;
    expect(callBackOn()).toBe('2026-11-20');
    expect(callBackOn(entry('2026-11-18', 'voicemail'))).toBe('2026-11-20');
    expect(callBackOn(entry('2026-11-20', 'other', { channel: 'email' }))).toBe('2026-11-20');
    expect(callBackOn(entry('2026-11-20', 'voicemail'))).toBeNull();
    expect(callBackOn(entry('2026-11-20', 'call_back', { outcomeDate: '2026-11-24' }))).toBe(
      '2026-11-24',
    );
  });

  test('who is away is away until he is heard', () => {
    const away = entry('2026-11-16', 'absent', { outcomeDate: '2026-12-01' });
    expect(contactStateOf([away]).awayUntil).toBe('2026-12-01');
    expect(contactStateOf([away, entry('2026-11-20', 'voicemail')]).awayUntil).toBe('2026-12-01');
    expect(contactStateOf([away, entry('2026-11-20', 'spoke')]).awayUntil).toBeNull();
  });
});

test('attempts are the calls made since a day, answered or not', () => {
  const log = [
    entry('2026-11-13', 'voicemail'),
    entry('2026-11-16', 'voicemail'),
    entry('2026-11-18', 'spoke'),
    entry('2026-11-19', 'other', { channel: 'email' }),
    entry('2026-11-20', 'spoke', { direction: 'in' }),
  ];
  expect(attemptCount(log, calendarDate('2026-11-16'))).toBe(2);
});
