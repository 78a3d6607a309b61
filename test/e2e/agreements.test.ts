/** A plan is agreed, a part is missed at an import; a dispute goes from opening to credit note. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { calendarDate } from '../../src/shared/kernel/calendar-date.ts';
import { addSeconds, type Instant } from '../../src/shared/kernel/instant.ts';
import { MadeUpBooks } from '../support/made-up-books.ts';
import { RunningApplication } from '../support/running-application.ts';
import { TestClock } from '../support/test-clock.ts';
import { expectNoAxeViolations, openApplication, screenshot } from './support/application.ts';
import { grid, openScreen, shownRows, takeBack } from './support/lists.ts';
import { chooseFile, importButton } from './support/own-company.ts';

const MONDAY = '2026-11-23';
const LATER = '2026-12-14';
const dataFolder = mkdtempSync(path.join(tmpdir(), 'encours-agreed-'));
const VAL = { code: 'VAL', name: 'Val Matériaux et Agencements du Haut-Rhin' };
const LEROY = { code: 'LEROY', name: 'Leroy Frères' };
const books = new MadeUpBooks();
books.invoice(VAL, '2026-09-10', 'FA102', 80_000, { dueDate: '2026-10-10' });
books.invoice(VAL, '2026-09-20', 'FA107', 20_000, { dueDate: '2026-10-20' });
books.invoice(LEROY, '2026-09-15', 'FA104', 90_000, { dueDate: '2026-10-15' });
books.receipt(LEROY, '2026-11-20', 1_000);

/** The first minutes of the day: the window opens later on it, whatever the time it is. */
class Dawn extends TestClock {
  override now(): Instant {
    return addSeconds(super.now(), -8 * 3600);
  }
}

beforeAll(async () => {
  const earlier = await RunningApplication.start({ clock: new Dawn(MONDAY), dataFolder });
  const company = await earlier.createCompany('Vauclair Matériaux');
  await company.import(books.fec(calendarDate(MONDAY)));
  await earlier.close();
}, 60_000);

// Before the application, so that it runs after its end.
afterAll(() => rmSync(dataFolder, { recursive: true, force: true }));

const application = openApplication({
  dataFolder,
  today: MONDAY,
  viewport: { width: 1280, height: 720 },
});

async function openCustomer(name: string): Promise<void> {
  const { page } = application;
  await openScreen(page, 'Clients');
  await page.getByRole('gridcell', { name }).first().dblclick();
  await page.getByRole('heading', { level: 2, name }).waitFor();
}

async function openFollowUp(tab: string): Promise<void> {
  const { page } = application;
  await openScreen(page, 'Promesses et litiges');
  await page.getByRole('tab', { name: tab }).click();
}

/** Chooses an act of the first row of a list, by keyboard. */
async function act(list: string, name: string): Promise<void> {
  const { page } = application;
  const table = grid(page, list);
  await table.getByRole('row').nth(1).waitFor();
  await table.focus();
  await page.keyboard.press('Shift+F10');
  await page.getByRole('menuitem', { name }).press('Enter');
}

test('a plan is agreed on the late items, in equal parts', async () => {
  const { page } = application;
  await openCustomer(VAL.name);
  await page.getByRole('button', { name: 'Accord', exact: true }).click();
  await page.getByRole('menuitem', { name: 'Échéancier…' }).click();
  const form = page.getByRole('form', { name: 'Échéancier' });
  await form.getByLabel('Parts égales').fill('4');
  await form.getByRole('button', { name: 'Répartir' }).click();
  await expect.poll(() => form.getByLabel(/^Montant de la part/).count()).toBe(4);
  expect(await form.getByLabel('Montant de la part 4').inputValue()).toBe('250,00');
  await form.getByLabel('Montant de la part 4').fill('200');
  await form.getByText('Reste à répartir : 50,00 €').waitFor();
  expect(await form.getByRole('button', { name: 'Enregistrer' }).isDisabled()).toBe(true);
  await form.getByLabel('Montant de la part 1').fill('300');
  await form.getByText('Les parts font le total').waitFor();
  await expectNoAxeViolations(page);
  await screenshot(page, 'plan-form');
  await form.getByRole('button', { name: 'Enregistrer', exact: true }).click();
  await page.getByText('Échéancier enregistré').waitFor();
  await page.getByText('Échéancier convenu : 1 000,00 €').waitFor();
});

