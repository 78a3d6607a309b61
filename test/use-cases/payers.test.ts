/** How payers behave, from the books: the read models beside the rules of the domain. */
import { describe, expect, onTestFinished, test } from 'vitest';
import { addDays } from '../../src/shared/kernel/calendar-date.ts';
import { MadeUpBooks } from '../support/made-up-books.ts';
import { RunningApplication, refusalOf } from '../support/running-application.ts';
import {
  BON,
  behaviourOf,
  command,
  NEXT_MONTH,
  paid,
  payerCompany,
  TODAY,
} from './payer-company.ts';
import { customerIdOf, customerRows } from './reading.ts';

const NOBODY = 999_999;

describe('the behaviour of a payer', () => {
  test('of who pays two days late: good, a score near 100, low risk, usual terms', async () => {
    const at = await payerCompany();
    expect(await behaviourOf(at, at.bon)).toMatchObject({
      segment: 'good',
      delayDays: 2,
      itemCount: 5,
      score: 98,
      risk: 'low',
      recommended: ['Conditions habituelles'],
      trend: 'stable',
      changeSentence: '',
    });
  });

  test('the open item counts at its 80 days, and every point has its sentence', async () => {
    const at = await payerCompany();
    const behaviour = await behaviourOf(at, at.lent);
    // By amount: 5 × 1 000 € at 40 days, 1 500 € open at 80: half of 6 500 € is reached at 40.
    expect(behaviour).toMatchObject({
      segment: 'chronic',
      delayDays: 40,
      itemCount: 6,
      openCount: 1,
      risk: 'high',
    });
    const lost = behaviour.terms.reduce((sum, { tenths }) => sum + tenths, 0);
    expect(behaviour.score).toBe(Math.round((1000 - lost) / 10));
    expect(behaviour.terms.map(({ code }) => code)).toHaveLength(10);
    const dispersion = behaviour.terms.find(({ code }) => code === 'dispersion');
    expect(dispersion).toMatchObject({ tenths: 89, weight: 10, hasSources: true });
    expect(dispersion?.sentence).toMatch(/80\sj de retard ou plus/);
    const overdue = behaviour.terms.find(({ code }) => code === 'share_overdue');
    expect(overdue).toMatchObject({ tenths: 100 });
    expect(overdue?.sentence).toMatch(/^100\s% de 1\s500,00\s€ dus sont échus$/);
  });

  test('too little history says so; late for long, it is a risk', async () => {
    const at = await payerCompany();
    const behaviour = await behaviourOf(at, at.neuf);
    expect(behaviour).toMatchObject({
      segment: 'new_at_risk',
      score: null,
      risk: 'high',
      terms: [],
      recommended: ['Acompte à la commande', 'Délai plus court'],
    });
    expect(behaviour.segmentSentence).toMatch(/^Trop peu d’historique \(1 facture\)/);
    expect(behaviour.scoreSentence).toMatch(/^Pas de score : 1 facture/);
  });

  test('the lists say the same as the file and the explanation', async () => {
    const at = await payerCompany();
    const rows = new Map((await customerRows(at.company)).map((row) => [row.code, row]));
    for (const code of ['BON', 'LENT', 'NEUF']) {
      const row = rows.get(code);
      const { segment, score, risk, trend } = await behaviourOf(at, row?.customerId ?? 0);
      expect(row).toMatchObject({ segment, score, risk, trend });
      const file = await at.company.call.customers.file({ customerId: row?.customerId ?? 0 });
      expect(file.behaviour).toEqual({ segment, score, risk, trend });
    }
  });

  test('the list is narrowed and sorted by it', async () => {
    const at = await payerCompany();
    const page = (part: object) =>
      at.company.call.customers.page({
        offset: 0,
        limit: 50,
        filter: { text: '', only: [], ...part },
        sort: 'score',
        isDescending: true,
        groupBy: null,
      });
    const codes = async (part: object) => (await page(part)).rows.map(({ code }) => code);
    expect(await codes({})).toEqual(['BON', 'LENT', 'NEUF']);
    expect(await codes({ segment: ['chronic'] })).toEqual(['LENT']);
    expect(await codes({ risk: ['high'] })).toEqual(['LENT', 'NEUF']);
    expect(await codes({ trend: ['stable'], segment: ['good'] })).toEqual(['BON']);
    expect(await codes({ segment: [] })).toHaveLength(3);
  });

  test('nobody’s is refused', async () => {
    const at = await payerCompany();
    const { behaviour, sources } = at.company.call.payers;
    expect(await refusalOf(behaviour({ customerId: NOBODY }))).toBe('customer_unknown');
    expect(await refusalOf(sources({ customerId: NOBODY, term: 'trend' }))).toBe(
      'customer_unknown',
    );
  });
});

