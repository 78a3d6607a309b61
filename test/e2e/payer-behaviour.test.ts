/**
 * How a payer behaves: read on his file, explained to the last item, marked, guaranteed, undone, and
 * found again in the list.
 */
import type { Locator } from 'playwright-core';
import { expect, test } from 'vitest';
import { expectNoAxeViolations, openApplication, screenshot } from './support/application.ts';
import { downloadedRows, grid, openScreen, shownRows, takeBack } from './support/lists.ts';

const application = openApplication({
  sample: true,
  today: '2026-11-23',
  viewport: { width: 1280, height: 720 },
});

const customers = () => grid(application.page, 'Clients');
const section = (name: string): Locator =>
  application.page.locator('section', {
    has: application.page.getByRole('heading', { name, exact: true }),
  });
const dialog = () => application.page.getByRole('dialog').last();

async function add(what: string): Promise<void> {
  await section('Garanties et marques').getByRole('button', { name: 'Ajouter' }).click();
  await application.page.getByRole('menuitem', { name: what }).click();
}

const scores = async () =>
  (await shownRows(customers())).slice(0, -1).map((row) => Number.parseInt(row.Score ?? '', 10));

test('the list is sorted by score', async () => {
  const { page } = application;
  await page.getByRole('link', { name: 'Clients' }).waitFor({ timeout: 60_000 });
  await openScreen(page, 'Clients');
  await page.getByRole('columnheader', { name: 'Score' }).getByRole('button').click();
  await expect
    .poll(async () => {
      const known = (await scores()).filter((score) => !Number.isNaN(score));
      return known.length > 3 && known.join() === known.toSorted((a, b) => a - b).join();
    })
    .toBe(true);
});

test('it is narrowed to a segment, and Excel says the same', async () => {
  const { page } = application;
  const all = await customers().getAttribute('aria-rowcount');
  await page.getByRole('button', { name: 'Segment', exact: true }).click();
  await page
    .getByRole('menuitemcheckbox', { name: 'Mauvais payeur' })
    .or(page.getByRole('checkbox', { name: 'Mauvais payeur' }))
    .first()
    .click();
  await page.keyboard.press('Escape');
  await expect.poll(() => customers().getAttribute('aria-rowcount')).not.toBe(all);
  const before = await customers().getAttribute('aria-rowcount');
  const book = await downloadedRows(page);
  expect(book).toHaveLength(Number.parseInt(before ?? '', 10));
  const listed = book.slice(0, -1).map((row) => row.Score);
  expect(listed).toEqual(await scores());
  await expectNoAxeViolations(page);
  await screenshot(page, 'payer-list');
});

test('the file says how he pays and what to do about it', async () => {
  const { page } = application;
  await customers().focus();
  await page.keyboard.press('Enter');
  const facts = section('Comportement');
  await facts.getByText('Mauvais payeur', { exact: true }).waitFor();
  await facts.scrollIntoViewIfNeeded();
  expect(await facts.innerText()).toMatch(/Retard médian de \d+\sj, pondéré par les montants/);
  expect(await facts.innerText()).toContain('Conditions conseillées');
  await expectNoAxeViolations(page);
  await screenshot(page, 'payer-file');
});

test('« Comment c’est calculé » opens each term on what it counts', async () => {
  const { page } = application;
  await page.getByRole('button', { name: 'Comment c’est calculé' }).click();
  const table = dialog().getByRole('table', { name: 'Score sur 100' });
  await table.waitFor();
  expect(await table.getByRole('row').count()).toBe(12);
  await expectNoAxeViolations(page);
  await screenshot(page, 'payer-explained');
  await dialog().getByRole('button', { name: 'Voir ce qui compte dans « Segment »' }).click();
  await dialog().getByRole('table').waitFor();
  expect(await dialog().getByRole('row').count()).toBeGreaterThan(4);
  await expectNoAxeViolations(page);
  await screenshot(page, 'payer-sources');
  await page.getByRole('button', { name: 'Retour au calcul' }).click();
  await table.waitFor();
  await page.keyboard.press('Escape');
  await expect.poll(() => page.getByRole('dialog').count()).toBe(0);
});

