/** The mailbox that replies come to: what is fetched, what it becomes, what waits, what stops it. */
import { describe, expect, onTestFinished, test } from 'vitest';
import { makeMailboxReader } from '../../src/main/channels/email/imap-reader.ts';
import { findCompany } from '../../src/main/use-cases/companies/open-company.ts';
import { readMailboxWhenDue } from '../../src/main/use-cases/incoming/read-mailbox.ts';
import { addDays } from '../../src/shared/kernel/calendar-date.ts';
import { startImapServer } from '../support/imap-server.ts';
import { readBack } from '../support/mail.ts';
import { SHORT_TIMEOUTS, testAuthorities } from '../support/mail-servers.ts';
import { newCommandId, refusalOf } from '../support/running-application.ts';
import { ScriptedMailer } from '../support/scripted-mailer.ts';
import { TestClock } from '../support/test-clock.ts';
import { TODAY } from './small-company.ts';
import { writingCompany } from './writing-company.ts';

const command = () => ({ commandId: newCommandId() });
const WINDOW = { offset: 0, limit: 50 };

interface Written {
  readonly from?: string;
  readonly subject?: string;
  readonly headers?: readonly string[];
  readonly body?: string;
}

let numbered = 0;

function mail({ from, subject, headers = [], body }: Written) {
  numbered += 1;
  const lines = [
    `From: ${from ?? 'Service comptable <compta@val.example>'}`,
    'To: compta@test.example',
    `Subject: ${subject ?? 'Re: Votre relance'}`,
    'Date: Mon, 23 Nov 2026 09:12:00 +0100',
    `Message-ID: <mail-${numbered}@ailleurs.example>`,
    ...headers,
    '',
    body ?? 'Le virement part vendredi.',
  ];
  return { uid: numbered, day: TODAY, bytes: Buffer.from(lines.join('\r\n')) };
}

/** VAL was written to; a mailbox stands by. */
async function withMailbox({ password = 'secret' } = {}) {
  const server = await startImapServer();
  onTestFinished(() => server.close());
  const at = await writingCompany(new ScriptedMailer(), {
    mailbox: makeMailboxReader({
      clock: new TestClock(),
      timeouts: SHORT_TIMEOUTS,
      authorities: testAuthorities(),
    }),
  });
  const { call } = at.company;
  const { settings } = await call.settings.show();
  const incoming = {
    ...settings.incoming,
    isOn: true,
    host: '127.0.0.1',
    port: server.port,
    security: 'none',
    user: 'compta',
  } as const;
  await call.settings.change({ ...command(), settings: { incoming } });
  await call.outbox.setIncomingPassword({ ...command(), password });
  await at.approve([at.val]);
  await at.pulse();
  const [notice] = await at.notices();
  const taken = await readBack(at.mailer.taken[0]?.bytes ?? Buffer.alloc(0));
  const replies = () => call.outbox.replies({ ...WINDOW, customerId: null, isUnreadOnly: false });
  return {
    at,
    call,
    server,
    incoming,
    replies,
    noticeId: notice?.noticeId ?? 0,
    messageId: taken.messageId ?? '',
  };
}