test('it is signed from its list, and its paper opens', async () => {
  const { page } = application;
  await openFollowUp('Accords');
  await act('Accords', 'Noter : signé par le client');
  await page.getByText('Noté : accord signé.').waitFor();
  const state = async () => (await shownRows(grid(page, 'Accords')))[0]?.État;
  await expect.poll(state).toBe('en cours');
  await takeBack(page, 'Noté : accord signé.');
  await expect.poll(state).toBe('à envoyer');
  await act('Accords', 'Noter : signé par le client');
  await expect.poll(state).toBe('en cours');
  await expectNoAxeViolations(page);
  await screenshot(page, 'agreements-list');
});

test('a dispute is opened, acknowledged, answered with a credit note that is followed', async () => {
  const { page } = application;
  await openCustomer(LEROY.name);
  await page.keyboard.press('l');
  const form = page.getByRole('form', { name: 'Ouvrir un litige' });
  await form.getByLabel('Montant contesté').fill('200');
  await form.getByLabel('Suivi par').fill('Dupas');
  await form.getByLabel('Réponse avant le').fill('23/11');
  await form.getByRole('button', { name: 'Enregistrer', exact: true }).click();
  await openFollowUp('Litiges');
  await act('Litiges', 'Accuser réception par courriel…');
  const letter = page.getByRole('dialog', { name: 'Accusé de réception' });
  await letter.getByText('Réclamation L1 : bien reçue').waitFor();
  await expectNoAxeViolations(page);
  await screenshot(page, 'dispute-letter');
  await letter.getByRole('button', { name: 'Annuler' }).click();
  await page.getByRole('button', { name: /^À répondre/ }).click();
  await act('Litiges', 'Répondre et clore…');
  const dialog = page.getByRole('dialog', { name: 'Clore le litige' });
  await dialog.getByLabel('accord partiel').check();
  await dialog.getByLabel('Avoir accordé').last().fill('150');
  await expectNoAxeViolations(page);
  await screenshot(page, 'dispute-close');
  await dialog.getByRole('button', { name: 'Clore' }).click();
  await page.getByText('Litige clos.').waitFor();
  await page.getByRole('button', { name: /^Avoir attendu/ }).click();
  const awaited = async () => (await shownRows(grid(page, 'Litiges')))[0]?.['Avoir attendu'];
  await expect.poll(awaited).toMatch(/^150,00/u);
  await screenshot(page, 'disputes-awaited');
});

test('the part missed at an import is an obligation of the morning', async () => {
  books.receipt(LEROY, '2026-12-10', 1_000);
  books.creditNote(LEROY, '2026-12-01', 'AV110', 15_000, 'FA104');
  const page = await application.reopen({ today: LATER });
  await openScreen(page, 'Imports');
  const { name, bytes } = books.fec(calendarDate(LATER));
  await chooseFile(page, { name, mimeType: 'text/plain', buffer: Buffer.from(bytes) });
  await importButton(page).click();
  await page.getByRole('tab', { name: 'Diagnostic', selected: true }).waitFor();
  await openScreen(page, 'Priorités');
  await page.getByText('Échéancier : part non reçue, banque connue, 300,00 €').waitFor();
  await expectNoAxeViolations(page);
  await screenshot(page, 'plan-missed');
  await openFollowUp('Accords');
  const states = async () => (await shownRows(grid(page, 'Accords'))).map((row) => row.État);
  await expect.poll(states).toContain('part non reçue');
  await screenshot(page, 'agreements-missed');
});

test('the credit note has come: the dispute is closed', async () => {
  const { page } = application;
  await openFollowUp('Litiges');
  await page.getByRole('button', { name: /^Clos/ }).click();
  const outcomes = async () => (await shownRows(grid(page, 'Litiges'))).map((row) => row.Issue);
  await expect.poll(outcomes).toContain('accord partiel');
});
