/** A real FEC: chosen, previewed, taken in with its totals, then taken back. */
import { describe, expect, test } from 'vitest';
import { hasRealFiles, realFile } from '../support/real-files.ts';
import { expectNoAxeViolations, openApplication, screenshot } from './support/application.ts';
import { chooseFile, importButton, openOwnCompany } from './support/own-company.ts';

const FILE = 'bom-wholesaler-lettered_0000000001FEC20220831.txt';

describe.skipIf(!hasRealFiles)('a FEC goes in and comes out again', () => {
  const application = openApplication({ today: '2026-11-23' });

  test('a file that is no export is refused with what to do, and nothing is written', async () => {
    const { page } = application;
    await openOwnCompany(page, 'Essai SARL');
    await expectNoAxeViolations(page);
    const buffer = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0, 0, 0, 1]);
    await chooseFile(page, { name: 'photo.png', mimeType: 'image/png', buffer });
    await page.getByText('Ce fichier n’est pas un fichier de texte').waitFor();
    await expectNoAxeViolations(page);
    await page.getByRole('button', { name: 'Choisir un autre fichier' }).click();
    await page.getByText('Aucun fichier importé').waitFor();
  });

  test('the preview shows both totals equal to the cent, before anything is written', async () => {
    const { page } = application;
    await chooseFile(page, realFile('fec', FILE));
    await importButton(page).waitFor();
    const text = (await page.getByRole('main').innerText()).replace(/\s/gu, ' ');
    expect(text).toContain('Importer 538 lignes');
    expect(text.split('52 517,24 €').length - 1).toBeGreaterThanOrEqual(2);
    expect(text).toContain('égal au centime');
    await screenshot(page, 'import-preview');
    await expectNoAxeViolations(page);
  });

  test('a reload of the page finds the preview again', async () => {
    const { page } = application;
    await page.reload();
    await importButton(page).waitFor();
  });

  test('the import leads to the diagnosis, whose outstanding is the total of the file', async () => {
    const { page } = application;
    await importButton(page).click();
    await page.getByRole('tab', { name: 'Diagnostic', selected: true }).waitFor();
    const outstanding = page.getByRole('button', { name: /^Encours 52\s517,24/u });
    await outstanding.waitFor();
    await screenshot(page, 'import-diagnosis');
    await expectNoAxeViolations(page);
  });

  test('terms of a group are changed in words and confirmed', async () => {
    const { page } = application;
    await page.getByRole('tab', { name: 'Conditions de règlement' }).click();
    await page.getByRole('button', { name: 'Changer' }).first().click();
    const dialog = page.getByRole('dialog');
    await dialog.getByLabel('Conditions').fill('45 jours fin de mois le 10');
    await dialog.getByText('Lu : 45 jours fin de mois le 10').waitFor();
    await expectNoAxeViolations(page);
    await dialog.getByRole('button', { name: 'Confirmer' }).click();
    await page.getByText('45 jours fin de mois le 10', { exact: true }).waitFor();
    await page.getByText('confirmé', { exact: true }).first().waitFor();
    await expectNoAxeViolations(page);
  });

  test('roles of accounts stand confirmed by the import', async () => {
    const { page } = application;
    await page.getByRole('tab', { name: 'Comptes clients' }).click();
    await page.getByRole('cell', { name: '411000' }).waitFor();
    await page.getByText('confirmé', { exact: true }).waitFor();
    await expectNoAxeViolations(page);
  });

  test('the same file again must be accepted first', async () => {
    const { page } = application;
    await page.getByRole('tab', { name: 'Fichiers' }).click();
    await chooseFile(page, realFile('fec', FILE));
    await importButton(page).waitFor();
    await page.getByText('déjà importé, à l’octet près').waitFor();
    expect(await importButton(page).isDisabled()).toBe(true);
    await page.getByLabel('Importer quand même').check();
    expect(await importButton(page).isEnabled()).toBe(true);
    await page.getByRole('button', { name: 'Abandonner' }).click();
  });

  test('undoing tells what hangs on the file, then the ledger is as before', async () => {
    const { page } = application;
    await page.getByRole('row', { name: new RegExp(FILE, 'u') }).click();
    await page.getByRole('button', { name: 'Annuler cet import' }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByText('Clients concernés').waitFor();
    await screenshot(page, 'import-undo');
    await expectNoAxeViolations(page);
    await dialog.getByRole('button', { name: 'Revenir à l’état d’avant' }).click();
    await page.getByText('Import annulé.').waitFor();
    await page.getByRole('tab', { name: 'Diagnostic' }).click();
    await page.getByText('Aucun import').waitFor();
    expect(await page.getByRole('button', { name: /^Encours 52/u }).count()).toBe(0);
  });
});
