/** What is agreed with a customer: plans, settlements, disputes to their end, and their letters. */
import { describe, expect, test } from 'vitest';
import { addDays, calendarDate } from '../../src/shared/kernel/calendar-date.ts';
import { readPdf } from '../support/read-pdf.ts';
import { newCommandId, refusalOf, type TestCompany } from '../support/running-application.ts';
import { openItems } from './reading.ts';
import { type SmallCompany, smallCompany, TODAY } from './small-company.ts';
import { type WritingCompany, writingCompany } from './writing-company.ts';

const command = () => ({ commandId: newCommandId() });
const WINDOW = { offset: 0, limit: 20 };
const NOBODY = 999_999;
const VAL = { code: 'VAL', name: 'Val Matériaux' };
const FIRST = addDays(TODAY, 7);
const SECOND = addDays(TODAY, 37);

interface PlanInput {
  readonly kind?: 'plan' | 'settlement';
  readonly receivableIds?: readonly number[];
  readonly parts?: readonly { readonly dueDate: typeof TODAY; readonly amountCents: number }[];
  readonly answerBy?: typeof TODAY;
}

/** FA102 of VAL, 800,00 € late, in two parts. */
async function planOn(at: SmallCompany, more: PlanInput = {}) {
  const id = await at.receivable(at.val, 'FA102');
  const { receivableIds = [id], parts, ...rest } = more;
  return at.company.call.agreements.record({
    ...command(),
    customerId: at.val,
    kind: 'plan',
    answerBy: addDays(TODAY, 10),
    noticeDays: 8,
    isInterestKept: true,
    comment: '',
    receivableIds: [...receivableIds],
    parts: [
      ...(parts ?? [
        { dueDate: FIRST, amountCents: 30_000 },
        { dueDate: SECOND, amountCents: 50_000 },
      ]),
    ],
    ...rest,
  });
}

async function listed(company: TestCompany, show: 'current' | 'missed' | 'over' | 'to_write_off') {
  return (await company.call.agreements.list({ show, ...WINDOW })).rows;
}

const note = (company: TestCompany, agreementId: number, step: 'signed' | 'forfeited' | 'ended') =>
  company.call.agreements.noteStep({ ...command(), agreementId, step, comment: '' });

/** The books as the accountant exports them on a later day. */
async function importOn(at: SmallCompany, day: string) {
  at.application.clock.day = calendarDate(day);
  await at.company.import(at.books.fec(calendarDate(day)));
}

const stakeOf = async (at: SmallCompany) =>
  (await at.company.call.overview.ranked(WINDOW)).rows.find(({ code }) => code === 'VAL')
    ?.stakeCents ?? 0;

const obligationsOf = async (at: SmallCompany) =>
  (await at.company.call.overview.priorities()).obligations.map(({ kind, amountCents }) => [
    kind,
    amountCents,
  ]);

