/** The mail account: its secrets, its consent, its trial, and a message to oneself. */
import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, onTestFinished, test } from 'vitest';
import type { Settings } from '../../src/shared/contract/settings.ts';
import { readBack } from '../support/mail.ts';
import { mailServer } from '../support/mail-sending.ts';
import { replyError, testSecrets } from '../support/mail-servers.ts';
import { newCommandId, RunningApplication, refusalOf } from '../support/running-application.ts';
import { smallCompany } from './small-company.ts';
import { writingCompany } from './writing-company.ts';

const command = () => ({ commandId: newCommandId() });
const MYSELF = 'moi@test.example';

async function companyOn(port: number, changes: Partial<Settings['mail']> = {}) {
  const at = await smallCompany();
  const { settings } = await at.company.call.settings.show();
  const mail: Settings['mail'] = {
    ...settings.mail,
    transport: 'smtp',
    host: '127.0.0.1',
    port,
    security: 'none',
    login: 'none',
    fromName: 'Société de test',
    fromAddress: 'compta@test.example',
    bcc: 'archives@test.example',
    ...changes,
  };
  await at.company.call.settings.change({ ...command(), settings: { mail } });
  return at;
}

describe('a message to oneself', () => {
  test('goes to nobody else, says that it is a test, and chases no one', async () => {
    const server = await mailServer();
    const at = await companyOn(server.port);
    const answer = await at.company.call.outbox.testMail({ to: MYSELF, payerId: null });
    expect(answer).toMatchObject({ isAccepted: true, detail: expect.stringContaining('250') });
    expect(server.messages).toMatchObject([{ from: 'compta@test.example', to: [MYSELF] }]);
    const read = await readBack(server.messages[0]?.bytes ?? Buffer.alloc(0));
    expect(read.subject).toMatch(/^\[Essai\] /);
    expect(read.bcc).toBeUndefined();
    expect(read.html).toContain('FA-2026-00871');
    const waiting = { offset: 0, limit: 10, box: 'waiting', text: '' } as const;
    expect((await at.company.call.outbox.list(waiting)).boxes.map(({ count }) => count)).toEqual([
      0, 0, 0, 0, 0,
    ]);
  });

  test('about a real customer lists what he owes, to oneself', async () => {
    const server = await mailServer();
    const at = await companyOn(server.port, { withStatement: true });
    const { testMail } = at.company.call.outbox;
    expect(await testMail({ to: MYSELF, payerId: at.val })).toMatchObject({ isAccepted: true });
    const read = await readBack(server.messages[0]?.bytes ?? Buffer.alloc(0));
    expect(read.text).toContain('FA102');
    expect(read.text).not.toContain('FA104');
    expect(read.attachments.map(({ mimeType }) => mimeType)).toContain('application/pdf');
    expect(server.messages[0]?.to).toEqual([MYSELF]);
    expect(await refusalOf(testMail({ to: MYSELF, payerId: 999_999 }))).toBe('customer_unknown');
  });

  test('of a message planned today is that message', async () => {
    const at = await writingCompany();
    const [payerId = 0] = await at.plannedPayers();
    await at.company.call.outbox.testMail({ to: MYSELF, payerId });
    const [taken] = at.mailer.taken;
    expect(taken?.envelope).toEqual({ from: 'compta@test.example', to: [MYSELF], copies: [] });
    expect(await at.plannedPayers()).toContain(payerId);
    expect(await at.notices()).toEqual([]);
  });

  test('that the server refuses says why and what to do', async () => {
    const server = await mailServer({
      onRcptTo(_address, _session, callback) {
        callback(replyError(550, '5.1.1 no such user'));
      },
    });
    const at = await companyOn(server.port);
    const answer = await at.company.call.outbox.testMail({ to: MYSELF, payerId: null });
    expect(answer).toMatchObject({ isAccepted: false });
    expect(answer.sentence).toContain('Cette adresse n’existe pas');
  });

  test('needs a server and a sender; a folder takes it as a file', async () => {
    const at = await companyOn(25, { host: '' });
    const { call } = at.company;
    const asked = { to: MYSELF, payerId: null };
    expect(await refusalOf(call.outbox.testMail(asked))).toBe('mail_not_set');
    const { settings } = await call.settings.show();
    const mail = { ...settings.mail, transport: 'folder' as const };
    await call.settings.change({ ...command(), settings: { mail } });
    const answer = await call.outbox.testMail(asked);
    expect(answer).toMatchObject({ isAccepted: true, detail: expect.stringMatching(/\.eml$/) });
    const { folder } = await call.outbox.mailStatus();
    expect(readdirSync(folder)).toEqual([answer.detail]);
    expect(readFileSync(`${folder}/${answer.detail}`, 'utf8')).toContain(`To: ${MYSELF}`);
  });
});

