/**
 * A reminder leaves; the next day's file brings the payment; the thank-you is seen with the batch,
 * sent once to a real server, and « Pourquoi ? » tells of it.
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import PostalMime from 'postal-mime';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { calendarDate } from '../../src/shared/kernel/calendar-date.ts';
import { addSeconds, type Instant } from '../../src/shared/kernel/instant.ts';
import { MadeUpBooks } from '../support/made-up-books.ts';
import { startMailServer } from '../support/mail-servers.ts';
import { newCommandId, RunningApplication } from '../support/running-application.ts';
import { TestClock } from '../support/test-clock.ts';
import { customerIdOf } from '../use-cases/reading.ts';
import { expectNoAxeViolations, openApplication, screenshot } from './support/application.ts';
import { grid, openScreen, shownRows } from './support/lists.ts';
import { chooseFile, importButton } from './support/own-company.ts';

const MONDAY = '2026-11-23';
const TUESDAY = '2026-11-24';
const VAL = { code: 'VAL', name: 'Val Matériaux' };
const LEROY = { code: 'LEROY', name: 'Leroy Frères' };
const dataFolder = mkdtempSync(path.join(tmpdir(), 'encours-e2e-'));
const books = new MadeUpBooks();
const chased = books.invoice(VAL, '2026-10-01', 'FA102', 80_000);
books.invoice(LEROY, '2026-10-05', 'FA104', 130_000);
// Up to Friday the bank is known.
books.receipt(LEROY, '2026-11-20', 5_000, 'VIR LEROY');
let server: Awaited<ReturnType<typeof startMailServer>>;

/** The first minutes of the day: the window opens later on it, whatever the time it is. */
class Dawn extends TestClock {
  override now(): Instant {
    return addSeconds(super.now(), -8 * 3600);
  }
}

/** Two customers who owe, their addresses, and a server that takes what is sent. */
beforeAll(async () => {
  server = await startMailServer();
  const earlier = await RunningApplication.start({ clock: new Dawn(MONDAY), dataFolder });
  const company = await earlier.createCompany('Vauclair Matériaux');
  const { call } = company;
  const command = () => ({ commandId: newCommandId() });
  await company.import(books.fec(calendarDate(MONDAY)));
  for (const { customerIds, terms } of await call.imports.termsGroups()) {
    await call.imports.confirmTerms({ ...command(), customerIds, terms });
  }
  for (const [code, email] of [
    ['VAL', 'compta@val.example'],
    ['LEROY', 'compta@leroy.example'],
  ] as const) {
    const customerId = await customerIdOf(company, code);
    const about = { phone: null, mobile: null, comment: '' };
    const contact = { name: 'Service comptable', role: 'accounting', email, ...about } as const;
    await call.actions.recordContact({ ...command(), customerId, contactId: null, contact });
  }
  const { settings } = await call.settings.show();
  const fromAddress = 'compta@vauclair.example';
  const hours = { holdSeconds: 0, sendFromMinute: 0, sendUntilMinute: 1440 };
  await call.settings.change({
    ...command(),
    settings: {
      identity: { ...settings.identity, name: 'Vauclair Matériaux', email: fromAddress },
      mail: {
        ...settings.mail,
        transport: 'smtp',
        host: 'localhost',
        port: server.port,
        security: 'none',
        login: 'none',
        fromAddress,
      },
      dunning: { ...settings.dunning, ...hours },
    },
  });
  for (const key of ['lettering_accepted', 'test_received'] as const) {
    await call.outbox.acceptCondition({ ...command(), key, isAccepted: true });
  }
  await earlier.close();
}, 60_000);

afterAll(async () => {
  await server.close();
  rmSync(dataFolder, { recursive: true, force: true });
});

const application = openApplication({
  today: MONDAY,
  dataFolder,
  viewport: { width: 1280, height: 720 },
});

const tab = (name: RegExp) => application.page.getByRole('tab', { name }).click();

