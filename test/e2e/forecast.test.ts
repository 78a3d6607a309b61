/** The cash to come as it is written: weeks that open their items, by promise, by due date, by group. */
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
  colorScheme: 'dark',
});

const weeks = () => grid(application.page, 'Par semaine');

/** Cents of a figure of the line above the chart. */
async function figure(label: string): Promise<number> {
  const name = application.page.getByRole('main').getByText(label, { exact: true });
  const value = name.locator('xpath=following-sibling::span[1]');
  return shownCents((await value.textContent()) ?? '');
}

const APART = ['Échu, à relancer', 'Au-delà', 'Sans échéance', 'En litige', 'Avoirs à affecter'];

test('weeks and what has no week make the outstanding', async () => {
  const { page } = application;
  await openScreen(page, 'Balance âgée');
  const balance = (await shownRows(grid(page, 'Balance âgée'))).at(-1)?.Solde;
  await openScreen(page, 'Prévisions');
  await page.getByText('Par promesse', { exact: true }).click();
  await weeks().waitFor();
  const totals = (await shownRows(weeks())).at(-1);
  let sum = shownCents(totals?.Attendu);
  for (const label of APART) sum += await figure(label);
  expect(sum).toBe(shownCents(balance));
  await page
    .getByRole('img', { name: /^Par semaine/ })
    .locator('svg')
    .waitFor({ state: 'attached' });
  await expectNoAxeViolations(page);
  await screenshot(page, 'forecast-dark');
});

test('a week opens its items, each with its day and why', async () => {
  const { page } = application;
  const row = (await shownRows(weeks()))[1];
  await weeks().focus();
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  const panel = page.getByRole('complementary', { name: /Attendu la semaine du 30 novembre/ });
  await panel.waitFor();
  const items = await shownRows(panel.getByRole('grid'));
  expect(shownCents(items.pop()?.Montant)).toBe(shownCents(row?.Attendu));
  for (const item of items) {
    expect(item['Attendu le']).toMatch(/^(30\/11|0[1-6]\/12)\/2026$/);
    expect(item.Pourquoi).not.toBe('');
  }
  await expectNoAxeViolations(page);
  await screenshot(page, 'forecast-week-dark');
  await page.keyboard.press('Escape');
  await panel.waitFor({ state: 'detached' });
});

test('an amount without a week opens its items too', async () => {
  const { page } = application;
  const disputed = await figure('En litige');
  await page.getByRole('button', { name: /^En litige/ }).click();
  const panel = page.getByRole('complementary', { name: 'En litige' });
  const items = await shownRows(panel.getByRole('grid'));
  expect(shownCents(items.at(-1)?.Montant)).toBe(disputed);
  await page.keyboard.press('Escape');
});

test('Excel has the weeks of the screen, to the cent', async () => {
  const { page } = application;
  const totals = (await shownRows(weeks())).at(-1);
  const book = await downloadedRows(page);
  expect(book).toHaveLength(13 + 1);
  expect(workbookCents(book.at(-1)?.Promis)).toBe(shownCents(totals?.Promis));
});

test('twice as many weeks, by due date', async () => {
  const { page } = application;
  await page.getByText('26 semaines').click();
  await page.getByText('Par échéance').click();
  await expect.poll(() => weeks().getAttribute('aria-rowcount')).toBe('27');
  await page.getByRole('columnheader', { name: 'Promis' }).waitFor({ state: 'detached' });
});

test('a group narrows the whole screen to it, and back', async () => {
  const { page } = application;
  const whole = await figure('Attendu sur l’horizon');
  await page.getByLabel('Grouper par').first().click();
  await page.getByRole('option', { name: 'Par commercial' }).click();
  const groups = grid(page, 'Par commercial');
  await expect.poll(async () => (await shownRows(groups)).length).toBeGreaterThan(2);
  const rows = await shownRows(groups);
  const totals = rows.pop();
  const sum = rows.reduce((all, row) => all + shownCents(row.Total), 0);
  expect(sum).toBe(shownCents(totals?.Total));
  await expectNoAxeViolations(page);
  await screenshot(page, 'forecast-groups-dark');
  await groups.getByRole('row').nth(1).click();
  const chip = page.getByRole('button', { name: `Seulement ${rows[0]?.Groupe}` });
  await chip.waitFor();
  await expect.poll(() => figure('Attendu sur l’horizon')).toBeLessThan(whole);
  await chip.click();
  await groups.waitFor();
});
