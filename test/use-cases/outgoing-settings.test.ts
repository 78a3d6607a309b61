/** Settings of what leaves that do not go together are refused; the rates of the law can be typed. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { describe, expect, onTestFinished, test } from 'vitest';
import type { Settings } from '../../src/shared/contract/settings.ts';
import { calendarDate } from '../../src/shared/kernel/calendar-date.ts';
import { newCommandId, RunningApplication, refusalOf } from '../support/running-application.ts';
import { TODAY } from './small-company.ts';

const command = () => ({ commandId: newCommandId() });
const on = (text: string) => calendarDate(text);

async function newCompany() {
  const application = await RunningApplication.start({ today: TODAY });
  onTestFinished(() => application.close());
  const company = await application.createCompany();
  return { application, company, call: company.call };
}

const person = (senderKey: string): Settings['team']['collaborators'][number] => ({
  senderKey,
  name: 'Claire Dupas',
  title: 'Crédit manager',
  email: 'c.dupas@test.example',
  phone: '',
  repCode: '',
  highestSeverity: 'hand_over',
});

type Change = (settings: Settings) => Partial<Settings>;
const WRONG: readonly (readonly [string, Change])[] = [
  [
    'hours_reversed',
    ({ dunning }) => ({ dunning: { ...dunning, sendUntilMinute: 500, sendFromMinute: 600 } }),
  ],
  [
    'pause_reversed',
    ({ dunning }) => ({
      dunning: { ...dunning, pauses: [{ from: on('2026-08-31'), to: on('2026-08-01') }] },
    }),
  ],
  [
    'levels_not_increasing',
    ({ dunning }) => ({
      dunning: {
        ...dunning,
        startingLevels: [
          { fromDaysPastDue: 60, severity: 'reminder_1' },
          { fromDaysPastDue: 30, severity: 'reminder_2' },
        ],
      },
    }),
  ],
  [
    'segments_reversed',
    ({ payers }) => ({ payers: { ...payers, segment: { ...payers.segment, goodBelowDays: 40 } } }),
  ],
  [
    'score_weights_wrong',
    ({ payers }) => ({
      payers: {
        ...payers,
        score: { ...payers.score, weights: { ...payers.score.weights, dispersion: 0 } },
      },
    }),
  ],
  [
    'risk_scores_reversed',
    ({ payers }) => ({
      payers: { ...payers, risk: { highBelowScore: 90, lowFromScore: 70 } },
    }),
  ],
  [
    'mail_unencrypted',
    ({ mail }) => ({
      mail: { ...mail, transport: 'smtp', host: 'smtp.test.example', security: 'none' },
    }),
  ],
  ['folder_missing', ({ mail }) => ({ mail: { ...mail, invoiceFolder: '/nulle/part' } })],
  ['folder_missing', ({ mail }) => ({ mail: { ...mail, invoiceFolder: 'relatif' } })],
  [
    'sender_twice',
    () => ({ team: { collaborators: [person('a'), person('a')], defaultSenderKey: '' } }),
  ],
  ['sender_unknown', () => ({ team: { collaborators: [person('a')], defaultSenderKey: 'b' } })],
  ['rate_missing', ({ charges }) => ({ charges: { ...charges, mode: 'contractual' } })],
  [
    'shown_after_claimed',
    ({ charges }) => ({
      charges: { ...charges, shownFrom: 'formal_notice', claimedFrom: 'reminder_1' },
    }),
  ],
];

describe('settings of what leaves', () => {
  test.each(WRONG)('%s', async (code, change) => {
    const { call } = await newCompany();
    const { settings } = await call.settings.show();
    const wrong = call.settings.change({ ...command(), settings: change(settings) });
    expect(await refusalOf(wrong)).toBe(code);
    expect((await call.settings.show()).settings).toEqual(settings);
  });

  test('what goes together is kept', async () => {
    const { call } = await newCompany();
    const { settings } = await call.settings.show();
    const folder = mkdtempSync(path.join(tmpdir(), 'encours-pdf-'));
    onTestFinished(() => rmSync(folder, { recursive: true }));
    const change = {
      mail: {
        ...settings.mail,
        transport: 'smtp',
        host: '127.0.0.1',
        security: 'none',
        invoiceFolder: folder,
      },
      team: { collaborators: [person('a'), person('b')], defaultSenderKey: 'b' },
      charges: { ...settings.charges, mode: 'contractual', contractualBasisPoints: 1500 },
      dunning: {
        ...settings.dunning,
        pauses: [{ from: on('2026-08-01'), to: on('2026-08-01') }],
        startingLevels: [],
      },
    } as const;
    await call.settings.change({ ...command(), settings: change });
    expect((await call.settings.show()).settings).toMatchObject(change);
  });
});

describe('the rates of the law', () => {
  test('stand half-year by half-year up to the present one, with their source', async () => {
    const { call } = await newCompany();
    const { current, semesters, readOn } = await call.settings.listRates();
    expect(current).toBe('2026-S2');
    expect(readOn).toMatch(/^2026-/);
    expect(semesters[0]?.semester).toBe('2026-S2');
    const known = semesters.find(({ semester }) => semester === '2025-S1');
    expect(known).toMatchObject({
      legalOther: { basisPoints: 371, origin: 'shipped', source: expect.stringMatching(/./) },
      appliedBasisPoints: (known?.refinancing?.basisPoints ?? 0) + 1000,
    });
  });

  test('one typed wins over the one that ships, and is taken back', async () => {
    const { call } = await newCompany();
    const type = (basisPoints: number | null) =>
      call.settings.typeRate({
        ...command(),
        semester: '2025-S1',
        kind: 'refinancing',
        basisPoints,
      });
    const row = async () =>
      (await call.settings.listRates()).semesters.find(({ semester }) => semester === '2025-S1');
    const shipped = (await row())?.refinancing;
    await type(400);
    expect(await row()).toMatchObject({
      refinancing: {
        basisPoints: 400,
        origin: 'typed',
        source: '',
        shippedBasisPoints: shipped?.basisPoints,
      },
      appliedBasisPoints: 1400,
    });
    await type(null);
    expect((await row())?.refinancing).toEqual(shipped);
  });

  test('a half-year nobody knows is there without a figure; one to come can’t be typed', async () => {
    const { application, call } = await newCompany();
    const wanted = { semester: '2027-S2', kind: 'refinancing', basisPoints: 200 } as const;
    const early = call.settings.typeRate({ ...command(), ...wanted });
    expect(await refusalOf(early)).toBe('semester_to_come');
    application.clock.day = on('2027-09-01');
    const { semesters } = await call.settings.listRates();
    expect(semesters[0]).toEqual({
      semester: '2027-S2',
      refinancing: null,
      legalOther: null,
      legalIndividuals: null,
      appliedBasisPoints: null,
    });
    await call.settings.typeRate({ ...command(), ...wanted });
    expect((await call.settings.listRates()).semesters[0]?.appliedBasisPoints).toBe(1200);
  });
});
