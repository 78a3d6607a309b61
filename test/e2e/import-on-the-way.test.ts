/** On the way of an import: a file dropped, its lines to look at, and one that is stopped. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { generatedFecLines, writeGeneratedFec } from '../support/fec-generator.ts';
import { writeFec } from '../support/fec-writer.ts';
import { expectNoAxeViolations, openApplication, screenshot } from './support/application.ts';
import { downloadedRows, grid, openScreen, shownRows } from './support/lists.ts';
import { chooseFile, dropFile, importButton, openOwnCompany } from './support/own-company.ts';

const application = openApplication({ today: '2026-11-23' });
const folder = mkdtempSync(path.join(tmpdir(), 'encours-large-'));
afterAll(() => rmSync(folder, { recursive: true }));

const problems = () => grid(application.page, 'Lignes à regarder');

/** A file whose lines 4, 9 and 14 have a day, an amount and an account that none can read. */
function damagedFec(): Buffer {
  const lines = [...generatedFecLines({ customers: 6, lines: 40, seed: 7 })];
  const rows = writeFec(lines).toString('utf8').split('\r\n');
  const spoil = (line: number, column: number, value: string) => {
    const cells = (rows[line - 1] ?? '').split('\t');
    cells[column] = value;
    rows[line - 1] = cells.join('\t');
  };
  spoil(4, 3, '20251345');
  spoil(9, 11, '12,3x');
  spoil(14, 4, '');
  return Buffer.from(rows.join('\r\n'), 'utf8');
}

test('a file that is dropped is read like one that is chosen', async () => {
  const { page } = application;
  await openOwnCompany(page, 'Essai SARL');
  await dropFile(page, { name: 'FEC2025.txt', mimeType: 'text/plain', buffer: damagedFec() });
  await page.getByRole('heading', { name: 'Lignes à regarder' }).waitFor();
  await importButton(page).waitFor();
  await expectNoAxeViolations(page);
});

test('Excel has the lines to look at, as they stand on screen', async () => {
  const { page } = application;
  const shown = await shownRows(problems());
  expect(shown.map((row) => row.Ligne)).toEqual(expect.arrayContaining(['4', '9', '14']));
  expect(shown.map((row) => row['Valeur lue'])).toEqual(
    expect.arrayContaining(['20251345', '12,3x']),
  );
  await problems().scrollIntoViewIfNeeded();
  await screenshot(page, 'import-problems');
  const book = await downloadedRows(page);
  expect(book.map((row) => ({ ...row, Ligne: String(row.Ligne) }))).toEqual(shown);
  await page.getByRole('button', { name: 'Abandonner' }).click();
});

test('a reading is stopped, then a writing: nothing is left, and the window goes on', async () => {
  const { page } = application;
  const file = path.join(folder, 'FEC-large.txt');
  await writeGeneratedFec(file, { customers: 4000, lines: 400_000, seed: 11 });
  await chooseFile(page, file);
  const running = page.getByRole('status').filter({ has: page.getByRole('heading') });
  await running.getByRole('button', { name: 'Arrêter' }).click({ timeout: 60_000 });
  await page.getByText('Arrêté. Rien n’a été importé.').waitFor();
  await page.getByRole('button', { name: 'Choisir un autre fichier' }).click();
  await chooseFile(page, file);
  await importButton(page).click({ timeout: 60_000 });
  await running.waitFor();
  // The window answers while it writes.
  await page.keyboard.press('Control+k');
  await page.getByRole('dialog').getByRole('textbox').fill('balance');
  await page.getByRole('dialog').getByText('Balance âgée').waitFor();
  await page.keyboard.press('Escape');
  const activity = page.getByRole('region', { name: 'Traitements en cours' });
  await activity.getByRole('button', { name: 'Annuler' }).click();
  await activity.waitFor({ state: 'detached' });
  await page.getByText('Arrêté. Rien n’a été importé.').waitFor();
  await openScreen(page, 'Imports');
  await page.getByText('Aucun fichier importé').waitFor();
  await openScreen(page, 'Clients');
  await page.getByText('Aucun client encore').waitFor();
  await openScreen(page, 'Réglages');
  await page.getByRole('button', { name: 'Diagnostic', exact: true }).click();
  await page.getByRole('button', { name: 'Vérifier le journal' }).click();
  await page.getByText(/Journal intact/u).waitFor();
}, 120_000);
