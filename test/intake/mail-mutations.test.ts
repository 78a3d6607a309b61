/**
 * Damaged mails: whatever is done to the bytes, the reading ends, throws nothing, and gives either
 * its one refusal or a mail whose fields keep their promises. Headers alone are read the same way.
 *
 * 50 mutations of each mail; 10 000 with ENCOURS_NIGHT=1. A failure prints the seed to replay.
 */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { mailHeadOf } from '../../src/main/channels/email/mail-head.ts';
import { readMailFile } from '../../src/main/intake/mail/mail-file.ts';
import { parseCalendarDate } from '../../src/shared/kernel/calendar-date.ts';

const COUNT = process.env.ENCOURS_NIGHT === '1' ? 10_000 : 50;
/** A reading that takes longer hangs. */
const PATIENCE_MS = 2000;

const HEAD = [
  'From: =?utf-8?q?Ren=C3=A9e?= <renee@client.test>',
  'To: alice@fournisseur.test',
  'Date: Mon, 23 Nov 2026 09:05:00 +0100',
  'Message-ID: <reply-1@client.test>',
  'In-Reply-To: <notice-2@fournisseur.test>',
  'References: <notice-1@fournisseur.test>',
  ' <notice-2@fournisseur.test>',
];

const MAILS = {
  answer: [
    ...HEAD,
    'Subject: =?iso-8859-1?q?Re:_Relance_n=B0_2?=',
    'Content-Type: text/plain; charset=iso-8859-1',
    'Content-Transfer-Encoding: quoted-printable',
    '',
    'Pay=E9 vendredi.',
    '',
    'Le 23 nov. 2026, Alice <alice@fournisseur.test> a =E9crit :',
    '> Bonjour',
  ],
  absence: [
    ...HEAD,
    'Subject: Absence',
    'Auto-Submitted: auto-replied',
    'Content-Type: text/html; charset=utf-8',
    '',
    '<p>Absente jusqu&#39;au 4 d&eacute;cembre, de retour le lundi 7 d&eacute;cembre 2026.</p>',
  ],
  mixed: [
    ...HEAD,
    'Subject: Avis',
    'MIME-Version: 1.0',
    'Content-Type: multipart/mixed; boundary=b',
    '',
    '--b',
    'Content-Type: text/html; charset=utf-8',
    '',
    '<p>Voir l’avis.</p><blockquote>Bonjour</blockquote>',
    '--b',
    'Content-Type: application/pdf; name="avis.pdf"',
    'Content-Disposition: attachment; filename="avis.pdf"',
    'Content-Transfer-Encoding: base64',
    '',
    'JVBERg==',
    '--b--',
  ],
  report: [
    'From: Mail Delivery System <MAILER-DAEMON@mx.test>',
    'To: alice@fournisseur.test',
    'Date: Mon, 23 Nov 2026 09:05:00 +0100',
    'Subject: Undelivered Mail Returned to Sender',
    'MIME-Version: 1.0',
    'Content-Type: multipart/report; report-type=delivery-status; boundary=b',
    '',
    '--b',
    'Content-Type: text/plain',
    '',
    'I am sorry.',
    '--b',
    'Content-Type: message/delivery-status',
    '',
    'Reporting-MTA: dns; mx.test',
    '',
    'Final-Recipient: rfc822; renee@client.test',
    'Action: failed',
    'Status: 5.1.1',
    'Diagnostic-Code: smtp; 550 5.1.1 <renee@client.test>: User unknown',
    '',
    'Final-Recipient: rfc822; compta@client.test',
    'Action: failed',
    'Status: 4.2.2',
    '',
    '--b',
    'Content-Type: message/rfc822',
    '',
    'Message-ID: <notice-2@fournisseur.test>',
    'Subject: Relance',
    '',
    '--b--',
  ],
  note: [
    'From: postmaster@ovh.test',
    'Date: Mon, 23 Nov 2026 09:05:00 +0100',
    'Subject: failure notice',
    '',
    'Hi. This is the qmail-send program.',
    '<renee@client.test>:',
    '192.0.2.1 does not like recipient.',
    'Remote host said: 550 5.1.1 User unknown',
  ],
} as const;

