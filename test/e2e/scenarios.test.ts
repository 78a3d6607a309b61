/** A scenario is changed, tried on today's batch and kept; rules and templates likewise. */
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Locator } from 'playwright-core';
import { afterAll, afterEach, expect, test } from 'vitest';
import { expectNoAxeViolations, openApplication, screenshot } from './support/application.ts';
import { grid } from './support/lists.ts';

const application = openApplication({
  sample: true,
  today: '2026-11-23',
  viewport: { width: 1280, height: 720 },
});
const folder = mkdtempSync(path.join(tmpdir(), 'encours-scenarios-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

// The test itself looks into the frame of a mail, where nothing may run; the page never tries to.
afterEach(() => {
  const faults = application.takeComplaints();
  expect(faults.filter((one) => !one.includes("the document's frame is sandboxed"))).toEqual([]);
});

async function openTab(name: string): Promise<void> {
  const { page } = application;
  await page.getByRole('link', { name: 'Scénarios et modèles' }).click();
  await page.getByRole('tab', { name, exact: true }).click();
}

async function openScenario(name: string): Promise<Locator> {
  const { page } = application;
  await openTab('Scénarios');
  await grid(page, 'Scénarios').getByText(name, { exact: true }).click();
  await page.getByRole('heading', { level: 2, name, exact: true }).waitFor();
  return page.getByRole('tablist', { name: 'Étapes sur la ligne de temps' });
}

/** The row of a scenario in the list, by its cells. */
function scenarioRow(name: string): Locator {
  const { page } = application;
  return grid(page, 'Scénarios')
    .getByRole('row')
    .filter({ has: page.getByText(name, { exact: true }) });
}

async function choose(
  field: string,
  option: string,
  within: Locator = application.page.getByRole('main'),
): Promise<void> {
  const { page } = application;
  await within.getByRole('combobox', { name: field, exact: true }).click();
  await page.getByRole('option', { name: option, exact: true }).click();
}

const POLLED = { timeout: 10_000 };

const button = (name: string | RegExp) => application.page.getByRole('button', { name });

test('the library is listed with who follows each scenario', async () => {
  const { page } = application;
  await page.getByRole('link', { name: 'Scénarios et modèles' }).waitFor({ timeout: 45_000 });
  await page.keyboard.press('g');
  await page.keyboard.press('s');
  const rows = grid(page, 'Scénarios').getByRole('row');
  await scenarioRow('Courtois').waitFor();
  expect(await rows.count()).toBe(10);
  await scenarioRow('Bon payeur').getByText('livré', { exact: true }).waitFor();
  await expectNoAxeViolations(page);
});

test('steps go by keys; what the change does to the day is shown before it is kept', async () => {
  const { page } = application;
  const line = await openScenario('Bon payeur');
  const active = line.getByRole('tab', { selected: true });
  await active.focus();
  await expect.poll(() => active.textContent()).toContain('J+10');
  for (let press = 0; press < 9; press += 1) await page.keyboard.press('+');
  await expect.poll(() => active.textContent()).toContain('J+19');
  await page.keyboard.press('ArrowRight');
  await expect.poll(() => active.textContent()).toContain('J+20');
  await page.keyboard.press('Home');
  await page
    .getByRole('status')
    .getByText(/clients? change/u)
    .waitFor();
  await screenshot(page, 'scenario-editor');
  await expectNoAxeViolations(page);
  await page.keyboard.press('Control+s');
  const dialog = page.getByRole('dialog', { name: 'Ce que cela change aujourd’hui' });
  const changes = dialog.getByRole('table').nth(1);
  const first = changes.getByRole('row').nth(1).getByRole('cell');
  spared = (await first.nth(0).textContent()) ?? '';
  await expect.poll(() => first.nth(1).textContent()).toContain('Relance 1');
  await screenshot(page, 'scenario-effect');
  await expectNoAxeViolations(page);
  await dialog.getByRole('button', { name: 'Enregistrer' }).click();
  await page.getByText('Scénario enregistré.').waitFor();
  await page.getByText('modifié', { exact: true }).waitFor();
  expect(spared).not.toBe('');
  expect(await plannedTo(spared)).toBe(false);
});

/** Whom the changed scenario no longer writes to today. */
let spared = '';

/** Whether today's reminders have an e-mail for this customer. */
async function plannedTo(customer: string): Promise<boolean> {
  const { page } = application;
  await page.getByRole('link', { name: /^Relances/u }).click();
  await page.getByPlaceholder('Client…', { exact: true }).fill(customer);
  const found = grid(page, 'E-mails').getByText(customer, { exact: true });
  await found.or(page.getByText('Aucun message ne répond à ces choix.')).first().waitFor();
  return found.isVisible();
}

test('what is wrong is said at its place, and nothing wrong is kept', async () => {
  const { page } = application;
  const line = await openScenario('Bon payeur');
  await line.getByRole('tab', { selected: true }).focus();
  await page.keyboard.press('Delete');
  await page.getByText('1 point à corriger').waitFor();
  await line.getByRole('tab', { name: /J\+25/u }).click();
  await page
    .getByRole('list', { name: 'À corriger' })
    .getByText('Les relances montent d’un niveau à la fois, à partir de la première.')
    .waitFor();
  expect(await button('Enregistrer…').isDisabled()).toBe(true);
  await screenshot(page, 'scenario-wrong');
  await expectNoAxeViolations(page);
  await choose('Niveau', 'Relance 1');
  await line.getByRole('tab', { name: /J\+40/u }).click();
  await choose('Niveau', 'Relance 2');
  await page.getByText('1 point à corriger').waitFor({ state: 'detached' });
  expect(await button('Enregistrer…').isDisabled()).toBe(false);
});

test('leaving with changes is asked first', async () => {
  const { page } = application;
  await page.getByRole('tab', { name: 'Modèles' }).click();
  const dialog = page.getByRole('dialog', { name: 'Quitter sans enregistrer' });
  await dialog.getByRole('button', { name: 'Annuler' }).click();
  await page.getByRole('heading', { level: 2, name: 'Bon payeur' }).waitFor();
  await page.getByRole('link', { name: 'Priorités' }).click();
  await dialog.getByRole('button', { name: 'Quitter' }).click();
  await page.getByRole('heading', { name: 'Priorités' }).first().waitFor();
});

test('a changed scenario is compared with what ships, and goes back to it', async () => {
  const { page } = application;
  await openScenario('Bon payeur');
  await button('Comparer').click();
  const dialog = page.getByRole('dialog');
  const differing = dialog.getByRole('row').filter({ hasText: 'différent' });
  expect(await differing.count()).toBe(1);
  await expect.poll(() => differing.textContent()).toMatch(/J\+19.*J\+10/u);
  await expectNoAxeViolations(page);
  await dialog.getByRole('button', { name: 'Fermer' }).last().click();
  await button('Revenir à la version livrée').click();
  await page
    .getByRole('dialog')
    .getByRole('button', { name: 'Revenir à la version livrée' })
    .click();
  await page.getByText('Version livrée rétablie.').waitFor();
  await scenarioRow('Bon payeur').getByText('livré', { exact: true }).waitFor();
  expect(await plannedTo(spared)).toBe(true);
});

test('a scenario goes out as a file and comes in beside the one it was made from', async () => {
  const { page } = application;
  await openScenario('Progressif');
  const saved = page.waitForEvent('download');
  await button('Exporter').click();
  const file = path.join(folder, 'scenario.json');
  const download = await saved;
  expect(download.suggestedFilename()).toBe('scenario-progressive.json');
  await download.saveAs(file);
  expect(JSON.parse(readFileSync(file, 'utf8'))).toMatchObject({ name: 'Progressif' });
  await button('Tous les scénarios').click();
  await page.getByTestId('scenario-file').setInputFiles(file);
  await page.getByRole('dialog').getByRole('button', { name: 'Ajouter à côté' }).click();
  await page.getByText('nouveau', { exact: true }).waitFor();
  await page.getByLabel('Nom', { exact: true }).fill('Progressif du Nord');
  await page.getByText('Aucun client ne suit ce scénario', { exact: false }).waitFor();
  await button('Enregistrer…').click();
  await page.getByRole('dialog').getByRole('button', { name: 'Enregistrer' }).click();
  await page.getByText('le vôtre', { exact: true }).waitFor();
  await button('Tous les scénarios').click();
  await scenarioRow('Progressif du Nord').getByText('le vôtre', { exact: true }).waitFor();
});

test('a file that is no scenario is shown with what it lacks', async () => {
  const { page } = application;
  await openTab('Scénarios');
  const give = (text: string) =>
    page.getByTestId('scenario-file').setInputFiles({
      name: 'notes.json',
      mimeType: 'application/json',
      buffer: Buffer.from(text),
    });
  await give('{"scenarioKey":"a","name":"A","steps":[]}');
  const dialog = page.getByRole('dialog');
  await dialog.getByText('monthlyCap').waitFor();
  await expectNoAxeViolations(page);
  await dialog.getByRole('button', { name: 'Fermer' }).last().click();
  await give('bonjour');
  await page.getByText('Ce fichier n’est pas un scénario', { exact: false }).waitFor();
  expect(application.takeComplaints()).toEqual([expect.stringContaining('importFile')]);
});

test('a rule is tried with whom it reaches, kept, and a customer gets his own scenario', async () => {
  const { page } = application;
  await openTab('Affectation');
  const rules = page.getByRole('table', { name: 'Règles' });
  await rules.getByRole('row').nth(7).waitFor();
  await expectNoAxeViolations(page);
  await button('Ajouter une règle').click();
  const dialog = page.getByRole('dialog');
  await choose('Profil', 'grand compte', dialog);
  await choose('Scénario', 'Progressif du Nord', dialog);
  await screenshot(page, 'assignment-rule');
  await expectNoAxeViolations(page);
  await dialog.getByRole('button', { name: 'Ajouter une règle' }).click();
  const added = rules.getByRole('row').filter({ hasText: 'Profil : grand compte' });
  await added
    .getByRole('cell', { name: /^[1-9]\d*$/u })
    .nth(1)
    .waitFor();
  await button('Enregistrer').click();
  await page.getByText('Affectation enregistrée.').waitFor();
  await screenshot(page, 'assignment');
  await page.getByRole('combobox', { name: 'Client', exact: true }).fill('a');
  await page.getByRole('option').first().click();
  await choose('Scénario', 'Multicanal');
  await button('Choisir pour un client').click();
  await page.getByText('Scénario choisi pour ce client.').waitFor();
  const chosen = page.getByRole('table', { name: 'Choix faits pour un client' });
  expect(await chosen.getByRole('row').nth(1).textContent()).toContain('Multicanal');
  await expectNoAxeViolations(page);
  // By key: the toast lies over the button for a while.
  await chosen.getByRole('button', { name: /^Suivre les règles/u }).press('Enter');
  await page.getByText('Ce client suit de nouveau les règles.').waitFor();
  await chosen.waitFor({ state: 'detached' });
});

test('the order decides between two rules as specific, and moves by keys', async () => {
  const { page } = application;
  await openTab('Affectation');
  const rows = page.getByRole('table', { name: 'Règles' }).getByRole('row');
  const placeOf = async (text: string) => {
    const all = await rows.allTextContents();
    return all.findIndex((row) => row.replace(/\s/gu, ' ').includes(text));
  };
  await rows.filter({ hasText: 'Profil : grand compte' }).waitFor();
  const before = await placeOf('Profil : public');
  expect(await placeOf('Profil : grand compte')).toBe(before + 1);
  await rows.filter({ hasText: 'Profil : grand compte' }).getByRole('button').last().focus();
  await page.keyboard.press('Alt+ArrowUp');
  await expect.poll(() => placeOf('Profil : grand compte'), POLLED).toBe(before);
  await button('Annuler').click();
  await expect.poll(() => placeOf('Profil : grand compte'), POLLED).toBe(before + 1);
});

test('a scenario that customers follow is not removed', async () => {
  const { page } = application;
  await openScenario('Progressif du Nord');
  await button('Supprimer').click();
  await page.getByRole('dialog').getByRole('button', { name: 'Supprimer' }).click();
  await page.getByText('Des clients suivent ce scénario.', { exact: false }).waitFor();
  expect(application.takeComplaints()).toEqual([expect.stringContaining('remove')]);
  await button('Tous les scénarios').click();
  await scenarioRow('Progressif du Nord').waitFor();
});

/** What the frame of the preview shows. */
const preview = () => application.page.frameLocator('iframe[title="Aperçu du courriel"]');

async function openTemplate(subject: string): Promise<void> {
  const { page } = application;
  await openTab('Modèles');
  await button('français').click();
  await grid(page, 'Modèles').getByText(subject, { exact: false }).first().click();
  await preview().getByText('Pour régler').waitFor();
}

test('a template is checked and read while it is typed', async () => {
  const { page } = application;
  await openTab('Modèles');
  await grid(page, 'Modèles').getByText('Prévenance', { exact: true }).first().waitFor();
  await expectNoAxeViolations(page);
  await openTemplate('3 factures échues');
  await preview().getByText('Charpentes Delorme – Niort').waitFor();
  const title = preview().getByText('Vauclair Matériaux', { exact: true }).first();
  expect(await title.evaluate((one) => getComputedStyle(one).fontWeight)).toBe('700');
  await screenshot(page, 'template-editor');
  await expectNoAxeViolations(page);
  const text = page.getByLabel('Texte', { exact: true });
  await text.fill('Bonjour {clien},\n\nIl reste .\n\n{tableau}');
  const problem = button(/ligne 1, colonne 9/u);
  await problem.getByText('Le champ {clien} n’existe pas.', { exact: false }).waitFor();
  expect(await button('Enregistrer').isDisabled()).toBe(true);
  await expectNoAxeViolations(page);
  await problem.click();
  expect(await text.evaluate((one: HTMLTextAreaElement) => one.selectionStart)).toBe(8);
  await text.fill('Bonjour,\n\nIl reste .\n\n{tableau}');
  await text.evaluate((one: HTMLTextAreaElement) => one.setSelectionRange(19, 19));
  await page.getByPlaceholder('Chercher un champ').fill('montant demande');
  await button('{total_du}').click();
  expect(await text.inputValue()).toBe('Bonjour,\n\nIl reste {total_du}.\n\n{tableau}');
  await preview()
    .getByText(/Il reste 5\s110,30\s€\./u)
    .waitFor();
});

test('it is read for a real customer, kept, compared, and given back as it shipped', async () => {
  const { page } = application;
  await page.getByRole('combobox', { name: 'Écrit pour' }).fill('a');
  await page.getByRole('option').first().click();
  await preview().getByText('Charpentes Delorme – Niort').waitFor({ state: 'detached' });
  await preview()
    .getByText(/Il reste [\d\s]+,\d\d\s€\./u)
    .waitFor();
  await page.getByText('Texte seul').click();
  await page.getByText(/Il reste [\d\s]+,\d\d\s€\./u).waitFor();
  await button('Enregistrer').click();
  await page.getByText('Modèle enregistré.').waitFor();
  await button('Comparer').click();
  const dialog = page.getByRole('dialog');
  await dialog.getByText('Il reste {total_du}.').waitFor();
  await screenshot(page, 'template-compare');
  await expectNoAxeViolations(page);
  await dialog.getByRole('button', { name: 'Prendre la version livrée' }).click();
  await page.getByText('Version livrée rétablie.').waitFor();
  expect(await page.getByLabel('Texte', { exact: true }).inputValue()).toContain('{signature}');
  await page.getByText('livré', { exact: true }).waitFor();
});

test('a copy under a key of its own may be chosen by a step', async () => {
  const { page } = application;
  await button('Copier').click();
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel('Nom').fill('Relance du Nord');
  expect(await dialog.getByLabel('Clé').inputValue()).toBe('relance_du_nord');
  await expectNoAxeViolations(page);
  await dialog.getByRole('button', { name: 'Copier' }).click();
  await page.getByRole('heading', { level: 2, name: 'Relance du Nord' }).waitFor();
  await openScenario('Courtois');
  await page.getByRole('tab', { name: /J\+7/u }).click();
  const step = page.getByRole('tabpanel', { name: /^Étape/u });
  await choose('Modèle', 'Relance du Nord', step);
  const chosen = step.getByRole('combobox', { name: 'Modèle' });
  expect(await chosen.inputValue()).toBe('Relance du Nord');
  await button('Tous les scénarios').click();
  await page.getByRole('dialog').getByRole('button', { name: 'Quitter' }).click();
});

test('in English and in the dark, everything stays readable', async () => {
  const { page } = application;
  await page.emulateMedia({ colorScheme: 'dark' });
  await page.getByRole('link', { name: 'Réglages' }).click();
  await page.getByRole('button', { name: 'Langue et affichage', exact: true }).click();
  await page.getByText('English', { exact: true }).click();
  await page.getByRole('link', { name: 'Scenarios and templates' }).click();
  await grid(page, 'Scenarios').getByText('Courtois', { exact: true }).click();
  await page.getByRole('tablist', { name: 'Steps on the time line' }).waitFor();
  await expectNoAxeViolations(page);
  await page.getByRole('tab', { name: 'Assignment' }).click();
  await page.getByRole('table', { name: 'Rules' }).waitFor();
  await expectNoAxeViolations(page);
  await page.getByRole('tab', { name: 'Templates' }).click();
  await grid(page, 'Templates').getByText('Formal notice', { exact: true }).first().click();
  await page.frameLocator('iframe').getByText('Charpentes Delorme').first().waitFor();
  await screenshot(page, 'template-english-dark');
  await expectNoAxeViolations(page);
});
