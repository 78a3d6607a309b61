/** What comes back: whose it is, what it says, and what it holds back until somebody read it. */
import { describe, expect, test } from 'vitest';
import { answerCodeOf } from '../../src/shared/domain/message/answer-code.ts';
import { addDays } from '../../src/shared/kernel/calendar-date.ts';
import { readBack } from '../support/mail.ts';
import { newCommandId, refusalOf, type TestCompany } from '../support/running-application.ts';
import { TODAY } from './small-company.ts';
import { type WritingCompany, writingCompany } from './writing-company.ts';

const command = () => ({ commandId: newCommandId() });
const WINDOW = { offset: 0, limit: 50 };

interface Written {
  readonly from?: string;
  readonly subject?: string;
  readonly headers?: readonly string[];
  readonly body?: string;
}

/** A mail as a mail program saves it. */
function eml({ from, subject, headers = [], body }: Written): Uint8Array {
  const lines = [
    `From: ${from ?? 'Service comptable <compta@val.example>'}`,
    'To: compta@test.example',
    `Subject: ${subject ?? 'Votre relance'}`,
    'Date: Mon, 23 Nov 2026 09:12:00 +0100',
    'Message-ID: <reply-1@val.example>',
    'Content-Type: text/plain; charset=utf-8',
    ...headers,
    '',
    body ?? 'Bonjour,\r\nle virement part vendredi.\r\n',
  ];
  return new TextEncoder().encode(lines.join('\r\n'));
}

async function read(company: TestCompany, bytes: Uint8Array, customerId: number | null = null) {
  const uploadId = await company.upload({ name: 'reponse.eml', bytes });
  const said = await company.call.outbox.readReply({ uploadId, pasted: '', customerId });
  return { said, uploadId };
}

/** Records what was read as the form does. */
async function record(
  { company, val }: WritingCompany,
  { said, uploadId }: Awaited<ReturnType<typeof read>>,
  more: object = {},
) {
  return company.call.outbox.recordReply({
    ...command(),
    customerId: said.customer?.customerId ?? val,
    kind: said.kind,
    sender: said.sender,
    subject: said.subject,
    text: said.text,
    noticeId: said.notice?.noticeId ?? null,
    answer: said.answer,
    refusedAddress: said.refusedAddress,
    refusalKind: said.refusalKind,
    refusalDetail: said.refusalDetail,
    awayUntil: said.awayUntil,
    isRead: false,
    uploadId,
    ...more,
  });
}

/** VAL was written to; gives the message as he has it. */
async function afterReminder() {
  const at = await writingCompany();
  await at.approve([at.val]);
  await at.pulse();
  const [notice] = await at.notices();
  const taken = await readBack(at.mailer.taken[0]?.bytes ?? Buffer.alloc(0));
  return { at, noticeId: notice?.noticeId ?? 0, messageId: taken.messageId ?? '' };
}

