/** At most once: what leaves, what is held, and what a crash, a doubt or a restored copy leaves. */
import { describe, expect, test } from 'vitest';
import { calendarDate } from '../../src/shared/kernel/calendar-date.ts';
import { newCommandId, refusalOf } from '../support/running-application.ts';
import { Crash, ScriptedMailer } from '../support/scripted-mailer.ts';
import { TODAY } from './small-company.ts';
import { type WritingCompany, writingCompany } from './writing-company.ts';

const TOMORROW = calendarDate('2026-11-24');
const command = () => ({ commandId: newCommandId() });

async function statuses(at: WritingCompany): Promise<string[]> {
  return (await at.notices()).map(({ status }) => status);
}

async function crashed(at: WritingCompany): Promise<void> {
  await expect(at.pulse()).rejects.toBeInstanceOf(Crash);
  // The application itself tried at once and logged the end of the program.
  at.application.incidents.length = 0;
  await at.application.restart();
}

describe('a message approved', () => {
  test('leaves once, and moves its items one level', async () => {
    const at = await writingCompany();
    expect(await at.plannedPayers()).toEqual(expect.arrayContaining([at.val, at.leroy]));
    expect(await at.approve()).toMatchObject({ approvedCount: 2 });
    await at.pulse();
    await at.pulse();
    expect(at.mailer.taken).toHaveLength(2);
    expect(await statuses(at)).toEqual(['sent', 'sent']);
    const why = await at.company.call.dunning.why({ customerId: at.val });
    expect(why.items).toMatchObject([{ severity: 'reminder_1' }]);
    expect(await at.plannedPayers()).toEqual([]);
  });

  test('approved twice by a double click is one message', async () => {
    const at = await writingCompany();
    const input = {
      ...command(),
      messages: [{ payerId: at.val, edit: null }],
      staleReason: null,
    };
    const first = await at.company.call.dunning.approve(input);
    expect(await at.company.call.dunning.approve(input)).toEqual(first);
    await at.pulse();
    expect(at.mailer.taken).toHaveLength(1);
  });

  test('is not planned again once it is in the outbox', async () => {
    const at = await writingCompany();
    await at.approve([at.val]);
    expect(await refusalOf(at.approve([at.val]))).toBe('nothing_approved');
  });

  test('says in the mail what the preview said', async () => {
    const at = await writingCompany();
    const preview = await at.company.call.dunning.preview({ payerId: at.val, edit: null });
    await at.approve([at.val]);
    await at.pulse();
    const [notice] = await at.notices();
    const shown = await at.company.call.outbox.show({ noticeId: notice?.noticeId ?? 0 });
    expect(notice?.subject).toBe(preview.subject);
    expect(shown.text).toContain('FA102');
    expect(shown.steps.map(({ status }) => status)).toEqual([
      'approved',
      'built',
      'sending',
      'sent',
    ]);
    const { fileName } = await at.company.call.outbox.file({ noticeId: notice?.noticeId ?? 0 });
    expect(fileName).toMatch(/\.eml$/);
  });
});

describe('a message called back', () => {
  test('never leaves, and is planned again', async () => {
    const at = await writingCompany();
    await at.company.call.outbox.setPaused({ ...command(), isPaused: true });
    await at.approve([at.val]);
    const [notice] = await at.notices();
    const answer = await at.company.call.outbox.callBack({
      ...command(),
      noticeIds: [notice?.noticeId ?? 0],
      reason: 'Il vient de payer',
    });
    expect(answer).toMatchObject({ cancelledCount: 1, leftCount: 0 });
    await at.company.call.outbox.setPaused({ ...command(), isPaused: false });
    await at.pulse();
    expect(at.mailer.attempts).toBe(0);
    expect(await at.plannedPayers()).toContain(at.val);
  });

  test('too late is said, and stays sent', async () => {
    const at = await writingCompany();
    await at.approve([at.val]);
    await at.pulse();
    const [notice] = await at.notices();
    const ids = [notice?.noticeId ?? 0];
    const answer = await at.company.call.outbox.callBack({
      ...command(),
      noticeIds: ids,
      reason: '',
    });
    expect(answer).toMatchObject({ cancelledCount: 0, leftCount: 1 });
    expect(await statuses(at)).toEqual(['sent']);
  });
});

