/** What people know and decide of payers: marks, guarantees, solvency, accepted terms. */
import { describe, expect, test } from 'vitest';
import { addDays, type CalendarDate } from '../../src/shared/kernel/calendar-date.ts';
import { refusalOf } from '../support/running-application.ts';
import {
  behaviourOf,
  command,
  NEXT_MONTH,
  type PayerCompany,
  payerCompany,
  TODAY,
} from './payer-company.ts';
import { customerRows } from './reading.ts';

const NOBODY = 999_999;

async function timelineKinds({ company }: PayerCompany, customerId: number) {
  const asked = { customerId, kinds: null, offset: 0, limit: 100 };
  const { rows } = await company.call.customers.timeline(asked);
  return rows.map(({ kind }) => kind);
}

const guarantee = (customerId: number, part: object = {}) => ({
  ...command(),
  customerId,
  kind: 'credit_insurance' as const,
  amountCents: 500_000,
  currency: 'EUR',
  shareBasisPoints: 9000,
  since: TODAY,
  until: null as CalendarDate | null,
  source: 'Police 12-345',
  comment: '',
  ...part,
});

const mark = (customerId: number, part: object = {}) => ({
  ...command(),
  customerId,
  kind: 'watch' as const,
  value: '',
  reason: 'Rumeurs de cessation',
  reviewOn: NEXT_MONTH,
  ...part,
});

describe('a mark', () => {
  test('puts a person’s segment in place of the measured one, until it ends', async () => {
    const at = await payerCompany();
    const { factId } = await at.company.call.payers.recordMark(
      mark(at.bon, { kind: 'segment', value: 'chronic' }),
    );
    expect(await behaviourOf(at, at.bon)).toMatchObject({
      segment: 'chronic',
      measuredSegment: 'good',
      isSegmentTyped: true,
      risk: 'high',
      marks: [{ markId: factId, reason: 'Rumeurs de cessation', isReviewDue: false }],
    });
    expect(await timelineKinds(at, at.bon)).toContain('mark');
    const end = { kind: 'mark' as const, factId };
    await at.company.call.payers.endFact({ ...command(), ...end, isEnded: true });
    expect(await behaviourOf(at, at.bon)).toMatchObject({ segment: 'good', marks: [] });
    await at.company.call.payers.endFact({ ...command(), ...end, isEnded: false });
    expect(await behaviourOf(at, at.bon)).toMatchObject({ segment: 'chronic' });
    expect(await timelineKinds(at, at.bon)).toEqual(expect.arrayContaining(['payer_fact_ended']));
  });

  test('of risk is what scenarios and the list read', async () => {
    const at = await payerCompany();
    await at.company.call.payers.recordMark(mark(at.bon, { kind: 'risk', value: 'moderate' }));
    const rows = await customerRows(at.company);
    expect(rows.find(({ code }) => code === 'BON')).toMatchObject({ risk: 'moderate' });
  });

  test('of watch is a sign of the customer', async () => {
    const at = await payerCompany();
    await at.company.call.payers.recordMark(mark(at.bon));
    const file = await at.company.call.customers.file({ customerId: at.bon });
    expect(file.flags).toContain('watched');
    expect(await behaviourOf(at, at.bon)).toMatchObject({ isWatched: true });
  });

  test('comes up in the morning once its day of review has come', async () => {
    const at = await payerCompany();
    await at.company.call.payers.recordMark(mark(at.bon, { reviewOn: addDays(TODAY, 1) }));
    const kinds = async () =>
      (await at.company.call.overview.priorities()).obligations.map(({ kind }) => kind);
    expect(await kinds()).not.toContain('mark_review');
    await at.application.newDay(addDays(TODAY, 1));
    expect(await kinds()).toContain('mark_review');
    expect(await behaviourOf(at, at.bon)).toMatchObject({ marks: [{ isReviewDue: true }] });
  });

  test('is refused without a day to come, with another’s value, on nobody', async () => {
    const at = await payerCompany();
    const { recordMark } = at.company.call.payers;
    expect(await refusalOf(recordMark(mark(at.bon, { reviewOn: TODAY })))).toBe(
      'review_in_the_past',
    );
    expect(await refusalOf(recordMark(mark(at.bon, { kind: 'risk', value: 'good' })))).toBe(
      'mark_value_wrong',
    );
    expect(await refusalOf(recordMark(mark(NOBODY)))).toBe('customer_unknown');
  });
});

