/** Mails dropped on a customer's file: what they answer, whom they concern, what they say. */
import { describe, expect, test } from 'vitest';
import { readMailFile } from '../../../../../src/main/intake/mail/mail-file.ts';
import type { ReceivedMail } from '../../../../../src/shared/domain/mail/received-mail.ts';

async function read(text: string): Promise<ReceivedMail> {
  const result = await readMailFile(Buffer.from(text.replaceAll('\n', '\r\n')));
  if (!result.isDone) throw new Error(result.refusal);
  return result.value;
}

const HEAD = `From: =?utf-8?q?Ren=C3=A9e_Dupont?= <Renee@Client.test>
To: Alice <alice@fournisseur.test>
Date: Mon, 23 Nov 2026 09:05:00 +0100
Message-ID: <reply-1@client.test>
`;

describe('an answer', () => {
  test('who, when, what, and to which of our messages', async () => {
    const mail = await read(`${HEAD}Subject: =?iso-8859-1?q?Re:_Relance_n=B0_2?=
In-Reply-To: <notice-2@fournisseur.test>
References: <notice-1@fournisseur.test>
 <notice-2@fournisseur.test>
Content-Type: text/plain; charset=iso-8859-1
Content-Transfer-Encoding: quoted-printable

Pay=E9 vendredi.

Le 23 nov. 2026, Alice <alice@fournisseur.test> a =E9crit :
> Bonjour
`);
    expect(mail).toEqual({
      kind: 'answer',
      from: { name: 'Renée Dupont', address: 'renee@client.test' },
      to: ['alice@fournisseur.test'],
      receivedAt: '2026-11-23T08:05:00.000Z',
      subject: 'Re: Relance n° 2',
      text: 'Payé vendredi.',
      messageId: 'reply-1@client.test',
      answeredIds: ['notice-2@fournisseur.test', 'notice-1@fournisseur.test'],
      backOn: null,
      bounced: [],
      attachments: [],
    });
  });

  test('in HTML alone, with an attachment', async () => {
    const mail = await read(`${HEAD}Subject: Avis de virement
MIME-Version: 1.0
Content-Type: multipart/mixed; boundary=b

--b
Content-Type: text/html; charset=utf-8

<p>Voir l’avis.</p><blockquote>Bonjour</blockquote>
--b
Content-Type: application/pdf; name="avis.pdf"
Content-Disposition: attachment; filename="avis.pdf"
Content-Transfer-Encoding: base64

JVBERg==
--b--
`);
    expect(mail.text).toBe('Voir l’avis.');
    expect(mail.attachments).toEqual([
      { fileName: 'avis.pdf', mediaType: 'application/pdf', sizeBytes: 4 },
    ]);
  });

  test('an answer that speaks of an absence is still an answer', async () => {
    const mail = await read(`${HEAD}Subject: Re: Relance
Auto-Submitted: no

Je suis absent jusqu'au 4 décembre, mon collègue vous paiera.
`);
    expect(mail.kind).toBe('answer');
    expect(mail.backOn).toBeNull();
  });

  test('a date that can’t be read is none', async () => {
    const mail = await read('From: a@b.test\nDate: hier\nSubject: x\n\nOui\n');
    expect(mail.receivedAt).toBeNull();
  });
});

describe('an automatic note', () => {
  test.each([
    ['Auto-Submitted: auto-replied\nSubject: Re: Relance'],
    ['X-Autoreply: yes\nSubject: Re: Relance'],
    ['Precedence: auto_reply\nSubject: Re: Relance'],
    ['Subject: =?utf-8?q?R=C3=A9ponse_automatique_:_Relance?='],
    ['Subject: Automatic reply: Relance'],
    ['Subject: Absence du bureau : Relance'],
    ['Subject: Out of Office Re: Relance'],
  ])('%j, with the day of the return', async (headers) => {
    const mail = await read(`${HEAD}${headers}
Content-Type: text/plain; charset=utf-8

Je suis en congés, de retour le lundi 7 décembre.
`);
    expect(mail.kind).toBe('automatic');
    expect(mail.backOn).toBe('2026-12-07');
  });
});