describe('a mail of the mailbox', () => {
  test('that answers us becomes an unread reply with its bytes; another stays where it is', async () => {
    const { call, server, replies, messageId, noticeId, at } = await withMailbox();
    const answer = mail({ from: 'dg@ailleurs.example', headers: [`In-Reply-To: ${messageId}`] });
    server.mails.push(answer, mail({ from: 'news@lettre.example', subject: 'Nos offres' }));
    // The hidden copy of what left comes to the same mailbox.
    server.mails.push({
      uid: 900,
      day: TODAY,
      bytes: Buffer.from(at.mailer.taken[0]?.bytes ?? ''),
    });
    const end = await call.outbox.readIncoming();
    expect(end).toEqual({
      isOk: true,
      sentence: 'Boîte lue : 1 réponse notée, 0 à attribuer.',
      replyCount: 1,
      waitingCount: 0,
    });
    const { rows, unreadCount } = await replies();
    expect(unreadCount).toBe(1);
    expect(rows).toMatchObject([
      { customerId: at.val, kind: 'answer', sender: 'dg@ailleurs.example', isRead: false },
    ]);
    const file = await call.outbox.replyFile({ replyId: rows[0]?.replyId ?? 0 });
    expect(Buffer.from((await at.company.file(file.fileId)).bytes)).toEqual(answer.bytes);
    expect((await call.outbox.show({ noticeId })).row.status).toBe('sent');
    expect(server.changes).toEqual([]);
    const whole = server.commands.filter((said) => /BODY\.PEEK\[\]/i.test(said));
    expect(whole).toHaveLength(1);
    // Read again: nothing is taken twice.
    expect(await call.outbox.readIncoming()).toMatchObject({ replyCount: 0, waitingCount: 0 });
    server.uidValidity += 1;
    expect(await call.outbox.readIncoming()).toMatchObject({ replyCount: 0, waitingCount: 0 });
    expect((await replies()).rows).toHaveLength(1);
  });

  test('whose address belongs to two customers waits until somebody says whose it is', async () => {
    const { call, server, replies, at } = await withMailbox();
    const contact = {
      name: 'Cabinet comptable',
      role: 'accounting',
      email: 'cabinet@compta.example',
      phone: null,
      mobile: null,
      comment: '',
    } as const;
    for (const customerId of [at.val, at.leroy]) {
      await call.actions.recordContact({ ...command(), customerId, contactId: null, contact });
    }
    server.mails.push(mail({ from: 'cabinet@compta.example' }));
    expect(await call.outbox.readIncoming()).toMatchObject({ replyCount: 0, waitingCount: 1 });
    const [waiting] = await call.outbox.waitingMails();
    const incomingId = waiting?.incomingId ?? 0;
    expect(waiting).toMatchObject({ sender: 'cabinet@compta.example', day: TODAY });
    const asked = { uploadId: null, pasted: '', customerId: null, incomingId };
    const said = await call.outbox.readReply(asked);
    expect(said.candidates.map(({ code }) => code).sort()).toEqual(['LEROY', 'VAL']);
    await call.outbox.fileMail({ ...command(), incomingId, isAside: true });
    expect(await call.outbox.waitingMails()).toEqual([]);
    expect(await refusalOf(call.outbox.readReply(asked))).toBe('mail_unknown');
    await call.outbox.fileMail({ ...command(), incomingId, isAside: false });
    await call.outbox.recordReply({
      ...command(),
      customerId: at.leroy,
      kind: said.kind,
      sender: said.sender,
      subject: said.subject,
      text: said.text,
      noticeId: null,
      answer: null,
      refusedAddress: null,
      refusalKind: null,
      refusalDetail: '',
      awayUntil: null,
      isRead: false,
      uploadId: null,
      incomingId,
      messageId: said.messageId,
    });
    expect(await call.outbox.waitingMails()).toEqual([]);
    expect((await replies()).rows).toMatchObject([{ customerId: at.leroy }]);
    const again = { ...command(), incomingId, isAside: true };
    expect(await refusalOf(call.outbox.fileMail(again))).toBe('mail_unknown');
  });

  test('that reports a refusal marks the address and the message', async () => {
    const { call, server, messageId, noticeId } = await withMailbox();
    server.mails.push(
      mail({
        from: 'MAILER-DAEMON@test.example',
        subject: 'Undelivered Mail Returned to Sender',
        headers: ['Content-Type: multipart/report; report-type=delivery-status; boundary=b'],
        body: [
          '--b',
          'Content-Type: message/delivery-status',
          '',
          'Reporting-MTA: dns; mx.test.example',
          '',
          'Final-Recipient: rfc822; compta@val.example',
          'Action: failed',
          'Status: 5.1.1',
          'Diagnostic-Code: smtp; 550 5.1.1 User unknown',
          '',
          '--b',
          'Content-Type: text/rfc822-headers',
          '',
          `Message-ID: ${messageId}`,
          '',
          '--b--',
        ].join('\r\n'),
      }),
      mail({
        from: 'MAILER-DAEMON@test.example',
        headers: ['Content-Type: multipart/report; report-type=delivery-status; boundary=b'],
        body: '--b\r\nContent-Type: text/plain\r\n\r\nSomebody else’s.\r\n--b--',
      }),
    );
    expect(await call.outbox.readIncoming()).toMatchObject({ replyCount: 1, waitingCount: 0 });
    expect((await call.outbox.show({ noticeId })).row.status).toBe('bounced');
    const { rows } = await call.outbox.refusedAddresses(WINDOW);
    expect(rows.map(({ address }) => address)).toEqual(['compta@val.example']);
  });

  test('dropped by hand before is not taken again, and dropped twice is said to be', async () => {
    const { call, server, replies, at } = await withMailbox();
    const answer = mail({});
    const upload = () => at.company.upload({ name: 'r.eml', bytes: answer.bytes });
    const read = async () =>
      call.outbox.readReply({ uploadId: await upload(), pasted: '', customerId: at.val });
    const said = await read();
    expect(said.recorded).toBeNull();
    await call.outbox.recordReply({
      ...command(),
      customerId: at.val,
      kind: said.kind,
      sender: said.sender,
      subject: said.subject,
      text: said.text,
      noticeId: null,
      answer: null,
      refusedAddress: null,
      refusalKind: null,
      refusalDetail: '',
      awayUntil: null,
      isRead: true,
      uploadId: null,
      messageId: said.messageId,
    });
    expect((await read()).recorded).toMatchObject({ customerId: at.val, day: TODAY });
    server.mails.push(answer);
    expect(await call.outbox.readIncoming()).toMatchObject({ replyCount: 0, waitingCount: 0 });
    expect((await replies()).rows).toHaveLength(1);
  });
});