describe('a guarantee', () => {
  test('lowers what is at our risk, and clears a limit that it covers', async () => {
    const at = await payerCompany();
    await at.company.call.customers.change({
      ...command(),
      customerId: at.lent,
      changes: { creditLimitCents: 20_000 },
    });
    const before = await behaviourOf(at, at.lent);
    expect(before.exposure).toMatchObject({ ownRiskCents: 150_000, excessCents: 130_000 });
    const file = () => at.company.call.customers.file({ customerId: at.lent });
    expect((await file()).flags).toContain('limit_exceeded');
    const { factId } = await at.company.call.payers.recordGuarantee(guarantee(at.lent));
    const after = await behaviourOf(at, at.lent);
    expect(after.exposure).toMatchObject({
      owedCents: 150_000,
      guaranteedCents: 135_000,
      ownRiskCents: 15_000,
      coverCents: 500_000,
      excessCents: null,
    });
    expect(after.exposureSentence).toMatch(/à notre risque\. Dans le plafond de 200,00/);
    expect((await file()).flags).not.toContain('limit_exceeded');
    expect(await timelineKinds(at, at.lent)).toContain('guarantee');
    await at.company.call.payers.endFact({
      ...command(),
      kind: 'guarantee',
      factId,
      isEnded: true,
    });
    expect((await behaviourOf(at, at.lent)).exposure.excessCents).toBe(130_000);
  });

  test('raises the rank of a customer beyond its limit, and no more once covered', async () => {
    const at = await payerCompany();
    const riskTerm = async () =>
      (await at.company.call.customers.file({ customerId: at.lent })).ranking?.terms.find(
        ({ name }) => name === 'risk',
      )?.value;
    expect(await riskTerm()).toBe(1);
    await at.company.call.customers.change({
      ...command(),
      customerId: at.lent,
      changes: { creditLimitCents: 20_000 },
    });
    expect(await riskTerm()).toBe(1.25);
    await at.company.call.payers.recordGuarantee(guarantee(at.lent));
    expect(await riskTerm()).toBe(1);
  });

  test('obliges on its last day, and is refused reversed', async () => {
    const at = await payerCompany();
    await at.company.call.payers.recordGuarantee(guarantee(at.lent, { until: TODAY }));
    const { obligations } = await at.company.call.overview.priorities();
    expect(obligations.map(({ kind }) => kind)).toContain('guarantee_end');
    const reversed = guarantee(at.lent, { until: addDays(TODAY, -1) });
    expect(await refusalOf(at.company.call.payers.recordGuarantee(reversed))).toBe(
      'guarantee_reversed',
    );
  });
});

describe('solvency and accepted terms', () => {
  const check = (customerId: number, part: object = {}) => ({
    ...command(),
    customerId,
    checkedOn: TODAY,
    source: 'Greffe',
    opinion: 'poor' as const,
    figures: { turnoverCents: 90_000_000, equityCents: -500_000, resultCents: null },
    nextReviewOn: NEXT_MONTH as CalendarDate | null,
    comment: '',
    ...part,
  });
  const acceptance = (customerId: number, part: object = {}) => ({
    ...command(),
    customerId,
    acceptedOn: TODAY,
    version: '2026-01',
    source: 'Bon de commande signé',
    ...part,
  });

  test('are kept with their source and their day, and ended', async () => {
    const at = await payerCompany();
    const { payers } = at.company.call;
    const read = await payers.recordSolvencyCheck(check(at.bon));
    const terms = await payers.recordTermsAcceptance(acceptance(at.bon));
    expect(await behaviourOf(at, at.bon)).toMatchObject({
      solvencyChecks: [
        {
          source: 'Greffe',
          opinion: 'poor',
          figures: { equityCents: -500_000 },
          isReviewDue: false,
        },
      ],
      acceptances: [{ version: '2026-01', acceptedOn: TODAY }],
    });
    expect(await timelineKinds(at, at.bon)).toEqual(
      expect.arrayContaining(['solvency', 'terms_accepted']),
    );
    const end = (kind: 'solvency' | 'acceptance', factId: number) =>
      payers.endFact({ ...command(), kind, factId, isEnded: true });
    await end('solvency', read.factId);
    await end('acceptance', terms.factId);
    expect(await behaviourOf(at, at.bon)).toMatchObject({ solvencyChecks: [], acceptances: [] });
    expect(await refusalOf(end('solvency', read.factId))).toBe('payer_fact_unknown');
    expect(await refusalOf(end('acceptance', NOBODY))).toBe('payer_fact_unknown');
  });

  test('a reading to be made again comes up in the morning', async () => {
    const at = await payerCompany();
    await at.company.call.payers.recordSolvencyCheck(check(at.bon));
    await at.application.newDay(NEXT_MONTH);
    const { obligations } = await at.company.call.overview.priorities();
    expect(obligations.map(({ kind }) => kind)).toContain('solvency_review');
  });

  test('are refused of a day to come, and a review in the past', async () => {
    const at = await payerCompany();
    const { recordSolvencyCheck, recordTermsAcceptance } = at.company.call.payers;
    expect(await refusalOf(recordSolvencyCheck(check(at.bon, { checkedOn: NEXT_MONTH })))).toBe(
      'checked_in_the_future',
    );
    expect(await refusalOf(recordSolvencyCheck(check(at.bon, { nextReviewOn: TODAY })))).toBe(
      'review_in_the_past',
    );
    expect(
      await refusalOf(recordTermsAcceptance(acceptance(at.bon, { acceptedOn: NEXT_MONTH }))),
    ).toBe('checked_in_the_future');
  });
});
