/** The time line of the watched customers: added, read by keyboard, zoomed, as a table. */
import { expect, test } from 'vitest';
import { expectNoAxeViolations, openApplication, screenshot } from './support/application.ts';
import { openScreen, takeBack } from './support/lists.ts';

const application = openApplication({
  sample: true,
  today: '2026-11-23',
  viewport: { width: 1280, height: 720 },
});

const lanes = () => application.page.getByRole('list', { name: 'Frise des clients en vigilance' });

test('a customer is put on the line and taken off it, with a way back', async () => {
  const { page } = application;
  await openScreen(page, 'Analyses');
  await page.getByRole('tab', { name: 'Frise' }).click();
  const picker = page.getByLabel('Mettre en vigilance').first();
  await picker.waitFor();
  for (const at of [0, 1, 2]) {
    await picker.click();
    const option = page.getByRole('option').nth(at);
    const name = await option.innerText();
    await option.click();
    const dialog = page.getByRole('dialog', { name: 'Marquer ce payeur' });
    await dialog.getByLabel('Raison').fill('changement de dirigeant');
    await dialog.getByRole('button', { name: 'Enregistrer' }).click();
    await dialog.waitFor({ state: 'detached' });
    await lanes().getByRole('button', { name, exact: true }).waitFor();
  }
  await expectNoAxeViolations(page);
  await screenshot(page, 'timeline');
  const before = await lanes().getByRole('listitem').count();
  await lanes()
    .getByRole('button', { name: /Retirer/ })
    .first()
    .click();
  await expect.poll(() => lanes().getByRole('listitem').count()).toBe(before - 1);
  await takeBack(page, 'n’est plus en vigilance');
  await expect.poll(() => lanes().getByRole('listitem').count()).toBe(before);
});

test('arrows go from lane to lane, Enter opens the customer', async () => {
  const { page } = application;
  const names = lanes().locator('[data-lane]');
  await names.first().focus();
  await page.keyboard.press('ArrowDown');
  const name = (await names.nth(1).innerText()).trim();
  await page.keyboard.press('Enter');
  const file = page.getByRole('complementary', { name: 'Fiche client' });
  await file.getByRole('heading', { name }).waitFor();
  await page.keyboard.press('Escape');
  await file.waitFor({ state: 'detached' });
});

test('a month shows less than six, and the table says the same as the line', async () => {
  const { page } = application;
  const marks = lanes().locator('[role=img]');
  const all = await marks.count();
  await page.getByText('Tableau', { exact: true }).click();
  await expect.poll(() => page.locator('main table tbody tr').count()).toBe(all);
  await expectNoAxeViolations(page);
  await screenshot(page, 'timeline-table');
  await page.getByText('Frise', { exact: true }).last().click();
  await page.getByText('1 mois', { exact: true }).click();
  await expect.poll(() => marks.count()).toBeLessThan(all);
  await screenshot(page, 'timeline-month');
});
