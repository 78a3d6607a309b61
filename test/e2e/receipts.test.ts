/**
 * A statement of the bank comes in, its receipts are confirmed by keyboard: the promise is
 * kept at once, and everything can be taken back.
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { calendarDate } from '../../src/shared/kernel/calendar-date.ts';
import { cfonbDetail } from '../support/bank-files.ts';
import { MadeUpBooks } from '../support/made-up-books.ts';
import { newCommandId, RunningApplication } from '../support/running-application.ts';
import { TestClock } from '../support/test-clock.ts';
import { statement } from '../use-cases/bank-statements.ts';
import { customerIdOf, openItems } from '../use-cases/reading.ts';
import { expectNoAxeViolations, openApplication, screenshot } from './support/application.ts';
import {
  downloadedRows,
  grid,
  openScreen,
  shownRows,
  standsStill,
  takeBack,
} from './support/lists.ts';
import { chooseFile, importButton } from './support/own-company.ts';

const MONDAY = '2026-11-23';
const VAL = { code: 'VAL', name: 'Val Matériaux' };
const LEROY = { code: 'LEROY', name: 'Leroy Frères' };
const MARTIN = { code: 'MARTIN', name: 'Martin et fils' };
const dataFolder = mkdtempSync(path.join(tmpdir(), 'encours-e2e-'));
const books = new MadeUpBooks();
books.invoice(VAL, '2026-09-01', 'FA102', 80_000);
books.invoice(LEROY, '2026-09-05', 'FA104', 130_000);
books.invoice(MARTIN, '2026-10-01', 'FA106', 60_000);
books.receipt(LEROY, '2026-11-20', 5_000, 'VIR LEROY');
const FILE = statement('releve-novembre.txt', [
  { cents: 80_000, label: 'VIR SEPA VAL MATERIAUX FA102', date: '201126' },
  { cents: 60_000, label: 'VIR SEPA MARTIN ET FILS FA106', date: '201126' },
  {
    cents: 125_000,
    label: 'VIR SEPA LEROY FRERES',
    date: '201126',
    details: [cfonbDetail('NPY', 'LEROY FRERES')],
  },
  { cents: 4_200, label: 'VIR INTERNE', date: '191126' },
  { cents: -999, label: 'FRAIS DE TENUE DE COMPTE', date: '191126' },
]);

/** Three customers who owe; one promised. */
beforeAll(async () => {
  const clock = new TestClock('2026-10-19');
  const earlier = await RunningApplication.start({ clock, dataFolder });
  const company = await earlier.createCompany('Vauclair Matériaux');
  const { call } = company;
  const command = () => ({ commandId: newCommandId() });
  await company.import(books.fec(calendarDate(MONDAY)));
  for (const { customerIds, terms } of await call.imports.termsGroups()) {
    await call.imports.confirmTerms({ ...command(), customerIds, terms });
  }
  for (const code of ['VAL', 'LEROY', 'MARTIN']) {
    const customerId = await customerIdOf(company, code);
    const about = { phone: null, mobile: null, comment: '' };
    const email = `compta@${code.toLowerCase()}.example`;
    const contact = { name: 'Service comptable', role: 'accounting', email, ...about } as const;
    await call.actions.recordContact({ ...command(), customerId, contactId: null, contact });
  }
  const leroy = await customerIdOf(company, 'LEROY');
  const idOf = async (customerId: number, wanted: string) =>
    (await openItems(company, customerId)).find((one) => one.documentNumber === wanted)
      ?.receivableId ?? 0;
  await earlier.newDay(calendarDate('2026-11-17'));
  await call.actions.recordPromise({
    ...command(),
    customerId: leroy,
    receivableIds: [await idOf(leroy, 'FA104')],
    promisedFor: calendarDate('2026-11-20'),
    amountCents: 125_000,
    method: 'transfer',
    comment: '',
  });
  await earlier.close();
}, 60_000);

afterAll(() => rmSync(dataFolder, { recursive: true, force: true }));

const application = openApplication({
  today: MONDAY,
  dataFolder,
  viewport: { width: 1280, height: 720 },
});

test('the statement shows its balances, then goes in and leads to the receipts', async () => {
  const { page } = application;
  await openScreen(page, 'Imports');
  const { name, bytes } = FILE;
  await chooseFile(page, { name, mimeType: 'text/plain', buffer: Buffer.from(bytes) });
  await page.getByText('départ + mouvements = arrivée').waitFor();
  await screenshot(page, 'receipts-preview');
  await expectNoAxeViolations(page);
  await importButton(page).click();
  await grid(page, 'À rapprocher').waitFor();
  await page.getByText(/Banque au 22\/11/u).waitFor();
});

