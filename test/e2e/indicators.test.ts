/** The indicators: what they are, how they are computed, cut by a dimension, on another day. */
import { expect, test } from 'vitest';
import { expectNoAxeViolations, openApplication, screenshot } from './support/application.ts';
import { downloadedRows, grid, openScreen, shownCents, shownRows } from './support/lists.ts';

const application = openApplication({
  sample: true,
  today: '2026-11-23',
  viewport: { width: 1280, height: 720 },
});

const table = () => grid(application.page, 'Indicateurs');
const resultOf = async (name: string) =>
  (await shownRows(table())).find((row) => row.Indicateur === name)?.Résultat;

test('the indicators of the company are there once the history was read', async () => {
  const { page } = application;
  await page.getByRole('link', { name: 'Analyses' }).waitFor({ timeout: 60_000 });
  await openScreen(page, 'Analyses');
  await table().waitFor({ timeout: 60_000 });
  const rows = await shownRows(table());
  expect(rows.find((row) => row.Indicateur?.startsWith('DSO (méthode'))?.Résultat).toMatch(
    /^\d+,\d\sj$/,
  );
  await expectNoAxeViolations(page);
  await screenshot(page, 'indicators');
}, 180_000);

test('an indicator opens on its formula with its own figures, and takes an objective', async () => {
  const { page } = application;
  const shown = await resultOf('Taux d’échu');
  await table().getByText('Taux d’échu', { exact: true }).click();
  const panel = page.getByRole('complementary', { name: 'Taux d’échu' });
  await panel.getByText('Échu ÷ créances').waitFor();
  const sum = (await panel.getByText(/÷ .* = /).textContent()) ?? '';
  const [overdue, receivables] = sum.split('=')[0]?.split('÷').map(shownCents) ?? [];
  expect(sum.endsWith(shown ?? '?')).toBe(true);
  const told = `${(((overdue ?? 0) / (receivables ?? 1)) * 100).toFixed(1)}`.replace('.', ',');
  expect(shown?.startsWith(told)).toBe(true);
  await panel
    .getByRole('img', { name: /mois par mois/ })
    .locator('svg')
    .waitFor();
  await panel.getByRole('textbox', { name: 'Objectif' }).fill('12');
  await panel.getByRole('button', { name: 'Fixer' }).click();
  await panel.getByRole('button', { name: 'Sans objectif' }).waitFor();
  await panel.getByText('25 mois').click();
  await expectNoAxeViolations(page);
  await screenshot(page, 'indicator-panel');
  await page.keyboard.press('Escape');
  await panel.waitFor({ state: 'detached' });
  const row = (await shownRows(table())).find(({ Indicateur }) => Indicateur === 'Taux d’échu');
  expect(row?.Objectif).toMatch(/^12,0/);
});

test('cut by customer, the late ones first; a group opens on its own indicators', async () => {
  const { page } = application;
  await page.getByRole('combobox', { name: 'Détailler par' }).click();
  await page.getByRole('option', { name: 'Par commercial' }).click();
  const groups = grid(page, 'Par commercial');
  await groups.waitFor();
  const rows = await shownRows(groups);
  const totals = rows.pop();
  const sum = rows.reduce((total, row) => total + shownCents(row.Échu), 0);
  expect(sum).toBe(shownCents(totals?.Échu));
  await expectNoAxeViolations(page);
  await screenshot(page, 'indicators-by-rep');
  await groups.focus();
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  await table().waitFor();
  const chip = page.getByRole('button', { name: /^Seulement / });
  await chip.waitFor();
  await chip.click();
  await chip.waitFor({ state: 'detached' });
});

test('a past day has its own figures', async () => {
  const { page } = application;
  const today = await resultOf('Taux d’échu');
  await page.getByRole('button', { name: /^Au / }).click();
  await page.getByRole('button', { name: 'Fin du mois dernier' }).click();
  await page.getByText(/^31\/10\/2026 · /).waitFor();
  const before = await resultOf('Taux d’échu');
  expect(before).not.toBe(today);
  await page.getByRole('button', { name: /^Au / }).click();
  await page.getByRole('button', { name: 'Aujourd’hui', exact: true }).click();
  await page.getByText(/^23\/11\/2026 · /).waitFor();
  const row = (await shownRows(table())).find(({ Indicateur }) => Indicateur === 'Taux d’échu');
  expect(row?.['Mois précédent']).toBe(before);
});

test('hours and cost are typed by month', async () => {
  const { page } = application;
  await page.getByRole('button', { name: 'Coûts et temps…' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByRole('textbox', { name: 'Heures, novembre 2026' }).fill('35');
  await dialog.getByRole('textbox', { name: 'Coût, novembre 2026' }).fill('1 050');
  await dialog.getByRole('button', { name: 'Enregistrer, novembre 2026' }).click();
  await page.getByText('Mois enregistré.').waitFor();
  await expectNoAxeViolations(page);
  await screenshot(page, 'indicators-efforts');
  await page.keyboard.press('Escape');
  await expect.poll(() => resultOf('Coût du recouvrement')).toMatch(/^1\s050,00/);
  await expect.poll(() => resultOf('Temps passé (saisi)')).toMatch(/^35\sh$/);
});

test('Excel has every indicator with its calculation', async () => {
  const { page } = application;
  const rows = await downloadedRows(page);
  const late = rows.find(({ Indicateur }) => Indicateur === 'Taux d’échu');
  expect(late?.Calcul).toMatch(/^[\d\s,]+€ ÷ [\d\s,]+€ = \d+,\d\s%$/);
});

test('a simulation begins with the company and shows the known cases', async () => {
  const { page } = application;
  await page.getByRole('tab', { name: 'Simulateur' }).click();
  await page.getByText('Trésorerie libérée, une fois').waitFor();
  await expectNoAxeViolations(page);
  await screenshot(page, 'simulator');
  await page.getByRole('button', { name: 'Exemple : 12 M€, de 45 à 35 jours' }).click();
  await page
    .getByText(/^333\s333,33/)
    .first()
    .waitFor();
  await page
    .getByRole('cell', { name: /^20\s000,00/ })
    .first()
    .waitFor();
  await page.getByRole('button', { name: /impayés de 1,7/ }).click();
  await page
    .getByRole('cell', { name: /^45\s333,33/ })
    .first()
    .waitFor();
  await page.getByRole('button', { name: /un demi-poste/ }).click();
  await page
    .getByRole('cell', { name: /^18\s000,00/ })
    .first()
    .waitFor();
  await page.getByRole('slider', { name: 'Part de ce temps gagnée' }).press('ArrowRight');
  await page
    .getByRole('cell', { name: /^19\s800,00/ })
    .first()
    .waitFor();
  await screenshot(page, 'simulator-example');
});