/** Sends what is ticked, and waits until the server has that many messages in all. */
async function sendAll(count: number): Promise<void> {
  const { page } = application;
  await page.getByRole('button', { name: /^(Tout envoyer|Envoyer cette sélection)/u }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByRole('button', { name: 'Envoyer' }).waitFor();
  await screenshot(page, `reminders-thanks-send-${count}`);
  await dialog.getByRole('button', { name: 'Envoyer' }).click();
  await expect.poll(() => server.messages.length, { timeout: 30_000 }).toBe(count);
}

test('on Monday both are reminded', async () => {
  const { page } = application;
  await openScreen(page, 'Relances');
  const rows = await shownRows(grid(page, 'E-mails'));
  expect(rows.map((row) => row.Client)).toEqual(
    expect.arrayContaining(['Leroy Frères', 'Val Matériaux']),
  );
  await sendAll(2);
});

test('on Tuesday the file brings the payment of one of them', async () => {
  const money = books.receipt(VAL, TUESDAY, 80_000, 'VIR VAL FA102');
  books.letter('A', TUESDAY, [chased, money]);
  const page = await application.reopen({ today: TUESDAY });
  await openScreen(page, 'Imports');
  const { name, bytes } = books.fec(calendarDate(TUESDAY));
  await chooseFile(page, { name, mimeType: 'text/plain', buffer: Buffer.from(bytes) });
  await importButton(page).click();
  await page.getByRole('tab', { name: 'Diagnostic', selected: true }).waitFor();
});

test('the thank-you stands in a group of its own and is seen as it will leave', async () => {
  const { page } = application;
  await openScreen(page, 'Relances');
  const group = page.getByRole('button', { name: /^Remerciements/u });
  await group.click();
  const table = grid(page, 'E-mails');
  const rows = await shownRows(table);
  expect(rows[0]).toMatchObject({ Client: 'Val Matériaux', Étape: 'Remerciement' });
  expect(rows[0]?.Pourquoi).toMatch(/800,00\s€ reçus le 24\/11\s: FA102/u);
  await expectNoAxeViolations(page);
  await screenshot(page, 'reminders-thanks');
  await table.focus();
  await page.keyboard.press('Enter');
  const frame = page.frameLocator('iframe[title="Aperçu du message"]');
  await frame.getByText('Votre compte est à jour.').waitFor();
  await expectNoAxeViolations(page);
  await screenshot(page, 'reminders-thanks-preview');
  await page.keyboard.press('w');
  const why = page.getByRole('dialog', { name: /^Pourquoi/u });
  await why.getByText('remerciement prévu aujourd’hui').waitFor();
  await expectNoAxeViolations(page);
  await screenshot(page, 'reminders-thanks-why');
  await page.keyboard.press('Escape');
  await page.keyboard.press('Escape');
});

test('sent, the server has it once, and nothing is asked for in it', async () => {
  const { page } = application;
  await sendAll(3);
  const mail = await PostalMime.parse(server.messages.at(-1)?.bytes ?? Buffer.alloc(0));
  expect(mail.subject).toBe('Règlement bien reçu – merci');
  expect(mail.to?.[0]?.address).toBe('compta@val.example');
  expect(mail.text?.replaceAll(/\s+/gu, ' ')).toContain('affecté à : FA102.');
  expect(mail.text).not.toContain('Pour régler');
  expect(mail.attachments).toEqual([]);
  await tab(/^Boîte d’envoi/u);
  await page.getByRole('button', { name: /^Envoyés/u }).click();
  await expect
    .poll(async () => (await shownRows(grid(page, 'Envoyés')))[0])
    .toMatchObject({ Client: 'Val Matériaux', État: 'Envoyé' });
  await screenshot(page, 'reminders-thanks-sent');
});

test('nobody is thanked twice', async () => {
  const { page } = application;
  await tab(/^Relances du jour/u);
  await page.getByRole('button', { name: /^Remerciements/u }).waitFor({ state: 'detached' });
  await openScreen(page, 'Clients');
  await grid(page, 'Clients').getByText('Val Matériaux').click();
  await page.getByText(/le remerciement est dans la boîte d’envoi, ou déjà parti/u).waitFor();
  await screenshot(page, 'customer-thanked');
  expect(server.messages).toHaveLength(3);
});
