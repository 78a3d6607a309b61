/**
 * Reminders: the batch of the day seen, changed and sent once; called back within the hold; those
 * left out let through; letters to posted; what nobody knows shown and settled.
 */
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import PostalMime from 'postal-mime';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { findCompany } from '../../src/main/use-cases/companies/open-company.ts';
import { pulseOutbox } from '../../src/main/use-cases/outbox/deliveries.ts';
import { addSeconds, type Instant } from '../../src/shared/kernel/instant.ts';
import { newCommandId, RunningApplication } from '../support/running-application.ts';
import { ScriptedMailer } from '../support/scripted-mailer.ts';
import { TestClock } from '../support/test-clock.ts';
import { expectNoAxeViolations, openApplication, screenshot } from './support/application.ts';
import { downloadedRows, grid, openScreen, shownCents, shownRows } from './support/lists.ts';
import { callFromWindow } from './support/window-api.ts';

const TODAY = '2026-11-23';
const dataFolder = mkdtempSync(path.join(tmpdir(), 'encours-e2e-'));
afterAll(() => rmSync(dataFolder, { recursive: true, force: true }));

/** The first minutes of the day: the window opens later on it, whatever the time it is. */
class Dawn extends TestClock {
  override now(): Instant {
    return addSeconds(super.now(), -8 * 3600);
  }
}

/** A message whose server never answered waits in the outbox when the window opens. */
beforeAll(async () => {
  const mailer = new ScriptedMailer(['no_answer']);
  const earlier = await RunningApplication.start({ clock: new Dawn(TODAY), dataFolder, mailer });
  const company = await earlier.openSample();
  const { call } = company;
  await setHold(0, (settings) => call.settings.change({ commandId: newCommandId(), settings }));
  const filter = { scenarioKey: null, profile: null, channel: null, text: '' };
  const { rows } = await call.dunning.planned({
    offset: 0,
    limit: 1,
    on: null,
    filter: { ...filter, tab: 'messages', scenarioKey: 'chronic-payer' },
  });
  await call.dunning.approve({
    commandId: newCommandId(),
    messages: rows.map(({ payerId }) => ({ payerId, edit: null })),
    staleReason: null,
  });
  const open = findCompany(earlier.app.context, company.key);
  if (open === null) throw new Error('The sample is closed.');
  await pulseOutbox(earlier.app.context, open);
  await setHold(120, (settings) => call.settings.change({ commandId: newCommandId(), settings }));
  await earlier.close();

  async function setHold(
    holdSeconds: number,
    change: (settings: {
      dunning: Awaited<ReturnType<typeof call.settings.show>>['settings']['dunning'];
    }) => Promise<unknown>,
  ) {
    const { settings } = await call.settings.show();
    const hours = { sendFromMinute: 0, sendUntilMinute: 1440 };
    await change({ dunning: { ...settings.dunning, ...hours, holdSeconds } });
  }
}, 60_000);

const application = openApplication({
  sample: true,
  today: TODAY,
  dataFolder,
  viewport: { width: 1280, height: 720 },
});

const tab = (name: RegExp) => application.page.getByRole('tab', { name }).click();
const kind = (name: RegExp) =>
  application.page.getByRole('main').locator('label').filter({ hasText: name }).first().click();
