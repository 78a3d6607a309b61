/** Settings change what is shown; a backup brings back what was. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { expectNoAxeViolations, openApplication, screenshot } from './support/application.ts';
import { plainPng } from './support/plain-png.ts';

const dataFolder = mkdtempSync(path.join(tmpdir(), 'encours-e2e-'));
afterAll(() => rmSync(dataFolder, { recursive: true, force: true }));
const application = openApplication({ sample: true, today: '2026-11-23', dataFolder });

const SECTIONS = [
  'Société',
  'Coordonnées bancaires',
  'Comptes clients',
  'Conditions de règlement',
  'Balance âgée et seuils',
  'Fraîcheur et délais',
  'Priorités',
  'Langue et affichage',
  'Sauvegardes',
  'Diagnostic',
  'Clavier',
] as const;

async function openSection(name: (typeof SECTIONS)[number]): Promise<void> {
  const { page } = application;
  const sections = page.getByRole('navigation', { name: 'Réglages' });
  await sections.getByRole('button', { name, exact: true }).click();
  await page.getByRole('heading', { level: 2, name, exact: true }).waitFor();
}

test.each(SECTIONS)('the section « %s » is accessible', async (name) => {
  const { page } = application;
  await page.getByRole('link', { name: 'Réglages' }).click();
  await openSection(name);
  await page.getByRole('region', { name }).getByRole('status').waitFor({ state: 'detached' });
  await expectNoAxeViolations(page);
});

test('an IBAN is judged while it is typed', async () => {
  const { page } = application;
  await openSection('Coordonnées bancaires');
  const iban = page.getByLabel('IBAN');
  await iban.fill('FR7630006000011234567890188');
  await page.getByText('Les chiffres de contrôle ne correspondent pas').waitFor();
  expect(await page.getByRole('button', { name: 'Enregistrer' }).isDisabled()).toBe(true);
  await iban.fill('FR7630006000011234567890189');
  await page.getByText('IBAN valable.').waitFor();
  await page.getByRole('button', { name: 'Enregistrer' }).click();
  await page.getByText('Réglages enregistrés.').waitFor();
  expect(await iban.inputValue()).toBe('FR76 3000 6000 0112 3456 7890 189');
});

test('what is typed while a section is being saved is kept', async () => {
  const { page } = application;
  await openSection('Coordonnées bancaires');
  const bank = page.getByLabel('Banque', { exact: true });
  await bank.fill('Crédit du Val');
  const begun = Promise.withResolvers<void>();
  const mayAnswer = Promise.withResolvers<void>();
  await page.route('**/settings/change', async (route) => {
    begun.resolve();
    await mayAnswer.promise;
    await route.continue();
  });
  await page.getByRole('button', { name: 'Enregistrer' }).click();
  await begun.promise;
  await bank.fill('Crédit du Val et de la Plaine');
  mayAnswer.resolve();
  await page.getByText('Réglages enregistrés.').last().waitFor();
  await page.unroute('**/settings/change');
  await expect.poll(() => page.getByRole('button', { name: 'Enregistrer' }).isEnabled()).toBe(true);
  expect(await bank.inputValue()).toBe('Crédit du Val et de la Plaine');
  await page.getByRole('button', { name: 'Annuler' }).click();
  expect(await bank.inputValue()).toBe('Crédit du Val');
});

test('brackets that do not increase are refused; new ones are shown as columns', async () => {
  const { page } = application;
  await openSection('Balance âgée et seuils');
  const brackets = page.getByLabel('Tranches (jours)');
  await brackets.fill('30 20');
  await page.getByText('Une à six tranches croissantes').waitFor();
  await brackets.fill('15, 45');
  await page.getByText(/Plus de 45\sj/u).waitFor();
  await page.getByRole('button', { name: 'Enregistrer' }).click();
  await page.getByText('Réglages enregistrés.').first().waitFor();
  await page.reload();
  expect(await brackets.inputValue()).toBe('15 45');
});

test('the logo stands at the head of the next statement of account', async () => {
  const { page } = application;
  await openSection('Société');
  expect(await statementPictures()).toEqual([]);
  await openSection('Société');
  await page
    .getByTestId('logo')
    .setInputFiles({ name: 'logo.png', mimeType: 'image/png', buffer: plainPng(97, 31) });
  await page.getByText('Logo enregistré').waitFor();
  const shown = page.getByRole('img', { name: /^Logo/ });
  expect(await shown.evaluate((logo: HTMLImageElement) => logo.naturalWidth)).toBe(97);
  expect(await statementPictures()).toEqual(['97 × 31']);
});

test('the journal is verified from its first entry', async () => {
  const { page } = application;
  await openSection('Diagnostic');
  await page.getByRole('button', { name: 'Vérifier le journal' }).click();
  await page.getByText(/Journal intact : [\d\s]+ écritures/u).waitFor();
  await screenshot(page, 'settings-diagnostic');
  await expectNoAxeViolations(page);
});