describe('the reading', () => {
  test('is tried, and says what is wrong with what to do', async () => {
    const { call, server, incoming } = await withMailbox({ password: 'faux' });
    expect(await call.outbox.checkIncoming()).toMatchObject({
      isOk: false,
      sentence: 'Le serveur refuse l’identifiant ou le mot de passe.',
    });
    await call.outbox.setIncomingPassword({ ...command(), password: 'secret' });
    expect(await call.outbox.checkIncoming()).toEqual({
      isOk: true,
      sentence: 'Connexion réussie : le dossier INBOX est vide.',
      advice: '',
      detail: 'Dossiers de la boîte : INBOX, Envoyés',
    });
    const elsewhere = { incoming: { ...incoming, folder: 'Relances' } };
    await call.settings.change({ ...command(), settings: elsewhere });
    expect(await call.outbox.checkIncoming()).toMatchObject({
      isOk: false,
      sentence: 'Ce dossier n’existe pas dans la boîte.',
    });
    const clear = { incoming: { ...incoming, host: 'imap.ailleurs.example' } };
    const changing = call.settings.change({ ...command(), settings: clear });
    expect(await refusalOf(changing)).toBe('mail_unencrypted');
    const unset = { incoming: { ...incoming, host: '' } };
    await call.settings.change({ ...command(), settings: unset });
    expect(await refusalOf(call.outbox.readIncoming())).toBe('mail_not_set');
    expect(await call.outbox.checkIncoming()).toMatchObject({ isOk: false });
    expect(server.changes).toEqual([]);
  });

  test('by itself: when it is due; without a network it is silent, and shown', async () => {
    const { call, server, at, incoming } = await withMailbox();
    server.mails.push(mail({}));
    const { context } = at.application.app;
    const company = findCompany(context, at.company.key);
    if (company === null) throw new Error('The company is closed.');
    readMailboxWhenDue(context, company);
    await expect.poll(async () => (await call.outbox.incomingStatus()).unreadCount).toBe(1);
    await expect.poll(async () => (await call.outbox.incomingStatus()).isReading).toBe(false);
    const before = server.commands.length;
    readMailboxWhenDue(context, company);
    expect((await call.outbox.incomingStatus()).isReading).toBe(false);
    expect(server.commands).toHaveLength(before);
    await server.close();
    expect(await call.outbox.readIncoming()).toMatchObject({ isOk: false });
    const status = await call.outbox.incomingStatus();
    expect(status).toMatchObject({ isOn: true, isOffline: true, waitingCount: 0 });
    expect(status.lastReadAt).not.toBeNull();
    expect(status.sentence).toContain('993');
    const off = { incoming: { ...incoming, isOn: false } };
    await call.settings.change({ ...command(), settings: off });
    readMailboxWhenDue(context, company);
    expect((await call.outbox.incomingStatus()).isReading).toBe(false);
  });

  test('looks back two weeks the first time, no further', async () => {
    const { call, server } = await withMailbox();
    server.mails.push({ ...mail({}), day: addDays(TODAY, -20) });
    expect(await call.outbox.readIncoming()).toMatchObject({ replyCount: 0 });
    server.mails.push({ ...mail({}), day: addDays(TODAY, -10) });
    expect(await call.outbox.readIncoming()).toMatchObject({ replyCount: 1 });
  });
});
