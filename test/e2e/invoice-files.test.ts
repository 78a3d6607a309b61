/** A Factur-X is dropped, shown with what it changes, joined to its item, opened, taken back. */
import { expect, test } from 'vitest';
import { facturXFile, plainPdf } from '../support/invoice-files.ts';
import { expectNoAxeViolations, openApplication, screenshot } from './support/application.ts';
import { grid, openScreen, shownRows, takeBack } from './support/lists.ts';
import { type OpenItemRow, openItemsWorkbook } from './support/open-items-workbook.ts';
import { chooseFile, importButton, openOwnCompany } from './support/own-company.ts';

const application = openApplication({ today: '2026-11-23' });

const ROWS: readonly OpenItemRow[] = [
  ['C001', 'ATELIER DU PONT', 'F1001', '01/09/2026', '01/10/2026', 1200],
  ['C001', 'ATELIER DU PONT', 'F1002', '15/09/2026', '15/10/2026', 800.5],
  ['C002', 'BOIS ET CIE', 'F1003', '20/09/2026', '20/10/2026', 1500],
];

const F1001 = {
  number: 'F1001',
  issueDate: '2026-09-01',
  dueDate: '2026-12-15',
  amountCents: 120_000,
  buyer: 'Atelier du Pont SARL',
  buyerSiren: '732829320',
};

async function chosen() {
  const files = [
    await facturXFile(F1001, 'F1001.pdf'),
    await facturXFile({ ...F1001, number: 'F1003', amountCents: 99_900, buyer: 'Bois' }, 'F3.pdf'),
    await facturXFile({ ...F1001, number: 'Z77', buyer: 'Inconnu' }, 'Z77.pdf'),
    await plainPdf('Facture F1002.pdf'),
    await plainPdf('conditions-generales.pdf'),
  ];
  return files.map(({ name, bytes }) => ({
    name,
    mimeType: 'application/pdf',
    buffer: Buffer.from(bytes),
  }));
}

test('each file says what it changes, before anything is written', async () => {
  const { page } = application;
  await openOwnCompany(page, 'Essai SARL');
  await chooseFile(page, await openItemsWorkbook('postes.xlsx', ROWS));
  await page.getByRole('button', { name: 'Voir ce qui va changer' }).click();
  await importButton(page).click();
  await page.getByRole('tab', { name: 'Fichiers' }).click();
  await page.getByTestId('file').setInputFiles(await chosen());
  await page.getByRole('button', { name: 'Rattacher 2 factures' }).waitFor();
  const rows = await shownRows(grid(page, 'Factures lues'));
  expect(rows.map((row) => `${row.Fichier} ${row.État}`)).toEqual([
    'F1001.pdf à rattacher',
    'F3.pdf à vérifier',
    'Z77.pdf sans pièce',
    'Facture F1002.pdf à rattacher',
    'conditions-generales.pdf refusée',
  ]);
  expect(rows[0]?.Échéance).toBe('01/10/2026 → 15/12/2026');
  await screenshot(page, 'invoice-files');
  await expectNoAxeViolations(page);
  await page.reload();
  await page.getByRole('button', { name: 'Rattacher 2 factures' }).waitFor();
});

test('joined, they are taken back by the word that told it', async () => {
  const { page } = application;
  await page.getByRole('button', { name: 'Rattacher 2 factures' }).click();
  await takeBack(page, '2 factures rattachées.');
  await page.getByText('Rattachement annulé.').waitFor();
  await page.getByText(/^annulé le/u).waitFor();
});

test('joined again, the item has its true due date and its PDF opens', async () => {
  const { page, context } = application;
  await page.getByTestId('file').setInputFiles(await chosen());
  await page.getByRole('button', { name: 'Rattacher 2 factures' }).click();
  await page.getByText('2 factures rattachées.').last().waitFor();
  await screenshot(page, 'invoice-files-history');
  await expectNoAxeViolations(page);
  await openScreen(page, 'Clients');
  await page.getByRole('gridcell', { name: 'ATELIER DU PONT' }).click();
  const open = page.getByRole('button', { name: 'Ouvrir la facture F1001' });
  await open.waitFor();
  await expect
    .poll(async () => (await shownRows(grid(page, 'Pièces'))).map((row) => row.Échéance))
    .toContain('15/12/2026 ');
  await screenshot(page, 'invoice-on-item');
  await page.getByText('F1001', { exact: true }).click();
  const dialog = page.getByRole('dialog', { name: /F1001/u });
  await dialog.getByText('L’échéance du 15/12/2026 est lue sur la facture électronique.').waitFor();
  await screenshot(page, 'invoice-of-item');
  await expectNoAxeViolations(page);
  await page.keyboard.press('Escape');
  // The viewer of the browser reads its own pages: the file alone is asked for.
  await context.route(isFile, async (route) => {
    const answer = await route.fetch();
    const bytes = await answer.body();
    await route.fulfill({ contentType: 'text/plain', body: bytes.toString('latin1').slice(0, 8) });
  });
  const opened = context.waitForEvent('page');
  await open.click();
  await (await opened).getByText('%PDF-').waitFor();
  await (await opened).close();
});

const isFile = (url: URL): boolean => url.pathname.startsWith('/files/');
