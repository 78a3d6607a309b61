/** Without a mail server: approved mails are exported as drafts, then marked as sent by hand. */
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { unzipSync } from 'fflate/browser';
import type { Locator } from 'playwright-core';
import PostalMime from 'postal-mime';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { calendarDate } from '../../src/shared/kernel/calendar-date.ts';
import { addSeconds, type Instant } from '../../src/shared/kernel/instant.ts';
import { MadeUpBooks } from '../support/made-up-books.ts';
import { newCommandId, RunningApplication } from '../support/running-application.ts';
import { TestClock } from '../support/test-clock.ts';
import { customerIdOf } from '../use-cases/reading.ts';
import { makeReady } from '../use-cases/writing-company.ts';
import { expectNoAxeViolations, openApplication, screenshot } from './support/application.ts';
import { grid, openScreen, shownRows } from './support/lists.ts';

const TODAY = calendarDate('2026-11-23');
const dataFolder = mkdtempSync(path.join(tmpdir(), 'encours-drafts-'));
afterAll(() => rmSync(dataFolder, { recursive: true, force: true }));

/** The first minutes of the day: the window opens later on it, whatever the time it is. */
class Dawn extends TestClock {
  override now(): Instant {
    return addSeconds(super.now(), -8 * 3600);
  }
}

/** Two customers stand in the books, each with a reminder to get; no server is set. */
beforeAll(async () => {
  const earlier = await RunningApplication.start({ clock: new Dawn(TODAY), dataFolder });
  const company = await earlier.createCompany();
  const books = new MadeUpBooks();
  const party = (code: string, name: string) => ({ code, name });
  books.invoice(party('VAL', 'Val Matériaux'), '2026-10-01', 'FA102', 80_000);
  books.invoice(party('LEROY', 'Leroy Frères'), '2026-10-05', 'FA104', 130_000);
  const MARTIN = party('MARTIN', 'Martin et fils');
  const settled = books.invoice(MARTIN, '2026-10-02', 'FA105', 9_900);
  const receipt = books.receipt(MARTIN, '2026-11-20', 9_900, 'VIR MARTIN FA105');
  books.letter('A', '2026-11-20', [settled, receipt]);
  await company.import(books.fec(TODAY));
  const val = await customerIdOf(company, 'VAL');
  const leroy = await customerIdOf(company, 'LEROY');
  await makeReady(company, { val, leroy });
  const { settings } = await company.call.settings.show();
  const mail = { ...settings.mail, host: '', withStatement: true };
  await company.call.settings.change({ commandId: newCommandId(), settings: { mail } });
  await earlier.close();
}, 60_000);

const application = openApplication({
  today: TODAY,
  dataFolder,
  viewport: { width: 1280, height: 720 },
});

/** By key, as the list is worked. */
async function tickBoth(table: Locator): Promise<void> {
  await table.focus();
  for (const key of ['Space', 'j', 'Space']) await application.page.keyboard.press(key);
}

const box = (name: RegExp) => application.page.getByRole('button', { name }).click();

test('approved mails are exported, and wait until a person says that they left', async () => {
  const { page } = application;
  await openScreen(page, 'Relances');
  await shownRows(grid(page, 'E-mails'));
  await page.getByText(/exportez les e-mails en brouillons/u).waitFor();
  await page.getByRole('button', { name: /^Tout envoyer \(/u }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Envoyer' }).click();
  await page.getByRole('tab', { name: /^Boîte d’envoi/u }).click();
  const waiting = grid(page, 'En attente');
  await expect.poll(() => waiting.innerText(), { timeout: 15_000 }).toMatch(/Prêt(?:.|\n)*Prêt/u);
  await tickBoth(waiting);
  await expectNoAxeViolations(page);
  await screenshot(page, 'drafts-export');
  const saved = page.waitForEvent('download');
  await page.getByRole('button', { name: 'Exporter en brouillons (2)' }).click();
  const file = path.join(dataFolder, 'brouillons.zip');
  await (await saved).saveAs(file);
  const files = Object.values(unzipSync(readFileSync(file)));
  const mails = await Promise.all(files.map((bytes) => PostalMime.parse(bytes)));
  expect(mails.map((mail) => mail.to?.[0]?.address).sort()).toEqual([
    'compta@leroy.example',
    'compta@val.example',
  ]);
  const unsent = mails.map(({ headers }) => headers.find(({ key }) => key === 'x-unsent')?.value);
  expect(unsent).toEqual(['1', '1']);
  expect(mails.map(({ attachments }) => attachments.length)).toEqual([1, 1]);
  await box(/^À traiter/u);
  const handed = grid(page, 'À traiter');
  await handed.getByText('Exporté en brouillon').first().waitFor();
  await tickBoth(handed);
  await expectNoAxeViolations(page);
  await screenshot(page, 'drafts-handed-over');
  await page.getByRole('button', { name: 'Marquer comme envoyés (2)' }).click();
  await page.getByText('2 messages envoyés.').waitFor();
  await box(/^Envoyés/u);
  await grid(page, 'Envoyés').getByText('Envoyé à la main').first().waitFor();
});

test('the time line has the message, opened as it was handed over', async () => {
  const { page } = application;
  await openScreen(page, 'Clients');
  const clients = grid(page, 'Clients');
  await clients.getByText('Val Matériaux').click();
  await page.getByText(/^Relance 1 · Courriel compta@val\.example/u).waitFor();
  await screenshot(page, 'timeline-message');
  await page.getByRole('button', { name: 'Ouvrir', exact: true }).first().click();
  await page.frameLocator('iframe[title="Message"]').getByText('Bonjour').first().waitFor();
  await expectNoAxeViolations(page);
  await screenshot(page, 'timeline-message-open');
  await page.keyboard.press('Escape');
  await page.getByText(/^Relance 1 · Courriel compta@val\.example/u).waitFor();
});
