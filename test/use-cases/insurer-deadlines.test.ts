/** What a credit insurance asks: an obligation ten days before its deadline, a list, an end. */
import { expect, test } from 'vitest';
import { calendarDate } from '../../src/shared/kernel/calendar-date.ts';
import { newCommandId } from '../support/running-application.ts';
import { smallCompany, TODAY } from './small-company.ts';

test('what is unpaid is to be declared before its day, until the insurer has it', async () => {
  const { application, company, val, receivable } = await smallCompany();
  await company.call.payers.recordGuarantee({
    commandId: newCommandId(),
    customerId: val,
    kind: 'credit_insurance',
    amountCents: 5_000_000,
    currency: 'EUR',
    shareBasisPoints: 9000,
    since: TODAY,
    until: null,
    source: 'Police 12-345',
    comment: '',
    insurance: { termDaysMax: 20, extensionDaysMax: 30, declareDays: 60 },
  });
  const file = await company.call.customers.file({ customerId: val });
  expect(file.insurance).toEqual({
    source: 'Police 12-345',
    termDaysMax: 20,
    extensionDaysMax: 30,
    declareDays: 60,
  });
  const listed = async () => {
    const { rows } = await company.call.lists.read({
      list: 'insurer_deadlines',
      group: null,
      text: '',
      sort: 'day',
      isDescending: false,
      offset: 0,
      limit: 50,
    });
    return rows.map(({ detail, day, amountCents }) => [
      detail.replaceAll('\u00a0', ' '),
      day,
      amountCents,
    ]);
  };
  // FA102 is due on 10 October: sixty days later is 9 December. FA103 is not late, but too long.
  expect(await listed()).toEqual([
    ['FA103 · vendue au-delà de la durée de la police : non couverte', null, 45_050],
    [
      'FA102 · vendue au-delà de la durée de la police : non couverte, à déclarer, encore 16 j',
      '2026-12-09',
      80_000,
    ],
  ]);
  const duties = async () => {
    const { obligations } = await company.call.overview.priorities();
    return obligations
      .filter(({ kind }) => kind === 'insurer_deadline')
      .map(({ sentence, deadline, amountCents }) => [sentence, deadline, amountCents]);
  };
  expect(await duties()).toEqual([]);
  application.clock.day = calendarDate('2026-11-29');
  expect(await duties()).toMatchObject([[expect.any(String), '2026-12-09', 80_000]]);
  await company.call.states.record({
    commandId: newCommandId(),
    receivableIds: [await receivable(val, 'FA102')],
    state: {
      kind: 'handed_over',
      since: calendarDate('2026-11-29'),
      dueDate: null,
      cause: 'insurer',
      party: 'Assureur',
      reference: 'S-1',
      iban: '',
      hasSurety: false,
      reason: '',
    },
  });
  expect(await duties()).toEqual([]);
  expect(await listed()).toHaveLength(1);
});