describe('the trial of the account', () => {
  test('names each step', async () => {
    const server = await mailServer();
    const at = await companyOn(server.port);
    const { steps } = await at.company.call.outbox.checkMail();
    expect(steps.every(({ isOk }) => isOk)).toBe(true);
    expect(steps.map(({ step }) => step)).toEqual(
      expect.arrayContaining(['settings', 'port', 'greeting', 'sender', 'recipient']),
    );
  });

  test('stops where it fails, with the advice and the words of the server', async () => {
    const server = await mailServer({
      onMailFrom(_address, _session, callback) {
        callback(replyError(553, '5.7.60 not your address'));
      },
    });
    const at = await companyOn(server.port);
    const { steps } = await at.company.call.outbox.checkMail();
    const last = steps.at(-1);
    expect(last).toMatchObject({ step: 'sender', isOk: false });
    expect(last?.advice).not.toBe('');
    expect(last?.detail).toContain('not your address');
  });
});

describe('secrets', () => {
  async function withSecrets() {
    const secrets = testSecrets();
    const application = await RunningApplication.start({ secrets });
    onTestFinished(() => application.close());
    const company = await application.createCompany();
    return { secrets, company };
  }

  test('are kept outside the ledger, and forgotten when asked', async () => {
    const { secrets, company } = await withSecrets();
    const { outbox } = company.call;
    expect(await outbox.mailStatus()).toMatchObject({
      hasPassword: false,
      hasClientSecret: false,
      secretStore: 'memory',
    });
    await outbox.setPassword({ ...command(), password: 'sésame' });
    await outbox.setClientSecret({ ...command(), secret: 'GOCSPX' });
    expect([...secrets.held.values()].sort()).toEqual(['GOCSPX', 'sésame']);
    expect(await outbox.mailStatus()).toMatchObject({ hasPassword: true, hasClientSecret: true });
    await outbox.setPassword({ ...command(), password: '' });
    await outbox.setClientSecret({ ...command(), secret: '' });
    expect(secrets.held.size).toBe(0);
  });

  test('a consent waits for the browser, may be given up, and is forgotten', async () => {
    const { secrets, company } = await withSecrets();
    const { outbox, settings } = company.call;
    expect(await outbox.consentState()).toMatchObject({ state: 'none' });
    expect(await refusalOf(outbox.beginConsent())).toBe('client_missing');
    const { mail } = (await settings.show()).settings;
    const account = { ...mail, transport: 'smtp', login: 'microsoft', clientId: 'app-1' } as const;
    await settings.change({ ...command(), settings: { mail: { ...account, user: MYSELF } } });
    const { address } = await outbox.beginConsent();
    const asked = new URL(address);
    expect(asked.origin).toBe('https://login.microsoftonline.com');
    expect(asked.searchParams.get('login_hint')).toBe(MYSELF);
    expect(await outbox.consentState()).toMatchObject({ state: 'waiting' });
    const back = new URL(asked.searchParams.get('redirect_uri') ?? '');
    back.hostname = '127.0.0.1';
    const state = asked.searchParams.get('state') ?? '';
    back.search = new URLSearchParams({ error: 'access_denied', state }).toString();
    await fetch(back);
    await expect
      .poll(() => outbox.consentState())
      .toMatchObject({ state: 'refused', detail: 'access_denied' });
    await outbox.beginConsent();
    await outbox.cancelConsent();
    await expect.poll(async () => (await outbox.consentState()).state).toBe('refused');
    await secrets.write(`mail-token:${company.key}`, 'refresh');
    expect(await outbox.mailStatus()).toMatchObject({ hasToken: true });
    await outbox.forgetConsent(command());
    expect(await outbox.mailStatus()).toMatchObject({ hasToken: false });
    expect(await outbox.consentState()).toMatchObject({ state: 'none' });
  });
});
