/** Why a customer is late: told in the call, read on his file, shared out in a table. */
import { expect, test } from 'vitest';
import { expectNoAxeViolations, openApplication, screenshot } from './support/application.ts';
import {
  downloadedRows,
  grid,
  openScreen,
  shownCents,
  shownRows,
  takeBack,
} from './support/lists.ts';

const application = openApplication({
  sample: true,
  today: '2026-11-23',
  viewport: { width: 1280, height: 720 },
});

const behaviour = () =>
  application.page.locator('section', {
    has: application.page.getByRole('heading', { name: 'Comportement', exact: true }),
  });
const told = () => behaviour().getByText(/à lever par/);

test('a call tells the cause that its end proposes, and who must end it', async () => {
  const { page } = application;
  await page.getByRole('link', { name: 'Clients' }).waitFor({ timeout: 60_000 });
  await openScreen(page, 'Clients');
  await grid(page, 'Clients').getByRole('row').nth(1).dblclick();
  await behaviour().waitFor();
  await page.keyboard.press('a');
  const form = page.getByRole('form', { name: 'Noter un appel' });
  await page.keyboard.press('x');
  const cause = form.getByRole('combobox', { name: 'Cause du retard' });
  await expect.poll(() => cause.inputValue()).toBe('Trésorerie');
  const owner = form.getByLabel('À lever par');
  expect(await owner.getAttribute('placeholder')).toBe('Le client');
  await expectNoAxeViolations(page);
  await screenshot(page, 'cause-call');
  await page.keyboard.press('Control+Enter');
  await told().filter({ hasText: 'Trésorerie (à lever par le client)' }).waitFor();
  await screenshot(page, 'cause-file');
});

test('it is corrected without a call, and taken back', async () => {
  const { page } = application;
  await page.getByRole('button', { name: 'Relevé' }).click();
  await page.getByRole('menuitem', { name: 'Cause du retard…' }).click();
  const form = page.getByRole('form', { name: 'Cause du retard' });
  await form.getByRole('combobox', { name: 'Cause du retard' }).click();
  await page.getByRole('option', { name: 'De notre fait' }).click();
  await form.getByLabel('À lever par').fill('Service qualité');
  await expectNoAxeViolations(page);
  await screenshot(page, 'cause-form');
  await form
    .getByRole('button', { name: /^Enregistrer/ })
    .first()
    .click();
  await told().filter({ hasText: 'De notre fait (à lever par Service qualité)' }).waitFor();
  await takeBack(page, 'Cause du retard notée');
  await told().filter({ hasText: 'Trésorerie' }).waitFor();
  await page.keyboard.press('Escape');
});

test('what is late is shared out among who must end it, to Excel too', async () => {
  const { page } = application;
  await openScreen(page, 'Analyses');
  await page.getByRole('tab', { name: 'Tableaux croisés' }).click();
  await page.getByRole('button', { name: 'Causes de retard' }).click();
  const table = grid(page, 'Tableau croisé');
  await expect
    .poll(async () => (await shownRows(table)).some((row) => row['À lever par'] === 'Le client'))
    .toBe(true);
  const lines = (await shownRows(table)).slice(0, -1);
  const amounts = lines.map((line) => shownCents(line.Total));
  expect(amounts).toEqual(amounts.toSorted((a, b) => b - a));
  expect(lines.at(-1)?.Cumul).toMatch(/^100/);
  await expectNoAxeViolations(page);
  await screenshot(page, 'cause-pareto');
  const book = await downloadedRows(page);
  expect(book.slice(0, lines.length).map((row) => row['À lever par'])).toEqual(
    lines.map((row) => row['À lever par']),
  );
});