test('the segment is kept over time: « bon payeur jusqu’en … »', async () => {
  const application = await RunningApplication.start({ today: TODAY });
  onTestFinished(() => application.close());
  const company = await application.createCompany();
  const books = new MadeUpBooks();
  for (const due of ['2025-09-10', '2025-11-10', '2026-01-10', '2026-02-10']) {
    paid(books, BON, due, 3);
  }
  for (const due of ['2026-03-20', '2026-04-20', '2026-05-20', '2026-06-20', '2026-07-20']) {
    paid(books, BON, due, 45);
  }
  await company.import(books.fec(TODAY));
  const customerId = await customerIdOf(company, 'BON');
  const { history, changeSentence } = await company.call.payers.behaviour({ customerId });
  expect(history).toHaveLength(25);
  expect(changeSentence).toMatch(/^Bon payeur jusqu’en \p{L}+ 2026, .+ depuis\.$/u);
  const known = history.flatMap(({ segment }) => segment ?? []);
  expect(known[0]).toBe('good');
  expect(known.at(-1)).toBe('chronic');
});

describe('what a term is made of', () => {
  test('every item of the segment, the open one first, those left out with their reason', async () => {
    const at = await payerCompany();
    const { receivableId } = (
      await at.company.call.customers.items({
        customerId: at.lent,
        state: 'settled',
        offset: 0,
        limit: 1,
      })
    ).rows[0] ?? { receivableId: 0 };
    await at.company.call.actions.recordHold({
      ...command(),
      customerId: at.lent,
      receivableIds: [
        (
          await at.company.call.customers.items({
            customerId: at.lent,
            state: 'open',
            offset: 0,
            limit: 1,
          })
        ).rows[0]?.receivableId ?? 0,
      ],
      reason: 'our_error',
      reviewOn: NEXT_MONTH,
      comment: '',
    });
    const { total, rows } = await at.company.call.payers.sources({
      customerId: at.lent,
      term: 'segment',
    });
    expect(total).toBe(6);
    expect(rows[0]).toMatchObject({
      label: 'FLENT80',
      delayDays: 80,
      isCounted: false,
      note: 'écartée : retenue par nous',
    });
    expect(rows.filter(({ isCounted }) => isCounted)).toHaveLength(5);
    expect(rows.some(({ key }) => key === `item:${receivableId}`)).toBe(true);
    expect(await behaviourOf(at, at.lent)).toMatchObject({ itemCount: 5, openCount: 0 });
  });

  test('calls, broken promises, claims and what is overdue', async () => {
    const at = await payerCompany();
    const { call } = at.company;
    const [item] = (
      await call.customers.items({ customerId: at.lent, state: 'open', offset: 0, limit: 1 })
    ).rows;
    const receivableIds = [item?.receivableId ?? 0];
    const log = (outcome: 'voicemail' | 'spoke') =>
      call.actions.recordCall({
        ...command(),
        customerId: at.lent,
        direction: 'out',
        contactId: null,
        outcome,
        outcomeDate: null,
        receivableIds,
        comment: 'Essai',
        promise: null,
        nextAction: null,
      });
    await log('voicemail');
    await log('voicemail');
    await log('spoke');
    for (const promisedFor of [addDays(TODAY, 1), addDays(TODAY, 3)]) {
      await call.actions.recordPromise({
        ...command(),
        customerId: at.lent,
        receivableIds,
        promisedFor,
        amountCents: 50_000,
        method: null,
        comment: '',
      });
    }
    const terms = new Map(
      (await behaviourOf(at, at.lent)).terms.map((term) => [term.code, term] as const),
    );
    expect(terms.get('unanswered')).toMatchObject({ tenths: 13 });
    expect(terms.get('postponements')).toMatchObject({ tenths: 10, hasSources: true });
    const sources = (term: 'unanswered' | 'postponements' | 'share_overdue' | 'trend') =>
      call.payers.sources({ customerId: at.lent, term });
    expect((await sources('unanswered')).rows.map(({ isCounted }) => isCounted).sort()).toEqual([
      false,
      true,
      true,
    ]);
    expect((await sources('postponements')).rows).toMatchObject([{ amountCents: 50_000 }]);
    expect((await sources('share_overdue')).rows).toMatchObject([
      { label: 'FLENT80', delayDays: 80, amountCents: 150_000, note: 'échue' },
    ]);
    expect((await sources('trend')).rows[0]).toMatchObject({ label: 'FLENT80' });
    for (const term of [
      'broken_promises',
      'groundless_claims',
      'rejected_payments',
      'split_payments',
    ] as const) {
      expect((await call.payers.sources({ customerId: at.lent, term })).total).toBe(0);
    }
  });
});

describe('settings', () => {
  test('move the thresholds, and with them the segments', async () => {
    const at = await payerCompany();
    const { settings } = await at.company.call.settings.show();
    const { payers } = settings;
    await at.company.call.settings.change({
      ...command(),
      settings: {
        payers: {
          ...payers,
          segment: { ...payers.segment, chronicAboveDays: 60, goodBelowDays: 1 },
        },
      },
    });
    expect(await behaviourOf(at, at.lent)).toMatchObject({ segment: 'occasional' });
    expect(await behaviourOf(at, at.bon)).toMatchObject({ segment: 'occasional' });
  });
});
