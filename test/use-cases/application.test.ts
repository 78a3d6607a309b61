/** The application around the ledgers: companies, files in and out, jobs, backups, settings. */
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, onTestFinished, test } from 'vitest';
import { PRIORITY_WEIGHTS } from '../../src/shared/domain/priority/priority-weights.ts';
import { newCommandId, RunningApplication, refusalOf } from '../support/running-application.ts';
import { outstandingByCode, portfolioOf } from './reading.ts';
import { smallCompany, TODAY } from './small-company.ts';

const command = () => ({ commandId: newCommandId() });

async function emptyApplication(): Promise<RunningApplication> {
  const application = await RunningApplication.start({ today: TODAY });
  onTestFinished(() => application.close());
  return application;
}

test('the language and the looks of the window outlive the application', async () => {
  const application = await emptyApplication();
  const { call } = application.company('-');
  const looks = { colorScheme: 'dark', isSideBarNarrow: true } as const;
  await call.application.setLanguage({ language: 'en' });
  await call.application.setDisplay(looks);
  await application.restart();
  expect(application.app.settings.read()).toMatchObject({ language: 'en', ...looks });
});

describe('companies', () => {
  test('each has its own ledger, under its own address', async () => {
    const application = await emptyApplication();
    const { call } = application.company('-');
    const made = await call.application.createCompany({
      ...command(),
      name: 'Vauclair',
      siren: '732829320',
    });
    expect(made).toMatchObject({ key: '732829320', name: 'Vauclair', isSample: false });
    await call.application.rememberCompany({ key: made.key });
    await call.application.setLanguage({ language: 'en' });
    expect(await call.application.status()).toMatchObject({
      today: TODAY,
      language: 'en',
      lastCompanyKey: made.key,
      companies: [{ key: made.key, siren: '732829320' }],
    });
    const again = { ...command(), name: 'Autre', siren: '732829320' };
    expect(await refusalOf(call.application.createCompany(again))).toBe('company_exists');
    const wrong = { ...command(), name: 'Autre', siren: '732829321' };
    expect(await refusalOf(call.application.createCompany(wrong))).toBe('siren_invalid');
    const absent = application.company('732829399');
    expect(await refusalOf(absent.call.overview.dashboard())).toBe('company_unknown');
  });

  test('an empty ledger answers every screen without a figure', async () => {
    const company = await (await emptyApplication()).createCompany();
    expect(await company.call.overview.dashboard()).toMatchObject({ figures: null });
    expect(await company.call.overview.priorities()).toMatchObject({
      ten: [],
      emptyReason: 'no_ledger',
    });
    expect(await company.call.overview.freshness()).toMatchObject({ level: 'empty' });
    expect(await company.call.imports.toMatch({ offset: 0, limit: 5 })).toMatchObject({ total: 0 });
  });

  test('the diagnosis of the application tells versions and sizes', async () => {
    const { company } = await smallCompany();
    const told = await company.call.application.diagnostics();
    expect(told.versions).toHaveProperty('node', process.versions.node);
    expect(told.ledgerBytes).toBeGreaterThan(0);
    expect(told.memoryBytes).toBeGreaterThan(0);
  });

  test('the sample is opened, not made again, unless asked', async () => {
    const application = await emptyApplication();
    const sample = await application.openSample();
    const { call } = application.company('-');
    const opened = await call.application.openSample({ ...command(), isRemade: false });
    expect(opened).toMatchObject({ company: { key: sample.key, isSample: true }, jobId: null });
  });
});

