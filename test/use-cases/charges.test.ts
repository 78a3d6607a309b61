/** Late charges: shown with their calculation, decided, and taken into the next message and sheet. */
import { expect, test } from 'vitest';
import { readPdf, wholeText } from '../support/read-pdf.ts';
import { newCommandId, refusalOf } from '../support/running-application.ts';
import { type WritingCompany, writingCompany } from './writing-company.ts';

const command = () => ({ commandId: newCommandId() });

/** Words that state the charges, as those of a formal notice do. */
const STATED = {
  subject: null,
  body: 'Bonjour,\n\n{tableau}\n\n{decompte}',
  freeSentence: null,
  recipient: null,
  withoutReceivableIds: [],
};

/** Reminders of every level ask for charges. */
async function chargingCompany() {
  const at = await writingCompany();
  const { call } = at.company;
  const { settings } = await call.settings.show();
  const charges = { ...settings.charges, shownFrom: 'reminder_1', claimedFrom: 'reminder_1' };
  await call.settings.change({
    ...command(),
    settings: { charges: charges as typeof settings.charges },
  });
  const preview = await call.dunning.preview({ payerId: at.val, edit: STATED });
  return { ...at, receivableIds: preview.chargedReceivableIds };
}

const shown = (at: WritingCompany, receivableIds: number[]) =>
  at.company.call.reports.showCharges({ customerId: at.val, receivableIds });

const timelineOf = (at: WritingCompany) =>
  at.company.call.customers.timeline({
    customerId: at.val,
    kinds: ['charges', 'message'],
    offset: 0,
    limit: 50,
  });

test('what the screen shows adds up, and is what the message states', async () => {
  const at = await chargingCompany();
  expect(at.receivableIds).toHaveLength(1);
  const charges = await shown(at, at.receivableIds);
  const [item] = charges.items;
  expect(charges).toMatchObject({ currency: 'EUR', feeCents: 4000, feeCount: 1 });
  expect(item).toMatchObject({ documentNumber: 'FA102', decision: 'claim', decided: null });
  const sum = (item?.segments ?? []).reduce((total, { amountCents }) => total + amountCents, 0);
  expect(sum).toBe(charges.interestCents);
  expect(sum).toBeGreaterThan(0);
  for (const segment of item?.segments ?? []) {
    const { balanceCents, rateBasisPoints, days, yearDays, amountCents } = segment;
    expect(amountCents).toBe(
      Math.round((balanceCents * rateBasisPoints * days) / (yearDays * 10_000)),
    );
  }
  // All that is overdue, where nothing is named.
  expect(await shown(at, [])).toEqual(charges);
  const { text } = await at.company.call.dunning.preview({ payerId: at.val, edit: STATED });
  expect(text).toContain(euros(charges.interestCents));
  const nobody = { customerId: 99_999, receivableIds: [] };
  expect(await refusalOf(at.company.call.reports.showCharges(nobody))).toBe('customer_unknown');
});

test('a disputed part bears no interest while it is disputed', async () => {
  const at = await chargingCompany();
  const [receivableId = 0] = at.receivableIds;
  const before = await shown(at, at.receivableIds);
  await at.company.call.actions.recordDispute({
    ...command(),
    customerId: at.val,
    items: [{ receivableId, amountCents: 40_000 }],
    reason: 'price',
    owner: '',
    answerBy: null,
    comment: '',
  });
  const after = await shown(at, at.receivableIds);
  // Half of 800,00 €.
  expect(Math.abs(after.interestCents * 2 - before.interestCents)).toBeLessThanOrEqual(1);
  expect(after.feeCents).toBe(before.feeCents);
});