describe('a bounce', () => {
  const report = (fields: string, returned = '') => `From: MAILER-DAEMON@mx.fournisseur.test
To: alice@fournisseur.test
Date: Mon, 23 Nov 2026 09:05:00 +0100
Subject: Undelivered Mail Returned to Sender
Auto-Submitted: auto-replied
MIME-Version: 1.0
Content-Type: multipart/report; report-type=delivery-status; boundary="b"

--b
Content-Type: text/plain

This is the mail system at host mx.
--b
Content-Type: message/delivery-status

Reporting-MTA: dns; mx.fournisseur.test
Arrival-Date: Mon, 23 Nov 2026 09:04:00 +0100

${fields}
${returned}
--b--
`;
  const RETURNED = `--b
Content-Type: message/rfc822

From: alice@fournisseur.test
To: compta@client.test
Message-ID:
 <notice-7@fournisseur.test>
Subject: Relance

Bonjour`;

  test('names the address, the reason, and our message', async () => {
    const mail = await read(
      report(
        `Final-Recipient: rfc822; Compta@Client.test
Original-Recipient: rfc822;compta@client.test
Action: failed
Status: 5.1.1
Diagnostic-Code: smtp; 550 5.1.1 <compta@client.test>: Recipient address
    rejected: User unknown`,
        RETURNED,
      ),
    );
    expect(mail.kind).toBe('bounce');
    expect(mail.answeredIds).toEqual(['notice-7@fournisseur.test']);
    expect(mail.bounced).toEqual([
      {
        address: 'compta@client.test',
        smtpCode: 550,
        enhancedCode: '5.1.1',
        text: '<compta@client.test>: Recipient address rejected: User unknown',
        isPermanent: true,
        isMailboxUnknown: true,
      },
    ]);
  });

  test('of several addresses, each has its reason; a mere delay is not a bounce', async () => {
    const blocks = `Final-Recipient: rfc822; a@client.test
Action: failed
Status: 5.2.2
Diagnostic-Code: smtp; 552 Mailbox full

Final-Recipient: rfc822; b@client.test
Action: delayed
Status: 4.4.1

Final-Recipient: rfc822;c@client.test
Action: failed
Status: 5.1.10`;
    const mail = await read(report(blocks));
    expect(mail.bounced).toMatchObject([
      { address: 'a@client.test', enhancedCode: '5.2.2', isMailboxUnknown: false },
      { address: 'c@client.test', enhancedCode: '5.1.10', isMailboxUnknown: true, smtpCode: 550 },
    ]);
    const delayed = await read(
      report('Final-Recipient: rfc822; b@client.test\nAction: delayed\nStatus: 4.4.1'),
    );
    expect(delayed).toMatchObject({ kind: 'automatic', bounced: [] });
  });

  test('as a note: the header names the address, the text the reason', async () => {
    const mail = await read(`From: Mail Delivery System <Mailer-Daemon@mx.test>
To: alice@fournisseur.test
Date: Mon, 23 Nov 2026 09:05:00 +0100
X-Failed-Recipients: compta@client.test
Subject: Mail delivery failed: returning message to sender
References: <notice-7@fournisseur.test>

A message that you sent could not be delivered:
  compta@client.test
    host mx.client.test: 550 5.1.1 No such user
`);
    expect(mail).toMatchObject({
      kind: 'bounce',
      answeredIds: ['notice-7@fournisseur.test'],
      bounced: [{ address: 'compta@client.test', smtpCode: 550, isMailboxUnknown: true }],
    });
  });

  test('as a note in the text alone; our own address is not the one', async () => {
    const mail = await read(`From: postmaster@mx.test
To: alice@fournisseur.test
Date: Mon, 23 Nov 2026 09:05:00 +0100
Subject: failure notice

Message from alice@fournisseur.test to compta@client.test: unknown user.
`);
    expect(mail.bounced).toMatchObject([{ address: 'compta@client.test', isMailboxUnknown: true }]);
  });

  test('a postmaster who writes is not a bounce', async () => {
    const mail = await read(
      `From: postmaster@client.test\nSubject: Votre relance\n\nÀ a@b.test.\n`,
    );
    expect(mail.kind).toBe('answer');
  });
});

describe('what is no mail', () => {
  test.each([
    ['', 'not_a_mail'],
    ['Bonjour, voici un texte.', 'not_a_mail'],
    ['%PDF-1.7\n1 0 obj', 'not_a_mail'],
    [`${'X-A: b\r\n'.repeat(200_000)}\r\n`, 'not_a_mail'],
  ])('%# is refused', async (text, problem) => {
    expect(await readMailFile(Buffer.from(text))).toEqual({ isDone: false, refusal: problem });
  });

  test('too much of it is refused unread', async () => {
    expect(await readMailFile(new Uint8Array(40_000_001))).toEqual({
      isDone: false,
      refusal: 'mail_file_too_large',
    });
  });

  test('parts within parts without end are refused', async () => {
    const opening = Array.from(
      { length: 60 },
      (_, at) => `Content-Type: multipart/mixed; boundary=b${at}\r\n\r\n--b${at}\r\n`,
    );
    const bomb = `From: a@b.test\r\nMIME-Version: 1.0\r\n${opening.join('')}`;
    expect(await readMailFile(Buffer.from(bomb))).toMatchObject({ refusal: 'not_a_mail' });
  });
});
