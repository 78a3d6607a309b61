/**
 * What comes back, from anywhere: the mailbox is set and tried, a mail that answers us is an unread
 * reply, one that two customers may have written waits for its customer, one let go over the list
 * finds its own and opens what it says.
 */
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type ImapServer, startImapServer } from '../support/imap-server.ts';
import { MadeUpBooks } from '../support/made-up-books.ts';
import { newCommandId, RunningApplication } from '../support/running-application.ts';
import { TestClock } from '../support/test-clock.ts';
import { customerIdOf } from '../use-cases/reading.ts';
import { expectNoAxeViolations, openApplication, screenshot } from './support/application.ts';
import { grid, openScreen, takeBack } from './support/lists.ts';
import { openSection, pick, saveSection } from './support/settings.ts';

const TODAY = '2026-11-23';
const root = mkdtempSync(path.join(tmpdir(), 'encours-e2e-'));
const dataFolder = path.join(root, 'data');
const SHARED = 'cabinet@expertise-comptable-du-poitou.example';
let server: ImapServer;

beforeAll(async () => {
  server = await startImapServer();
  mkdirSync(dataFolder);
  const earlier = await RunningApplication.start({ clock: new TestClock(TODAY), dataFolder });
  const company = await earlier.createCompany('Vauclair Matériaux');
  const books = new MadeUpBooks();
  const LONG = 'Société Nouvelle des Établissements Leroy Frères et Compagnie';
  books.invoice({ code: 'VAL', name: 'Val Matériaux' }, '2026-09-01', 'FA102', 80_000);
  books.invoice({ code: 'LEROY', name: LONG }, '2026-09-15', 'FA104', 30_000);
  await company.import(books.fec(new TestClock(TODAY).today()));
  const { call } = company;
  for (const [code, email] of [
    ['VAL', 'compta@val.example'],
    ['VAL', SHARED],
    ['LEROY', SHARED],
  ] as const) {
    const customerId = await customerIdOf(company, code);
    const contact = {
      name: 'Service comptable',
      role: 'accounting',
      email,
      phone: null,
      mobile: null,
      comment: '',
    } as const;
    await call.actions.recordContact({
      commandId: newCommandId(),
      customerId,
      contactId: null,
      contact,
    });
  }
  await earlier.close();
}, 60_000);

afterAll(async () => {
  await server.close();
  rmSync(root, { recursive: true, force: true });
});

const application = openApplication({
  today: TODAY,
  dataFolder,
  viewport: { width: 1280, height: 720 },
});

function eml(uid: number, from: string, subject: string, body: string): Buffer {
  const head = [
    `From: ${from}`,
    'To: compta@vauclair.example',
    `Subject: ${subject}`,
    'Date: Mon, 23 Nov 2026 09:12:00 +0100',
    `Message-ID: <mail-${uid}@ailleurs.example>`,
  ];
  return Buffer.from([...head, '', body].join('\r\n'));
}

