/** What a person says of items, from the customer file and from a pasted list. */
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

const list = () => grid(application.page, 'Effets');

async function choose(name: string) {
  const { page } = application;
  await page.getByLabel('Liste', { exact: true }).first().click();
  await page.getByRole('option', { name: new RegExp(`^${name}`) }).click();
}

test('a bill is noted on the ticked items by keyboard, and stands in its list', async () => {
  const { page } = application;
  await openScreen(page, 'Clients');
  const customers = page.getByRole('grid').first();
  await customers.getByRole('row').nth(1).click();
  const file = page.getByRole('complementary', { name: 'Fiche client' });
  await file.getByRole('grid').first().waitFor();
  await page.keyboard.press('t');
  const form = file.getByRole('form', { name: 'État des pièces cochées' });
  await form.getByLabel('État', { exact: true }).first().click();
  await page.getByRole('option', { name: 'Effet accepté' }).click();
  await form.getByLabel('Échéance de l’effet').fill('31/01/2027');
  await form.getByLabel('N° de l’effet (facultatif)').fill('LCR 4412');
  await expectNoAxeViolations(page);
  await screenshot(page, 'item-state-form');
  await page.keyboard.press('Control+Enter');
  await page.getByText(/^État noté sur/).waitFor();
  await file.getByText('Effet accepté').first().waitFor();
  await screenshot(page, 'item-state-noted');
  await page.keyboard.press('Escape');
  await openScreen(page, 'Analyses');
  await page.getByRole('tab', { name: 'Listes' }).click();
  await choose('Effets');
  const rows = await shownRows(list());
  expect(rows[0]?.Détail).toContain('LCR 4412');
  expect(shownCents(rows[0]?.Effet)).toBeGreaterThan(0);
  await expectNoAxeViolations(page);
  await screenshot(page, 'lists-bills');
  const book = await downloadedRows(page);
  expect(book[0]?.Détail).toBe(rows[0]?.Détail);
});

test('a pasted receipt gives its state to the invoices it names, and is taken back', async () => {
  const { page } = application;
  const numbers = (await shownRows(list())).flatMap(
    ({ Détail = '' }) => Détail.split(' · ')[0] ?? [],
  );
  await choose('Factures cédées');
  await page.getByText('Aucune facture n’est cédée.').waitFor();
  await page.getByRole('button', { name: 'Coller des numéros…' }).click();
  const dialog = page.getByRole('dialog', { name: 'Donner un état par numéros de facture' });
  await dialog.getByLabel('Numéros de facture').fill(`${numbers.join('\n')}\nZZ-9999`);
  await dialog.getByText('Introuvables parmi les pièces ouvertes : ZZ-9999').waitFor();
  await dialog.getByLabel('Factor', { exact: true }).fill('Factor Ouest');
  await expectNoAxeViolations(page);
  await screenshot(page, 'item-states-pasted');
  await dialog.getByRole('button', { name: 'Donner l’état' }).click();
  const sold = grid(page, 'Factures cédées');
  await sold.waitFor();
  await screenshot(page, 'lists-factored');
  await takeBack(page, /^État noté sur/);
  await page.getByText('Aucune facture n’est cédée.').waitFor();
  await choose('Effets');
  await list().waitFor();
});

test('what stands apart is a column of the aged balance', async () => {
  const { page } = application;
  await openScreen(page, 'Balance âgée');
  await page.getByRole('columnheader', { name: 'À part' }).waitFor();
  await screenshot(page, 'aged-balance-apart');
});
