import { describe, expect, it } from 'vitest';
import { dueDateOf } from '../../../../src/shared/domain/terms/due-date.ts';
import { parsePaymentTerms } from '../../../../src/shared/domain/terms/parse-payment-terms.ts';
import {
  type PastPayment,
  proposeTerms,
} from '../../../../src/shared/domain/terms/propose-terms.ts';
import { addDays, calendarDate } from '../../../../src/shared/kernel/calendar-date.ts';
import { describePaymentTerms } from '../../../../src/shared/text/payment-terms.ts';

const INVOICE_DATES = ['01-04', '01-17', '02-11', '03-09', '03-26', '04-21', '05-13', '06-02'];

/** A customer who pays by these terms, so many days late. */
function paying(wording: string, lateDays: readonly number[]): PastPayment[] {
  const terms = parsePaymentTerms(wording);
  if (terms === null) throw new RangeError(wording);
  return lateDays.map((late, at) => {
    const documentDate = calendarDate(`2026-${INVOICE_DATES[at % INVOICE_DATES.length]}`);
    return {
      documentDate,
      paidDate: addDays(dueDateOf(documentDate, terms), late),
      amountCents: 100_00,
    };
  });
}

function proposed(payments: readonly PastPayment[]): string | null {
  const proposal = proposeTerms(payments);
  if (proposal === null) return null;
  const { terms, confidencePercent, count, explainedCount } = proposal;
  return `${describePaymentTerms(terms, 'fr')} ${confidencePercent} % ${explainedCount}/${count}`;
}

describe('terms are proposed from past payments', () => {
  it.each([
    '30 jours net',
    '60 jours net',
    '45 jours fin de mois',
    'fin de mois 45 jours',
    '30 jours fin de mois le 10',
    '30 jours le 15',
    'à réception',
  ])('to one who pays by « %s »', (wording) => {
    const payments = paying(wording, [0, 2, 1, 0, 3, 0, 1, 2]);
    expect(proposed(payments)).toBe(`${wording} 100 % 8/8`);
  });

  it('say how much they explain', () => {
    const payments = paying('30 jours net', [0, 1, 2, 0, 1, 0, 37, 62]);
    expect(proposed(payments)).toBe('30 jours net 75 % 6/8');
  });

  it('weigh payments by their amount', () => {
    const [first, ...rest] = paying('30 jours net', [75, 0, 0, 1, 1]);
    expect(first).toBeDefined();
    if (first !== undefined)
      expect(proposed([{ ...first, amountCents: 5_000_00 }, ...rest])).toBeNull();
  });

  it.each([
    ['too few', paying('30 jours net', [0, 0, 0])],
    ['that follow none', paying('30 jours net', [12, 35, 71, 98, 140, 17, 51, 86])],
    ['none', []],
    ['refunds', paying('30 jours net', [0, 0, 0, 0]).map((one) => ({ ...one, amountCents: -1 }))],
  ])('not from payments %s', (_, payments) => {
    expect(proposed(payments)).toBeNull();
  });
});
