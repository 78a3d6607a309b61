/**
 * The statement of account from the customer file: what is open, then its movements between two
 * days, looked at as it will be, saved as a workbook and sent.
 */
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { MadeUpBooks } from '../support/made-up-books.ts';
import { RunningApplication } from '../support/running-application.ts';
import { TestClock } from '../support/test-clock.ts';
import { expectNoAxeViolations, openApplication, screenshot } from './support/application.ts';
import { grid, openScreen } from './support/lists.ts';

const TODAY = '2026-11-23';
const NAME = 'Société Nouvelle des Établissements Leroy Frères et Compagnie';
const root = mkdtempSync(path.join(tmpdir(), 'encours-e2e-'));
const dataFolder = path.join(root, 'data');

beforeAll(async () => {
  mkdirSync(dataFolder);
  const earlier = await RunningApplication.start({ clock: new TestClock(TODAY), dataFolder });
  const company = await earlier.createCompany('Vauclair Matériaux');
  const books = new MadeUpBooks();
  const LEROY = { code: 'LEROY', name: NAME };
  const paid = books.invoice(LEROY, '2026-08-03', 'FA098', 120_000);
  const receipt = books.receipt(LEROY, '2026-10-12', 120_000, 'VIR LEROY FA098');
  books.letter('A', '2026-10-12', [paid, receipt]);
  books.invoice(LEROY, '2026-09-15', 'FA104', 30_000);
  books.invoice(LEROY, '2026-11-02', 'FA110', 84_050);
  await company.import(books.fec(new TestClock(TODAY).today()));
  await earlier.close();
}, 60_000);

afterAll(() => rmSync(root, { recursive: true, force: true }));

const application = openApplication({
  today: TODAY,
  dataFolder,
  viewport: { width: 1280, height: 720 },
});

test('a statement is chosen, looked at and saved; nothing leaves while sending is locked', async () => {
  const { page } = application;
  await openScreen(page, 'Clients');
  await grid(page, 'Clients').getByText(NAME).click();
  await page.getByRole('heading', { level: 2, name: NAME }).waitFor();
  await page.getByRole('button', { name: 'Relevé', exact: true }).click();
  await page.getByRole('menuitem', { name: 'Relevé de compte…' }).click();
  const dialog = page.getByRole('dialog', { name: `Relevé de compte · ${NAME}` });
  await dialog.getByRole('region', { name: 'Feuilles du relevé' }).waitFor();
  await screenshot(page, 'statement-open');
  await dialog.getByText('Avec les mouvements').click();
  const from = dialog.getByLabel('Depuis le');
  expect(await from.inputValue()).toBe('01/01/2026');
  await from.fill('fin de mois');
  await dialog.getByText('La première date doit précéder celle de l’arrêté.').waitFor();
  await from.fill('01/09/2026');
  await dialog.getByRole('region', { name: 'Feuilles du relevé' }).waitFor();
  await expect
    .poll(() => dialog.getByRole('button', { name: 'Ouvrir le PDF' }).isVisible())
    .toBe(true);
  const send = dialog.getByRole('button', { name: 'Envoyer par e-mail' });
  expect(await send.isDisabled()).toBe(true);
  await expectNoAxeViolations(page);
  await screenshot(page, 'statement-movements');
  const saved = page.waitForEvent('download');
  await dialog.getByRole('button', { name: 'Excel' }).click();
  expect((await saved).suggestedFilename()).toBe('Relevé LEROY 2026-11-23.xlsx');
  await page.keyboard.press('Escape');
  await expect.poll(() => dialog.count()).toBe(0);
});
