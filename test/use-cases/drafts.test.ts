/** Mails handed over as drafts: none leaves by itself any more, and a person says that it left. */
import { strFromU8, unzipSync } from 'fflate/browser';
import PostalMime from 'postal-mime';
import { expect, test } from 'vitest';
import { newCommandId, refusalOf } from '../support/running-application.ts';
import { type WritingCompany, writingCompany } from './writing-company.ts';

const command = () => ({ commandId: newCommandId() });

/** No SMTP is set; both mails are approved and wait. */
async function withoutServer(): Promise<WritingCompany & { readonly noticeIds: number[] }> {
  const at = await writingCompany();
  await setHost(at, '');
  await at.approve([at.val, at.leroy]);
  await at.pulse();
  const noticeIds = (await at.notices()).map(({ noticeId }) => noticeId);
  expect(at.mailer.taken).toHaveLength(0);
  return { ...at, noticeIds };
}

async function setHost(at: WritingCompany, host: string): Promise<void> {
  const { call } = at.company;
  const { settings } = await call.settings.show();
  const mail = { ...settings.mail, host, bcc: 'archives@test.example', withStatement: true };
  await call.settings.change({ ...command(), settings: { mail } });
}

async function exported(at: WritingCompany, noticeIds: number[]) {
  const answer = await at.company.call.outbox.exportDrafts({ ...command(), noticeIds });
  const made = await at.company.made(answer.jobId ?? '');
  return { answer, made, files: unzipSync(made.bytes) };
}

const WINDOW = { offset: 0, limit: 50 };

const severityOf = async (at: WritingCompany, customerId: number) =>
  (await at.company.call.dunning.why({ customerId })).items[0]?.severity;

test('are ready to send: not sent yet, hidden copy and statement inside', async () => {
  const at = await withoutServer();
  const { answer, made, files } = await exported(at, at.noticeIds);
  expect(answer).toMatchObject({ exportedCount: 2, heldBackCount: 0 });
  expect(made.name).toMatch(/^brouillons-.*\.zip$/u);
  const names = Object.keys(files);
  expect(names).toHaveLength(2);
  const name = names.find((one) => one.startsWith('VAL ')) ?? '';
  expect(name).toMatch(/\.eml$/u);
  const bytes = files[name] ?? new Uint8Array();
  expect(strFromU8(bytes)).toContain('X-Unsent: 1');
  const mail = await PostalMime.parse(bytes);
  expect(mail.to?.map(({ address }) => address)).toEqual(['compta@val.example']);
  expect(mail.bcc?.map(({ address }) => address)).toEqual(['archives@test.example']);
  const joined = mail.attachments.map(({ filename }) => filename);
  expect(joined).toEqual([expect.stringMatching(/^releve-VAL-.*\.pdf$/u)]);
  expect(mail.text).toContain('FA102');
});

test('exporting is not sending: nothing moves, and nothing leaves once a server is set', async () => {
  const at = await withoutServer();
  await exported(at, at.noticeIds);
  const rows = await at.notices();
  expect(rows.map(({ status, isExported }) => [status, isExported])).toEqual([
    ['uncertain', true],
    ['uncertain', true],
  ]);
  expect(rows[0]?.sentence).toContain('Exporté en brouillon');
  expect(await severityOf(at, at.val)).toBeNull();
  await setHost(at, 'smtp.test.example');
  await at.pulse();
  await at.application.restart();
  await at.pulse();
  expect(at.mailer.taken).toHaveLength(0);
  expect(await at.plannedPayers()).toEqual([]);
  // The same message again, for whoever lost the package; and the command sent twice.
  const again = { ...command(), noticeIds: at.noticeIds };
  const first = await at.company.call.outbox.exportDrafts(again);
  expect(first.exportedCount).toBe(2);
  expect(await at.company.call.outbox.exportDrafts(again)).toMatchObject({ exportedCount: 2 });
  await at.application.restart();
  // The ledger is not taken for an older copy of itself.
  const box = await at.company.call.outbox.list({ ...WINDOW, box: 'attention', text: '' });
  expect(box.guards).toEqual([]);
  expect(box.rows.map(({ isExported }) => isExported)).toEqual([true, true]);
});

test('marked as sent by a person, its level moves; the other waits', async () => {
  const at = await withoutServer();
  await exported(at, at.noticeIds);
  const { call } = at.company;
  const val = (await at.notices()).find(({ payerId }) => payerId === at.val);
  const noticeIds = [val?.noticeId ?? 0];
  const sent = await call.outbox.confirmDraftsSent({ ...command(), noticeIds });
  expect(sent.sentCount).toBe(1);
  expect(await severityOf(at, at.val)).toBe('reminder_1');
  expect(await severityOf(at, at.leroy)).toBeNull();
  const again = call.outbox.confirmDraftsSent({ ...command(), noticeIds });
  expect(await refusalOf(again)).toBe('notice_moved');
  const unknown = call.outbox.confirmDraftsSent({ ...command(), noticeIds: [99_999] });
  expect(await refusalOf(unknown)).toBe('notice_unknown');
  const late = call.outbox.exportDrafts({ ...command(), noticeIds });
  expect(await refusalOf(late)).toBe('notice_moved');
  const nothing = call.outbox.exportDrafts({ ...command(), noticeIds: [99_999] });
  expect(await refusalOf(nothing)).toBe('notice_unknown');
  await at.application.restart();
  await at.pulse();
  const states = (await at.notices()).map(({ payerId, status }) => [payerId, status]);
  expect(states).toEqual(
    expect.arrayContaining([
      [at.val, 'sent'],
      [at.leroy, 'uncertain'],
    ]),
  );
});

test('one called meanwhile is held back, as before a sending', async () => {
  const at = await withoutServer();
  const { call } = at.company;
  await call.actions.recordCall({
    ...command(),
    customerId: at.val,
    direction: 'out',
    contactId: null,
    outcome: 'spoke',
    outcomeDate: null,
    receivableIds: [],
    comment: '',
    promise: null,
    nextAction: null,
  });
  const { answer, files } = await exported(at, at.noticeIds);
  expect(answer).toMatchObject({ exportedCount: 1, heldBackCount: 1 });
  expect(Object.keys(files)).toEqual([expect.stringMatching(/^LEROY /u)]);
  const val = (await at.notices()).find(({ payerId }) => payerId === at.val);
  expect(val?.status).toBe('cancelled');
});

test('what holds a sending holds a draft', async () => {
  const at = await withoutServer();
  const { outbox } = at.company.call;
  await outbox.setPaused({ ...command(), isPaused: true });
  const held = outbox.exportDrafts({ ...command(), noticeIds: at.noticeIds });
  expect(await refusalOf(held)).toBe('sending_locked');
  expect((await at.notices()).map(({ status }) => status)).toEqual(['built', 'built']);
});
