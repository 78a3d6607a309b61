/** Lists of open items: columns named, then a second list marks what has left. */
import { expect, test } from 'vitest';
import { expectNoAxeViolations, openApplication, screenshot } from './support/application.ts';
import { type OpenItemRow, openItemsWorkbook } from './support/open-items-workbook.ts';
import { chooseFile, importButton, openOwnCompany } from './support/own-company.ts';

const application = openApplication({ today: '2026-11-23' });

const ROWS: readonly OpenItemRow[] = [
  ['C001', 'ATELIER DU PONT', 'F1001', '01/09/2026', '01/10/2026', 1200],
  ['C001', 'ATELIER DU PONT', 'F1002', '15/09/2026', '15/10/2026', 800.5],
  ['C002', 'BOIS ET CIE', 'F1003', '20/09/2026', '20/10/2026', 1500],
  ['C002', 'BOIS ET CIE', 'F1004', '25/10/2026', '25/11/2026', 640],
  ['C003', 'CARRIÈRES DE L’EST', 'F1005', '28/09/2026', '28/10/2026', 2200],
  ['C003', 'CARRIÈRES DE L’EST', 'F1006', '30/09/2026', '30/10/2026', 310],
];
const TOTAL = /6\s650,50/u;

test('the columns of a workbook are proposed, and what is read stands below', async () => {
  const { page } = application;
  await openOwnCompany(page, 'Essai SARL');
  await chooseFile(page, await openItemsWorkbook('postes-octobre.xlsx', ROWS));
  await page.getByRole('heading', { name: 'Colonnes du fichier' }).waitFor();
  await page.getByRole('cell', { name: 'F1001' }).first().waitFor();
  const understood = page.getByRole('table', { name: 'Ce qui sera lu' });
  await understood.getByRole('row').nth(ROWS.length).waitFor();
  expect(await understood.getByRole('row').count()).toBe(ROWS.length + 1);
  await screenshot(page, 'import-columns');
  await expectNoAxeViolations(page);
});

test('a column that is no longer read stops the reading, and says which is missing', async () => {
  const { page } = application;
  const owed = page.getByRole('combobox', { name: 'Ce qu’est la colonne Reste dû' });
  const next = page.getByRole('button', { name: 'Voir ce qui va changer' });
  await choose('Ce qu’est la colonne Reste dû', '— non lue —');
  await page.getByText('Il manque : Reste dû.').waitFor();
  expect(await next.isDisabled()).toBe(true);
  await choose('Ce qu’est la colonne Reste dû', 'Reste dû');
  expect(await owed.inputValue()).toBe('Reste dû');
  await choose('Chaque ligne est', /^Postes ouverts/u);
  await page.getByLabel('Retenir ces colonnes sous le nom').fill('Postes ouverts du lundi');
  await next.click();
  await importButton(page).waitFor();
});

test('the list goes in with its total', async () => {
  const { page } = application;
  const text = await page.getByRole('main').innerText();
  expect(text).toMatch(TOTAL);
  expect(text).toContain('égal au centime');
  await importButton(page).click();
  await page.getByRole('button', { name: /^Encours 6\s650,50/u }).waitFor();
});

test('the next list of the same layout is known, and marks what has left', async () => {
  const { page } = application;
  await page.getByRole('tab', { name: 'Fichiers' }).click();
  await chooseFile(page, await openItemsWorkbook('postes-novembre.xlsx', ROWS.slice(0, -1)));
  await page.getByText('profil « Postes ouverts du lundi »').waitFor();
  await page.getByRole('button', { name: 'Voir ce qui va changer' }).click();
  await importButton(page).waitFor();
  const left = page.getByText('Sorties, cause à confirmer').locator('..');
  expect((await left.innerText()).replace(/\s+/gu, ' ')).toContain('1 310,00 €');
  await screenshot(page, 'import-left');
  await expectNoAxeViolations(page);
  await importButton(page).click();
  await page.getByRole('button', { name: /^Encours 6\s340,50/u }).waitFor();
});

test('a list that lacks too much is stopped as partial until a person accepts', async () => {
  const { page } = application;
  await page.getByRole('tab', { name: 'Fichiers' }).click();
  await chooseFile(page, await openItemsWorkbook('postes-filtres.xlsx', ROWS.slice(0, 2)));
  await page.getByRole('button', { name: 'Voir ce qui va changer' }).click();
  await page.getByText('Fichier partiel ?').waitFor();
  expect(await importButton(page).isDisabled()).toBe(true);
  await expectNoAxeViolations(page);
  await page.getByRole('button', { name: 'Retour' }).click();
  await choose('Cette liste contient', 'seulement les clients qu’elle cite');
  await page.getByRole('button', { name: 'Voir ce qui va changer' }).click();
  await importButton(page).waitFor();
  expect(await importButton(page).isEnabled()).toBe(true);
});

async function choose(label: string, option: string | RegExp): Promise<void> {
  const { page } = application;
  await page.getByRole('combobox', { name: label }).click();
  await page.getByRole('option', { name: option, exact: typeof option === 'string' }).click();
}
