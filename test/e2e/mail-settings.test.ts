/**
 * From an account that is not set to an answer that comes back: the server is tried and takes a
 * test, copies leave while one is on the telephone, a mail let go over the file says what it says;
 * what does not get through stands in its list.
 */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import PostalMime from 'postal-mime';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { addSeconds, type Instant } from '../../src/shared/kernel/instant.ts';
import { MadeUpBooks } from '../support/made-up-books.ts';
import { startMailServer } from '../support/mail-servers.ts';
import { newCommandId, RunningApplication } from '../support/running-application.ts';
import { TestClock } from '../support/test-clock.ts';
import { customerIdOf } from '../use-cases/reading.ts';
import { expectNoAxeViolations, openApplication, screenshot } from './support/application.ts';
import { downloadedRows, grid, openScreen, shownRows } from './support/lists.ts';
import { openSection, pick, saveButton, saveSection } from './support/settings.ts';

const TODAY = '2026-11-23';
const MYSELF = 'compta@vauclair.example';
const root = mkdtempSync(path.join(tmpdir(), 'encours-e2e-'));
const dataFolder = path.join(root, 'data');
const invoices = path.join(root, 'factures');
let server: Awaited<ReturnType<typeof startMailServer>>;

/** The first minutes of the day: the window opens later on it, whatever the time it is. */
class Dawn extends TestClock {
  override now(): Instant {
    return addSeconds(super.now(), -8 * 3600);
  }
}

