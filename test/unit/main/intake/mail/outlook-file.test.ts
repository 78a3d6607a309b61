/** Outlook's own files, made here field by field. */
import { burn } from '@kenjiuno/msgreader/lib/Burner.js';
import { expect, test } from 'vitest';
import { readMailFile } from '../../../../../src/main/intake/mail/mail-file.ts';

const [DIRECTORY, DOCUMENT, ROOT] = [1, 2, 5];

/** A .msg of these text fields, by the number that MAPI gives each. */
function outlookFile(fields: Readonly<Record<string, string>>): Uint8Array {
  const streams = Object.entries(fields).map(([tag, text]) => {
    const bytes = Uint8Array.from(Buffer.from(text, 'utf16le'));
    return { name: `__substg1.0_${tag}001F`, bytes };
  });
  streams.push({ name: '__properties_version1.0', bytes: new Uint8Array(32) });
  return burn([
    { name: 'Root Entry', type: ROOT, length: 0, children: streams.map((_, at) => at + 1) },
    ...streams.map(({ name, bytes }) => ({
      name,
      type: DOCUMENT,
      length: bytes.length,
      binaryProvider: () => bytes,
    })),
  ]);
}

const [SUBJECT, BODY, HEADERS, CLASS, SENDER, ADDRESS] = [
  '0037',
  '1000',
  '007D',
  '001A',
  '0C1A',
  '5D01',
];

test('one that came by the Internet keeps its headers', async () => {
  const file = outlookFile({
    [SUBJECT]: 'RE: Relance',
    [BODY]: 'Payé vendredi.\r\n\r\nDe : Alice\r\nEnvoyé : lundi\r\nÀ : Renée\r\nBonjour',
    [CLASS]: 'IPM.Note',
    [HEADERS]:
      'From: Renee <renee@client.test>\r\nTo: alice@fournisseur.test\r\nSubject: RE: Relance\r\n' +
      'Date: Mon, 23 Nov 2026 09:05:00 +0100\r\nIn-Reply-To: <notice-2@fournisseur.test>\r\n' +
      'Content-Type: multipart/alternative;\r\n\tboundary="x"\r\nMIME-Version: 1.0\r\n',
  });
  expect(await readMailFile(file)).toEqual({
    isDone: true,
    value: {
      kind: 'answer',
      from: { name: 'Renee', address: 'renee@client.test' },
      to: ['alice@fournisseur.test'],
      receivedAt: '2026-11-23T08:05:00.000Z',
      subject: 'RE: Relance',
      text: 'Payé vendredi.',
      messageId: '',
      answeredIds: ['notice-2@fournisseur.test'],
      backOn: null,
      bounced: [],
      attachments: [],
    },
  });
});

test('one of the same company has none: its fields stand in, a line end adds no header', async () => {
  const file = outlookFile({
    [SUBJECT]: 'Litige F-12\r\nAuto-Submitted: yes',
    [BODY]: 'Je m’en occupe.',
    [CLASS]: 'IPM.Note',
    [SENDER]: 'Dupas, Éric',
    [ADDRESS]: 'eric@fournisseur.test',
  });
  const result = await readMailFile(file);
  expect(result.isDone && result.value).toMatchObject({
    kind: 'answer',
    from: { name: 'Dupas, Éric', address: 'eric@fournisseur.test' },
    subject: 'Litige F-12 Auto-Submitted: yes',
    text: 'Je m’en occupe.',
  });
});

test('Outlook’s own note of absence is told by its class', async () => {
  const file = outlookFile({
    [SUBJECT]: 'Relance',
    [BODY]: 'Absent.',
    [CLASS]: 'IPM.Note.Rules.OofTemplate.Microsoft',
    [SENDER]: 'Renée',
    [ADDRESS]: 'renee@client.test',
  });
  const result = await readMailFile(file);
  expect(result.isDone && result.value.kind).toBe('automatic');
});

test('a compound file that is no message, or half a one, is refused', async () => {
  const whole = outlookFile({ [SUBJECT]: 'x', [BODY]: 'y'.repeat(5000) });
  const workbook = burn([
    { name: 'Root Entry', type: ROOT, length: 0, children: [1] },
    { name: 'Workbook', type: DIRECTORY, length: 0, children: [] },
  ]);
  for (const file of [whole.slice(0, 600), whole.slice(0, 20), workbook]) {
    expect(await readMailFile(file)).toEqual({ isDone: false, refusal: 'not_a_mail' });
  }
});