describe('files in', () => {
  test('a slice out of place is sent back with the right place', async () => {
    const application = await emptyApplication();
    const { call } = await application.createCompany();
    const { uploadId } = await call.uploads.begin({ name: 'x.txt', sizeBytes: 6 });
    const send = (at: number, text: string) =>
      application.app.handle(
        new Request(`http://x/upload/${uploadId}?at=${at}`, { method: 'POST', body: text }),
      );
    expect((await send(0, 'abc')).status).toBe(200);
    expect((await send(5, 'f')).status).toBe(409);
    expect(await refusalOf(call.uploads.finish({ uploadId }))).toBe('upload_incomplete');
    expect((await send(3, 'def')).status).toBe(200);
    expect(await call.uploads.finish({ uploadId })).toMatchObject({ sizeBytes: 6 });
    expect(await refusalOf(call.uploads.finish({ uploadId: 'none' }))).toBe('upload_unknown');
  });

  test('a file too large, or an upload that nobody began, is refused', async () => {
    const { call } = await (await emptyApplication()).createCompany();
    const profile = null;
    const preview = call.imports.startPreview({
      ...command(),
      uploadId: 'none',
      format: 'fec',
      profile,
      scope: null,
      statedOnDate: null,
      typedTotalCents: null,
    });
    expect(await refusalOf(preview)).toBe('upload_unknown');
    const logo = call.settings.setLogo({ ...command(), uploadId: 'none' });
    expect(await refusalOf(logo)).toBe('upload_unknown');
    expect(await refusalOf(call.files.ticket({ fileId: 'none', use: 'save' }))).toBe(
      'file_unknown',
    );
  });
});

describe('jobs', () => {
  test('are listed, shown and asked to stop; an unknown one is refused', async () => {
    const { company } = await smallCompany();
    const { jobId } = await company.call.backups.make(command());
    await company.call.jobs.cancel({ jobId });
    expect((await company.ended(jobId)).state).toBe('done');
    const listed = await company.call.jobs.list();
    expect(listed.map((job) => job.jobId)).toContain(jobId);
    expect(await refusalOf(company.call.jobs.show({ jobId: 'none' }))).toBe('job_unknown');
  });

  test('their progress and each change of the ledger are told on the one stream', async () => {
    const { company, val } = await smallCompany();
    const events = await company.call.events.watch();
    const kinds: string[] = [];
    const done = (async () => {
      for await (const event of events) {
        kinds.push(event.kind);
        if (event.kind === 'ledger_changed') return event;
      }
      return null;
    })();
    await company.call.actions.recordNote({ ...command(), customerId: val, text: 'x' });
    expect(await done).toMatchObject({ companyKey: company.key, version: expect.any(Number) });
    expect(kinds[0]).toBe('hello');
  });
});

describe('a backup', () => {
  test('is made before an import and when asked, checked, and restored at the next start', async () => {
    const at = await smallCompany();
    const { company, application } = at;
    await company.done((await company.call.backups.make(command())).jobId);
    const [latest] = await company.call.backups.list();
    expect(latest).toMatchObject({ reason: 'asked', isChecked: true });
    const before = await portfolioOf(company);
    at.books.invoice({ code: 'VAL', name: 'Val' }, '2026-11-21', 'FA999', 99_900);
    await company.import(at.books.fec(TODAY));
    expect(await portfolioOf(company)).not.toEqual(before);
    const which = { backupId: latest?.backupId ?? '', uploadId: null };
    expect(await company.call.backups.check(which)).toMatchObject({
      isRestorable: true,
      code: null,
      customerCount: 3,
      importCount: 1,
      lostEntryCount: 1,
    });
    await company.call.backups.restore({ ...command(), ...which });
    await application.restart();
    const restored = application.company(company.key);
    expect(await portfolioOf(restored)).toEqual(before);
    expect(await restored.call.backups.verifyJournal()).toMatchObject({ isIntact: true });
    const reasons = (await restored.call.backups.list()).map(({ reason }) => reason);
    expect(reasons).toEqual(expect.arrayContaining(['before_restore', 'before_import', 'asked']));
  });

  test('that is none is refused, and nothing is replaced', async () => {
    const { company } = await smallCompany();
    const { check, restore } = company.call.backups;
    const nothing = { backupId: 'none', uploadId: null };
    expect(await refusalOf(check(nothing))).toBe('backup_unknown');
    expect(await refusalOf(restore({ ...command(), ...nothing }))).toBe('backup_unknown');
    const bytes = new TextEncoder().encode('not a ledger at all'.repeat(50));
    const uploadId = await company.upload({ name: 'x.db', bytes });
    const which = { backupId: null, uploadId };
    expect(await check(which)).toMatchObject({ isRestorable: false, code: 'backup_not_a_ledger' });
    expect(await refusalOf(restore({ ...command(), ...which }))).toBe('backup_not_a_ledger');
    expect(Object.keys(await outstandingByCode(company))).toEqual(['LEROY', 'VAL']);
  });

  test('cut short on its way is told damaged', async () => {
    const { company, application } = await smallCompany();
    await company.done((await company.call.backups.make(command())).jobId);
    const [latest] = await company.call.backups.list();
    const folder = path.join(application.dataFolder, 'backups', company.key);
    const { readdirSync } = await import('node:fs');
    const file = readdirSync(folder).find((name) => name.includes(latest?.backupId ?? '?'));
    const bytes = new Uint8Array(readFileSync(path.join(folder, file ?? '')));
    const uploadId = await company.upload({
      name: 'half.db',
      bytes: bytes.subarray(0, Math.floor(bytes.byteLength / 2)),
    });
    const checked = await company.call.backups.check({ backupId: null, uploadId });
    expect(checked.isRestorable).toBe(false);
    expect(['backup_damaged', 'backup_not_a_ledger']).toContain(checked.code);
  });
});