test('frozen at a day, interest stops there, in the next message and the sheet too', async () => {
  const at = await chargingCompany();
  const { call } = at.company;
  const [receivableId = 0] = at.receivableIds;
  const before = await shown(at, at.receivableIds);
  const untilDate = before.items[0]?.segments[0]?.from ?? before.computedTo;
  const freeze = { receivableId, decision: 'freeze', untilDate } as const;
  const made = { customerId: at.val, decisions: [freeze], reason: 'Accord du 20/11' };
  const answer = await call.actions.decideCharges({ ...command(), ...made });
  expect(answer).toMatchObject({ count: 1, before: [{ receivableId, decision: 'claim' }] });
  const after = await shown(at, at.receivableIds);
  expect(after.items[0]).toMatchObject({
    decision: 'freeze',
    untilDate,
    decided: { reason: 'Accord du 20/11' },
    feeCents: 4000,
  });
  expect(after.items[0]?.segments).toMatchObject([{ from: untilDate, to: untilDate, days: 1 }]);
  expect(after.interestCents).toBeLessThan(before.interestCents);
  const { text } = await call.dunning.preview({ payerId: at.val, edit: STATED });
  expect(text).toContain(euros(after.interestCents));
  const wanted = { customerId: at.val, receivableIds: at.receivableIds } as const;
  const { jobId } = await call.reports.makeInterestSheet({
    ...wanted,
    format: 'pdf',
    language: 'fr',
  });
  const sheet = wholeText(await readPdf((await at.company.made(jobId)).bytes));
  expect(plain(sheet)).toContain(plain(euros(after.interestCents)));
  expect((await timelineOf(at)).rows[0]).toMatchObject({
    kind: 'charges',
    comment: 'Accord du 20/11',
    facts: { decision: 'freeze', untilDate, itemCount: 1, documents: 'FA102' },
  });
  // Taken back, it stands as it stood.
  await call.actions.decideCharges({
    ...command(),
    customerId: at.val,
    decisions: answer.before,
    reason: 'Décision annulée',
  });
  expect((await shown(at, at.receivableIds)).interestCents).toBe(before.interestCents);
});

test('waived, neither interest nor 40 € are asked for, and the message is silent', async () => {
  const at = await chargingCompany();
  const { call } = at.company;
  const [receivableId = 0] = at.receivableIds;
  const before = await shown(at, at.receivableIds);
  const waive = { receivableId, decision: 'waive' } as const;
  const made = { customerId: at.val, decisions: [waive], reason: 'Geste commercial' };
  const silent = { ...command(), ...made, reason: '' };
  expect(await refusalOf(call.actions.decideCharges(silent))).toBe('reason_missing');
  await call.actions.decideCharges({ ...command(), ...made });
  const after = await shown(at, at.receivableIds);
  expect(after).toMatchObject({ interestCents: 0, feeCents: 0 });
  expect(after.waivedInterestCents).toBe(before.interestCents);
  const preview = await call.dunning.preview({ payerId: at.val, edit: STATED });
  expect(preview.chargedReceivableIds).toEqual([]);
  expect(preview.text).not.toContain('40,00');
});

test('a message that does not speak of charges has no sheet', async () => {
  const at = await chargingCompany();
  const preview = await at.company.call.dunning.preview({ payerId: at.val, edit: null });
  expect(preview.chargedReceivableIds).toEqual([]);
});

test('an invoice of someone else is refused', async () => {
  const at = await chargingCompany();
  const { call } = at.company;
  const { chargedReceivableIds } = await call.dunning.preview({ payerId: at.leroy, edit: STATED });
  const [receivableId = 0] = chargedReceivableIds;
  const decisions = [{ receivableId, decision: 'claim' } as const];
  const made = { ...command(), customerId: at.val, decisions, reason: '' };
  expect(await refusalOf(call.actions.decideCharges(made))).toBe('receivable_unknown');
  const nobody = { ...command(), customerId: 99_999, decisions, reason: '' };
  expect(await refusalOf(call.actions.decideCharges(nobody))).toBe('customer_unknown');
});

test('the time line has each message with what became of it', async () => {
  const at = await writingCompany();
  const { call } = at.company;
  await at.approve([at.val]);
  await at.pulse();
  const [notice] = await at.notices();
  const { rows } = await timelineOf(at);
  expect(rows).toMatchObject([
    {
      kind: 'message',
      entryKey: `message:${notice?.noticeId}`,
      comment: notice?.subject,
      facts: {
        status: 'sent',
        channel: 'email',
        severity: 'reminder_1',
        recipient: 'compta@val.example',
        amountCents: 80_000,
      },
    },
  ]);
  const { settings } = await call.settings.show();
  const dunning = { ...settings.dunning, holdSeconds: 120 };
  await call.settings.change({ ...command(), settings: { dunning } });
  await at.approve([at.leroy]);
  const [held] = await at.notices();
  const noticeIds = [held?.noticeId ?? 0];
  await call.outbox.callBack({ ...command(), noticeIds, reason: 'Appel du jour' });
  const wanted = { customerId: at.leroy, kinds: null, offset: 0, limit: 50 };
  const line = await call.customers.timeline(wanted);
  expect(line.rows.find(({ kind }) => kind === 'message')?.facts.status).toBe('cancelled');
});

function euros(cents: number): string {
  const whole = Math.floor(cents / 100);
  const rest = String(cents % 100).padStart(2, '0');
  return `${whole},${rest}`;
}

function plain(text: string): string {
  return text.replace(/[\u00a0\u202f]/gu, ' ');
}
