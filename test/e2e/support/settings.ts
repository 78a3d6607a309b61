/** Walking through the settings: a section, a choice in a list, its saving. */
import type { Page } from 'playwright-core';

export async function openSection(page: Page, name: string): Promise<void> {
  await page.getByRole('link', { name: 'Réglages' }).click();
  const sections = page.getByRole('navigation', { name: 'Réglages' });
  await sections.getByRole('button', { name, exact: true }).click();
  await page.getByRole('heading', { level: 2, name, exact: true }).first().waitFor();
}

export const saveButton = (page: Page) =>
  page.getByRole('button', { name: 'Enregistrer', exact: true });

export async function saveSection(page: Page): Promise<void> {
  await saveButton(page).click();
  await page.getByText('Réglages enregistrés.').last().waitFor();
  // Nothing is left to save.
  await page.locator('button[type=submit]:disabled', { hasText: 'Enregistrer' }).waitFor();
}

/** Chooses an option, again where an answer on its way put the former value back. */
export async function pick(page: Page, label: string, option: string): Promise<void> {
  const field = page.getByRole('combobox', { name: label });
  for (let tries = 0; tries < PICKS_MAX; tries += 1) {
    await field.click();
    await page.getByRole('option', { name: option }).click();
    await page.waitForTimeout(PICK_STILL_MS);
    if ((await field.inputValue()).includes(option)) return;
  }
}

const PICKS_MAX = 3;
const PICK_STILL_MS = 300;
