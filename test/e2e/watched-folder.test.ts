/** A folder is set, a file arrives there, waits, is opened from the imports and goes in. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { ciiFile, facturXFile } from '../support/invoice-files.ts';
import { expectNoAxeViolations, openApplication, screenshot } from './support/application.ts';
import { openScreen, takeBack } from './support/lists.ts';
import { type OpenItemRow, openItemsWorkbook } from './support/open-items-workbook.ts';
import { importButton, openOwnCompany } from './support/own-company.ts';

const application = openApplication({ today: '2026-11-23' });
const folder = mkdtempSync(path.join(tmpdir(), 'encours-entrees-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const ROWS: readonly OpenItemRow[] = [
  ['C001', 'ATELIER DU PONT', 'F1001', '01/09/2026', '01/10/2026', 1200],
  ['C002', 'BOIS ET CIE', 'F1003', '20/09/2026', '20/10/2026', 1500],
];
const F1001 = {
  number: 'F1001',
  issueDate: '2026-09-01',
  dueDate: '2026-12-15',
  amountCents: 120_000,
  buyer: 'Atelier du Pont',
};

test('the folder is set by its path, and one that is not there is refused', async () => {
  const { page } = application;
  await openOwnCompany(page, 'Essai SARL');
  await openScreen(page, 'Réglages');
  await page.getByRole('button', { name: 'Dossier surveillé' }).click();
  const field = page.getByRole('textbox', { name: 'Dossier surveillé' });
  await field.fill(path.join(folder, 'nulle-part'));
  await page.getByRole('button', { name: 'Enregistrer' }).click();
  await page.getByText('Ce dossier n’existe pas').waitFor();
  expect(application.takeComplaints()).toEqual([expect.stringContaining('settings/change')]);
  await field.fill(folder);
  await page.getByRole('button', { name: 'Enregistrer' }).click();
  await page.getByText('Réglages enregistrés.').waitFor();
  await expectNoAxeViolations(page);
});

test('a file that arrives waits, and is opened as if it had been dropped', async () => {
  const { page } = application;
  const { name, buffer } = await openItemsWorkbook('postes.xlsx', ROWS);
  writeFileSync(path.join(folder, name), buffer);
  await openScreen(page, 'Imports');
  await page.getByRole('button', { name: 'Regarder maintenant' }).click();
  await page.getByText('1 fichier attend').waitFor();
  await screenshot(page, 'watched-waiting');
  await expectNoAxeViolations(page);
  await page.getByRole('button', { name: 'Ouvrir postes.xlsx' }).click();
  await page.getByRole('button', { name: 'Voir ce qui va changer' }).click();
  await importButton(page).click();
  await page.getByRole('tab', { name: 'Fichiers' }).click();
  await page.getByText('Rien de nouveau dans le dossier surveillé.').waitFor();
});

test('invoices that arrive are read together; one is set aside and taken back', async () => {
  const { page } = application;
  const pdf = await facturXFile(F1001, 'F1001.pdf');
  const number = 'F1003';
  const xml = ciiFile({ ...F1001, number, issueDate: '2026-09-20', amountCents: 150_000 });
  writeFileSync(path.join(folder, pdf.name), pdf.bytes);
  writeFileSync(path.join(folder, 'F1003.xml'), xml.bytes);
  await page.getByRole('button', { name: 'Regarder maintenant' }).click();
  await page.getByText('2 fichiers attendent').waitFor();
  await page.getByRole('button', { name: 'Mettre de côté F1003.xml' }).click();
  await page.getByText('1 fichier attend').waitFor();
  await takeBack(page, 'F1003.xml');
  await page.getByText('2 fichiers attendent').waitFor();
  await screenshot(page, 'watched-invoices');
  await page.getByRole('button', { name: 'Lire les 2 factures ensemble' }).click();
  await page.getByRole('button', { name: 'Rattacher 2 factures' }).click();
  await page.getByText('2 factures rattachées.').waitFor();
  await page.getByText('Rien de nouveau dans le dossier surveillé.').waitFor();
  await page.getByRole('button', { name: 'Voir aussi ce qui n’attend plus' }).click();
  await expect.poll(() => page.getByText('déjà importé').count()).toBe(3);
  await screenshot(page, 'watched-imported');
  await expectNoAxeViolations(page);
});

test('a folder that vanishes says so', async () => {
  const { page } = application;
  rmSync(folder, { recursive: true });
  await page.getByRole('button', { name: 'Regarder maintenant' }).click();
  await page.getByText('Le dossier surveillé ne répond pas').waitFor();
  await expectNoAxeViolations(page);
});