const SPECIALS = [
  '\u0000',
  '\r\n\r\n',
  '\r\n ',
  '=?utf-8?q?',
  '<',
  '>@',
  '--b',
  'Content-Type: message/rfc822\r\n\r\n',
  'Content-Type: multipart/mixed; boundary=""\r\n',
  ' '.repeat(5000),
  'a@'.repeat(2000),
  '(('.repeat(2000),
  '<div '.repeat(1000),
  '💶',
];

const damage = fc.record({
  kind: fc.constantFrom('change', 'cut', 'remove', 'repeat', 'insert'),
  at: fc.double({ min: 0, max: 1, noNaN: true }),
  size: fc.nat(400),
  special: fc.constantFrom(...SPECIALS),
});
type Damage = typeof damage extends fc.Arbitrary<infer Value> ? Value : never;

function damaged(bytes: Buffer, { kind, at, size, special }: Damage): Buffer {
  const from = Math.floor(bytes.length * at);
  const [before, after] = [bytes.subarray(0, from), bytes.subarray(from)];
  if (kind === 'cut') return before;
  if (kind === 'remove') return Buffer.concat([before, bytes.subarray(from + size)]);
  if (kind === 'repeat') return Buffer.concat([bytes.subarray(0, from + size), after]);
  if (kind === 'insert') return Buffer.concat([before, Buffer.from(special), after]);
  const changed = Buffer.from(bytes);
  if (from < changed.length) changed[from] = size % 256;
  return changed;
}

describe.each(Object.entries(MAILS))('the mail « %s », damaged', (_, lines) => {
  const whole = Buffer.from(lines.join('\r\n'));

  test('is refused, or is a mail', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(damage, { minLength: 1, maxLength: 4 }), async (damages) => {
        const bytes = damages.reduce(damaged, whole);
        const began = performance.now();
        const read = await readMailFile(bytes);
        expect(performance.now() - began).toBeLessThan(PATIENCE_MS);
        if (!read.isDone) {
          expect(read.refusal).toBe('not_a_mail');
          return;
        }
        const mail = read.value;
        expect(mail.subject.length).toBeLessThanOrEqual(500);
        expect(mail.answeredIds.length).toBeLessThanOrEqual(50);
        expect(mail.answeredIds.every((id) => !/[<>\s]/.test(id))).toBe(true);
        expect(mail.bounced.length > 0).toBe(mail.kind === 'bounce');
        for (const one of mail.bounced) {
          expect(one.address).toContain('@');
          expect(one.isMailboxUnknown && !one.isPermanent).toBe(false);
        }
        if (mail.backOn !== null) {
          expect(mail.kind).toBe('automatic');
          expect(parseCalendarDate(mail.backOn)).toBe(mail.backOn);
        }
      }),
      { numRuns: COUNT },
    );
  });

  test('has a head, whatever its headers hold', () => {
    fc.assert(
      fc.property(fc.array(damage, { minLength: 1, maxLength: 4 }), (damages) => {
        const began = performance.now();
        const bytes = damages.reduce(damaged, whole);
        const head = mailHeadOf({ uid: 4, sizeBytes: 9 }, bytes.toString('utf8'));
        expect(performance.now() - began).toBeLessThan(PATIENCE_MS);
        expect(head.uid).toBe(4);
        expect(head.sender === '' || head.sender.includes('@')).toBe(true);
        expect([head.messageId, ...head.answeredIds].join('')).not.toMatch(/[<>\s]/);
        expect(head.subject.length).toBeLessThanOrEqual(500);
      }),
      { numRuns: COUNT },
    );
  });
});
