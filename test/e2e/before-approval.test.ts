/**
 * What a person sees before approving: the sheets of a letter, what a mail carries, the charges a
 * message states with their calculation; and what is decided about them.
 */
import type { Locator } from 'playwright-core';
import { beforeAll, expect, test } from 'vitest';
import { newCommandId } from '../support/running-application.ts';
import { expectNoAxeViolations, openApplication, screenshot } from './support/application.ts';
import { grid, openScreen, shownRows } from './support/lists.ts';
import { callFromWindow } from './support/window-api.ts';

const application = openApplication({
  sample: true,
  today: '2026-11-23',
  viewport: { width: 1280, height: 720 },
});

/** The job thread starts at its first job. */
const WAIT = { timeout: 10_000 };

const kind = (name: RegExp) =>
  application.page.getByRole('main').locator('label').filter({ hasText: name }).first().click();

/** Statements are joined, charges are asked for at once, and one customer gets a letter. */
beforeAll(async () => {
  const { page } = application;
  await openScreen(page, 'Relances');
  const { settings } = (await callFromWindow(page, 'settings/show')) as {
    settings: Record<'charges' | 'mail', Record<string, unknown>>;
  };
  await callFromWindow(page, 'settings/change', {
    commandId: newCommandId(),
    settings: {
      charges: { ...settings.charges, shownFrom: 'reminder_1', claimedFrom: 'reminder_1' },
      mail: { ...settings.mail, withStatement: true },
    },
  });
  const { rows } = (await callFromWindow(page, 'dunning/excluded', {
    offset: 0,
    limit: 200,
    verdict: 'no_address',
    text: '',
  })) as { rows: { payerId: number; sentence: string }[] };
  const { payerId } = rows.find(({ sentence }) => sentence.includes('courriel')) ?? { payerId: 0 };
  await callFromWindow(page, 'dunning/override', {
    commandId: newCommandId(),
    payerId,
    receivableId: null,
    channel: 'registered_letter',
    reason: 'Adresse postale vérifiée',
  });
}, 60_000);

test('a mail says what it carries, with its size, and opens it', async () => {
  const { page, context } = application;
  const table = grid(page, 'E-mails');
  await shownRows(table);
  await table.getByText('Relance 1').first().click();
  const joined = page.getByRole('button', { name: /^releve-.+\.pdf/u });
  await expect.poll(() => joined.innerText(), WAIT).toMatch(/\d+\sko$/u);
  await expectNoAxeViolations(page);
  await screenshot(page, 'mail-attachments');
  const opened = context.waitForEvent('page');
  await joined.click();
  await (await opened).close();
  expectNoOtherComplaints();
  await page.keyboard.press('Escape');
});

test('a letter is seen as it will be printed, before anyone approves it', async () => {
  const { page, context } = application;
  await kind(/Courriers/u);
  const letters = grid(page, 'Courriers');
  await shownRows(letters);
  await letters.focus();
  await page.keyboard.press('Enter');
  const sheet = page.getByRole('img', { name: /^Page 1 sur \d/u });
  await sheet.waitFor();
  await expect.poll(() => inkOf(sheet), WAIT).toBeGreaterThan(1000);
  await expectNoAxeViolations(page);
  await screenshot(page, 'letter-preview');
  const opened = context.waitForEvent('page');
  await page.getByRole('button', { name: 'Ouvrir le PDF' }).click();
  await (await opened).close();
  expectNoOtherComplaints();
  await page.getByText('Texte seul').click();
  await page.locator('pre').getByText('Bonjour').first().waitFor();
  await page.keyboard.press('Escape');
});

test('a message that states charges has their sheet beside it', async () => {
  const { page } = application;
  await kind(/E-mails/u);
  const table = grid(page, 'E-mails');
  await shownRows(table);
  await table.getByText('Relance 1').first().click();
  await page.keyboard.press('e');
  await page.getByLabel('Texte', { exact: true }).fill('Bonjour,\n\n{tableau}\n\n{decompte}');
  await page.getByRole('button', { name: 'Garder' }).click();
  await page.getByRole('button', { name: 'Pénalités : feuille de calcul' }).click();
  const dialog = page.getByRole('dialog', { name: /^Pénalités de retard/u });
  await dialog.getByRole('button', { name: 'Calcul' }).first().click();
  await dialog.getByRole('table', { name: /^Calcul de/u }).waitFor();
  await expectNoAxeViolations(page);
  await screenshot(page, 'charges-of-message');
  await page.keyboard.press('Escape');
  await page.keyboard.press('Escape');
});

test('charges are frozen with a reason, and the time line and the sheet have it', async () => {
  const { page } = application;
  await openScreen(page, 'Clients');
  const clients = grid(page, 'Clients');
  await clients.waitFor();
  await page.getByPlaceholder('Nom, code, SIREN, ville').fill('Fonderie de Lorvigne');
  await clients.getByText('Fonderie de Lorvigne SA').click();
  await page.getByRole('button', { name: 'Relevé' }).click();
  await page.getByRole('menuitem', { name: 'Pénalités : feuille de calcul' }).click();
  const dialog = page.getByRole('dialog', { name: /^Pénalités de retard/u });
  await dialog.getByText('Geler').click();
  await dialog.getByLabel('Motif').fill('Accord du 20/11');
  await expectNoAxeViolations(page);
  await screenshot(page, 'charges');
  await dialog.getByRole('button', { name: /^Geler \(\d+ facture/u }).click();
  await page.getByText('Pénalités gelées.').waitFor();
  await dialog.getByText('Gelées').first().waitFor();
  await expectNoAxeViolations(page);
  await screenshot(page, 'charges-frozen');
  const saved = page.waitForEvent('download');
  await dialog.getByRole('button', { name: 'Feuille Excel' }).click();
  expect((await saved).suggestedFilename()).toMatch(/^Intérêts de retard.*\.xlsx$/u);
  await page.keyboard.press('Escape');
  await page.getByText(/^Pénalités gelées au/u).waitFor();
  await screenshot(page, 'charges-timeline');
});

/** The tab of a PDF: shown by an extension of the browser, which also asks for its icon. */
function expectNoOtherComplaints(): void {
  const others = application
    .takeComplaints()
    .filter((one) => !one.includes('chrome-extension:') && !one.includes('/favicon.ico'));
  expect(others).toEqual([]);
}

/** Points of a drawn sheet that are dark: an empty one has none. */
function inkOf(sheet: Locator): Promise<number> {
  return sheet.evaluate((element) => {
    const canvas = element as HTMLCanvasElement;
    const drawn = canvas.getContext('2d')?.getImageData(0, 0, canvas.width, canvas.height).data;
    let dark = 0;
    for (let at = 0; at < (drawn?.length ?? 0); at += 4) {
      if ((drawn?.[at + 3] ?? 0) > 200 && (drawn?.[at] ?? 255) < 120) dark += 1;
    }
    return dark;
  });
}