describe('the mailbox', () => {
  test('is set, and tried until it opens', async () => {
    const { page } = application;
    await openSection(page, 'Réponses');
    await page.getByLabel('Lire cette boîte').check();
    await page.getByLabel('Serveur', { exact: true }).fill('127.0.0.1');
    await pick(page, 'Chiffrement', 'Aucun');
    await page.getByLabel('Port', { exact: true }).fill(String(server.port));
    await page.getByLabel('Identifiant').fill('compta');
    await page.getByLabel('Dossier lu').fill('Relances');
    await saveSection(page);
    await page.getByLabel('Mot de passe du compte').fill('faux');
    await page.getByRole('button', { name: 'Garder le mot de passe' }).click();
    await page.getByText('Mot de passe gardé.').first().waitFor();
    await page.getByRole('button', { name: 'Tester' }).click();
    await page.getByText('Le serveur refuse l’identifiant ou le mot de passe.').waitFor();
    await page.getByLabel('Mot de passe du compte').fill('secret');
    await page.getByRole('button', { name: 'Garder le mot de passe' }).click();
    await expect.poll(() => page.getByLabel('Mot de passe du compte').inputValue()).toBe('');
    await page.getByRole('button', { name: 'Tester' }).click();
    await page.getByText('Ce dossier n’existe pas dans la boîte.').waitFor();
    await screenshot(page, 'incoming-missing');
    await page.getByLabel('Dossier lu').fill('INBOX');
    await saveSection(page);
    await page.getByRole('button', { name: 'Tester' }).click();
    await page.getByText('Connexion réussie : le dossier INBOX est vide.').waitFor();
    await expectNoAxeViolations(page);
    await screenshot(page, 'incoming-settings');
  });

  test('gives an unread reply, and a mail to attribute', async () => {
    const { page } = application;
    const known = eml(1, 'Compta <compta@val.example>', 'Re: FA102', 'Je paie vendredi.');
    const shared = eml(2, SHARED, 'Votre relance', 'Facture transmise pour paiement.');
    server.mails.push({ uid: 1, day: TODAY, bytes: known });
    server.mails.push({ uid: 2, day: TODAY, bytes: shared });
    await openScreen(page, 'Relances');
    await page.getByRole('tab', { name: /^Réponses/u }).click();
    await page.getByRole('button', { name: 'Lire la boîte' }).click();
    await page.getByText('Boîte lue : 1 réponse notée, 1 à attribuer.').waitFor();
    await grid(page, 'Réponses montrées').getByText('Re: FA102').waitFor();
    await page.getByRole('heading', { name: '1 courriel à attribuer' }).waitFor();
    await page.getByRole('tab', { name: 'Réponses (2)' }).waitFor();
    await expectNoAxeViolations(page);
    await screenshot(page, 'replies');
    await page.getByRole('button', { name: 'Écarter' }).click();
    await expect.poll(() => page.getByText('1 courriel à attribuer').count()).toBe(0);
    await takeBack(page, 'Courriel écarté.');
    await page.getByRole('button', { name: 'Attribuer…' }).click();
    const form = page.getByRole('form', { name: 'Noter une réponse' });
    await form.getByText('Facture transmise pour paiement.').waitFor();
    await form.getByText('2 clients ont cette adresse : choisir.').waitFor();
    const save = form.getByRole('button', { name: 'Enregistrer', exact: true });
    expect(await save.isDisabled()).toBe(true);
    await form.getByRole('combobox', { name: 'Client', exact: true }).click();
    await page.getByRole('option', { name: /LEROY/u }).click();
    await expectNoAxeViolations(page);
    await screenshot(page, 'reply-attribute');
    await save.click();
    await page.getByText('Réponse notée.').waitFor();
    await expect.poll(() => page.getByText('1 courriel à attribuer').count()).toBe(0);
    await page.getByRole('tab', { name: 'Réponses (2)' }).waitFor();
    expect(server.changes).toEqual([]);
  });

  test('a mail let go over the list finds its customer and opens what it says', async () => {
    const { page } = application;
    const buffer = eml(3, 'compta@val.example', 'Désaccord', 'Rien reçu de tel.');
    const dataTransfer = await page.evaluateHandle((text) => {
      const carried = new DataTransfer();
      carried.items.add(new File([text], 'reponse.eml', { type: 'message/rfc822' }));
      return carried;
    }, buffer.toString('utf8'));
    const list = grid(page, 'Réponses montrées');
    await list.dispatchEvent('dragover', { dataTransfer });
    await list.dispatchEvent('drop', { dataTransfer });
    const form = page.getByRole('form', { name: 'Noter une réponse' });
    await form.getByText('Retrouvé par l’adresse de l’expéditeur.').waitFor();
    await pick(page, 'Ce que dit le client', 'Conteste');
    await screenshot(page, 'reply-found');
    await form.getByRole('button', { name: 'Enregistrer', exact: true }).click();
    await page.getByRole('form', { name: 'Ouvrir un litige' }).waitFor();
    await screenshot(page, 'reply-follows');
    await page.keyboard.press('Escape');
    await page.keyboard.press('Escape');
    await page.getByRole('tab', { name: 'Réponses (3)' }).waitFor();
  });
});
