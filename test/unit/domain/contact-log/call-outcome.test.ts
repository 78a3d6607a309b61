import { describe, expect, test } from 'vitest';
import { businessCalendar } from '../../../../src/shared/domain/calendar/business-calendar.ts';
import {
  CALL_OUTCOMES,
  callHistoryOf,
  isReached,
  proposedNextAction,
} from '../../../../src/shared/domain/contact-log/call-outcome.ts';
import { calendarDate } from '../../../../src/shared/kernel/calendar-date.ts';

const calendar = businessCalendar();
const today = calendarDate('2026-11-20'); // a Friday

describe('what a call proposes next', () => {
  const cases = [
    ['promise', null, null],
    ['voicemail', null, 'call 2026-11-24'],
    ['unreachable', null, 'call 2026-11-23'],
    ['call_back', '2026-11-28', 'call 2026-11-30'], // a Saturday becomes the Monday
    ['paid', null, 'check_payment 2026-11-25'],
    ['paid', '2026-11-24', 'check_payment 2026-11-27'],
    ['duplicate_requested', null, 'send_duplicate 2026-11-20'],
    ['absent', '2026-12-01', 'call 2026-12-01'],
    ['absent', '2026-11-02', 'call 2026-11-23'], // a day already past says nothing
    ['in_approval', null, 'call 2026-11-27'],
    ['other', null, null],
  ] as const;
  test.each(cases)('%s %s: %s', (outcome, said, expected) => {
    const outcomeDate = said === null ? null : calendarDate(said);
    const next = proposedNextAction(outcome, { today, outcomeDate }, calendar);
    expect(next === null ? null : `${next.kind} ${next.dueOn}`).toBe(expected);
  });
});

test('the cause of the delay says what to do where the outcome says little', () => {
  const ofCause = { kind: 'write', businessDays: 0 } as const;
  const known = { today, outcomeDate: null, ofCause };
  expect(proposedNextAction('spoke', known, calendar)).toEqual({ kind: 'write', dueOn: today });
  expect(proposedNextAction('other', known, calendar)?.kind).toBe('write');
  expect(proposedNextAction('voicemail', known, calendar)?.kind).toBe('call');
});

test('an answering machine, a wrong number and an absent person are not reached', () => {
  expect(CALL_OUTCOMES.filter((outcome) => !isReached(outcome))).toEqual([
    'voicemail',
    'unreachable',
    'wrong_contact',
    'absent',
  ]);
});

test('tries are counted since somebody was reached; an incoming call always counts as reached', () => {
  const call = (
    day: string,
    outcome: (typeof CALL_OUTCOMES)[number],
    direction: 'in' | 'out' = 'out',
  ) => ({
    day: calendarDate(day),
    outcome,
    direction,
  });
  expect(callHistoryOf([])).toEqual({ lastReachedDay: null, lastDay: null, unansweredCount: 0 });
  const tries = [
    call('2026-11-02', 'spoke'),
    call('2026-11-05', 'voicemail'),
    call('2026-11-09', 'unreachable'),
  ];
  expect(callHistoryOf(tries)).toEqual({
    lastReachedDay: '2026-11-02',
    lastDay: '2026-11-09',
    unansweredCount: 2,
  });
  expect(callHistoryOf([...tries, call('2026-11-10', 'voicemail', 'in')]).unansweredCount).toBe(0);
});