describe('an instalment plan', () => {
  test('takes its items off what is chased, and gives them back when taken back', async () => {
    const at = await smallCompany();
    expect(await stakeOf(at)).toBe(80_000);
    const { agreementId } = await planOn(at);
    expect(await stakeOf(at)).toBe(0);
    expect(await listed(at.company, 'current')).toMatchObject([
      { state: 'drafted', totalCents: 80_000, openCents: 80_000, nextDueDate: FIRST },
    ]);
    const forecast = await at.company.call.overview.forecast({
      weekCount: 13,
      by: 'none',
      key: null,
    });
    const week = forecast.weeks.find(({ weekStart }) => weekStart === FIRST);
    expect(week?.promisedCents).toBe(30_000);
    const undo = { agreementId, step: 'undone' as const, comment: '' };
    await at.company.call.agreements.noteStep({ ...command(), ...undo });
    expect(await stakeOf(at)).toBe(80_000);
    expect(await listed(at.company, 'over')).toEqual([]);
  });

  test('a part missed at an import is an obligation of the same day, and nothing ends it', async () => {
    const at = await smallCompany();
    const { agreementId } = await planOn(at);
    await note(at.company, agreementId, 'signed');
    // The bank is known to the day of the part only: the grace is not over.
    at.books.receipt({ code: 'MARTIN', name: 'Martin et fils' }, '2026-11-30', 100);
    await importOn(at, '2026-12-01');
    expect(await obligationsOf(at)).not.toContainEqual(['plan_missed', 30_000]);
    at.books.receipt({ code: 'MARTIN', name: 'Martin et fils' }, '2026-12-03', 100);
    await importOn(at, '2026-12-04');
    expect(await obligationsOf(at)).toContainEqual(['plan_missed', 30_000]);
    expect(await listed(at.company, 'missed')).toMatchObject([
      { state: 'missed', steps: ['forfeited', 'ended'], nextCents: 30_000 },
    ]);
    expect(await stakeOf(at)).toBe(0);
    expect(await at.company.call.overview.waiting()).toMatchObject({ agreedCount: 1 });
    await note(at.company, agreementId, 'forfeited');
    expect(await stakeOf(at)).toBe(80_000);
    expect(await listed(at.company, 'over')).toMatchObject([{ state: 'forfeited' }]);
    const left = await at.company.call.dunning.excluded({
      ...WINDOW,
      verdict: 'plan_forfeited',
      text: '',
    });
    expect(left.total).toBe(1);
    await at.company.call.agreements.undoStep({ ...command(), agreementId });
    expect(await listed(at.company, 'missed')).toMatchObject([{ state: 'missed' }]);
    expect(await stakeOf(at)).toBe(0);
  });

  test('is kept by the money received, and serves its parts in order', async () => {
    const at = await smallCompany();
    const { agreementId } = await planOn(at);
    await note(at.company, agreementId, 'signed');
    at.books.receipt(VAL, '2026-11-27', 30_000, 'VIR VAL part 1');
    await importOn(at, '2026-12-04');
    expect(await listed(at.company, 'current')).toMatchObject([
      { state: 'running', receivedCents: 30_000, paidCount: 1, nextDueDate: SECOND },
    ]);
    at.books.receipt(VAL, '2026-12-29', 50_000, 'VIR VAL part 2');
    await importOn(at, '2027-01-04');
    expect(await listed(at.company, 'over')).toMatchObject([{ state: 'kept', openCents: 0 }]);
  });

  test('that nobody signs holds nothing after its day', async () => {
    const at = await smallCompany();
    await planOn(at, { answerBy: addDays(TODAY, 1) });
    at.application.clock.day = addDays(TODAY, 2);
    expect(await listed(at.company, 'current')).toMatchObject([{ state: 'unsigned' }]);
    expect(await stakeOf(at)).toBe(80_000);
    expect(await obligationsOf(at)).toContainEqual(['plan_unsigned', 80_000]);
  });

  test.each([
    [
      'parts that are not the sum',
      { parts: [{ dueDate: FIRST, amountCents: 1 }] },
      'parts_not_the_sum',
    ],
    [
      'a part in the past',
      { parts: [{ dueDate: addDays(TODAY, -1), amountCents: 80_000 }] },
      'part_in_the_past',
    ],
    ['an item of somebody else', { receivableIds: [NOBODY] }, 'receivable_unknown'],
  ] as const)('is refused with %s', async (_what, more, code) => {
    expect(await refusalOf(planOn(await smallCompany(), more))).toBe(code);
  });

  test('covers no item twice, and steps are taken from where it stands', async () => {
    const at = await smallCompany();
    const { agreementId } = await planOn(at);
    expect(await refusalOf(planOn(at))).toBe('already_in_agreement');
    expect(await refusalOf(note(at.company, agreementId, 'forfeited'))).toBe('step_not_possible');
    expect(await refusalOf(note(at.company, NOBODY, 'signed'))).toBe('agreement_unknown');
    const { undoStep } = at.company.call.agreements;
    expect(await refusalOf(undoStep({ ...command(), agreementId }))).toBe('step_not_possible');
    await note(at.company, agreementId, 'ended');
    expect(await stakeOf(at)).toBe(80_000);
    expect(await planOn(at)).toMatchObject({ agreementId: agreementId + 1 });
  });

  test('has its paper to sign, with the original due dates and the clauses', async () => {
    const at = await smallCompany();
    const { agreementId } = await planOn(at);
    const { makePaper } = at.company.call.agreements;
    const { jobId } = await makePaper({ agreementId, language: 'fr' });
    const { name, bytes } = await at.company.made(jobId);
    expect(name).toBe(`Échéancier VAL ${TODAY}.pdf`);
    const pages = await readPdf(bytes);
    const text = pages.flatMap(({ lines }) => lines).join('\n');
    expect(text).toContain('Accord de règlement échelonné');
    expect(text).toContain('10/10/2026');
    expect(text).toContain('Déchéance du terme');
    expect(text).toContain('800,00');
    expect(pages).toHaveLength(1);
    const none = makePaper({ agreementId: NOBODY, language: 'fr' });
    expect(await refusalOf(none)).toBe('agreement_unknown');
  });
});

describe('a settlement', () => {
  const offer = { kind: 'settlement', parts: [{ dueDate: FIRST, amountCents: 70_000 }] } as const;

  test('paid in time leaves its remainder to write off', async () => {
    const at = await smallCompany();
    const { agreementId } = await planOn(at, { ...offer, answerBy: FIRST });
    expect(await stakeOf(at)).toBe(0);
    at.books.receipt(VAL, '2026-11-30', 70_000, 'VIR VAL solde');
    await importOn(at, '2026-12-04');
    expect(await listed(at.company, 'to_write_off')).toMatchObject([
      { state: 'paid', waivedCents: 10_000, steps: ['written_off'] },
    ]);
    expect(await stakeOf(at)).toBe(0);
    const { noteStep } = at.company.call.agreements;
    await noteStep({ ...command(), agreementId, step: 'written_off', comment: '' });
    expect(await listed(at.company, 'over')).toMatchObject([{ state: 'written_off' }]);
  });

  test('not paid lapses by itself: the full claim is back', async () => {
    const at = await smallCompany();
    await planOn(at, { ...offer, answerBy: FIRST });
    at.books.receipt({ code: 'MARTIN', name: 'Martin et fils' }, '2026-12-03', 100);
    await importOn(at, '2026-12-04');
    expect(await listed(at.company, 'over')).toMatchObject([{ state: 'lapsed' }]);
    expect(await stakeOf(at)).toBe(80_000);
  });

  test('of the whole is none', async () => {
    const parts = [{ dueDate: FIRST, amountCents: 80_000 }];
    const all = planOn(await smallCompany(), { kind: 'settlement', parts });
    expect(await refusalOf(all)).toBe('settlement_not_below');
  });
});

