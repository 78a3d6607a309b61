/** Alerts: a rule built with its preview, told at once, put aside, taken back, to Excel. */
import { expect, test } from 'vitest';
import { expectNoAxeViolations, openApplication, screenshot } from './support/application.ts';
import { downloadedRows, grid, openScreen, shownRows } from './support/lists.ts';

const application = openApplication({
  sample: true,
  today: '2026-11-23',
  viewport: { width: 1280, height: 720 },
});

const list = () => grid(application.page, 'Alertes');

async function chooseCriterion(name: string) {
  const { page } = application;
  await page.getByLabel('Ajouter un critère').first().click();
  await page.getByRole('option', { name, exact: true }).click();
}

test('a rule is built with its preview, and tells at once', async () => {
  const { page } = application;
  await openScreen(page, 'Analyses');
  await page.getByRole('tab', { name: 'Alertes' }).click();
  await page.getByRole('button', { name: 'Règles', exact: true }).click();
  const panel = page.getByRole('complementary', { name: 'Règles' });
  await panel.getByText('Gros retard sans contact').waitFor();
  await expectNoAxeViolations(page);
  await screenshot(page, 'alert-rules');
  await panel.getByRole('button', { name: 'Nouvelle règle' }).click();
  const dialog = page.getByRole('dialog', { name: 'Nouvelle règle' });
  await dialog.getByLabel('Nom').fill('Vieux retards');
  await chooseCriterion('Retard d’au moins');
  await dialog.getByRole('textbox', { name: 'Retard d’au moins' }).fill('60');
  await chooseCriterion('Échu d’au moins');
  await dialog.getByRole('textbox', { name: 'Échu d’au moins' }).fill('500');
  const told = dialog.getByText(/clients? aujourd’hui/);
  await expect.poll(async () => await told.innerText()).toMatch(/^\d+ clients? aujourd’hui/);
  await expectNoAxeViolations(page);
  await screenshot(page, 'alert-rule');
  const count = Number.parseInt(await told.innerText(), 10);
  expect(count).toBeGreaterThan(0);
  await dialog.getByRole('button', { name: 'Enregistrer' }).click();
  await dialog.waitFor({ state: 'detached' });
  await panel.getByText('Vieux retards').waitFor();
  await page.keyboard.press('Escape');
  await panel.waitFor({ state: 'detached' });
  await page.getByLabel('Règle', { exact: true }).first().click();
  await page.getByRole('option', { name: 'Vieux retards' }).click();
  await expect.poll(async () => (await shownRows(list())).length - 1).toBe(count);
  await expectNoAxeViolations(page);
  await screenshot(page, 'alerts');
});

test('the alerts are the workbook', async () => {
  const { page } = application;
  const rows = await shownRows(list());
  rows.pop();
  const book = await downloadedRows(page);
  expect(book.map((row) => row.Client)).toEqual(rows.map((row) => row.Client));
});

test('an alert put aside waits among those put aside, and can be taken back', async () => {
  const { page } = application;
  const before = await shownRows(list());
  await list().focus();
  await page.keyboard.press('Shift+F10');
  await page.getByRole('menuitem', { name: 'Mettre de côté…' }).press('Enter');
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel('Motif').fill('Échéancier signé');
  await dialog.getByRole('button', { name: 'Mettre de côté' }).click();
  await page.getByText('Alerte mise de côté.').waitFor();
  await page.getByRole('button', { name: /De côté/ }).click();
  const aside = await shownRows(list());
  expect(aside[0]?.Client).toBe(before[0]?.Client);
  expect(aside[0]?.Motif).toBe('Échéancier signé');
  await list().focus();
  await page.keyboard.press('Shift+F10');
  await page.getByRole('menuitem', { name: 'Reprendre' }).press('Enter');
  await page.getByText('Aucune alerte n’est mise de côté.').waitFor();
  await page.getByRole('button', { name: /À regarder/ }).click();
  await expect.poll(async () => (await shownRows(list())).length).toBe(before.length);
});

test('the customer file says what stands', async () => {
  const { page } = application;
  await list().getByRole('row').nth(1).click();
  const file = page.getByRole('complementary', { name: 'Fiche client' });
  await file.getByText('Vieux retards').waitFor();
  await screenshot(page, 'alerts-customer');
});
