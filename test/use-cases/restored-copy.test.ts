/** What an older copy of the ledger must not send again, and what it must know to have left. */
import { expect, test } from 'vitest';
import { newCommandId } from '../support/running-application.ts';
import { ScriptedMailer } from '../support/scripted-mailer.ts';
import { type WritingCompany, writingCompany } from './writing-company.ts';

const command = () => ({ commandId: newCommandId() });

async function copied(at: WritingCompany): Promise<string> {
  const { jobId } = await at.company.call.backups.make({ ...command() });
  await at.company.done(jobId);
  const [copy] = await at.company.call.backups.list();
  return copy?.backupId ?? '';
}

/** Goes back to a copy, and says that sending may go on. */
async function restored(at: WritingCompany, backupId: string): Promise<void> {
  const { call } = at.company;
  await call.backups.restore({ ...command(), backupId, uploadId: null });
  await at.application.restart();
  await at.pulse();
  await call.outbox.confirmSending({ ...command(), reason: 'Vérifié' });
  await at.pulse();
}

async function paused(at: WritingCompany, isPaused: boolean): Promise<void> {
  await at.company.call.outbox.setPaused({ ...command(), isPaused });
}

const statuses = async (at: WritingCompany) => (await at.notices()).map(({ status }) => status);

test('a message that waited in the copy and left since is sent, with its bytes', async () => {
  const at = await writingCompany();
  await paused(at, true);
  await at.approve([at.val]);
  await at.pulse();
  const copy = await copied(at);
  await paused(at, false);
  await at.pulse();
  expect(at.mailer.taken).toHaveLength(1);
  await restored(at, copy);
  expect(at.mailer.attempts).toBe(1);
  expect(await statuses(at)).toEqual(['sent']);
  const [notice] = await at.notices();
  const shown = await at.company.call.outbox.show({ noticeId: notice?.noticeId ?? 0 });
  expect(shown.sha256).toMatch(/^[0-9a-f]{64}$/);
});

test('a message that the copy never knew is entered with its bytes', async () => {
  const at = await writingCompany();
  const copy = await copied(at);
  await at.approve([at.val]);
  await at.pulse();
  await restored(at, copy);
  expect(await statuses(at)).toEqual(['sent']);
  const [notice] = await at.notices();
  const file = await at.company.call.outbox.file({ noticeId: notice?.noticeId ?? 0 });
  expect(file.fileName).toMatch(/\.eml$/);
  expect(await at.plannedPayers()).toEqual([at.leroy]);
});

test('a message of the copy that was called back since does not leave', async () => {
  const at = await writingCompany();
  await paused(at, true);
  await at.approve([at.val]);
  await at.pulse();
  const copy = await copied(at);
  const [notice] = await at.notices();
  const noticeIds = [notice?.noticeId ?? 0];
  await at.company.call.outbox.callBack({ ...command(), noticeIds, reason: 'Réglé ce matin' });
  await restored(at, copy);
  await paused(at, false);
  await at.pulse();
  expect(at.mailer.attempts).toBe(0);
  expect(await statuses(at)).toEqual(['cancelled']);
  expect((await at.notices())[0]?.sentence).toMatch(/avant la restauration/);
  expect(await at.plannedPayers()).toContain(at.val);
});

test('a message replaced since by another is not sent beside it', async () => {
  const at = await writingCompany();
  await paused(at, true);
  await at.approve([at.val]);
  await at.pulse();
  const copy = await copied(at);
  const [first] = await at.notices();
  const noticeIds = [first?.noticeId ?? 0];
  await at.company.call.outbox.callBack({ ...command(), noticeIds, reason: 'À refaire' });
  await paused(at, false);
  await at.approve([at.val]);
  await at.pulse();
  expect(at.mailer.taken).toHaveLength(1);
  await restored(at, copy);
  await paused(at, false);
  await at.pulse();
  expect(at.mailer.taken).toHaveLength(1);
  expect((await statuses(at)).toSorted()).toEqual(['cancelled', 'sent']);
});

test('a doubt that the copy did not know yet is shown, and nothing is sent', async () => {
  const at = await writingCompany(new ScriptedMailer(['no_answer']));
  await paused(at, true);
  await at.approve([at.val]);
  await at.pulse();
  const copy = await copied(at);
  await paused(at, false);
  await at.pulse();
  await restored(at, copy);
  await paused(at, false);
  await at.pulse();
  expect(at.mailer.attempts).toBe(1);
  expect(await statuses(at)).toEqual(['uncertain']);
});

test('starting again after a person decided of a doubt decides nothing anew', async () => {
  const at = await writingCompany(new ScriptedMailer(['no_answer']));
  await at.approve([at.val]);
  await at.pulse();
  const [notice] = await at.notices();
  const noticeId = notice?.noticeId ?? 0;
  const reason = 'Absent des éléments envoyés';
  const { outbox } = at.company.call;
  await outbox.resolveUncertain({ ...command(), noticeId, wasSent: false, reason });
  await at.application.restart();
  await at.pulse();
  expect(await statuses(at)).toEqual(['failed']);
  expect(
    await at.company.call.outbox.list({ box: 'sent', text: '', offset: 0, limit: 1 }),
  ).toMatchObject({ guards: [] });
});
