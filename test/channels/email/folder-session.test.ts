/** Mail into a folder, behind the same port as a server. */
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { aMail, PLAIN_FORM, readBack } from '../../support/mail.ts';
import { counted } from '../../support/mail-sending.ts';
import { testMailer, testSecrets } from '../../support/mail-servers.ts';

let root = '';
beforeEach(() => {
  root = mkdtempSync(path.join(tmpdir(), 'encours-mails-'));
});
afterEach(() => rmSync(root, { recursive: true, force: true }));

async function written(subject: string) {
  const mail = await testMailer().write(aMail({ subject }), PLAIN_FORM);
  if (!mail.isDone) throw new Error(mail.refusal.code);
  return mail.value;
}

test('a message is a file with a name that says what it is, and the very bytes', async () => {
  const folder = path.join(root, 'mails');
  const session = testMailer().open({ kind: 'folder', folder }, testSecrets());
  const mail = await written('Relance : facture n° 12/2026 « Été »');
  const { counter, request } = counted(mail);
  const outcome = await session.send(request);
  await session.close();
  const [name = ''] = readdirSync(folder);
  expect(name).toMatch(
    /^2026-11-23 – compta@client\.test – Relance - facture n° 12-2026 « Été » – [0-9a-f]{8}\.eml$/,
  );
  expect(outcome).toEqual({
    kind: 'accepted',
    via: 'folder',
    response: name,
    serverMessageId: null,
    refusedRecipients: [],
  });
  expect(counter.begun).toBe(1);
  const bytes = readFileSync(path.join(folder, name));
  expect(bytes.equals(mail.bytes)).toBe(true);
  expect((await readBack(bytes)).subject).toBe('Relance : facture n° 12/2026 « Été »');
});

test('the same message twice is one file; two messages are two; a subject leads nowhere else', async () => {
  const session = testMailer().open({ kind: 'folder', folder: root }, testSecrets());
  const first = await written('Relance');
  await session.send(counted(first).request);
  await session.send(counted(first).request);
  expect(readdirSync(root)).toHaveLength(1);
  await session.send(counted(await written('../../ailleurs')).request);
  expect(readdirSync(root)).toHaveLength(2);
  expect(readdirSync(root).every((name) => name.endsWith('.eml'))).toBe(true);
});

test('what the caller throws as the message begins leaves no file', async () => {
  const session = testMailer().open({ kind: 'folder', folder: root }, testSecrets());
  const { request } = counted({
    ...(await written('Relance')),
    onDataBegins: () => {
      throw new Error('the ledger is full');
    },
  });
  await expect(session.send(request)).rejects.toThrow('the ledger is full');
  expect(readdirSync(root)).toEqual([]);
});

test('a folder that can’t be one stops the account, and the check says so', async () => {
  const folder = path.join(root, 'occupied');
  writeFileSync(folder, 'a file');
  const mailer = testMailer();
  const session = mailer.open({ kind: 'folder', folder }, testSecrets());
  const { counter, request } = counted(await written('Relance'));
  expect(await session.send(request)).toMatchObject({
    kind: 'not_sent',
    fault: 'folder_unwritable',
    hasDataBegun: false,
  });
  expect(counter.begun).toBe(0);
  const from = { from: 'alice@fournisseur.test' };
  expect(await mailer.check({ kind: 'folder', folder }, testSecrets(), from)).toMatchObject([
    { step: 'folder', isDone: false, fault: 'folder_unwritable' },
  ]);
  expect(await mailer.check({ kind: 'folder', folder: root }, testSecrets(), from)).toMatchObject([
    { step: 'folder', isDone: true, seen: root },
  ]);
});

test('a sending stopped beforehand writes nothing', async () => {
  const session = testMailer().open({ kind: 'folder', folder: root }, testSecrets());
  const { request } = counted({ signal: AbortSignal.abort() });
  expect(await session.send(request)).toMatchObject({ kind: 'not_sent', fault: 'aborted' });
  expect(readdirSync(root)).toEqual([]);
});