/** A company whose books are in: two customers who owe, one of them with an address. */
beforeAll(async () => {
  server = await startMailServer();
  mkdirSync(path.join(invoices, '2026'), { recursive: true });
  writeFileSync(path.join(invoices, '2026', 'Facture FA102 - Val.pdf'), '%PDF-1.4\n%%EOF\n');
  writeFileSync(path.join(invoices, 'conditions.pdf'), '%PDF-1.4\n%%EOF\n');
  mkdirSync(dataFolder);
  const earlier = await RunningApplication.start({ clock: new Dawn(TODAY), dataFolder });
  const company = await earlier.createCompany('Vauclair Matériaux');
  const books = new MadeUpBooks();
  books.invoice({ code: 'VAL', name: 'Val Matériaux' }, '2026-09-01', 'FA102', 80_000);
  books.invoice({ code: 'VAL', name: 'Val Matériaux' }, '2026-09-10', 'FA103', 45_050);
  books.invoice({ code: 'LEROY', name: 'Leroy Frères' }, '2026-09-15', 'FA104', 30_000);
  await company.import(books.fec(new TestClock(TODAY).today()));
  const { call } = company;
  const command = () => ({ commandId: newCommandId() });
  for (const { customerIds, terms } of await call.imports.termsGroups()) {
    await call.imports.confirmTerms({ ...command(), customerIds, terms });
  }
  const contact = {
    name: 'Service comptable',
    role: 'accounting',
    email: 'compta@val.example',
    phone: '05 49 00 00 00',
    mobile: null,
    comment: '',
  } as const;
  const customerId = await customerIdOf(company, 'VAL');
  await call.actions.recordContact({ ...command(), customerId, contactId: null, contact });
  const accepted = { key: 'lettering_accepted', isAccepted: true } as const;
  await call.outbox.acceptCondition({ ...command(), ...accepted });
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

/** A refusal is also an answer that the browser complains of: that one, and no other. */
function expectRefusedBy(procedure: string): void {
  expect(application.takeComplaints()).toEqual([expect.stringContaining(procedure)]);
}

async function openVal(): Promise<void> {
  const { page } = application;
  await openScreen(page, 'Clients');
  await grid(page, 'Clients').getByText('Val Matériaux').click();
  await page.getByRole('heading', { level: 2, name: 'Val Matériaux' }).waitFor();
}

/** A mail as a mail program saves it. */
function eml(subject: string, body: string, headers: readonly string[] = []): Buffer {
  const head = [
    'From: Service comptable <compta@val.example>',
    `To: ${MYSELF}`,
    `Subject: ${subject}`,
    'Date: Mon, 23 Nov 2026 09:12:00 +0100',
    'Message-ID: <reply@val.example>',
    ...headers,
  ];
  return Buffer.from([...head, '', body].join('\r\n'));
}

/** Lets a file go over the customer file, as from a mail program. */
async function letGo(name: string, buffer: Buffer): Promise<void> {
  const { page } = application;
  const dataTransfer = await page.evaluateHandle(
    ({ text, fileName }) => {
      const carried = new DataTransfer();
      carried.items.add(new File([text], fileName, { type: 'message/rfc822' }));
      return carried;
    },
    { text: buffer.toString('utf8'), fileName: name },
  );
  const head = page.getByRole('heading', { level: 2, name: 'Val Matériaux' });
  await head.dispatchEvent('dragover', { dataTransfer });
  await head.dispatchEvent('drop', { dataTransfer });
}

describe('the mail account', () => {
  test('asks for encryption to any other computer', async () => {
    const { page } = application;
    await openSection(page, 'E-mail');
    await page.getByText('Par un serveur (SMTP)').click();
    await page.getByLabel('Serveur', { exact: true }).fill('smtp.ailleurs.example');
    await pick(page, 'Chiffrement', 'Aucun');
    await saveButton(page).click();
    await page.getByText('Sans chiffrement, le mot de passe se lirait').waitFor();
    expectRefusedBy('settings/change');
  });

  test('is tried step by step, and stops with what to do', async () => {
    const { page } = application;
    await page.getByLabel('Serveur', { exact: true }).fill('127.0.0.1');
    await page.getByLabel('Port', { exact: true }).fill('9');
    await pick(page, 'Connexion', 'Sans identification');
    await page.getByLabel('Adresse d’expéditeur').fill('pas une adresse');
    await page.getByText('Ce n’est pas une adresse.').waitFor();
    await page.getByLabel('Adresse d’expéditeur').fill(MYSELF);
    await page.getByLabel('Copie cachée de tout').fill('archives@vauclair.example');
    await saveSection(page);
    await page.getByRole('button', { name: 'Vérifier la connexion' }).click();
    await page.getByText('Le compte ne peut pas encore envoyer.').waitFor();
    await page.getByText('Vérifier le port').waitFor();
    await expectNoAxeViolations(page);
    await screenshot(page, 'mail-check-failed');
    await page.getByLabel('Port', { exact: true }).fill(String(server.port));
    await saveSection(page);
    await page.getByRole('button', { name: 'Vérifier la connexion' }).click();
    await page.getByText('Le compte peut envoyer.').waitFor();
    await screenshot(page, 'mail-check');
  });

  test('sends a test to oneself, whose receipt is confirmed', async () => {
    const { page } = application;
    await page.getByText('Aucun essai confirmé').waitFor();
    await page.getByRole('button', { name: 'Envoyer l’essai' }).click();
    await page.getByText('Le serveur a accepté le message d’essai').waitFor();
    const [taken] = server.messages;
    expect(taken).toMatchObject({ from: MYSELF, to: [MYSELF] });
    const mail = await PostalMime.parse(taken?.bytes ?? Buffer.alloc(0));
    expect(mail.subject).toMatch(/^\[Essai\] /u);
    await page.getByRole('button', { name: 'Je l’ai bien reçu' }).click();
    await page.getByText('Un message d’essai a été reçu le 23/11/2026.').waitFor();
    await expectNoAxeViolations(page);
  });

  test('keeps a password where it says, and forgets it', async () => {
    const { page } = application;
    await pick(page, 'Connexion', 'Mot de passe');
    await saveSection(page);
    await page.getByText('Aucun mot de passe enregistré.').waitFor();
    await page.getByLabel('Mot de passe du compte').fill('sésame');
    await page.getByRole('button', { name: 'Garder le mot de passe' }).click();
    await page
      .getByText(/Gardé dans le trousseau du système\.|gardé en mémoire, à saisir à nouveau/u)
      .waitFor();
    await page.getByRole('button', { name: 'Oublier', exact: true }).click();
    await page.getByText('Aucun mot de passe enregistré.').waitFor();
    await pick(page, 'Connexion', 'Sans identification');
    await saveSection(page);
  });

  test('has a page for the IT department, that names what to open', async () => {
    const { page, context } = application;
    await context.grantPermissions(['clipboard-read', 'clipboard-write']);
    await pick(page, 'Fournisseur', 'Microsoft 365');
    await page.getByText('Microsoft Entra : inscription d’application').waitFor();
    await page.getByRole('button', { name: 'Copier' }).click();
    await page.getByText('Fiche copiée.').waitFor();
    const copied = await page.evaluate(() => navigator.clipboard.readText());
    expect(copied).toContain('smtp.office365.com, port 587 (STARTTLS)');
    expect(copied).toContain('SMTP.Send');
    await screenshot(page, 'mail-sheet');
    await expectNoAxeViolations(page);
    await page.getByRole('button', { name: 'Annuler' }).click();
  });

  test('reads the folder of invoices and says what it found', async () => {
    const { page } = application;
    const folder = page.getByLabel('Dossier des PDF de factures');
    await folder.fill('/nulle/part');
    await saveButton(page).click();
    await page.getByText('Ce dossier n’existe pas ou ne peut pas être lu.').waitFor();
    expectRefusedBy('settings/change');
    await folder.fill(invoices);
    await saveSection(page);
    await page.getByRole('button', { name: 'Lire le dossier' }).click();
    await page.getByText('2 PDF lus, 1 rattachés à une facture.').waitFor();
    await page.getByText('conditions.pdf').waitFor();
  });
});

describe('on the customer file', () => {
  test('« d » in a call sends the copies at once, names what lacks, and calls again later', async () => {
    const { page } = application;
    const before = server.messages.length;
    await openVal();
    await page.keyboard.press('a');
    await page.getByRole('radio', { name: /Veut les duplicata/u }).waitFor();
    await page.keyboard.press('d');
    await page.getByText('PDF joints : FA102.').waitFor();
    await page.getByText('Sans PDF : FA103.').waitFor();
    expect(await page.getByRole('combobox', { name: 'Ensuite' }).inputValue()).toBe('Rappeler');
    await expectNoAxeViolations(page);
    await screenshot(page, 'call-duplicates');
    await page.keyboard.press('Control+Enter');
    await page.getByText('Duplicata en route : 1 facture jointe. Sans PDF : FA103.').waitFor();
    await page.getByText('Appel : duplicata demandés').waitFor();
    await expect.poll(() => server.messages.length, { timeout: 20_000 }).toBe(before + 1);
    const taken = server.messages.at(-1);
    expect(taken?.to).toEqual(['compta@val.example', 'archives@vauclair.example']);
    const mail = await PostalMime.parse(taken?.bytes ?? Buffer.alloc(0));
    expect(mail.attachments.map(({ filename }) => filename)).toEqual(
      expect.arrayContaining(['FA102.pdf', 'releve-VAL-2026-11-23.pdf']),
    );
    expect(mail.text).toContain('FA103');
  });

  test('an answer let go over the file opens what it says, and waits to be read', async () => {
    const { page } = application;
    const [, code] = /(ENC-[0-9A-Z]+)-D/u.exec(await lastText()) ?? [];
    expect(code).toBeDefined();
    await openVal();
    await letGo('reponse.eml', eml(`Je conteste [${code}-D]`, 'La quantité est fausse.\r\n'));
    const form = page.getByRole('form', { name: 'Noter une réponse' });
    await form.getByText('La quantité est fausse.').waitFor();
    await form.getByText(/^Répond à « Copies de vos 2 factures/u).waitFor();
    expect(await form.getByRole('combobox', { name: 'Ce que dit le client' }).inputValue()).toBe(
      'Conteste',
    );
    await expectNoAxeViolations(page);
    await screenshot(page, 'reply-read');
    await form.getByRole('button', { name: 'Enregistrer', exact: true }).click();
    await page.getByText('Réponse notée.').waitFor();
    await page.getByRole('form', { name: 'Ouvrir un litige' }).waitFor();
    await page.keyboard.press('Escape');
    await page.getByText('Réponse de compta@val.example (non lue)').waitFor();
    await screenshot(page, 'reply-unread');
    await page.getByRole('button', { name: 'Lu', exact: true }).click();
    await page.getByText('Réponse lue.').waitFor();
    expect(await page.getByText('(non lue)').count()).toBe(0);
    const saved = page.waitForEvent('download');
    await page.getByRole('button', { name: 'Ouvrir le courriel' }).click();
    expect((await saved).suggestedFilename()).toMatch(/^reponse-2026-11-23-\d+\.eml$/u);
  });

  test('a pasted text is read by keyboard alone', async () => {
    const { page } = application;
    await openVal();
    await page.getByRole('button', { name: 'Réponse', exact: true }).click();
    const form = page.getByRole('form', { name: 'Noter une réponse' });
    const read = form.getByRole('button', { name: 'Lire' });
    expect(await read.isDisabled()).toBe(true);
    await expectNoAxeViolations(page);
    await screenshot(page, 'reply-drop');
    await form.getByLabel('ou coller le texte reçu').fill('De : compta@val.example\nPayé hier.');
    await page.keyboard.press('Control+Enter');
    await pick(page, 'Ce que dit le client', 'A payé');
    await form.getByText('Ensuite : noter le règlement annoncé.').waitFor();
    await page.keyboard.press('Escape');
  });

  test('a file that is no mail is refused in a sentence', async () => {
    const { page } = application;
    await openVal();
    await page.getByRole('button', { name: 'Réponse', exact: true }).click();
    const buffer = Buffer.from('ceci n’est pas un courriel');
    const file = { name: 'notes.eml', mimeType: 'message/rfc822', buffer };
    await page.getByTestId('mail').setInputFiles(file);
    await page.getByText('Ce fichier n’est pas un courriel.').waitFor();
    expectRefusedBy('outbox/readReply');
    await page.keyboard.press('Escape');
  });

  test('a returned message marks the address, until it is said to be good again', async () => {
    const { page } = application;
    await openVal();
    const report = [
      '--b',
      'Content-Type: text/plain',
      '',
      'Not delivered.',
      '--b',
      'Content-Type: message/delivery-status',
      '',
      'Reporting-MTA: dns; mx.val.example',
      '',
      'Final-Recipient: rfc822; compta@val.example',
      'Action: failed',
      'Status: 5.1.1',
      'Diagnostic-Code: smtp; 550 5.1.1 user unknown',
      '--b--',
      '',
    ].join('\r\n');
    const kind = 'Content-Type: multipart/report; report-type=delivery-status; boundary="b"';
    await letGo('retour.eml', eml('Undelivered Mail', report, ['MIME-Version: 1.0', kind]));
    const form = page.getByRole('form', { name: 'Noter une réponse' });
    await form.getByText('Cette adresse n’existe pas chez le destinataire.').waitFor();
    await form.getByRole('button', { name: 'Enregistrer', exact: true }).click();
    await page.getByText('Message revenu').first().waitFor();
    await page.keyboard.press('Escape');
    await openScreen(page, 'Promesses et litiges');
    await page.getByRole('tab', { name: 'Adresses refusées' }).click();
    const list = grid(page, 'Adresses refusées');
    const [row] = await shownRows(list);
    expect(row).toMatchObject({ Adresse: 'compta@val.example', Client: 'Val Matériaux' });
    await expectNoAxeViolations(page);
    await screenshot(page, 'refused-addresses');
    const [saved] = await downloadedRows(page);
    expect(saved).toMatchObject({ Adresse: 'compta@val.example', 'Autre adresse': 'non' });
    await list.getByText('compta@val.example').click({ button: 'right' });
    await page.getByRole('menuitem', { name: 'Rétablir cette adresse' }).click();
    await page.getByText('Aucune adresse ne refuse les messages.').waitFor();
  });

  test('invoices without a PDF stand in their list, and leave it once the folder has them', async () => {
    const { page } = application;
    await page.getByRole('tab', { name: 'PDF manquants' }).click();
    const list = grid(page, 'PDF manquants');
    const rows = await shownRows(list);
    expect(rows.map((row) => row.Pièce)).toEqual(['FA103', 'FA104']);
    await expectNoAxeViolations(page);
    await screenshot(page, 'missing-pdfs');
    const saved = await downloadedRows(page);
    expect(saved.map((row) => row.Pièce)).toEqual(expect.arrayContaining(['FA103', 'FA104']));
    writeFileSync(path.join(invoices, '20260910_FA103.pdf'), '%PDF-1.4\n%%EOF\n');
    await page.getByRole('button', { name: 'Relire le dossier' }).click();
    await expect
      .poll(async () => (await shownRows(list)).map((row) => row.Pièce), { timeout: 20_000 })
      .toEqual(['FA104']);
  });
});

async function lastText(): Promise<string> {
  const mail = await PostalMime.parse(server.messages.at(-1)?.bytes ?? Buffer.alloc(0));
  return mail.text ?? '';
}
