/** The aged balance held against the ledger, and every figure opened. */
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

const balance = () => grid(application.page, 'Balance âgée');
const AGES = [
  'Non échu',
  '1–30 j',
  '31–60 j',
  '61–90 j',
  'Plus de 90 j',
  'Sans échéance',
  'Avoirs et rgts',
];
/** A column by its words, whatever the kind of their spaces. */
const cell = (row: Record<string, string | number> | undefined, name: string) =>
  Object.entries(row ?? {}).find(([title]) => title.replace(/\s/gu, ' ') === name)?.[1];
const shown = (row: Record<string, string> | undefined, name: string) =>
  shownCents(String(cell(row, name)));

test('the balance equals the ledger, and its columns make it', async () => {
  const { page } = application;
  await openScreen(page, 'Balance âgée');
  const totals = (await shownRows(balance())).at(-1);
  const sum = AGES.reduce((all, age) => all + shown(totals, age), 0);
  expect(sum).toBe(shown(totals, 'Solde'));
  await page.getByText('égal à la balance entière').waitFor();
  await expectNoAxeViolations(page);
  await screenshot(page, 'aged-balance');
});

test('the figure of a customer opens his items, which make it', async () => {
  const { page } = application;
  const [first] = await shownRows(balance());
  const row = balance().getByRole('row').nth(1);
  await row.getByTitle('Voir les pièces').first().click();
  const panel = page.getByRole('complementary', { name: /Pièces/ });
  await panel.getByRole('heading', { name: first?.Client ?? '' }).waitFor();
  const items = await shownRows(panel.getByRole('grid'));
  const total = items.pop();
  const sum = items.reduce((all, item) => all + shownCents(item['Reste dû']), 0);
  expect(sum).toBe(shown(first, 'Non échu'));
  expect(shownCents(total?.['Reste dû'])).toBe(sum);
  await expectNoAxeViolations(page);
  await screenshot(page, 'aged-balance-items');
  await page.keyboard.press('Escape');
  await panel.waitFor({ state: 'detached' });
});

test('the menu of a row opens the same by keyboard', async () => {
  const { page } = application;
  await balance().focus();
  await page.keyboard.press('Shift+F10');
  await page.getByRole('menuitem', { name: /Pièces : Non échu/ }).press('Enter');
  await page.getByRole('complementary', { name: /Non échu/ }).waitFor();
  await page.keyboard.press('Escape');
});

test('Excel is the screen, to the cent', async () => {
  const { page } = application;
  const rows = await shownRows(balance());
  const totals = rows.pop();
  const book = await downloadedRows(page);
  const bookNames = [...AGES.slice(0, -1), 'Avoirs et règlements'];
  rows.forEach((row, at) => {
    expect(book[at]?.Client).toBe(row.Client);
    AGES.forEach((age, column) => {
      expect(workbookCents(cell(book[at], bookNames[column] ?? ''))).toBe(shown(row, age));
    });
  });
  expect(workbookCents(book.at(-1)?.Solde)).toBe(shown(totals, 'Solde'));
});

test('by document date nothing is not due yet; the total is the same', async () => {
  const { page } = application;
  const before = shown((await shownRows(balance())).at(-1), 'Solde');
  await page.getByText('Date de pièce', { exact: true }).click();
  await page.getByRole('columnheader', { name: 'Non échu' }).waitFor({ state: 'detached' });
  expect(shown((await shownRows(balance())).at(-1), 'Solde')).toBe(before);
  await page.getByText('Échéance', { exact: true }).first().click();
});

test('the balance of a past day equals the ledger of that day', async () => {
  const { page } = application;
  const net = page.getByText('Solde net').locator('xpath=..');
  const before = await net.innerText();
  await page.getByRole('button', { name: 'Au 23/11/2026' }).click();
  await page.getByRole('button', { name: 'Fin du mois dernier' }).click();
  await page.getByRole('button', { name: 'Au 31/10/2026' }).waitFor();
  await expect.poll(() => net.innerText()).not.toBe(before);
  await page.getByText('égal à la balance entière').waitFor();
});

test('groups are named in words', async () => {
  const { page } = application;
  await page.getByLabel('Grouper par').first().click();
  await page.getByRole('option', { name: 'Par profil' }).click();
  await expect
    .poll(async () => (await shownRows(balance())).map((row) => Object.values(row)[0]))
    .toContain('PME');
  await screenshot(page, 'aged-balance-groups');
});

test('on paper every row stands, not only those in sight', async () => {
  const { page } = application;
  await page.getByLabel('Grouper par').first().click();
  await page.getByRole('option', { name: 'Par client' }).click();
  await page.getByRole('columnheader', { name: 'Client' }).waitFor();
  const count = Number.parseInt((await balance().getAttribute('aria-rowcount')) ?? '', 10) - 1;
  await page.evaluate(() => {
    window.print = () => document.body.setAttribute('data-printed', '');
  });
  await page.getByRole('button', { name: 'Imprimer' }).click();
  await page.locator('body[data-printed]').waitFor();
  await page.emulateMedia({ media: 'print' });
  expect(await page.locator('main table tbody tr').count()).toBe(count);
  expect(await balance().isVisible()).toBe(false);
  await page.emulateMedia({ media: 'screen' });
});
