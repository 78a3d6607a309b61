import { describe, expect, test } from 'vitest';
import { noFeeReason } from '../../../../src/shared/domain/interest/recovery-fee.ts';
import { calendarDate } from '../../../../src/shared/kernel/calendar-date.ts';
import { circumstances, lateInvoice, moved } from '../../../support/late-invoices.ts';
import { euros } from '../../../support/open-items.ts';

const paid = (day: string) => ({ movements: [moved(day, euros(12_000))] });
const judged = (day: string) => ({ insolvencyOn: calendarDate(day) });

describe('the 40 € of a late invoice', () => {
  test.each([
    // invoice, debtor, why not
    ['a professional', {}, {}, null],
    ['a public buyer', {}, { kind: 'public' }, null],
    ['paid since, but late', paid('2026-06-01'), {}, null],
    ['a German', {}, { countryCode: 'DE' }, null],
    ['Guadeloupe', {}, { countryCode: 'GP' }, null],
    ['country unknown', {}, { countryCode: '' }, null],
    ['a Swiss whose contract says French law', {}, { countryCode: 'CH', law: 'french' }, null],
    ['insolvent since', {}, judged('2026-06-01'), 'not_late'],
    ['insolvent a day later', {}, judged('2026-06-02'), null],
    ['paid already', { isFeePaid: true }, {}, 'already_paid'],
    ['an opening', { kind: 'opening' }, {}, 'not_an_invoice'],
    ['a credit note', { kind: 'credit_note', amountCents: -100 }, {}, 'not_an_invoice'],
    [
      'a consumer',
      { formalNoticeOn: calendarDate('2026-06-10') },
      { kind: 'consumer' },
      'consumer',
    ],
    ['another law', {}, { law: 'foreign' }, 'foreign_law'],
    ['a Swiss', {}, { countryCode: 'CH' }, 'outside_the_union'],
    ['in pounds', { currency: 'GBP' }, {}, 'other_currency'],
    ['due on the day of the judgment', {}, judged('2026-05-31'), 'insolvency'],
    ['due after the judgment', {}, judged('2026-05-01'), 'insolvency'],
    ['paid in time', paid('2026-05-31'), {}, 'not_late'],
    ['not due yet', { dueDate: calendarDate('2026-08-14') }, {}, 'not_late'],
    ['without a date', { dueDate: null }, judged('2026-05-01'), 'not_late'],
  ] as const)('%s', (_, item, debtor, reason) => {
    expect(noFeeReason(lateInvoice(item), circumstances({ debtor }))).toBe(reason);
  });

  test('needs no rate: the law fixes it in euros', () => {
    expect(noFeeReason(lateInvoice(), circumstances({ upTo: '2031-01-01' }))).toBeNull();
  });
});