test('a mark needs a reason and a day, and is taken back', async () => {
  const { page } = application;
  const facts = section('Garanties et marques');
  await facts.scrollIntoViewIfNeeded();
  await add('Une marque');
  const save = dialog().getByRole('button', { name: 'Enregistrer' });
  expect(await save.isDisabled()).toBe(true);
  await dialog().getByLabel('Raison').fill('Audit interne : paie mieux depuis octobre');
  await dialog()
    .getByRole('combobox', { name: 'Nature' })
    .or(dialog().getByLabel('Nature'))
    .first()
    .click();
  await page.getByRole('option', { name: 'Fixer le segment' }).click();
  await dialog()
    .getByRole('combobox', { name: 'Valeur' })
    .or(dialog().getByLabel('Valeur'))
    .first()
    .click();
  await page.getByRole('option', { name: 'Retards occasionnels' }).click();
  await dialog().getByLabel('À revoir le').fill('+30');
  await expectNoAxeViolations(page);
  await screenshot(page, 'payer-mark');
  await save.click();
  const behaviour = section('Comportement');
  await behaviour.getByText('Retards occasionnels', { exact: true }).waitFor();
  await facts.getByText('Audit interne').waitFor();
  await page.getByText(/Segment fixé : retards occasionnels, à revoir le/).waitFor();
  await facts.getByRole('button', { name: 'Terminer : Fixer le segment' }).click();
  await behaviour.getByText('Mauvais payeur', { exact: true }).waitFor();
  await takeBack(page, 'Terminé.');
  await behaviour.getByText('Retards occasionnels', { exact: true }).waitFor();
});

test('a guarantee lowers what is at our risk', async () => {
  const { page } = application;
  const facts = section('Garanties et marques');
  await add('Une garantie');
  await dialog().getByLabel('Montant').fill('50000');
  await dialog().getByLabel('Source').fill('Police 12-345');
  await dialog().getByLabel('Prorogation permise (jours)').fill('30');
  await dialog()
    .getByLabel(/^À déclarer dans les/)
    .fill('90');
  await expectNoAxeViolations(page);
  await screenshot(page, 'payer-guarantee');
  await dialog().getByRole('button', { name: 'Enregistrer' }).click();
  await facts.getByText('Police 12-345').waitFor();
  expect(await section('Comportement').innerText()).not.toContain('dont 0,00');
});

test('a promise beyond what the insurer allows says so before it is recorded', async () => {
  const { page } = application;
  await page.keyboard.press('p');
  const form = page.getByRole('form', { name: 'Noter une promesse' });
  await form.getByLabel('Promis pour le').fill('31/03/2027');
  await form.getByText(/au-delà des 30.j de prorogation permis \(Police 12-345\)/).waitFor();
  await expectNoAxeViolations(page);
  await screenshot(page, 'promise-insurer');
  await page.keyboard.press('Escape');
  await form.waitFor({ state: 'detached' });
});

test('a reading of solvency is kept with its source', async () => {
  const { page } = application;
  const facts = section('Garanties et marques');
  await add('Une lecture de solvabilité');
  await dialog().getByLabel('Source').fill('Greffe');
  await expectNoAxeViolations(page);
  await screenshot(page, 'payer-solvency');
  await dialog().getByRole('button', { name: 'Enregistrer' }).click();
  await facts.getByText('Greffe').waitFor();
  await screenshot(page, 'payer-facts');
});

test('the settings refuse weights that do not make 100', async () => {
  const { page } = application;
  await openScreen(page, 'Réglages');
  await page.getByRole('button', { name: 'Payeurs' }).click();
  await page.getByLabel('Dérive').fill('20');
  await page.getByText('Les poids font 100').waitFor();
  await expectNoAxeViolations(page);
  await screenshot(page, 'payer-settings');
});
