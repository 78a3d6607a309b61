/** The time line of the watched customers says what their files say, and nobody else's. */
import { expect, test } from 'vitest';
import { calendarDate } from '../../src/shared/kernel/calendar-date.ts';
import { newCommandId } from '../support/running-application.ts';
import { smallCompany } from './small-company.ts';

test('a watched customer has a lane with what is due, late, paid and said', async () => {
  const { company, val } = await smallCompany();
  expect((await company.call.watch.lanes()).lanes).toEqual([]);
  const { factId } = await company.call.payers.recordMark({
    commandId: newCommandId(),
    customerId: val,
    kind: 'watch',
    value: '',
    reason: 'changement de dirigeant',
    reviewOn: calendarDate('2027-01-15'),
  });
  await company.call.actions.recordCall({
    commandId: newCommandId(),
    customerId: val,
    direction: 'out',
    contactId: null,
    outcome: 'promise',
    outcomeDate: null,
    receivableIds: [],
    comment: '',
    promise: null,
    nextAction: null,
  });
  const { lanes, today, fromDay, toDay } = await company.call.watch.lanes();
  expect([fromDay, today, toDay]).toEqual(['2026-07-26', '2026-11-23', '2027-01-25']);
  expect(lanes.map(({ code, overdueCents }) => [code, overdueCents])).toEqual([['VAL', 80_000]]);
  const marks = lanes[0]?.marks.map(({ day, kind, count, amountCents }) => [
    day,
    kind,
    count,
    amountCents,
  ]);
  expect(marks).toEqual([
    ['2026-09-01', 'payment', 1, 120_000],
    ['2026-10-10', 'late', 1, 80_000],
    ['2026-11-23', 'called', 1, null],
    ['2026-12-10', 'due', 1, 45_050],
  ]);
  expect(lanes[0]?.marks[1]?.sentence.replaceAll(/\s/gu, ' ')).toBe(
    'Échéance en retard · 800,00 €',
  );
  expect(lanes[0]?.watch).toEqual({
    markId: factId,
    reason: 'changement de dirigeant',
    reviewOn: '2027-01-15',
  });
  const end = { commandId: newCommandId(), kind: 'mark' as const, factId, isEnded: true };
  await company.call.payers.endFact(end);
  expect((await company.call.watch.lanes()).lanes).toEqual([]);
});