describe('between approval and leaving', () => {
  test('a call of the day holds the mail', async () => {
    const at = await writingCompany();
    await at.company.call.outbox.setPaused({ ...command(), isPaused: true });
    await at.approve([at.val]);
    await at.company.call.actions.recordCall({
      ...command(),
      customerId: at.val,
      direction: 'out',
      contactId: null,
      outcome: 'paid',
      outcomeDate: null,
      receivableIds: [],
      comment: '',
      promise: null,
      nextAction: null,
    });
    await at.company.call.outbox.setPaused({ ...command(), isPaused: false });
    await at.pulse();
    expect(at.mailer.attempts).toBe(0);
    expect(await statuses(at)).toEqual(['cancelled']);
  });

  test('a payment that came in holds the mail', async () => {
    const at = await writingCompany();
    await at.company.call.outbox.setPaused({ ...command(), isPaused: true });
    await at.approve([at.val]);
    at.books.receipt({ code: 'VAL', name: 'Val Matériaux' }, '2026-11-20', 80_000, 'VIR VAL FA102');
    await at.company.import(at.books.fec(TODAY));
    await at.company.call.outbox.setPaused({ ...command(), isPaused: false });
    await at.pulse();
    expect(at.mailer.attempts).toBe(0);
    expect(await statuses(at)).toEqual(['cancelled']);
  });
});

describe('a message that waited', () => {
  test('over a closed day leaves on the next open one', async () => {
    const at = await writingCompany(new ScriptedMailer(['not_now']));
    await at.approve([at.val]);
    await at.pulse();
    const saturday = calendarDate('2026-11-28');
    await at.application.newDay(calendarDate('2026-11-26'));
    await at.company.call.outbox.setPaused({ ...command(), isPaused: true });
    await at.application.newDay(saturday);
    await at.company.call.outbox.setPaused({ ...command(), isPaused: false });
    await at.pulse();
    expect(at.mailer.attempts).toBe(1);
    const box = { offset: 0, limit: 10, box: 'waiting', text: '' } as const;
    expect(await at.company.call.outbox.list(box)).toMatchObject({
      total: 1,
      waitingFor: expect.stringContaining('jours et heures'),
    });
  });

  test('so long that its delays are wrong is made anew', async () => {
    const at = await writingCompany();
    await at.company.call.outbox.setPaused({ ...command(), isPaused: true });
    await at.approve([at.val]);
    await at.application.newDay(calendarDate('2026-11-27'));
    await at.company.call.outbox.setPaused({ ...command(), isPaused: false });
    await at.pulse();
    expect(at.mailer.attempts).toBe(0);
    expect(await at.notices()).toMatchObject([
      { status: 'cancelled', sentence: expect.stringContaining('trois jours ouvrés') },
    ]);
  });

  test('for the next hour is not let out by a restart', async () => {
    const at = await writingCompany();
    const { settings } = await at.company.call.settings.show();
    await at.company.call.settings.change({
      ...command(),
      settings: { dunning: { ...settings.dunning, messagesPerHour: 1 } },
    });
    await at.approve();
    await at.pulse();
    await at.application.restart();
    await at.pulse();
    expect(at.mailer.attempts).toBe(1);
  });
});

describe('a message of which nobody knows', () => {
  test('is never sent again by itself, and a person decides', async () => {
    const at = await writingCompany(new ScriptedMailer(['no_answer']));
    await at.approve([at.val]);
    await at.pulse();
    await at.pulse();
    expect(at.mailer.attempts).toBe(1);
    const [notice] = await at.notices();
    expect(notice?.status).toBe('uncertain');
    const waiting = await at.company.call.overview.waiting();
    expect(waiting.messageCount).toBe(1);
    const noticeId = notice?.noticeId ?? 0;
    await at.company.call.outbox.resolveUncertain({
      ...command(),
      noticeId,
      wasSent: false,
      reason: 'Absent des éléments envoyés',
    });
    await at.company.call.outbox.retry({ ...command(), noticeId });
    await at.pulse();
    expect(await statuses(at)).toEqual(['sent']);
    expect(at.mailer.attempts).toBe(2);
  });

  test('said to have left, it counts as sent', async () => {
    const at = await writingCompany(new ScriptedMailer(['no_answer']));
    await at.approve([at.val]);
    await at.pulse();
    const [notice] = await at.notices();
    await at.company.call.outbox.resolveUncertain({
      ...command(),
      noticeId: notice?.noticeId ?? 0,
      wasSent: true,
      reason: 'Le client l’a reçu',
    });
    const why = await at.company.call.dunning.why({ customerId: at.val });
    expect(why.items).toMatchObject([{ severity: 'reminder_1' }]);
    expect(await at.plannedPayers()).not.toContain(at.val);
  });
});

