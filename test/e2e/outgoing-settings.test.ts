/** The other settings of what leaves: reminders, letters, who signs, late charges. */
import { expect, test } from 'vitest';
import { expectNoAxeViolations, openApplication, screenshot } from './support/application.ts';
import { openSection, pick, saveButton, saveSection } from './support/settings.ts';

const application = openApplication({
  sample: true,
  today: '2026-11-23',
  viewport: { width: 1280, height: 720 },
});

test('reminders: hours, a pause, a pilot and starting levels', async () => {
  const { page } = application;
  await openSection(page, 'Relances');
  await page.getByLabel('… à', { exact: true }).fill('07:00');
  await page.getByText('La fin vient après le début.').waitFor();
  expect(await saveButton(page).isDisabled()).toBe(true);
  await page.getByLabel('… à', { exact: true }).fill('19:00');
  await page.getByRole('button', { name: 'Ajouter une pause' }).click();
  await page.getByLabel('au', { exact: true }).fill('31/12/2026');
  await page.getByText('Des clients choisis').click();
  await page.getByRole('combobox', { name: 'Ajouter un client' }).fill('Pépini');
  await page.getByRole('option', { name: /Pépinières du Petit Moulin SA/u }).click();
  await page.getByText('1 client choisi').waitFor();
  await page.getByRole('button', { name: 'Ajouter un palier' }).first().click();
  await expectNoAxeViolations(page);
  await screenshot(page, 'settings-reminders');
  await saveSection(page);
  await page.reload();
  expect(await page.getByLabel('… à', { exact: true }).inputValue()).toBe('19:00');
  await page.getByRole('button', { name: 'Retirer Pépinières du Petit Moulin SA' }).waitFor();
});

test('letters: the envelope, and a sheet to try it', async () => {
  const { page, context } = application;
  await openSection(page, 'Courriers');
  await page.getByText('C5 (pliée en deux)').click();
  await page.getByLabel('Vers la droite').fill('2');
  await expectNoAxeViolations(page);
  await saveSection(page);
  const opened = context.waitForEvent('page');
  await page.getByRole('button', { name: 'Imprimer l’épreuve' }).click();
  await (await opened).close();
});

test('the team: who signs by default', async () => {
  const { page } = application;
  await openSection(page, 'Équipe');
  await page.getByRole('button', { name: 'Ajouter une personne' }).click();
  await page.getByText('Saisir le nom.').waitFor();
  await page.getByLabel('Nom', { exact: true }).fill('Claire Moreau');
  await page.getByLabel('Fonction').fill('Crédit manager');
  await pick(page, 'Signe par défaut', 'Claire Moreau');
  await expectNoAxeViolations(page);
  await screenshot(page, 'settings-team');
  await saveSection(page);
});

test('late charges: a rate is corrected, and the supplied one taken back', async () => {
  const { page } = application;
  await openSection(page, 'Pénalités');
  await pick(page, 'Taux des pénalités', '3 × le taux d’intérêt légal');
  await saveSection(page);
  await page.getByRole('button', { name: /^Modifier Légal, entreprises, 2026-S2/u }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel('Taux lu au Journal officiel ou à la BCE').fill('3');
  await expectNoAxeViolations(page);
  await screenshot(page, 'settings-rate');
  await dialog.getByRole('button', { name: 'Enregistrer' }).click();
  const row = page.getByRole('row', { name: /^2026-S2/u });
  await row.getByText('saisi').waitFor();
  await row.getByText(/^9,00\s%$/u).waitFor();
  await row.getByRole('button', { name: /^Modifier Légal, entreprises, 2026-S2/u }).click();
  await dialog.getByRole('button', { name: 'Reprendre le taux fourni' }).click();
  await row.getByText('saisi').waitFor({ state: 'detached' });
});

test('in English and in the dark they read as well', async () => {
  const { page } = application;
  await page.emulateMedia({ colorScheme: 'dark' });
  await openSection(page, 'Langue et affichage');
  await page.getByText('English', { exact: true }).click();
  const sections = page.getByRole('navigation', { name: 'Settings' });
  for (const name of ['E-mail', 'Reminders', 'Letters', 'Team', 'Late charges']) {
    await sections.getByRole('button', { name, exact: true }).click();
    await page.getByRole('heading', { level: 2, name, exact: true }).first().waitFor();
    await expectNoAxeViolations(page);
    await screenshot(page, `settings-dark-${name.replace(/\W/gu, '-').toLowerCase()}`);
  }
  await sections.getByRole('button', { name: 'Language and display', exact: true }).click();
  await page.getByText('Français', { exact: true }).click();
});