describe('a reply is matched', () => {
  test('by the message it answers, whoever wrote it', async () => {
    const { at, noticeId, messageId } = await afterReminder();
    const from = 'Une autre <direction@ailleurs.example>';
    const { said } = await read(at.company, eml({ from, headers: [`In-Reply-To: ${messageId}`] }));
    expect(said).toMatchObject({
      kind: 'answer',
      sender: 'direction@ailleurs.example',
      matchedBy: 'message_id',
      customer: { customerId: at.val, code: 'VAL' },
      notice: { noticeId },
      receivedOn: '2026-11-23',
      text: expect.stringContaining('virement part vendredi'),
    });
  });

  test.each([
    ['paid', 'Payé le 20/11'],
    ['will_pay', 'Je paierai le 30/11'],
    ['not_received', 'Facture non reçue'],
    ['disputed', 'Je conteste'],
  ] as const)('by its code, with the answer « %s »', async (answer, words) => {
    const { at, noticeId } = await afterReminder();
    const subject = `${words} [${answerCodeOf(noticeId, answer)}]`;
    const { said } = await read(at.company, eml({ from: 'x@ailleurs.example', subject }));
    expect(said).toMatchObject({ matchedBy: 'code', answer, customer: { code: 'VAL' } });
  });

  test('by who wrote it, and to nobody when unknown', async () => {
    const at = await writingCompany();
    const known = await read(at.company, eml({ from: 'COMPTA@LEROY.example' }), at.val);
    expect(known.said).toMatchObject({ matchedBy: 'sender', customer: { code: 'LEROY' } });
    const unknown = await read(at.company, eml({ from: 'inconnu@ailleurs.example' }));
    expect(unknown.said).toMatchObject({ matchedBy: null, customer: null, notice: null });
  });

  test('from pasted text, with its first lines', async () => {
    const { at, noticeId } = await afterReminder();
    const pasted = `De : Compta <compta@val.example>\nObjet : Je conteste\n\nVoir ${answerCodeOf(noticeId, 'disputed')}`;
    const said = await at.company.call.outbox.readReply({
      uploadId: null,
      pasted,
      customerId: at.val,
    });
    expect(said).toMatchObject({
      kind: 'answer',
      sender: 'compta@val.example',
      subject: 'Je conteste',
      answer: 'disputed',
      matchedBy: 'code',
    });
  });

  test('or refused: no text, no mail, no file', async () => {
    const at = await writingCompany();
    const { readReply } = at.company.call.outbox;
    const blank = { uploadId: null, pasted: ' \n', customerId: null };
    expect(await refusalOf(readReply(blank))).toBe('mail_empty');
    const bytes = new TextEncoder().encode('ceci n’est pas un courriel');
    expect(await refusalOf(read(at.company, bytes))).toBe('mail_unreadable');
    expect(await refusalOf(readReply({ ...blank, uploadId: 'gone' }))).toBe('upload_unknown');
  });
});

describe('an answer', () => {
  test('holds the next message until it is read, and stands in the time line', async () => {
    const at = await writingCompany();
    expect(await at.plannedPayers()).toContain(at.val);
    const { replyId } = await record(at, await read(at.company, eml({})));
    expect(await at.plannedPayers()).not.toContain(at.val);
    const { call } = at.company;
    const why = await call.dunning.why({ customerId: at.val });
    expect(JSON.stringify(why)).toContain('unread_reply');
    const wanted = { customerId: at.val, kinds: ['reply'], ...WINDOW };
    expect(await call.customers.timeline(wanted)).toMatchObject({
      total: 1,
      rows: [{ facts: { isRead: 0, hasFile: 1, sender: 'compta@val.example' } }],
    });
    const unread = { ...WINDOW, customerId: null, isUnreadOnly: true };
    expect(await call.outbox.replies(unread)).toMatchObject({ total: 1, unreadCount: 1 });
    const morning = async () => (await call.overview.priorities()).obligations;
    expect(await morning()).toMatchObject([{ kind: 'reply', customerId: at.val }]);
    const { fileId } = await call.outbox.replyFile({ replyId });
    expect(fileId).not.toBe('');
    await call.outbox.markReplyRead({ ...command(), replyId });
    await call.outbox.markReplyRead({ ...command(), replyId });
    expect(await call.outbox.replies(unread)).toMatchObject({ total: 0, unreadCount: 0 });
    expect(await morning()).toEqual([]);
    const all = { ...unread, isUnreadOnly: false, customerId: at.val };
    expect((await call.outbox.replies(all)).rows).toMatchObject([{ isRead: true, code: 'VAL' }]);
  });

  test('pasted has no file; an unknown one is refused', async () => {
    const at = await writingCompany();
    const { outbox } = at.company.call;
    const said = await outbox.readReply({
      uploadId: null,
      pasted: 'Payé hier',
      customerId: at.val,
    });
    const { replyId } = await record(at, { said, uploadId: '' }, { uploadId: null });
    expect(await refusalOf(outbox.replyFile({ replyId }))).toBe('file_missing');
    expect(await refusalOf(outbox.replyFile({ replyId: 99 }))).toBe('reply_unknown');
    const gone = outbox.markReplyRead({ ...command(), replyId: 99 });
    expect(await refusalOf(gone)).toBe('reply_unknown');
    const nobody = record(at, { said, uploadId: '' }, { customerId: 9999, uploadId: null });
    expect(await refusalOf(nobody)).toBe('customer_unknown');
    const nothing = record(at, { said, uploadId: '' }, { noticeId: 9999, uploadId: null });
    expect(await refusalOf(nothing)).toBe('notice_unknown');
    expect(await refusalOf(record(at, { said, uploadId: 'gone' }))).toBe('upload_unknown');
  });
});