describe('a dispute, to its end', () => {
  async function dispute(at: SmallCompany) {
    return at.company.call.actions.recordDispute({
      ...command(),
      customerId: at.val,
      items: [{ receivableId: await at.receivable(at.val, 'FA102'), amountCents: 30_000 }],
      reason: 'quality',
      owner: 'Dupas',
      answerBy: FIRST,
      comment: '',
    });
  }
  const shown = async (
    at: SmallCompany,
    show: 'open' | 'to_answer' | 'credit_awaited' | 'closed',
  ) => at.company.call.overview.disputes({ show, ...WINDOW });

  test('asks for its answer on its day', async () => {
    const at = await smallCompany();
    await dispute(at);
    expect((await shown(at, 'to_answer')).total).toBe(0);
    at.application.clock.day = FIRST;
    expect((await shown(at, 'to_answer')).total).toBe(1);
    expect(await obligationsOf(at)).toContainEqual(['dispute_answer', 30_000]);
  });

  test('a credit note promised keeps its part aside until it comes', async () => {
    const at = await smallCompany();
    const { disputeId } = await dispute(at);
    const { closeDispute, reopenDispute } = at.company.call.actions;
    const end = { disputeId, outcome: 'partly' as const, comment: 'Deux palettes' };
    expect(await refusalOf(closeDispute({ ...command(), ...end }))).toBe('credit_missing');
    const tooMuch = closeDispute({ ...command(), ...end, creditCents: 30_000 });
    expect(await refusalOf(tooMuch)).toBe('credit_exceeds_dispute');
    await closeDispute({ ...command(), ...end, creditCents: 20_000 });
    expect(await stakeOf(at)).toBe(60_000);
    expect(await shown(at, 'credit_awaited')).toMatchObject({
      totalCents: 20_000,
      rows: [{ awaitedCents: 20_000, answer: 'Deux palettes' }],
      times: [{ reason: 'quality', medianDays: 0, count: 1 }],
    });
    await reopenDispute({ ...command(), disputeId });
    expect(await stakeOf(at)).toBe(50_000);
    const again = reopenDispute({ ...command(), disputeId });
    expect(await refusalOf(again)).toBe('dispute_unknown');
    await closeDispute({ ...command(), ...end, creditCents: 20_000 });
    at.books.creditNote(VAL, '2026-11-27', 'AV201', 20_000, 'FA102');
    await importOn(at, '2026-11-27');
    expect((await shown(at, 'credit_awaited')).total).toBe(0);
    expect((await shown(at, 'closed')).total).toBe(1);
    expect(await stakeOf(at)).toBe(60_000);
  });

  test('refused, its reminders wait eight days and start at the first level (R21)', async () => {
    const at = await smallCompany();
    const { disputeId } = await dispute(at);
    const { closeDispute } = at.company.call.actions;
    await closeDispute({ ...command(), disputeId, outcome: 'maintained' });
    const plan = await at.company.call.dunning.excluded({
      ...WINDOW,
      verdict: 'step_not_reached',
      text: '',
    });
    const row = plan.rows.find(({ name }) => name === 'Val Matériaux');
    expect(row?.sentence).toContain('prévue le 01/12');
  });
});

describe('letters of courtesy', () => {
  async function promiseOn(at: WritingCompany) {
    const [first] = await openItems(at.company, at.val);
    const { promiseId } = await at.company.call.actions.recordPromise({
      ...command(),
      customerId: at.val,
      receivableIds: [first?.receivableId ?? 0],
      promisedFor: FIRST,
      amountCents: 10_000,
      method: 'transfer',
      comment: '',
    });
    return promiseId;
  }

  test('a promise is confirmed in writing, once read', async () => {
    const at = await writingCompany();
    const sourceId = await promiseOn(at);
    const subject = { about: 'promise' as const, sourceId };
    const { letterPreview, sendLetter } = at.company.call.agreements;
    const shown = await letterPreview({ ...subject, to: null, language: null });
    expect(shown).toMatchObject({ language: 'fr', lock: null });
    expect(shown.text).toContain('100,00');
    const { noticeId } = await sendLetter({
      ...command(),
      ...subject,
      to: shown.to,
      language: 'fr',
    });
    expect(noticeId).toBeGreaterThan(0);
    const english = await letterPreview({ ...subject, to: null, language: 'en' });
    expect(english.subject).not.toBe(shown.subject);
    const nothing = letterPreview({ about: 'dispute', sourceId, to: null, language: null });
    expect(await refusalOf(nothing)).toBe('subject_unknown');
  });
});