const CHANCE = PRIORITY_WEIGHTS.chance;
const band = (upTo: number | null) => ({ upTo, value: 1 });

describe('settings', () => {
  test('are shown with their defaults, changed in part, and act where they are used', async () => {
    const { company } = await smallCompany();
    const { settings, defaults } = await company.call.settings.show();
    expect(settings.ageing).toEqual(defaults.ageing);
    const ageing = { bracketDays: [15, 45] };
    await company.call.settings.change({ ...command(), settings: { ageing } });
    const { buckets } = await company.call.overview.dashboard();
    expect(buckets.map(({ key }) => key)).toContain('late_16_45');
    const priority = { ...settings.priority, floorCents: 50_000 };
    await company.call.settings.change({ ...command(), settings: { priority } });
    const { rows } = await company.call.overview.ranked({ offset: 0, limit: 10 });
    expect(rows.map(({ code }) => code)).toEqual(['VAL']);
  });

  test.each([
    [
      { bank: { holder: '', iban: 'FR1420041010050500013M02607', bic: '', bankName: '' } },
      'iban_invalid',
    ],
    [{ bank: { holder: '', iban: '', bic: 'XX', bankName: '' } }, 'bic_invalid'],
    [{ ageing: { bracketDays: [30, 30] } }, 'brackets_not_increasing'],
    [{ terms: { defaultTerms: { unit: 'weeks' }, capsAreChecked: true } }, 'terms_invalid'],
  ])('%j is refused: %s', async (settings, code) => {
    const { company } = await smallCompany();
    const change = company.call.settings.change({ ...command(), settings });
    expect(await refusalOf(change)).toBe(code);
  });

  test.each([
    ['a negative floor', { floorCents: -1 }, 'floorCents'],
    ['no seat', { seatCount: 0 }, 'seatCount'],
    ['a chance above one', { chance: { ...CHANCE, paymentDay: 1.5 } }, 'chance.paymentDay'],
    ['a risk that lowers', { risk: { ...PRIORITY_WEIGHTS.risk, max: 0.5 } }, 'risk.max'],
    ['bands that go back', { lateness: [band(30), band(7), band(null)] }, 'lateness'],
    ['bands that end', { time: [band(30)] }, 'time'],
    ['a figure that is none', { timeAfterNewEvent: 'fort' }, 'timeAfterNewEvent'],
    ['a weight that lacks', { forgotten: { silentDays: 30 } }, 'forgotten.lateBeyondDays'],
  ])('weights with %s are refused, and the ranking stays', async (_, change, field) => {
    const { company } = await smallCompany();
    const priority = { ...PRIORITY_WEIGHTS, ...change };
    const refused = company.call.settings.change({ ...command(), settings: { priority } });
    await expect(refused).rejects.toMatchObject({
      code: 'weights_out_of_range',
      data: { detail: field },
    });
    expect((await company.call.settings.show()).settings.priority).toEqual(PRIORITY_WEIGHTS);
  });

  test('the limits themselves are accepted', async () => {
    const { company } = await smallCompany();
    const priority = {
      ...PRIORITY_WEIGHTS,
      floorCents: 1,
      seatCount: 50,
      risk: { ...PRIORITY_WEIGHTS.risk, max: 1, brokenPromise: 5 },
      leftOut: { ...PRIORITY_WEIGHTS.leftOut, emailBelowCents: 0 },
      time: [band(null)],
    };
    await company.call.settings.change({ ...command(), settings: { priority } });
    expect((await company.call.settings.show()).settings.priority).toEqual(priority);
  });

  test('a SIREN that cannot be is refused', async () => {
    const { company } = await smallCompany();
    const { settings } = await company.call.settings.show();
    const identity = { ...settings.identity, siren: '123456789' };
    const change = company.call.settings.change({ ...command(), settings: { identity } });
    expect(await refusalOf(change)).toBe('siren_invalid');
  });

  test('bank details and terms are read while they are typed', async () => {
    const { company } = await smallCompany();
    const bank = await company.call.settings.checkBank({
      iban: 'fr1420041010050500013m02606',
      bic: 'PSSTFRPPXXX',
    });
    expect(bank).toEqual({
      ibanProblem: null,
      bicProblem: null,
      formatted: 'FR14 2004 1010 0505 0001 3M02 606',
    });
    expect(await company.call.settings.readTerms({ text: 'quand je peux' })).toMatchObject({
      terms: null,
    });
    expect(await company.call.settings.readTerms({ text: '60 jours net' })).toMatchObject({
      exampleDueDate: '2027-01-22',
    });
  });

  test('a picture becomes the logo; anything else is refused', async () => {
    const { company } = await smallCompany();
    const png = Buffer.from(
      'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNkYPhfDwAChwGA60e6kgAAAABJRU5ErkJggg==',
      'base64',
    );
    const uploadId = await company.upload({ name: 'logo.png', bytes: new Uint8Array(png) });
    await company.call.settings.setLogo({ ...command(), uploadId });
    expect(await company.call.settings.logo()).toEqual({
      mediaType: 'image/png',
      base64: png.toString('base64'),
    });
    const text = await company.upload({ name: 'x.png', bytes: new TextEncoder().encode('no') });
    const wrong = company.call.settings.setLogo({ ...command(), uploadId: text });
    expect(await refusalOf(wrong)).toBe('logo_not_an_image');
    const large = await company.upload({ name: 'x.png', bytes: new Uint8Array(1024 * 1024 + 1) });
    const heavy = company.call.settings.setLogo({ ...command(), uploadId: large });
    expect(await refusalOf(heavy)).toBe('file_too_large');
    await company.call.settings.setLogo({ ...command(), uploadId: null });
    expect(await company.call.settings.logo()).toBeNull();
  });

  test('a view of a list is kept, changed and removed', async () => {
    const { company } = await smallCompany();
    const { saveView, listViews, removeView } = company.call.settings;
    const made = { screen: 'customers', name: 'En retard', view: { only: ['overdue'] } };
    const { viewId } = await saveView({ ...command(), viewId: null, ...made });
    await saveView({ ...command(), viewId, ...made, name: 'Échus' });
    expect(await listViews({ screen: 'customers' })).toMatchObject([{ viewId, name: 'Échus' }]);
    await removeView({ ...command(), viewId });
    expect(await listViews({ screen: 'customers' })).toEqual([]);
    expect(await refusalOf(removeView({ ...command(), viewId }))).toBe('view_unknown');
  });
});
