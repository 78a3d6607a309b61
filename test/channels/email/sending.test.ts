/** Messages over a real connection: what arrives, and what the server refuses. */
import { randomBytes } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import type { Mailer, WrittenMail } from '../../../src/main/ports/mailer.ts';
import { aMail, PLAIN_FORM, readBack } from '../../support/mail.ts';
import {
  counted,
  ENVELOPE,
  mailServer,
  SMALL,
  scripted,
  sendOn,
  sessionOn,
} from '../../support/mail-sending.ts';
import {
  accountAt,
  politeReply,
  replyError,
  testMailer,
  testSecrets,
} from '../../support/mail-servers.ts';

async function written(mailer: Mailer): Promise<WrittenMail> {
  const mail = await mailer.write(
    aMail({
      to: [{ name: 'Société « Élégance » d’Aÿ', address: 'compta@client.test' }],
      cc: [{ name: '', address: 'commercial@fournisseur.test' }],
      bcc: [{ name: '', address: 'archive@fournisseur.test' }],
      attachments: [
        { fileName: 'F-1024.pdf', mediaType: 'application/pdf', content: randomBytes(200_000) },
      ],
    }),
    PLAIN_FORM,
  );
  if (!mail.isDone) throw new Error(mail.refusal.code);
  return mail.value;
}

describe('a message that arrives', () => {
  test.each(['none', 'starttls', 'tls'] as const)('byte for byte, with %s', async (security) => {
    const server = await mailServer({
      secure: security === 'tls',
      disabledCommands: security === 'starttls' ? ['AUTH'] : ['AUTH', 'STARTTLS'],
    });
    const mailer = testMailer();
    const mail = await written(mailer);
    const { counter, request } = counted(mail);
    const session = sessionOn(accountAt(server.port, security), testSecrets(), mailer);
    expect(await session.send(request)).toMatchObject({
      kind: 'accepted',
      via: 'smtp',
      response: '250 Taken as 1',
      refusedRecipients: [],
    });
    expect(counter.begun).toBe(1);
    const [message] = server.messages;
    expect(message?.bytes.equals(mail.bytes)).toBe(true);
    expect(message?.from).toBe('alice@fournisseur.test');
    expect(message?.to).toEqual([
      'compta@client.test',
      'commercial@fournisseur.test',
      'archive@fournisseur.test',
    ]);
    const read = await readBack(message?.bytes ?? SMALL);
    expect(read.to?.[0]?.name).toBe('Société « Élégance » d’Aÿ');
    expect(read.attachments[0]?.filename).toBe('F-1024.pdf');
  });

  test('a point alone on its line does not end it', async () => {
    const server = await mailServer();
    const bytes = Buffer.from('Subject: a\r\n\r\n.\r\n..\r\nfin\r\n');
    await sendOn(accountAt(server.port), { bytes });
    expect(server.messages[0]?.bytes.toString()).toBe(bytes.toString());
  });

  test('two hundred go over one connection, in order, even when asked for at once', async () => {
    const server = await mailServer();
    const session = sessionOn(accountAt(server.port));
    const outcomes = await Promise.all(
      Array.from({ length: 200 }, (_, at) => {
        const bytes = Buffer.from(`Subject: ${at}\r\n\r\n${at}\r\n`);
        return session.send(counted({ bytes }).request);
      }),
    );
    expect(outcomes.every(({ kind }) => kind === 'accepted')).toBe(true);
    expect(server.seen.connections).toBe(1);
    expect(server.messages.map(({ bytes }) => bytes.toString().split('\r\n')[2])).toEqual(
      Array.from({ length: 200 }, (_, at) => String(at)),
    );
  });

  test('is said to leave after the 354, before its first byte', async () => {
    const order: string[] = [];
    const server = await scripted(
      (line) => {
        order.push(line === '.' ? 'end' : (line.split(/[ :]/)[0] ?? ''));
        return politeReply(line);
      },
      { onMessageBytes: () => void (order.includes('bytes') || order.push('bytes')) },
    );
    await sendOn(accountAt(server.port), { onDataBegins: () => void order.push('begins') });
    expect(order.slice(0, 7)).toEqual(['EHLO', 'MAIL', 'RCPT', 'DATA', 'begins', 'bytes', 'end']);
  });

  test('a connection that the server ended meanwhile is opened again', async () => {
    let taken = 0;
    const server = await scripted((line, socket) => {
      if (line === '.') taken += 1;
      if (line === 'RSET') {
        socket.destroy();
        return null;
      }
      return politeReply(line);
    });
    const session = sessionOn(accountAt(server.port));
    const first = counted();
    const second = counted();
    expect((await session.send(first.request)).kind).toBe('accepted');
    expect((await session.send(second.request)).kind).toBe('accepted');
    expect([first.counter.begun, second.counter.begun, taken]).toEqual([1, 1, 2]);
  });

  test('a server that ends the session by 421 after some messages is called again', async () => {
    let mails = 0;
    const server = await scripted((line) => {
      if (line.startsWith('MAIL')) mails += 1;
      return line.startsWith('MAIL') && mails === 2 ? '421 4.7.0 Enough' : politeReply(line);
    });
    const session = sessionOn(accountAt(server.port));
    expect((await session.send(counted().request)).kind).toBe('accepted');
    expect((await session.send(counted().request)).kind).toBe('accepted');
    expect(mails).toBe(3);
  });
});