const box = (name: RegExp) => application.page.getByRole('button', { name }).click();
const sendButton = () => application.page.getByRole('button', { name: /^Tout envoyer \(/u });
const countIn = (text: string): number => Number.parseInt(/\d+/u.exec(text)?.[0] ?? '', 10);

test('the batch is grouped, totalled and ticked as proposed', async () => {
  const { page } = application;
  await openScreen(page, 'Relances');
  const table = grid(page, 'E-mails');
  const rows = await shownRows(table);
  expect(rows.length).toBeGreaterThan(10);
  expect(
    await table.evaluate((ground) => ground.scrollWidth - ground.clientWidth),
  ).toBeLessThanOrEqual(0);
  const waiting = rows.filter((row) => row.Pourquoi?.startsWith('à confirmer'));
  expect(waiting.length).toBeGreaterThan(0);
  const ticks = await page.getByRole('main').getByRole('status').first().innerText();
  expect(ticks).toMatch(/^\d+ cochés sur \d+$/u);
  await expectNoAxeViolations(page);
  await screenshot(page, 'reminders');
});

test('g r goes to the reminders', async () => {
  const { page } = application;
  await openScreen(page, 'Clients');
  await page.keyboard.press('g');
  await page.keyboard.press('r');
  await grid(page, 'E-mails').waitFor();
});

test('space unticks, and the total follows', async () => {
  const { page } = application;
  const before = countIn(await sendButton().innerText());
  const table = grid(page, 'E-mails');
  await table.focus();
  await page.keyboard.press('j');
  await page.keyboard.press('Space');
  await expect.poll(async () => countIn(await sendButton().innerText())).toBe(before - 1);
  await page.keyboard.press('Space');
  await expect.poll(async () => countIn(await sendButton().innerText())).toBe(before);
});

test('a group narrows the list and what is sent', async () => {
  const { page } = application;
  const group = page.getByRole('button', { name: /^Prélèvement/u });
  await group.click();
  const button = page.getByRole('button', { name: /^Envoyer cette sélection/u });
  await button.waitFor();
  // Told beforehand only, but for the one whose debit came back after he had promised.
  const steps = async () =>
    new Set((await shownRows(grid(page, 'E-mails'))).map((row) => row.Étape));
  await expect.poll(steps).toEqual(new Set(['Prévenance', 'Promesse non tenue']));
  await group.click();
  await sendButton().waitFor();
});

test('a message is seen as it will leave, changed for once, and kept', async () => {
  const { page } = application;
  const table = grid(page, 'E-mails');
  await table.focus();
  await page.keyboard.press('Enter');
  const frame = page.frameLocator('iframe[title="Aperçu du message"]');
  await frame.getByText('Bonjour').first().waitFor();
  await expectNoAxeViolations(page);
  await screenshot(page, 'reminders-preview');
  await page.keyboard.press('e');
  await page.getByLabel('Phrase ajoutée').fill('La palette manquante part demain.');
  await frame.getByText('La palette manquante part demain.').waitFor();
  await page.getByLabel('Objet').fill('Vos factures et la palette');
  await page.getByRole('main').getByText('Vos factures et la palette').first().waitFor();
  await expectNoAxeViolations(page);
  await screenshot(page, 'reminders-edit');
  await page.getByRole('button', { name: 'Garder' }).click();
  await page.keyboard.press('w');
  const why = page.getByRole('dialog', { name: /^Pourquoi/u });
  await why.getByRole('table', { name: 'Pièce par pièce' }).waitFor();
  await page.keyboard.press('Escape');
  await page.keyboard.press('Escape');
  await table.getByText('modifié').waitFor();
});

test('Excel has the batch as it is shown', async () => {
  const { page } = application;
  const [first] = await shownRows(grid(page, 'E-mails'));
  const book = await downloadedRows(page);
  expect(book[0]?.Client).toBe(first?.Client?.replace(/modifié$/u, ''));
  expect(Math.round(Number(book[0]?.Montant) * 100)).toBe(shownCents(first?.Montant));
});

test('sent, then called back within the hold: nothing leaves', async () => {
  const { page } = application;
  const before = countIn(await sendButton().innerText());
  await sendButton().click();
  const dialog = page.getByRole('dialog', { name: /messages vont partir/u });
  await expect.poll(() => dialog.innerText()).toContain('2 min');
  await expectNoAxeViolations(page);
  await dialog.getByRole('button', { name: 'Envoyer' }).click();
  const back = page.getByRole('button', { name: 'Rappeler' });
  await back.waitFor();
  expect(await page.getByText(/départ dans [01]:\d\d/u).innerText()).toBeTruthy();
  await screenshot(page, 'reminders-hold');
  await back.click();
  await page.getByText(`${before} messages rappelés.`).waitFor();
  await back.waitFor({ state: 'detached' });
  await tab(/^Boîte d’envoi/u);
  await box(/^Annulés/u);
  const cancelled = await shownRows(grid(page, 'Annulés'));
  expect(cancelled.length).toBeGreaterThan(0);
  await expectNoAxeViolations(page);
  expect(mailFiles()).toEqual([]);
});

test('with no hold, the messages lie in the folder of the sample, once each', async () => {
  const { page } = application;
  const { settings } = (await callFromWindow(page, 'settings/show')) as {
    settings: { dunning: Record<string, unknown> };
  };
  const dunning = { ...settings.dunning, holdSeconds: 0 };
  await callFromWindow(page, 'settings/change', {
    commandId: newCommandId(),
    settings: { dunning },
  });
  await tab(/^Relances du jour/u);
  await page.getByRole('button', { name: /^Retardataire chronique/u }).click();
  const button = page.getByRole('button', { name: /^Envoyer cette sélection/u });
  await button.waitFor();
  const count = countIn(await button.innerText().then((text) => text.split('(')[1] ?? ''));
  const rows = await shownRows(grid(page, 'E-mails'));
  await button.click();
  await page.getByRole('dialog').getByRole('button', { name: 'Envoyer' }).dblclick();
  await expect.poll(() => mailFiles().length, { timeout: 30_000 }).toBe(count);
  const mails = await Promise.all(mailFiles().map((file) => PostalMime.parse(readFileSync(file))));
  const names = rows.map((row) => row.Destinataire);
  for (const mail of mails) {
    expect(names).toContain(mail.to?.[0]?.address);
    expect(mail.text).toContain('Pour régler');
  }
  await tab(/^Boîte d’envoi/u);
  await box(/^Envoyés/u);
  const sent = grid(page, 'Envoyés');
  await expect.poll(() => sent.getAttribute('aria-rowcount')).toBe(String(count + 1));
  await sent.focus();
  await page.keyboard.press('Enter');
  await page.getByRole('heading', { name: 'Étapes' }).waitFor();
  await page.frameLocator('iframe[title="Message"]').getByText('Bonjour').first().waitFor();
  await expectNoAxeViolations(page);
  await screenshot(page, 'outbox-notice');
  const saved = page.waitForEvent('download');
  await page.getByRole('button', { name: 'Télécharger le .eml' }).click();
  expect((await saved).suggestedFilename()).toMatch(/\.eml$/u);
  await page.keyboard.press('Escape');
});

test('what nobody knows is shown, and a person says what became of it', async () => {
  const { page } = application;
  await box(/^À traiter/u);
  const table = grid(page, 'À traiter');
  await expect.poll(async () => (await shownRows(table))[0]?.État).toBe('Incertain');
  await table.focus();
  await page.keyboard.press('Shift+F10');
  await page.getByRole('menuitem', { name: 'Dire s’il est parti…' }).press('Enter');
  const dialog = page.getByRole('dialog', { name: /est-il parti/u });
  await expectNoAxeViolations(page);
  await dialog.getByLabel('Il est parti').check();
  await dialog.getByRole('textbox', { name: 'Motif' }).fill('Le client l’a reçu');
  await dialog.getByRole('button', { name: 'Il est parti' }).click();
  await page.getByText('Rien à traiter').waitFor();
});

test('overdue is chased or not chased, to the cent, each with its reason', async () => {
  const { page } = application;
  await tab(/^Non relancés/u);
  await page.getByText('égal au centime').waitFor();
  const table = grid(page, 'Non relancés');
  const rows = await shownRows(table);
  const total = shownCents(rows.at(-1)?.Montant);
  const groups = await page
    .getByRole('region', { name: 'Tous les motifs' })
    .getByRole('button')
    .allInnerTexts();
  const sum = groups.map((text) => shownCents(text.split('\n').at(-1))).reduce((a, b) => a + b, 0);
  expect(sum).toBe(total);
  await expectNoAxeViolations(page);
  await screenshot(page, 'reminders-left-out');
});

test('a customer without e-mail is reminded by registered letter, with a reason', async () => {
  const { page } = application;
  await page.getByRole('button', { name: /^Aucune coordonnée/u }).click();
  const table = grid(page, 'Non relancés');
  await table
    .getByText(/par courriel/u)
    .first()
    .waitFor();
  await table
    .getByText(/par courriel/u)
    .first()
    .click({ button: 'right' });
  await page.getByRole('menuitem', { name: /^Relancer quand même/u }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByRole('combobox', { name: 'Par' }).click();
  await page.getByRole('option', { name: 'Lettre recommandée' }).click();
  await dialog.getByRole('textbox', { name: 'Motif' }).fill('Adresse postale vérifiée');
  await expectNoAxeViolations(page);
  await dialog.getByRole('button', { name: 'Relancer quand même' }).click();
  await page.getByText('Ajouté aux relances du jour.').waitFor();
});

test('the letter is approved, printed, numbered and posted; then its level has moved', async () => {
  const { page, context } = application;
  await tab(/^Relances du jour/u);
  await kind(/Courriers/u);
  const letters = grid(page, 'Courriers');
  const [letter] = await shownRows(letters);
  await page.getByRole('textbox', { name: 'Client…' }).fill(letter?.Client ?? '');
  const button = page.getByRole('button', { name: /^(Rien n’est coché|Envoyer cette sélection)/u });
  await letters.focus();
  await page.keyboard.press('Space');
  await expect.poll(() => button.innerText()).toContain('(1,');
  await button.click();
  await page.getByRole('dialog').getByRole('button', { name: 'Envoyer' }).click();
  await tab(/^Boîte d’envoi/u);
  await box(/^À imprimer et poster/u);
  const print = page.getByRole('button', { name: 'Imprimer (1)' });
  await print.waitFor();
  await expectNoAxeViolations(page);
  const opened = context.waitForEvent('page');
  await print.click();
  await (await opened).close();
  await page.getByRole('button', { name: 'Numéros et dépôt…' }).click();
  const number = page.getByLabel(/^Numéro de recommandé/u);
  await number.fill('1A 001 234 5678 9');
  await number.press('Enter');
  await expectNoAxeViolations(page);
  await screenshot(page, 'letters-batch');
  await page.getByRole('button', { name: 'Confirmer le dépôt d’un courrier' }).click();
  await page.getByText('Un courrier posté : son niveau avance.').waitFor();
  await page.keyboard.press('Escape');
  await box(/^Envoyés/u);
  const posted = async () =>
    (await shownRows(grid(page, 'Envoyés'))).find((row) => row.État === 'Posté')?.Client;
  await expect.poll(posted).toBe(letter?.Client);
  // The browser shows a PDF by an extension of its own.
  const others = application.takeComplaints().filter((one) => !one.includes('chrome-extension:'));
  expect(others).toEqual([]);
});

test('the task of a scenario is done, and says whether its level moves', async () => {
  const { page } = application;
  await tab(/^Relances du jour/u);
  await kind(/Tâches/u);
  const table = grid(page, 'Tâches et appels');
  await shownRows(table);
  const before = countIn((await table.getAttribute('aria-rowcount')) ?? '');
  await expectNoAxeViolations(page);
  await table.focus();
  await page.keyboard.press('d');
  const dialog = page.getByRole('dialog', { name: /^Tâche faite/u });
  await dialog.getByLabel('Le niveau reste où il est').check();
  await dialog.getByRole('button', { name: 'Marquer fait' }).click();
  await page.getByText('Tâche faite.').waitFor();
  await expect.poll(() => table.getAttribute('aria-rowcount')).toBe(String(before - 1));
});

test('the days to come are tried without writing anything', async () => {
  const { page } = application;
  await tab(/^Simulation/u);
  await grid(page, 'Messages par semaine et par étape').waitFor();
  const rows = await shownRows(grid(page, 'Qui serait contacté'));
  expect(rows.length).toBeGreaterThan(5);
  await expectNoAxeViolations(page);
  await screenshot(page, 'dry-run');
});

test('before the first sending: conditions accepted, starting levels set', async () => {
  const { page } = application;
  await tab(/^Mise en route/u);
  await expectNoAxeViolations(page);
  await page.getByRole('button', { name: 'Confirmer' }).first().click();
  await page.getByText('Condition enregistrée.').waitFor();
  await page.getByRole('button', { name: 'Poser les niveaux' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Poser les niveaux' }).click();
  await page.getByText(/^Niveau de départ posé sur \d+ pièces\.$/u).waitFor();
});

test('paused, the bar says so and resumes', async () => {
  const { page } = application;
  await tab(/^Boîte d’envoi/u);
  await page.getByRole('button', { name: 'Mettre en pause' }).click();
  await tab(/^Relances du jour/u);
  await page.getByText('Les envois sont en pause.').waitFor();
  await expectNoAxeViolations(page);
  await page.getByRole('button', { name: 'Reprendre les envois' }).click();
  await page.getByText('Les envois sont en pause.').waitFor({ state: 'detached' });
});

test('the customer file says why, item by item, and sets a level with its reason', async () => {
  const { page } = application;
  await openScreen(page, 'Clients');
  await grid(page, 'Clients').waitFor();
  await page.keyboard.press('j');
  await grid(page, 'Clients').press('Enter');
  await page.getByRole('button', { name: 'Pièce par pièce' }).click();
  const dialog = page.getByRole('dialog', { name: /^Pourquoi/u });
  await dialog.getByRole('button', { name: 'Changer le niveau…' }).click();
  await dialog.getByRole('group', { name: 'Pièces' }).getByRole('checkbox').first().check();
  await dialog.getByRole('combobox', { name: 'Nouveau niveau' }).click();
  await page.getByRole('option', { name: 'Relance 2' }).click();
  await dialog.getByRole('textbox', { name: 'Motif' }).fill('Relancée avant Encours');
  await expectNoAxeViolations(page);
  await dialog.getByRole('button', { name: 'Changer le niveau', exact: true }).click();
  await page.getByText('Niveau changé.').waitFor();
  await dialog.getByRole('cell', { name: 'Relance 2' }).first().waitFor();
});

/** The messages written instead of sent, whatever company folder they lie in. */
function mailFiles(): string[] {
  return readdirSync(dataFolder, { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.eml'))
    .map((file) => path.join(dataFolder, file));
}