describe('an out-of-office note', () => {
  test('says until when the contact is away, is no exchange and waits for nobody', async () => {
    const at = await writingCompany();
    const mail = await read(
      at.company,
      eml({
        headers: ['Auto-Submitted: auto-replied'],
        subject: 'Absence',
        body: 'Je suis absente, de retour le 7 décembre 2026.\r\n',
      }),
    );
    expect(mail.said).toMatchObject({ kind: 'automatic', awayUntil: '2026-12-06' });
    await record(at, mail);
    expect(await at.plannedPayers()).not.toContain(at.val);
    const why = await at.company.call.dunning.why({ customerId: at.val });
    expect(JSON.stringify(why)).toContain('contact_away');
    const { call } = at.company;
    expect(
      (await call.outbox.replies({ ...WINDOW, customerId: null, isUnreadOnly: true })).total,
    ).toBe(0);
    expect((await call.overview.calls({ ...WINDOW, fromDay: null })).total).toBe(0);
    const kinds = (await call.customers.timeline({ customerId: at.val, kinds: null, ...WINDOW }))
      .rows;
    expect(kinds.map(({ kind }) => kind)).not.toContain('call');
  });
});

describe('a returned message', () => {
  const BOUNCE = (messageId: string) =>
    new TextEncoder().encode(
      [
        'From: Mail Delivery System <mailer-daemon@test.example>',
        'To: compta@test.example',
        'Subject: Undelivered Mail Returned to Sender',
        'Date: Mon, 23 Nov 2026 10:00:00 +0100',
        'MIME-Version: 1.0',
        'Content-Type: multipart/report; report-type=delivery-status; boundary="b"',
        '',
        '--b',
        'Content-Type: text/plain',
        '',
        'Your message could not be delivered.',
        '--b',
        'Content-Type: message/delivery-status',
        '',
        'Reporting-MTA: dns; mx.val.example',
        '',
        'Final-Recipient: rfc822; compta@val.example',
        'Action: failed',
        'Status: 5.1.1',
        'Diagnostic-Code: smtp; 550 5.1.1 user unknown',
        '--b',
        'Content-Type: text/rfc822-headers',
        '',
        `Message-ID: ${messageId}`,
        '--b--',
        '',
      ].join('\r\n'),
    );

  test('marks its address and its message, until somebody says it is good again', async () => {
    const { at, noticeId, messageId } = await afterReminder();
    const { call } = at.company;
    const mail = await read(at.company, BOUNCE(messageId));
    expect(mail.said).toMatchObject({
      kind: 'bounce',
      refusedAddress: 'compta@val.example',
      refusalKind: 'mailbox_unknown',
      refusalSentence: expect.stringContaining('n’existe pas'),
      notice: { noticeId },
      customer: { code: 'VAL' },
    });
    await record(at, mail);
    expect((await call.outbox.show({ noticeId })).row.status).toBe('bounced');
    const refused = await call.outbox.refusedAddresses(WINDOW);
    expect(refused.rows).toMatchObject([
      { address: 'compta@val.example', code: 'VAL', hasOther: false, overdueCents: 80_000 },
    ]);
    const { jobId } = await call.reports.makeWorkbook({
      list: 'refused_addresses',
      input: {},
      title: 'Adresses refusées',
      columns: null,
    });
    expect((await at.company.made(jobId)).bytes.byteLength).toBeGreaterThan(3000);
    const address = 'Compta@Val.example';
    await call.outbox.clearAddress({ ...command(), address });
    expect((await call.outbox.refusedAddresses(WINDOW)).total).toBe(0);
    const again = call.outbox.clearAddress({ ...command(), address });
    expect(await refusalOf(again)).toBe('address_unknown');
  });

  test('an address that is nobody’s any more keeps its row', async () => {
    const at = await writingCompany();
    const said = (await read(at.company, eml({}))).said;
    await record(
      at,
      { said, uploadId: '' },
      { kind: 'bounce', refusedAddress: 'Ancien@val.example', uploadId: null },
    );
    const { rows } = await at.company.call.outbox.refusedAddresses(WINDOW);
    expect(rows).toMatchObject([{ address: 'ancien@val.example', customerId: 0, name: '' }]);
    expect(addDays(TODAY, 0)).toBe(rows[0]?.day);
  });
});
