/** Messages that leave over a few connections side by side: once each, within the same limits. */
import { appendFileSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { describe, expect, onTestFinished, test } from 'vitest';
import { findCompany } from '../../src/main/use-cases/companies/open-company.ts';
import { readSentLog, SentLog } from '../../src/main/use-cases/outbox/sent-log.ts';
import { instant } from '../../src/shared/kernel/instant.ts';
import { newCommandId } from '../support/running-application.ts';
import { Crash, type Happening, ScriptedMailer } from '../support/scripted-mailer.ts';
import { type WritingCompany, writingCompany } from './writing-company.ts';

const command = () => ({ commandId: newCommandId() });
const AT = instant('2026-11-23T10:00:00.000Z');

/** Holds each message until as many are under way as are expected side by side. */
class WaitingMailer extends ScriptedMailer {
  underWay = 0;
  mostUnderWay = 0;
  /** What a person does while the first of them is with the server. */
  meanwhile: (() => Promise<unknown>) | null = null;

  constructor(script?: readonly Happening[]) {
    super(script);
    const { open } = this;
    this.open = (account, secrets) => {
      const session = open(account, secrets);
      return {
        close: () => session.close(),
        send: async (request) => {
          this.underWay += 1;
          this.mostUnderWay = Math.max(this.mostUnderWay, this.underWay);
          const { meanwhile } = this;
          this.meanwhile = null;
          await (meanwhile?.() ?? new Promise((resolve) => setTimeout(resolve, 30)));
          this.underWay -= 1;
          return session.send(request);
        },
      };
    };
  }
}

/** Allows so many an hour, and approves the messages of the day while sending pauses. */
async function approved(perHour: number, mailer = new WaitingMailer()): Promise<WritingCompany> {
  const at = await writingCompany(mailer);
  const { settings } = await at.company.call.settings.show();
  await at.company.call.settings.change({
    ...command(),
    settings: { dunning: { ...settings.dunning, messagesPerHour: perHour } },
  });
  await at.company.call.outbox.setPaused({ ...command(), isPaused: true });
  await at.approve();
  await at.pulse();
  return at;
}

async function letGo(at: WritingCompany): Promise<void> {
  await at.company.call.outbox.setPaused({ ...command(), isPaused: false });
  await at.pulse();
}

async function statuses(at: WritingCompany): Promise<string[]> {
  return (await at.notices()).map(({ status }) => status);
}

describe('where many an hour are allowed', () => {
  test('two are with the server at a time, each once, with all their steps', async () => {
    const mailer = new WaitingMailer();
    const at = await approved(10_000, mailer);
    await letGo(at);
    await at.pulse();
    expect(mailer.mostUnderWay).toBe(2);
    expect(new Set(mailer.taken.map(({ envelope }) => envelope.to[0])).size).toBe(2);
    expect(mailer.taken).toHaveLength(2);
    for (const { noticeId } of await at.notices()) {
      const { steps } = await at.company.call.outbox.show({ noticeId });
      expect(steps.map(({ status }) => status)).toEqual(['approved', 'built', 'sending', 'sent']);
    }
    const open = findCompany(at.application.app.context, at.company.key);
    const log = readSentLog(open?.folder.sentLogPath ?? '');
    expect([...log.values()].map(({ last, intentCount }) => [last, intentCount])).toEqual([
      ['sent', 1],
      ['sent', 1],
    ]);
  });

  test('a network that is away makes everything wait', async () => {
    const mailer = new WaitingMailer(['no_network', 'no_network']);
    const at = await approved(10_000, mailer);
    await letGo(at);
    await at.pulse();
    expect(mailer.attempts).toBe(2);
    expect(await statuses(at)).toEqual(['deferred', 'deferred']);
  });

  test('a doubt about one is no doubt about the other', async () => {
    const at = await approved(10_000, new WaitingMailer(['no_answer']));
    await letGo(at);
    expect((await statuses(at)).sort()).toEqual(['sent', 'uncertain']);
  });

  test('the end of the program in one leaves the other as it ended', async () => {
    const at = await approved(10_000, new WaitingMailer(['crash_before_data']));
    await at.company.call.outbox.setPaused({ ...command(), isPaused: false });
    await expect(at.pulse()).rejects.toBeInstanceOf(Crash);
    at.application.incidents.length = 0;
    expect((await statuses(at)).sort()).toEqual(['sending', 'sent']);
    await at.application.restart();
    await at.pulse();
    expect(await statuses(at)).toEqual(['sent', 'sent']);
    expect(at.mailer.taken).toHaveLength(2);
  });
});

describe('where few an hour are allowed', () => {
  test('one leaves after the other', async () => {
    const mailer = new WaitingMailer();
    const at = await approved(200, mailer);
    await letGo(at);
    expect(mailer.mostUnderWay).toBe(1);
    expect(await statuses(at)).toEqual(['sent', 'sent']);
  });

  test('what is written while the first is with the server holds the second', async () => {
    const mailer = new WaitingMailer();
    const at = await approved(200, mailer);
    mailer.meanwhile = () =>
      Promise.all(
        [at.val, at.leroy].map((customerId) =>
          at.company.call.actions.recordCall({
            ...command(),
            customerId,
            direction: 'out',
            contactId: null,
            outcome: 'paid',
            outcomeDate: null,
            receivableIds: [],
            comment: '',
            promise: null,
            nextAction: null,
          }),
        ),
      );
    await letGo(at);
    expect(mailer.attempts).toBe(1);
    expect((await statuses(at)).sort()).toEqual(['cancelled', 'sent']);
  });

  test('a pause asked for while the first is with the server keeps the second', async () => {
    const mailer = new WaitingMailer();
    const at = await approved(200, mailer);
    mailer.meanwhile = () => at.company.call.outbox.setPaused({ ...command(), isPaused: true });
    await letGo(at);
    expect(mailer.attempts).toBe(1);
    expect((await statuses(at)).sort()).toEqual(['built', 'sent']);
  });
});

describe('the file of what left', () => {
  function place(): string {
    const folder = mkdtempSync(path.join(tmpdir(), 'encours-sent-'));
    onTestFinished(() => rmSync(folder, { recursive: true }));
    return path.join(folder, 'sent.log');
  }

  test('has every line, in the order given, once it answers', async () => {
    const file = place();
    const log = new SentLog(file);
    const lines = Array.from({ length: 20 }, (_, at) => `m${at}@test.example`);
    await Promise.all(lines.map((messageId) => log.append({ state: 'data', at: AT, messageId })));
    expect([...readSentLog(file).keys()]).toEqual(lines);
    await log.close();
  });

  test('ends a line that a crash cut, so that the next one is read', async () => {
    const file = place();
    appendFileSync(file, '{"state":"sent","at":"2026-');
    const log = new SentLog(file);
    await log.append({ state: 'data', at: AT, messageId: 'a@test.example' });
    await log.close();
    expect(readSentLog(file).get('a@test.example')).toMatchObject({ last: 'data' });
    expect(readFileSync(file, 'utf8').split('\n')).toHaveLength(3);
  });
});
