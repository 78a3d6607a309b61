/** Any measure by any two dimensions: held against the ledger, opened, to Excel and back. */
import { expect, test } from 'vitest';
import { expectNoAxeViolations, openApplication, screenshot } from './support/application.ts';
import {
  downloadedRows,
  grid,
  openScreen,
  shownCents,
  shownRows,
  workbookCents,
} from './support/lists.ts';

const application = openApplication({
  sample: true,
  today: '2026-11-23',
  viewport: { width: 1280, height: 720 },
});

const table = () => grid(application.page, 'Tableau croisé');
const plain = (text: string) => text.replace(/\s/gu, ' ');
type Line = Record<string, string | number>;

async function choose(label: string, option: string) {
  const { page } = application;
  await page.getByRole('main').getByLabel(label, { exact: true }).first().click();
  await page.getByRole('option', { name: option, exact: true }).click();
}

/** Each figure of a line under its column, without the first column. */
function figures(line: Line, read: (cell: string | number) => number): Record<string, number> {
  const cells = Object.entries(line).slice(1);
  return Object.fromEntries(cells.map(([name, cell]) => [plain(name), read(cell)]));
}
const shownFigures = (line: Line = {}) => figures(line, (cell) => shownCents(String(cell)));

test('rows and columns sum to the outstanding, which is the ledger', async () => {
  const { page } = application;
  await openScreen(page, 'Analyses');
  await page.getByRole('tab', { name: 'Tableaux croisés' }).click();
  await page.getByText('égal au centime').waitFor();
  const lines = await shownRows(table());
  const totals = shownFigures(lines.pop());
  for (const [name, total] of Object.entries(totals)) {
    const own = lines.reduce((sum, line) => sum + (shownFigures(line)[name] ?? 0), 0);
    expect(own, name).toBe(total);
  }
  const { Total: whole, ...columns } = totals;
  expect(Object.values(columns).reduce((sum, cents) => sum + cents, 0)).toBe(whole);
  await expectNoAxeViolations(page);
  await screenshot(page, 'cross-table');
});

test('the table goes to Excel and back to the cent', async () => {
  const { page } = application;
  const lines = await shownRows(table());
  const book = await downloadedRows(page);
  expect(book.length).toBe(lines.length);
  lines.forEach((line, at) => {
    const [first] = Object.values(line);
    // The last line is the total, which the screen calls by its count.
    if (at < lines.length - 1) expect(Object.values(book[at] ?? {})[0]).toBe(first);
    expect(figures(book[at] ?? {}, workbookCents)).toEqual(shownFigures(line));
  });
});

test('a cell opens the items that make it, by mouse and by keyboard', async () => {
  const { page } = application;
  const [line] = await shownRows(table());
  const [name] = Object.values(line ?? {});
  await table().getByRole('row').nth(1).getByTitle('Voir ce qui compose').last().click();
  const panel = page.getByRole('complementary', { name: /Encours/ });
  await panel.getByRole('heading', { name: name ?? '' }).waitFor();
  const items = await shownRows(panel.getByRole('grid'));
  expect(shownCents(items.at(-1)?.['Reste dû'])).toBe(shownFigures(line).Total);
  await expectNoAxeViolations(page);
  await screenshot(page, 'cross-table-items');
  await page.keyboard.press('Escape');
  await panel.waitFor({ state: 'detached' });
  await table().focus();
  await page.keyboard.press('Shift+F10');
  await page.getByRole('menuitem', { name: /Non échu/ }).press('Enter');
  await page.getByRole('complementary', { name: /Non échu/ }).waitFor();
  await page.keyboard.press('Escape');
});

test('one value can be kept; the whole stays held against the ledger', async () => {
  const { page } = application;
  const [line] = await shownRows(table());
  const [name] = Object.values(line ?? {});
  await table().focus();
  await page.keyboard.press('Shift+F10');
  await page.getByRole('menuitem', { name: /Ne garder que/ }).press('Enter');
  const chip = page.getByRole('button', { name: `Commercial : ${name}` });
  await chip.waitFor();
  await expect.poll(async () => (await shownRows(table())).length).toBe(2);
  await page.getByText('égal au centime').waitFor();
  await chip.click();
  await expect.poll(async () => (await shownRows(table())).length).toBeGreaterThan(2);
});

test('receipts by customer and month, the first ten and the others', async () => {
  const { page } = application;
  await choose('Mesure', 'Encaissements');
  await choose('En lignes', 'Client');
  await choose('Lignes gardées', '10 premières et autres');
  await page.getByRole('columnheader', { name: /nov\. 2026/ }).waitFor();
  await page.getByText('Total des encaissements par jour').waitFor();
  const lines = await shownRows(table());
  expect(lines.at(-2)?.Client).toBe('Autres');
  expect(lines.length).toBe(12);
  await page.getByText('égal au centime').waitFor();
  await expectNoAxeViolations(page);
  await screenshot(page, 'cross-table-receipts');
  await table().getByRole('row').nth(1).getByTitle('Voir ce qui compose').last().click();
  const panel = page.getByRole('complementary', { name: /Encaissements/ });
  await panel.getByRole('grid').waitFor();
  await page.keyboard.press('Escape');
});

test('a view keeps the question, and gives it back', async () => {
  const { page } = application;
  await page.getByRole('button', { name: 'Vues' }).click();
  await page.getByRole('menuitem', { name: /Enregistrer/ }).click();
  await page.getByLabel('Nom de la vue').fill('Encaissements par client');
  await page.keyboard.press('Enter');
  await page.getByText('Vue enregistrée').first().waitFor();
  await choose('Mesure', 'Échu');
  await page.getByRole('columnheader', { name: /nov\. 2026/ }).waitFor({ state: 'detached' });
  await page.getByRole('button', { name: 'Vues' }).click();
  await page.getByRole('menuitem', { name: 'Encaissements par client', exact: true }).click();
  await page.getByRole('columnheader', { name: /nov\. 2026/ }).waitFor();
});

test('rows and columns change places', async () => {
  const { page } = application;
  await choose('Mesure', 'Nombre de clients');
  await page.getByRole('button', { name: 'Échanger lignes et colonnes' }).click();
  await page.getByRole('columnheader', { name: 'Mois de la pièce' }).waitFor();
  await screenshot(page, 'cross-table-turned');
});

test('on paper every row stands', async () => {
  const { page } = application;
  await page.evaluate(() => {
    window.print = () => document.body.setAttribute('data-printed', '');
  });
  const count = Number.parseInt((await table().getAttribute('aria-rowcount')) ?? '', 10) - 1;
  await page.getByRole('button', { name: 'Imprimer' }).click();
  await page.locator('body[data-printed]').waitFor();
  await page.emulateMedia({ media: 'print' });
  expect(await page.locator('main table tbody tr').count()).toBe(count);
  await page.emulateMedia({ media: 'screen' });
});
