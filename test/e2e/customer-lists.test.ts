/** The lists of customers: chosen, narrowed, to Excel, on paper, each leading to its customer. */
import { expect, test } from 'vitest';
import { expectNoAxeViolations, openApplication, screenshot } from './support/application.ts';
import { downloadedRows, grid, openScreen, shownCents, shownRows } from './support/lists.ts';

const application = openApplication({
  sample: true,
  today: '2026-11-23',
  viewport: { width: 1280, height: 720 },
});

async function choose(name: string) {
  const { page } = application;
  await page.getByLabel('Liste', { exact: true }).first().click();
  await page.getByRole('option', { name: new RegExp(`^${name}`) }).click();
}

test('who was never chased, with what is coming, late and paid', async () => {
  const { page } = application;
  await openScreen(page, 'Analyses');
  await page.getByRole('tab', { name: 'Listes' }).click();
  const list = grid(page, 'Jamais relancés');
  const rows = await shownRows(list);
  const totals = rows.pop();
  expect(rows.length).toBeGreaterThan(0);
  const sum = rows.reduce((all, row) => all + shownCents(row.Échu), 0);
  expect(sum).toBe(shownCents(totals?.Échu));
  await expectNoAxeViolations(page);
  await screenshot(page, 'lists-never-chased');
  await list.getByRole('row').nth(1).click();
  const file = page.getByRole('complementary', { name: 'Fiche client' });
  await file.getByRole('heading', { name: rows[0]?.Client ?? '' }).waitFor();
  await page.keyboard.press('Escape');
  await file.waitFor({ state: 'detached' });
});

test('every list opens, or says why it is empty', async () => {
  const { page } = application;
  const names = ['Mauvais payeurs', 'Grands comptes', 'Ne pas relancer', 'Litiges', 'Commandes'];
  for (const name of [...names, 'Suspensions', 'Encaissements']) {
    await choose(name);
    const list = page.getByRole('grid', { name: new RegExp(`^${name}`) });
    const empty = page.getByText(/^(Aucun|Rien)/);
    await list.or(empty).first().waitFor();
  }
  await screenshot(page, 'lists-receipts');
  await expectNoAxeViolations(page);
});

test('the actions of the day, by scenario, to Excel and on paper', async () => {
  const { page } = application;
  await choose('Actions du jour');
  const list = grid(page, 'Actions du jour');
  const before = (await shownRows(list)).length;
  await page.getByLabel('Scénario').first().click();
  await page.getByRole('option').first().click();
  await expect.poll(async () => (await shownRows(list)).length).toBeLessThanOrEqual(before);
  const rows = await shownRows(list);
  await screenshot(page, 'lists-actions');
  const book = await downloadedRows(page);
  rows.slice(0, -1).forEach((row, at) => {
    expect(book[at]?.Client).toBe(row.Client);
    expect(book[at]?.Détail).toBe(row.Détail);
  });
  const count = Number.parseInt((await list.getAttribute('aria-rowcount')) ?? '', 10) - 1;
  await page.evaluate(() => {
    window.print = () => document.body.setAttribute('data-printed', '');
  });
  await page.getByRole('button', { name: 'Imprimer' }).click();
  await page.locator('body[data-printed]').waitFor();
  await page.emulateMedia({ media: 'print' });
  expect(await page.locator('main table tbody tr').count()).toBe(count);
  await page.emulateMedia({ media: 'screen' });
});
