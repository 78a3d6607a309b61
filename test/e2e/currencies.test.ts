/** What is owed in dollars stands beside the euros on every screen, and in no total. */
import { expect, test } from 'vitest';
import { expectNoAxeViolations, openApplication, screenshot } from './support/application.ts';
import { grid, openScreen } from './support/lists.ts';
import { chooseFile, importButton, openOwnCompany } from './support/own-company.ts';

const application = openApplication({ today: '2026-11-23' });

const ROWS = [
  'C001;ATELIER DU PONT;F1001;01/09/2026;01/10/2026;1 200,00;1 200,00;EUR',
  'C001;ATELIER DU PONT;F1002;15/09/2026;15/10/2026;12 400,00;12 400,00;USD',
  'C002;BOIS ET CIE;F1003;20/09/2026;20/10/2026;1 500,00;1 500,00;EUR',
  'C002;BOIS ET CIE;F1004;25/10/2026;25/11/2026;640,00;640,00;EUR',
  'C003;CARRIERES DE L EST;F1005;28/09/2026;28/10/2026;2 200,00;2 200,00;USD',
  'C003;CARRIERES DE L EST;F1006;30/10/2026;30/11/2026;310,00;310,00;USD',
];
const EUROS = /3\s340,00\s€/u;
const DOLLARS = /14\s910,00\s\$/u;

async function mainText(): Promise<string> {
  return application.page.getByRole('main').innerText();
}

test('a list in two currencies goes in', async () => {
  const { page } = application;
  await openOwnCompany(page, 'Essai SARL');
  const head = 'Code client;Client;N° facture;Date facture;Échéance;Montant TTC;Solde;Devise';
  await chooseFile(page, {
    name: 'devises.csv',
    mimeType: 'text/csv',
    buffer: Buffer.from([head, ...ROWS, ''].join('\r\n')),
  });
  await page.getByRole('heading', { name: 'Colonnes du fichier' }).waitFor();
  await page.getByRole('button', { name: 'Voir ce qui va changer' }).click();
  await importButton(page).click();
  await page.getByRole('tab', { name: 'Diagnostic' }).waitFor();
});

test.each([
  ['Tableau de bord', 'currencies-dashboard', EUROS],
  ['Clients', 'currencies-customers', EUROS],
  ['Balance âgée', 'currencies-aged-balance', EUROS],
  ['Prévisions', 'currencies-forecast', /2\s700,00\s€/u],
] as const)('%s: a total in euros, the dollars beside it', async (screen, shot, euros) => {
  const { page } = application;
  await openScreen(page, screen);
  await page.getByText(DOLLARS).first().waitFor();
  const text = await mainText();
  expect(text).toMatch(euros);
  expect(text).toMatch(/hors total/iu);
  await screenshot(page, shot);
  await expectNoAxeViolations(page);
});

test('Priorités: each payer once, with what he owes in each currency', async () => {
  const { page } = application;
  await openScreen(page, 'Priorités');
  await page.getByText('CARRIERES DE L EST').first().waitFor();
  const text = await mainText();
  expect(text).toMatch(/2\s200,00\s\$/u);
  expect(text).toMatch(/et 12\s400,00\s\$ échus/u);
  expect(text).toMatch(/Hors total : 14\s600,00\s\$/u);
  expect(text.match(/ATELIER DU PONT/gu)).toHaveLength(1);
  await screenshot(page, 'currencies-priorities');
  await expectNoAxeViolations(page);
});

test('the file of a customer shows both, and its forms take one currency', async () => {
  const { page } = application;
  await openScreen(page, 'Clients');
  await grid(page, 'Clients').getByText('ATELIER DU PONT').dblclick();
  const panel = page.getByRole('dialog').or(page.getByRole('complementary'));
  await panel
    .first()
    .getByText(/Hors total : 12\s400,00\s\$/u)
    .waitFor();
  await screenshot(page, 'currencies-file');
});
