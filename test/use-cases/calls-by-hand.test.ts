/** What people do by hand beside the calls: short messages, order blocks, reps told, VIP treated. */
import { describe, expect, test } from 'vitest';
import { addDays } from '../../src/shared/kernel/calendar-date.ts';
import { newCommandId, refusalOf } from '../support/running-application.ts';
import { ScriptedMailer } from '../support/scripted-mailer.ts';
import { CALL_STEP, type CallingCompany, callingCompany } from './calling-company.ts';
import { TODAY } from './small-company.ts';

const command = () => ({ commandId: newCommandId() });
const ALL = { offset: 0, limit: 50 };

async function setCalls(at: CallingCompany, changes: object): Promise<void> {
  const { settings } = await at.company.call.settings.show();
  const calls = { ...settings.calls, ...changes };
  await at.company.call.settings.change({ ...command(), settings: { calls } });
}

async function callLog(at: CallingCompany) {
  const { rows } = await at.company.call.overview.calls({ fromDay: null, ...ALL });
  return rows.map(({ outcome, comment }) => [outcome, comment]);
}

const textOf = (bytes: Uint8Array) => Buffer.from(bytes).toString('utf8');

describe('a short message', () => {
  const SMS_STEP = { stepKey: 'j7-sms', channel: 'sms', mode: 'to_confirm', templateKey: 'sms' };

  test('is prepared with the payer’s own figures, and one for any number without them', async () => {
    const at = await callingCompany();
    const prepared = await at.company.call.calls.shortMessage({ payerId: at.val });
    expect(prepared.text).toContain('800,00');
    expect(prepared.neutralText).not.toContain('800');
    expect(prepared.problem).toBeNull();
    expect(prepared.numbers).toMatchObject([{ name: 'Anne Roy', isNamed: true }]);
    expect(prepared.hasGateway).toBe(false);
    const unknown = at.company.call.calls.shortMessage({ payerId: 999_999 });
    expect(await refusalOf(unknown)).toBe('customer_unknown');
  });

  test('copied is logged, makes the step that asked for it, and is no call', async () => {
    const at = await callingCompany(SMS_STEP);
    expect(await at.today()).toEqual([
      [at.leroy, ['sms']],
      [at.val, ['sms']],
    ]);
    const { text } = await at.company.call.calls.shortMessage({ payerId: at.val });
    const sent = {
      ...command(),
      payerId: at.val,
      contactId: null,
      number: '06 12 34 56 78',
      text,
      way: 'copied',
    } as const;
    const first = await at.company.call.calls.sendShortMessage(sent);
    expect(await at.company.call.calls.sendShortMessage(sent)).toEqual(first);
    expect(await callLog(at)).toEqual([['sms', expect.stringContaining('800,00')]]);
    expect(await at.today()).toEqual([[at.leroy, ['sms']]]);
    expect(await at.severities(at.val)).toEqual(['reminder_1']);
  });

  test('with an amount never goes to a number without a name', async () => {
    const at = await callingCompany();
    const to = (number: string, text: string) =>
      at.company.call.calls.sendShortMessage({
        ...command(),
        payerId: at.val,
        contactId: null,
        number,
        text,
        way: 'copied',
      });
    expect(await refusalOf(to('01 40 00 00 00', 'Il reste 800,00 €.'))).toBe('amount_to_unnamed');
    expect(await refusalOf(to('poste 12', 'Merci de rappeler.'))).toBe('phone_invalid');
    await to('01 40 00 00 00', 'Merci de rappeler.');
    expect(await callLog(at)).toHaveLength(1);
  });

  test('through a gateway leaves once as a mail to its address', async () => {
    const mailer = new ScriptedMailer();
    const at = await callingCompany(CALL_STEP, mailer);
    const sent = {
      ...command(),
      payerId: at.val,
      contactId: null,
      number: '06 12 34 56 78',
      text: 'Merci de rappeler.',
      way: 'gateway',
    } as const;
    expect(await refusalOf(at.company.call.calls.sendShortMessage(sent))).toBe('gateway_missing');
    const wrong = setCalls(at, { smsGateway: 'sms.example.fr' });
    expect(await refusalOf(wrong)).toBe('gateway_invalid');
    await setCalls(at, { smsGateway: '{numero}@sms.example.fr' });
    await at.company.call.calls.sendShortMessage(sent);
    await at.company.call.calls.sendShortMessage(sent);
    expect(mailer.taken.map(({ envelope }) => envelope.to)).toEqual([
      ['33612345678@sms.example.fr'],
    ]);
    expect(textOf(mailer.taken[0]?.bytes ?? new Uint8Array())).toContain('Merci de rappeler.');
  });

  test('that the server refuses is not logged, and its step is still to be made', async () => {
    const mailer = new ScriptedMailer(['mailbox_unknown']);
    const at = await callingCompany(SMS_STEP, mailer);
    await setCalls(at, { smsGateway: '{numero}@sms.example.fr' });
    const { text } = await at.company.call.calls.shortMessage({ payerId: at.val });
    const sending = at.company.call.calls.sendShortMessage({
      ...command(),
      payerId: at.val,
      contactId: null,
      number: '06 12 34 56 78',
      text,
      way: 'gateway',
    });
    expect(await refusalOf(sending)).toBe('sending_refused');
    expect(await callLog(at)).toEqual([]);
    expect(await at.severities(at.val)).toEqual([null]);
    expect((await at.today()).map(([id]) => id)).toContain(at.val);
  });
});