describe('a refusal, at each step', () => {
  const REFUSALS = [
    ['MAIL', '550 5.7.60 Send as denied', { phase: 'sender', isPermanent: true }],
    ['MAIL', '451 4.3.0 Later', { phase: 'sender', isPermanent: false, smtpCode: 451 }],
    [
      'RCPT',
      '550 5.1.1 User unknown',
      { phase: 'recipient', isPermanent: true, isMailboxUnknown: true, enhancedCode: '5.1.1' },
    ],
    [
      'RCPT',
      '450 4.2.0 Greylisted, come back in 5 minutes',
      { phase: 'recipient', isPermanent: false, isMailboxUnknown: false },
    ],
    ['DATA', '554 5.7.1 No', { phase: 'message', isPermanent: true }],
    ['.', '552-5.3.4 Too big\r\n552 5.3.4 really', { phase: 'message', text: 'Too big really' }],
    ['.', '451 4.3.2 Full', { phase: 'message', isPermanent: false }],
    ['EHLO', '421 4.3.2 Not now', { phase: 'connection', isPermanent: false, smtpCode: 421 }],
  ] as const;
  test.each(REFUSALS)('%s answered by %s', async (command, reply, expected) => {
    const server = await scripted((line) => (line.startsWith(command) ? reply : politeReply(line)));
    const { outcome, begun } = await sendOn(accountAt(server.port));
    expect(outcome).toMatchObject({ kind: 'refused', ...expected });
    expect(begun).toBe(command === '.' ? 1 : 0);
  });

  test.each(REFUSALS.filter(([command]) => command !== 'EHLO'))(
    '%s answered by %s leaves the account usable',
    async (command, reply) => {
      let count = 0;
      const server = await scripted((line) => {
        if (!line.startsWith(command)) return politeReply(line);
        count += 1;
        return count === 1 ? reply : politeReply(line);
      });
      const session = sessionOn(accountAt(server.port));
      expect((await session.send(counted().request)).kind).toBe('refused');
      expect((await session.send(counted().request)).kind).toBe('accepted');
    },
  );

  test('a greeting that is none', async () => {
    const server = await scripted(politeReply, { greeting: '554 5.7.1 Go away' });
    expect((await sendOn(accountAt(server.port))).outcome).toMatchObject({
      kind: 'refused',
      phase: 'connection',
      smtpCode: 554,
    });
  });

  test('a refused copy does not hold the message back', async () => {
    const server = await mailServer({
      onRcptTo: ({ address }, _session, callback) =>
        callback(address.startsWith('ancien') ? replyError(550, '5.1.1 Unknown') : null),
    });
    const { outcome, begun } = await sendOn(accountAt(server.port), {
      envelope: { ...ENVELOPE, copies: ['ancien@fournisseur.test', 'archive@fournisseur.test'] },
    });
    expect(outcome).toMatchObject({
      kind: 'accepted',
      refusedRecipients: [{ address: 'ancien@fournisseur.test', isMailboxUnknown: true }],
    });
    expect(begun).toBe(1);
    expect(server.messages[0]?.to).toEqual(['compta@client.test', 'archive@fournisseur.test']);
  });

  test.each([false, true])(
    'nothing leaves for the copies alone (commands sent at once: %s)',
    async (isPipelining) => {
      const server = await mailServer({
        hidePIPELINING: !isPipelining,
        onRcptTo: ({ address }, _session, callback) =>
          callback(address.startsWith('compta') ? replyError(550, '5.1.1 Unknown') : null),
      });
      const session = sessionOn(accountAt(server.port));
      const { counter, request } = counted({
        envelope: { ...ENVELOPE, copies: ['archive@fournisseur.test'] },
      });
      expect(await session.send(request)).toMatchObject({
        kind: 'refused',
        phase: 'recipient',
        isMailboxUnknown: true,
        refusedRecipients: [{ address: 'compta@client.test' }],
      });
      expect(counter.begun).toBe(0);
      expect(server.messages).toEqual([]);
      const other = counted({ envelope: { ...ENVELOPE, to: ['autre@client.test'] } });
      expect((await session.send(other.request)).kind).toBe('accepted');
    },
  );

  test('of two addressees, one who may be taken later speaks for both', async () => {
    const server = await mailServer({
      onRcptTo: ({ address }, _session, callback) =>
        callback(
          address.startsWith('a') ? replyError(550, '5.1.1 No') : replyError(450, '4.2.0 Later'),
        ),
    });
    const { outcome } = await sendOn(accountAt(server.port), {
      envelope: { ...ENVELOPE, to: ['a@client.test', 'b@client.test'] },
    });
    expect(outcome).toMatchObject({ kind: 'refused', isPermanent: false, smtpCode: 450 });
    expect(outcome.kind === 'refused' && outcome.refusedRecipients).toHaveLength(2);
  });

  test('a message over the announced size is not offered', async () => {
    const server = await mailServer({ size: 1000 });
    const { outcome, begun } = await sendOn(accountAt(server.port), {
      bytes: Buffer.alloc(2000, 65),
    });
    expect(outcome).toMatchObject({
      kind: 'refused',
      phase: 'message',
      smtpCode: 0,
      enhancedCode: '5.3.4',
      isPermanent: true,
    });
    expect(begun).toBe(0);
  });
});
