/** A forecast is frozen on a Monday and judged a week later, by what the bank has seen meanwhile. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { calendarDate } from '../../src/shared/kernel/calendar-date.ts';
import { addSeconds, type Instant } from '../../src/shared/kernel/instant.ts';
import { RunningApplication } from '../support/running-application.ts';
import { payTheWeek, steadyBooks } from '../support/steady-books.ts';
import { TestClock } from '../support/test-clock.ts';
import { expectNoAxeViolations, openApplication, screenshot } from './support/application.ts';
import { openScreen } from './support/lists.ts';
import { chooseFile, importButton } from './support/own-company.ts';

const MONDAY = '2026-11-30';
const NEXT_MONDAY = '2026-12-07';
const dataFolder = mkdtempSync(path.join(tmpdir(), 'encours-frozen-'));
const books = steadyBooks();

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

async function openJudgement(): Promise<void> {
  const { page } = application;
  await openScreen(page, 'Prévisions');
  await page.getByRole('tab', { name: 'Jugement' }).click();
}

test('on Monday the forecast is frozen, and waits for the bank', async () => {
  const { page } = application;
  await openScreen(page, 'Prévisions');
  await page.getByRole('grid', { name: 'Encaissements probables' }).waitFor({ timeout: 60_000 });
  await openJudgement();
  // The application freezes it by itself within a minute; a person need not wait.
  const freeze = page.getByRole('button', { name: 'Figer maintenant' });
  const frozen = page.getByText('Prévision de cette semaine figée le 30/11/2026.');
  await freeze.or(frozen).first().waitFor();
  if (await freeze.isVisible()) await freeze.click();
  await frozen.waitFor();
  await page.getByText('en attente de la banque').waitFor();
  await expectNoAxeViolations(page);
}, 90_000);

test('a week later the file brings the receipts, and the week is judged', async () => {
  payTheWeek(books);
  const page = await application.reopen({ today: NEXT_MONDAY });
  await openScreen(page, 'Imports');
  const { name, bytes } = books.fec(calendarDate(NEXT_MONDAY));
  await chooseFile(page, { name, mimeType: 'text/plain', buffer: Buffer.from(bytes) });
  await importButton(page).click();
  await page.getByRole('tab', { name: 'Diagnostic', selected: true }).waitFor();
  await openJudgement();
  const methods = page.getByRole('table', { name: 'Méthodes comparées' });
  await expect.poll(() => methods.getByRole('row').nth(1).innerText()).toMatch(/^Probable\s+1\s/u);
  const past = page.getByRole('table', { name: /semaines passées/ });
  const row = past.getByRole('row').filter({ hasText: '30/11/2026' });
  await expect.poll(() => row.innerText()).toMatch(/3\s000,00\s€/u);
  expect(await row.innerText()).toMatch(/70,00\s€/u);
  await page.getByText('Méthode retenue : Probable.').waitFor();
  await expectNoAxeViolations(page);
  await screenshot(page, 'forecast-judgement');
}, 90_000);
