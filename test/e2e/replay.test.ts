/**
 * The dry run under a chosen scenario, and the replay of the last months: asked, read, exported,
 * stopped, found again after a reload; each in a picture, light and dark.
 */
import { expect, test } from 'vitest';
import { expectNoAxeViolations, openApplication, screenshot } from './support/application.ts';
import { downloadedRows, grid, openScreen, shownRows } from './support/lists.ts';

const application = openApplication({
  sample: true,
  today: '2026-11-23',
  viewport: { width: 1280, height: 720 },
});

const choose = (name: RegExp) =>
  application.page.getByRole('main').locator('label').filter({ hasText: name }).first().click();
const button = (name: string) =>
  application.page.getByRole('button', { name, exact: true }).click();

test('the days to come, everybody under one scenario', async () => {
  const { page } = application;
  await openScreen(page, 'Relances');
  await page.getByRole('tab', { name: /^Simulation/u }).click();
  const steps = grid(page, 'Messages par semaine et par étape');
  await steps.waitFor();
  await page.getByRole('combobox', { name: 'Scénario simulé' }).click();
  await page.getByRole('option', { name: 'Courtois', exact: true }).click();
  await steps.getByText('Courtois').first().waitFor();
  expect(await steps.getByText('Payeur chronique').count()).toBe(0);
  await expectNoAxeViolations(page);
  await screenshot(page, 'dry-run-scenario');
});

test('the last months under that scenario, by week and by customer', async () => {
  const { page } = application;
  await choose(/^Derniers mois$/u);
  await page.getByText('Rien n’est écrit ni envoyé.').waitFor();
  await expectNoAxeViolations(page);
  await screenshot(page, 'replay-before');
  await button('Rejouer');
  const weeks = grid(page, 'Étapes par semaine');
  await weeks.waitFor();
  expect((await shownRows(weeks)).length).toBeGreaterThan(8);
  expect((await shownRows(grid(page, 'Qui aurait été contacté'))).length).toBeGreaterThan(8);
  await screenshot(page, 'replay');
  await page.getByText('Comme si…').click();
  await page.getByText(/^Encours avait été mis en route le/u).waitFor();
  await expectNoAxeViolations(page);
  await screenshot(page, 'replay-as-if');
  await page.getByText('Comme si…').click();
});

test('Excel has every week', async () => {
  const { page } = application;
  const region = page.getByRole('region', { name: 'Étapes par semaine' });
  const rows = await downloadedRows(page, region.getByRole('button', { name: 'Excel' }));
  expect(rows.length).toBeGreaterThanOrEqual(13);
});

test('found again after a reload; Enter opens the customer', async () => {
  const { page } = application;
  await page.reload();
  const contacted = grid(page, 'Qui aurait été contacté');
  await contacted.waitFor();
  await page.emulateMedia({ colorScheme: 'dark' });
  await screenshot(page, 'replay-dark');
  await expectNoAxeViolations(page);
  await page.emulateMedia({ colorScheme: 'light' });
  await contacted.focus();
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  await page
    .getByRole('button', { name: /^Appel/u })
    .first()
    .waitFor();
  await page.keyboard.press('Escape');
  await page.getByRole('button', { name: 'Appel entrant' }).waitFor({ state: 'hidden' });
});

test('another choice asks to replay again', async () => {
  const { page } = application;
  await choose(/^12 mois$/u);
  await page.getByText('Rien n’est écrit ni envoyé.').waitFor();
  await button('Rejouer');
  await grid(page, 'Étapes par semaine').waitFor();
  await page.getByText(/^Du 23\/11\/2025 au 22\/11\/2026 · Courtois/u).waitFor();
  await screenshot(page, 'replay-year');
});