test('a backup is restored after it said what would be lost', async () => {
  const { page } = application;
  await openSection('Sauvegardes');
  const rows = page.getByRole('table', { name: 'Sauvegardes gardées' }).getByRole('row');
  await page.getByRole('button', { name: 'Sauvegarder maintenant' }).click();
  await page.getByText('Sauvegarde faite.').waitFor();
  await openSection('Société');
  await page.getByLabel('Raison sociale').fill('Nom écrit après la sauvegarde');
  await page.getByRole('button', { name: 'Enregistrer' }).click();
  await page.getByText('Réglages enregistrés.').first().waitFor();
  await openSection('Sauvegardes');
  const asked = rows.filter({ hasText: 'demandée' }).first();
  await asked.getByRole('button', { name: 'Restaurer…' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByText('1 action faite depuis sera perdue.').waitFor();
  await screenshot(page, 'settings-restore');
  await expectNoAxeViolations(page);
  await dialog.getByRole('button', { name: 'Restaurer' }).click();
  await page.getByText('Sauvegarde restaurée.').waitFor();
  await rows.filter({ hasText: 'avant une restauration' }).first().waitFor();
  await openSection('Société');
  expect(await page.getByLabel('Raison sociale').inputValue()).toBe('Vauclair Matériaux');
});

test('a file that is no backup is refused, and nothing is replaced', async () => {
  const { page } = application;
  await openSection('Sauvegardes');
  const buffer = Buffer.from('ceci n’est pas une sauvegarde');
  await page
    .getByTestId('backup')
    .setInputFiles({ name: 'notes.txt', mimeType: 'text/plain', buffer });
  const dialog = page.getByRole('dialog');
  await dialog.getByText('n’est pas une sauvegarde d’Encours').waitFor();
  expect(await dialog.getByRole('button', { name: 'Restaurer' }).isDisabled()).toBe(true);
  await dialog.getByRole('button', { name: 'Annuler' }).click();
});

test('the language changes at once, and back', async () => {
  const { page } = application;
  await openSection('Langue et affichage');
  await page.getByText('English', { exact: true }).click();
  await page.getByRole('heading', { level: 2, name: 'Language and display' }).waitFor();
  await expectNoAxeViolations(page);
  await page.getByText('Français', { exact: true }).click();
  await page.getByRole('heading', { level: 2, name: 'Langue et affichage' }).waitFor();
});

test('a dark window with a folded menu is found again by the next start, from its first paint', async () => {
  await openSection('Langue et affichage');
  await application.page.getByText('Sombre', { exact: true }).click();
  await application.page.getByText('English', { exact: true }).click();
  await application.page.getByRole('button', { name: 'Collapse the menu' }).click();
  const before = application.host.origin;
  const page = await application.reopen({ sample: false });
  expect(application.host.origin).not.toBe(before);
  const navigation = page.getByRole('navigation', { name: 'Screens' });
  await navigation.getByRole('button', { name: 'Expand the menu' }).waitFor();
  expect(await page.evaluate(() => window.localStorage.length)).toBe(0);
  const html = page.locator('html');
  expect(await html.getAttribute('data-mantine-color-scheme')).toBe('dark');
  expect(await html.getAttribute('lang')).toBe('en');
  await screenshot(page, 'settings-dark-again');
  // Without its scripts, the page is dark already.
  await page.route('**/*.js', (route) => route.abort());
  await page.reload();
  const canvas = await page.evaluate(() => {
    document.body.style.color = 'CanvasText';
    return getComputedStyle(document.body).color;
  });
  expect(canvas).toBe('rgb(255, 255, 255)');
  expect(application.takeComplaints().every((one) => one.includes('net::ERR_FAILED'))).toBe(true);
});

/** Width and height of the pictures in the statement of the first customer, as the window gets it. */
async function statementPictures(): Promise<string[]> {
  const { page, context } = application;
  await page.getByRole('link', { name: 'Clients' }).click();
  await page.getByRole('grid', { name: 'Clients' }).getByRole('row').nth(1).click();
  let paper: Buffer = Buffer.alloc(0);
  const isFile = (url: URL) => url.pathname.startsWith('/files/');
  await context.route(isFile, async (route) => {
    paper = await (await route.fetch()).body();
    // The viewer of the browser is not the application's.
    await route.fulfill({ contentType: 'text/plain', body: 'PDF' });
  });
  await page.getByRole('button', { name: 'Relevé' }).click();
  const [opened] = await Promise.all([
    context.waitForEvent('page'),
    page.getByRole('menuitem', { name: /PDF/ }).click(),
  ]);
  await expect.poll(() => paper.subarray(0, 5).toString(), { timeout: 15_000 }).toBe('%PDF-');
  await opened.close();
  await context.unroute(isFile);
  await page.getByRole('link', { name: 'Réglages' }).click();
  const objects = paper.toString('latin1').matchAll(/\/Subtype \/Image[^>]*>>/g);
  return Array.from(objects, ([object]) => {
    const [width, height] = ['Width', 'Height'].map(
      (name) => new RegExp(`/${name} (\\d+)`).exec(object)?.[1],
    );
    return `${width} × ${height}`;
  });
}