test('what each receipt seems to pay is said, with its reason', async () => {
  const { page } = application;
  const list = grid(page, 'À rapprocher');
  await expect
    .poll(async () => (await shownRows(list)).map((row) => row.Proposition).join(' / '))
    .toMatch(/Leroy Frères · FA104.*Martin et fils · FA106.*Val Matériaux · FA102/u);
  const side = page.getByRole('complementary', { name: 'Ce qu’il semble régler' });
  await list.focus();
  await side.getByRole('button', { name: 'Confirmer la proposition 1' }).waitFor();
  await screenshot(page, 'receipts-to-match');
  await expectNoAxeViolations(page);
  const saved = await downloadedRows(page);
  expect(saved.length).toBeGreaterThan(2);
});

test('Enter confirms the first proposal of each, and the toast takes one back', async () => {
  const { page } = application;
  const list = grid(page, 'À rapprocher');
  /** The first line seems to pay this; the key is pressed once that is said. */
  const pressOn = async (document: string, key: string) => {
    await expect.poll(async () => (await shownRows(list))[0]?.Proposition).toContain(document);
    await standsStill(page, list);
    await list.focus();
    await page.keyboard.press(key);
  };
  await pressOn('FA104', 'Enter');
  await page.getByRole('alert').filter({ hasText: 'Leroy Frères' }).waitFor();
  await pressOn('FA106', 'Enter');
  await pressOn('FA102', 'Enter');
  await page.getByRole('alert').filter({ hasText: 'Val Matériaux' }).waitFor();
  await takeBack(page, 'Val Matériaux');
  await pressOn('FA102', '1');
  await expect.poll(async () => (await shownRows(list))[0]?.Payeur).toMatch(/INTERNE/u);
});

test('a movement of no customer is set aside', async () => {
  const { page } = application;
  await standsStill(page, grid(page, 'À rapprocher'));
  await grid(page, 'À rapprocher').focus();
  await page.keyboard.press('x');
  const dialog = page.getByRole('dialog', { name: /^Écarter/u });
  await dialog.getByRole('textbox').fill('virement interne');
  await expectNoAxeViolations(page);
  await screenshot(page, 'receipts-aside');
  await dialog.getByRole('button', { name: 'Écarter' }).click();
  await page.getByText('Aucun encaissement à rapprocher.').waitFor();
  await screenshot(page, 'receipts-empty');
  await expectNoAxeViolations(page);
  await page.getByRole('tab', { name: 'Reçus' }).click();
  await expect.poll(async () => (await shownRows(grid(page, 'Reçus'))).length).toBeGreaterThan(2);
  await screenshot(page, 'receipts-received');
  await expectNoAxeViolations(page);
  await page.getByRole('tab', { name: 'Relevés' }).click();
  await page.getByText('releve-novembre.txt').waitFor();
  await screenshot(page, 'receipts-statements');
  await expectNoAxeViolations(page);
});

test('the promise is kept at once', async () => {
  const { page } = application;
  await openScreen(page, 'Promesses et litiges');
  const rows = await shownRows(grid(page, 'Promesses'));
  expect(rows[0]).toMatchObject({ Client: 'Leroy Frères', Issue: 'tenue' });
});

test('a receipt is split over items, the rest stays on account', async () => {
  const { page } = application;
  await openScreen(page, 'Encaissements');
  await page.getByRole('tab', { name: 'Reçus' }).click();
  const list = grid(page, 'Reçus');
  await list.focus();
  const side = page.getByRole('complementary', { name: 'Ce qu’il semble régler' });
  await side.getByRole('button', { name: 'Affecter…' }).click();
  const dialog = page.getByRole('dialog', { name: /^Répartir/u });
  await dialog.getByRole('combobox', { name: 'Client' }).waitFor();
  await screenshot(page, 'receipts-split');
  await expectNoAxeViolations(page);
  const fields = dialog.getByRole('textbox', { name: /^Affecté/u });
  if ((await fields.count()) > 0) await fields.first().fill('100,00');
  await dialog
    .getByRole('button', { name: /^(Confirmer la répartition|Laisser en compte)/u })
    .click();
  await page.getByRole('tab', { name: /^En compte/u }).click();
  await expect.poll(async () => (await shownRows(grid(page, 'En compte'))).length).toBe(2);
  await screenshot(page, 'receipts-on-account');
  await expectNoAxeViolations(page);
});
