/** A delivery note is kept on an item of a customer, then withdrawn and put back. */
import { expect, test } from 'vitest';
import { expectNoAxeViolations, openApplication, screenshot } from './support/application.ts';
import { openScreen, takeBack } from './support/lists.ts';
import { openItemsWorkbook } from './support/open-items-workbook.ts';
import { chooseFile, importButton, openOwnCompany } from './support/own-company.ts';

const application = openApplication({ today: '2026-11-23' });

test('a file is kept on an item, with what it is', async () => {
  const { page } = application;
  await openOwnCompany(page, 'Essai SARL');
  const rows = [
    ['C001', 'ATELIER DU PONT', 'F1001', '01/09/2026', '01/10/2026', 1200],
    ['C001', 'ATELIER DU PONT', 'F1002', '15/09/2026', '15/10/2026', 800.5],
    ['C002', 'BOIS ET CIE', 'F1003', '20/09/2026', '20/10/2026', 1500],
  ] as const;
  await chooseFile(page, await openItemsWorkbook('postes.xlsx', rows));
  await page.getByRole('button', { name: 'Voir ce qui va changer' }).click();
  await importButton(page).click();
  await openScreen(page, 'Clients');
  await page.getByRole('gridcell', { name: 'ATELIER DU PONT' }).click();
  const buffer = Buffer.from('bon de livraison');
  await page.getByTestId('document').setInputFiles({
    name: 'BL-77.txt',
    mimeType: 'text/plain',
    buffer,
  });
  const dialog = page.getByRole('dialog', { name: 'BL-77.txt' });
  await dialog.getByRole('combobox', { name: 'Nature' }).click();
  await page.getByRole('option', { name: 'bon de livraison' }).click();
  await dialog.getByRole('combobox', { name: 'Pièce' }).click();
  await page.getByRole('option', { name: 'F1001' }).click();
  await dialog.getByLabel('Date du document').fill('15/09/2026');
  await expectNoAxeViolations(page);
  await dialog.getByRole('button', { name: 'Garder ce document' }).click();
  await page.getByText('bon de livraison · pièce F1001 · 15/09/2026').waitFor();
  await screenshot(page, 'kept-documents');
  await expectNoAxeViolations(page);
});

test('withdrawn, it is put back by the word that told it', async () => {
  const { page } = application;
  await page.getByRole('button', { name: 'Retirer BL-77.txt' }).click();
  await page.getByText('Aucun document.').waitFor();
  await takeBack(page, 'Document retiré.');
  await expect.poll(() => page.getByRole('button', { name: 'Retirer BL-77.txt' }).count()).toBe(1);
});