describe('a block of orders', () => {
  const BLOCK_STEP = {
    stepKey: 'j15-blocage',
    delay: { from: 'due_date', days: 15, unit: 'calendar' },
    kind: 'order_block',
    severity: null,
    channel: 'none',
    mode: 'task',
    templateKey: null,
  };
  const states = async (at: CallingCompany) => {
    const { rows } = await at.company.call.calls.blocks({ state: null, ...ALL });
    return rows.map(({ customerId, state, remainingCents }) => [customerId, state, remainingCents]);
  };
  const propose = (at: CallingCompany, customerId: number) =>
    at.company.call.calls.proposeBlock({
      ...command(),
      customerId,
      currency: 'EUR',
      decidedBy: 'Mme Dupas',
    });

  test('is proposed with its mail to the sales office, then followed', async () => {
    const at = await callingCompany(BLOCK_STEP);
    await setCalls(at, { salesOfficeEmail: 'adv@test.example' });
    expect(await states(at)).toEqual([
      [at.leroy, 'to_block', 130_000],
      [at.val, 'to_block', 80_000],
    ]);
    const { mail } = await propose(at, at.leroy);
    expect(mail).toMatchObject({ to: 'adv@test.example', fileName: 'Blocage LEROY.eml' });
    for (const words of ['Leroy Frères (LEROY)', '1 300,00 €', 'FA104', 'Mme Dupas']) {
      expect(mail.text.replace(/\s/gu, ' ')).toContain(words);
    }
    const { url } = await at.company.call.files.ticket({ fileId: mail.fileId, use: 'save' });
    expect(url).toBeTruthy();
    expect(await states(at)).toEqual([
      [at.val, 'to_block', 80_000],
      [at.leroy, 'blocked', 130_000],
    ]);
    expect(await refusalOf(propose(at, at.leroy))).toBe('not_planned');
    const one = await at.company.call.calls.blocks({ state: 'blocked', ...ALL });
    expect(one).toMatchObject({ total: 1, totalCents: 130_000 });
    expect(one.counts).toEqual([
      { state: 'to_release', count: 0 },
      { state: 'to_block', count: 1 },
      { state: 'blocked', count: 1 },
    ]);
  });

  test('is to release as soon as it is paid, and is released once', async () => {
    const at = await callingCompany(BLOCK_STEP);
    const { orderBlockId } = await propose(at, at.leroy);
    const party = { code: 'LEROY', name: 'Leroy Frères' };
    at.books.receipt(party, '2026-11-20', 130_000, 'VIR LEROY FA104');
    await at.company.import(at.books.fec(TODAY));
    expect((await states(at))[0]).toEqual([at.leroy, 'to_release', 0]);
    expect(await at.company.call.calls.attention()).toMatchObject({
      toReleaseCount: 1,
      toBlockCount: 1,
    });
    const release = () =>
      at.company.call.calls.releaseBlock({ ...command(), orderBlockId, reason: 'paid' });
    const { mail } = await release();
    expect(mail?.subject).toBe('Commandes à débloquer : Leroy Frères');
    expect(await states(at)).toEqual([[at.val, 'to_block', 80_000]]);
    expect(await refusalOf(release())).toBe('block_unknown');
  });

  test('taken back is proposed again', async () => {
    const at = await callingCompany(BLOCK_STEP);
    const { orderBlockId } = await propose(at, at.leroy);
    const undone = { ...command(), orderBlockId, reason: 'undone' } as const;
    expect(await at.company.call.calls.releaseBlock(undone)).toMatchObject({ mail: null });
    expect((await states(at))[0]).toEqual([at.leroy, 'to_block', 130_000]);
  });

  test('stands in its workbook', async () => {
    const at = await callingCompany(BLOCK_STEP);
    const { jobId } = await at.company.call.reports.makeWorkbook({
      list: 'order_blocks',
      input: { state: null },
      title: 'Blocages',
      columns: null,
    });
    expect((await at.company.made(jobId)).bytes.byteLength).toBeGreaterThan(3000);
  });
});