describe('a crash', () => {
  test('before the bytes leaves a message that goes later, once', async () => {
    const at = await writingCompany(new ScriptedMailer(['crash_before_data']));
    await at.approve([at.val]);
    await crashed(at);
    await at.pulse();
    expect(await statuses(at)).toEqual(['sent']);
    expect(at.mailer.taken).toHaveLength(1);
  });

  test('after the bytes leaves a doubt, and nothing goes twice', async () => {
    const at = await writingCompany(new ScriptedMailer(['crash_after_data']));
    await at.approve([at.val]);
    await crashed(at);
    await at.pulse();
    expect(await statuses(at)).toEqual(['uncertain']);
    expect(at.mailer.taken).toHaveLength(1);
  });
});

describe('a refusal', () => {
  test('of the mailbox marks the address, and a letter is the fallback', async () => {
    const at = await writingCompany(new ScriptedMailer(['mailbox_unknown']));
    await at.approve([at.val]);
    await at.pulse();
    const [notice] = await at.notices();
    expect(notice).toMatchObject({ status: 'failed', sentence: expect.stringMatching(/adresse/i) });
  });

  test('for now is tried again later, as the same message', async () => {
    const at = await writingCompany(new ScriptedMailer(['not_now']));
    await at.approve([at.val]);
    await at.pulse();
    const [notice] = await at.notices();
    expect(notice).toMatchObject({ status: 'deferred', tryAt: expect.any(String) });
    await at.application.newDay(TOMORROW);
    await at.pulse();
    expect(await statuses(at)).toEqual(['sent']);
    expect(at.mailer.attempts).toBe(2);
  });

  test('without a network waits for its return', async () => {
    const at = await writingCompany(new ScriptedMailer(['no_network']));
    await at.approve();
    await at.pulse();
    // One try tells it all: the second message is not tried.
    expect(at.mailer.attempts).toBe(1);
    const box = { offset: 0, limit: 10, box: 'waiting', text: '' } as const;
    expect(await at.company.call.outbox.list(box)).toMatchObject({ total: 2 });
  });
});

describe('nothing leaves', () => {
  test('before the conditions of go-live are met', async () => {
    const at = await writingCompany();
    const key = 'test_received';
    await at.company.call.outbox.acceptCondition({ ...command(), key, isAccepted: false });
    expect(await at.company.call.outbox.readiness()).toMatchObject({ isReady: false });
    expect(await refusalOf(at.approve([at.val]))).toBe('sending_locked');
  });

  test('while it is paused', async () => {
    const at = await writingCompany();
    await at.company.call.outbox.setPaused({ ...command(), isPaused: true });
    await at.approve([at.val]);
    await at.pulse();
    expect(at.mailer.attempts).toBe(0);
  });

  test('from a restored copy before a person confirms, and what had left is known', async () => {
    const at = await writingCompany();
    const { call } = at.company;
    const { jobId } = await call.backups.make({ ...command() });
    await at.company.done(jobId);
    await at.approve([at.val]);
    await at.pulse();
    expect(at.mailer.taken).toHaveLength(1);
    const [backup] = await call.backups.list();
    await call.backups.restore({
      ...command(),
      backupId: backup?.backupId ?? null,
      uploadId: null,
    });
    await at.application.restart();
    await at.pulse();
    expect(await statuses(at)).toEqual(['sent']);
    expect(await refusalOf(at.approve([at.leroy]))).toBe('sending_locked');
    await call.outbox.confirmSending({ ...command(), reason: 'Vérifié' });
    expect(await at.plannedPayers()).toEqual([at.leroy]);
    await at.approve([at.leroy]);
    await at.pulse();
    expect(at.mailer.taken).toHaveLength(2);
  });
});

test('the account is tried and its password kept apart', async () => {
  const at = await writingCompany();
  const { call } = at.company;
  expect(await call.outbox.checkMail()).toEqual({ steps: [] });
  await call.outbox.setPassword({ ...command(), password: 'secret' });
  expect(await call.outbox.mailStatus()).toMatchObject({ hasPassword: true, isSample: false });
  await call.outbox.setPassword({ ...command(), password: '' });
  expect(await call.outbox.mailStatus()).toMatchObject({ hasPassword: false });
});
