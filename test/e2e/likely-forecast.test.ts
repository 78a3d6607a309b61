/** The likely forecast: weeks that open their items, a date typed for one, what is supposed. */
import { expect, test } from 'vitest';
import { expectNoAxeViolations, openApplication, screenshot } from './support/application.ts';
import {
  downloadedRows,
  grid,
  openScreen,
  shownCents,
  shownRows,
  takeBack,
  workbookCents,
} from './support/lists.ts';

const application = openApplication({
  sample: true,
  today: '2026-11-23',
  viewport: { width: 1280, height: 720 },
});

const weeks = () => grid(application.page, 'Encaissements probables');
const week = () =>
  application.page.getByRole('complementary', { name: /Attendu la semaine du 30 novembre/ });

async function figure(label: string): Promise<number> {
  const name = application.page.getByRole('main').getByText(label, { exact: true });
  return shownCents((await name.locator('xpath=following-sibling::span[1]').textContent()) ?? '');
}

const APART = ['Au-delà', 'Pas avant un an', 'Sans échéance', 'Avoirs à affecter'];

test('weeks and what has no week make the outstanding', async () => {
  const { page } = application;
  await openScreen(page, 'Balance âgée');
  const balance = (await shownRows(grid(page, 'Balance âgée'))).at(-1)?.Solde;
  await openScreen(page, 'Prévisions');
  await weeks().waitFor({ timeout: 60_000 });
  const totals = (await shownRows(weeks())).at(-1);
  let sum = shownCents(totals?.Attendu);
  for (const label of APART) sum += await figure(label);
  expect(sum).toBe(shownCents(balance));
  await page
    .getByRole('img', { name: /^Encaissements probables/ })
    .locator('svg')
    .waitFor({ state: 'attached' });
  await expectNoAxeViolations(page);
  await screenshot(page, 'forecast-likely');
}, 90_000);

test('what is supposed shows its difference and is no forecast', async () => {
  const { page } = application;
  const before = await figure('Attendu sur l’horizon');
  const chip = page.getByRole('button', { name: 'Tout l’échu rentre sous 7 jours' });
  await chip.click();
  await page.getByText(/^Simulation : \+/).waitFor();
  await expect.poll(() => figure('Attendu sur l’horizon')).toBeGreaterThan(before);
  await expectNoAxeViolations(page);
  await chip.click();
  await expect.poll(() => figure('Attendu sur l’horizon')).toBe(before);
});

test('a week opens its items, each with its likely day, its chance and why', async () => {
  const { page } = application;
  const row = (await shownRows(weeks()))[1];
  await weeks().focus();
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  await week().waitFor();
  await expect
    .poll(async () => (await shownRows(week().getByRole('grid'))).at(-1)?.['Part attendue'])
    .toBe(row?.Attendu);
  const [first] = await shownRows(week().getByRole('grid'));
  expect(first?.Chance).toMatch(/^\d+\s%$/u);
  expect(first?.Pourquoi).not.toBe('');
  await expectNoAxeViolations(page);
  await screenshot(page, 'forecast-likely-week');
});

test('a date typed for an item wins, and is taken back', async () => {
  const { page } = application;
  const items = week().getByRole('grid');
  const [first] = await shownRows(items);
  const document = first?.Pièce ?? '';
  await items.focus();
  await page.keyboard.press('Shift+F10');
  await page.getByRole('menuitem', { name: 'Saisir une date de règlement…' }).press('Enter');
  const dialog = page.getByRole('dialog', { name: `Règlement attendu de ${document}` });
  await dialog.getByLabel('Réglée le').fill('18/12');
  await dialog.getByLabel('Motif').fill('Vu avec le comptable');
  await expectNoAxeViolations(page);
  await dialog.getByRole('button', { name: 'Enregistrer' }).click();
  await dialog.waitFor({ state: 'detached' });
  await expect.poll(async () => (await shownRows(items))[0]?.Pièce).not.toBe(document);
  await takeBack(page, 'Date de règlement enregistrée');
  await expect.poll(async () => (await shownRows(items))[0]?.Pièce).toBe(document);
});

test('a date given back to the forecast is typed again by undoing it', async () => {
  const { page } = application;
  const items = week().getByRole('grid');
  const [first] = await shownRows(items);
  const likelyDay = async () => {
    const rows = await shownRows(items);
    return rows.find((row) => row.Pièce === first?.Pièce)?.['Date probable'];
  };
  const choose = async (name: string) => {
    await items.getByText(first?.Pièce ?? '', { exact: true }).click({ button: 'right' });
    await page.getByRole('menuitem', { name }).press('Enter');
  };
  await choose('Saisir une date de règlement…');
  const dialog = page.getByRole('dialog', { name: `Règlement attendu de ${first?.Pièce}` });
  await dialog.getByLabel('Réglée le').fill('02/12');
  await dialog.getByLabel('Motif').fill('Vu avec le comptable');
  await dialog.getByRole('button', { name: 'Enregistrer' }).click();
  await expect.poll(likelyDay).toBe('02/12/2026');
  await choose('Rendre à la prévision');
  await expect.poll(likelyDay).not.toBe('02/12/2026');
  await takeBack(page, 'Date rendue à la prévision');
  await expect.poll(likelyDay).toBe('02/12/2026');
  await choose('Rendre à la prévision');
  await expect.poll(likelyDay).toBe(first?.['Date probable']);
  await page.keyboard.press('Escape');
  await week().waitFor({ state: 'detached' });
});

test('Excel has the weeks of the screen, to the cent', async () => {
  const { page } = application;
  const totals = (await shownRows(weeks())).at(-1);
  const book = await downloadedRows(page);
  expect(book).toHaveLength(13 + 1);
  expect(workbookCents(book.at(-1)?.Attendu)).toBe(shownCents(totals?.Attendu));
});

test('objectives and events are typed beside the forecast', async () => {
  const { page } = application;
  await page.getByRole('button', { name: 'Objectifs', exact: true }).click();
  const dialog = page.getByRole('dialog', { name: 'Objectifs et événements' });
  await dialog.getByLabel('Un jour du mois').fill('15/12');
  await dialog.getByLabel('Objectif', { exact: true }).fill('300000');
  await dialog.getByRole('button', { name: 'Fixer l’objectif' }).click();
  await dialog.getByRole('table', { name: 'Objectifs d’encaissement' }).waitFor();
  await expectNoAxeViolations(page);
  await screenshot(page, 'forecast-objectives');
  await page.keyboard.press('Escape');
  await dialog.waitFor({ state: 'detached' });
});