describe('the sales reps', () => {
  const TOLD_STEP = { repNoticeBusinessDays: 3 };
  const tell = (at: CallingCompany, way: 'mail' | 'by_hand', repCode = 'DUP') =>
    at.company.call.calls.tellRep({ ...command(), repCode, way });
  const named = async (at: CallingCompany, email: string) => {
    const { settings } = await at.company.call.settings.show();
    const collaborator = {
      senderKey: 'dupas',
      name: 'Claire Dupas',
      title: '',
      email,
      phone: '',
      repCode: 'DUP',
      highestSeverity: 'reminder_3',
    } as const;
    await at.company.call.settings.change({
      ...command(),
      settings: { team: { ...settings.team, collaborators: [collaborator] } },
    });
  };

  test('hear of what comes with its dates, and the step waits for their answer', async () => {
    const mailer = new ScriptedMailer();
    const at = await callingCompany(TOLD_STEP, mailer);
    expect(await at.plannedPayers()).toEqual([]);
    await named(at, 'dupas@test.example');
    const { reps, rows, totalCents } = await at.company.call.calls.repNotices({
      repCode: null,
      ...ALL,
    });
    expect(totalCents).toBe(210_000);
    expect(rows.map(({ code, documentNumber }) => [code, documentNumber])).toEqual([
      ['LEROY', 'FA104'],
      ['VAL', 'FA102'],
    ]);
    expect(reps).toMatchObject([
      {
        repCode: 'DUP',
        name: 'Claire Dupas',
        itemCount: 2,
        customerCount: 2,
        answerBy: addDays(TODAY, 3),
        lastToldOn: null,
      },
    ]);
    for (const words of ['FA102', 'Relance 1', '26/11/2026']) {
      expect(reps[0]?.text).toContain(words);
    }
    expect(await tell(at, 'mail')).toMatchObject({ itemCount: 2 });
    expect(mailer.taken.map(({ envelope }) => envelope.to)).toEqual([['dupas@test.example']]);
    expect((await at.company.call.calls.repNotices({ repCode: null, ...ALL })).reps).toEqual([]);
    expect(await refusalOf(tell(at, 'by_hand'))).toBe('not_planned');
    const why = await at.company.call.dunning.why({ customerId: at.val });
    expect(why.items[0]?.parts[0]?.verdict).toBe('rep_notice_pending');
    await at.application.newDay(addDays(TODAY, 3));
    expect(await at.plannedPayers()).toEqual(expect.arrayContaining([at.val, at.leroy]));
  });

  test('without an address are told by hand; a refused mail tells nobody', async () => {
    const mailer = new ScriptedMailer(['mailbox_unknown']);
    const at = await callingCompany(TOLD_STEP, mailer);
    expect(await refusalOf(tell(at, 'mail'))).toBe('rep_without_address');
    await named(at, 'partie@test.example');
    expect(await refusalOf(tell(at, 'mail'))).toBe('sending_refused');
    const still = await at.company.call.calls.repNotices({ repCode: 'DUP', ...ALL });
    expect(still.total).toBe(2);
    expect(await tell(at, 'by_hand')).toMatchObject({ answerBy: addDays(TODAY, 3) });
  });

  test('answer by a stop, which holds the step', async () => {
    const at = await callingCompany(TOLD_STEP);
    await tell(at, 'by_hand');
    await at.company.call.actions.recordHold({
      ...command(),
      customerId: at.val,
      receivableIds: null,
      reason: 'commercial',
      reviewOn: addDays(TODAY, 20),
      comment: 'Demande de DUP',
    });
    await at.application.newDay(addDays(TODAY, 3));
    expect(await at.plannedPayers()).toEqual([at.leroy]);
  });
});

describe('a VIP', () => {
  test('is a task for the person named, and comes up when untreated for long', async () => {
    const at = await callingCompany();
    await at.company.call.customers.change({
      ...command(),
      customerId: at.val,
      changes: { isVip: true },
    });
    const vip = () => at.company.call.calls.vip({ isTaskOnly: false, ...ALL });
    expect(await vip()).toMatchObject({
      total: 1,
      totalCents: 80_000,
      untreatedCount: 1,
      rows: [{ customerId: at.val, stepLabel: 'Relance 1', channel: 'call', isUntreated: true }],
    });
    expect(await at.company.call.calls.attention()).toMatchObject({ vipUntreatedCount: 1 });
    await at.company.call.dunning.completeTask({
      ...command(),
      payerId: at.val,
      movesLevel: true,
      comment: '',
    });
    expect(await vip()).toMatchObject({ untreatedCount: 0, rows: [{ stepLabel: null }] });
    expect(await at.company.call.calls.vip({ isTaskOnly: true, ...ALL })).toMatchObject({
      total: 0,
    });
  });
});

test.each([
  ['calls_today', {}],
  ['rep_notices', { repCode: null }],
  ['vip', { isTaskOnly: false }],
] as const)('the list %s has its workbook', async (list, input) => {
  const at = await callingCompany();
  const { jobId } = await at.company.call.reports.makeWorkbook({
    list,
    input,
    title: 'Liste',
    columns: null,
  });
  expect((await at.company.made(jobId)).bytes.byteLength).toBeGreaterThan(3000);
});
