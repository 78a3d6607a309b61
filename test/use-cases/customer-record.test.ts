/**
 * What is typed of a customer: contacts, notes, tasks, dates, fields that win over the accounting.
 */
import { describe, expect, test } from 'vitest';
import { addDays, calendarDate } from '../../src/shared/kernel/calendar-date.ts';
import { newCommandId, refusalOf } from '../support/running-application.ts';
import { customerRows, openItems } from './reading.ts';
import { type SmallCompany, smallCompany, TODAY } from './small-company.ts';

const NOBODY = 999_999;
const command = () => ({ commandId: newCommandId() });
const CONTACT = {
  name: 'Mme Aubert',
  role: 'accounting',
  email: 'compta@val.example',
  phone: '05 36 49 00 01',
  mobile: null,
  comment: '',
} as const;

const fileOf = ({ company, val }: SmallCompany) => company.call.customers.file({ customerId: val });

describe('a contact', () => {
  test('is made, changed and removed; the number is the one to dial', async () => {
    const at = await smallCompany();
    const { recordContact, removeContact } = at.company.call.actions;
    const { contactId } = await recordContact({
      ...command(),
      customerId: at.val,
      contactId: null,
      contact: CONTACT,
    });
    const { ten } = await at.company.call.overview.priorities();
    expect(ten.find(({ code }) => code === 'VAL')?.phone).toBe(CONTACT.phone);
    await recordContact({
      ...command(),
      customerId: at.val,
      contactId,
      contact: { ...CONTACT, name: 'M. Bernard' },
    });
    expect((await fileOf(at)).contacts).toMatchObject([{ contactId, name: 'M. Bernard' }]);
    const found = await at.company.call.overview.find({ text: 'bernard' });
    expect(found.rows).toMatchObject([{ kind: 'contact', customerId: at.val }]);
    await removeContact({ ...command(), contactId });
    expect((await fileOf(at)).contacts).toEqual([]);
    expect(await refusalOf(removeContact({ ...command(), contactId: NOBODY }))).toBe(
      'contact_unknown',
    );
  });

  test.each([
    [{ customerId: NOBODY }, 'customer_unknown'],
    [{ contactId: NOBODY }, 'contact_unknown'],
  ])('is refused with %j: %s', async (more, code) => {
    const at = await smallCompany();
    const order = { ...command(), customerId: at.val, contactId: null, contact: CONTACT };
    expect(await refusalOf(at.company.call.actions.recordContact({ ...order, ...more }))).toBe(
      code,
    );
  });
});

describe('a note', () => {
  test('stands in the time line, once however often it is sent', async () => {
    const at = await smallCompany();
    const order = { ...command(), customerId: at.val, text: 'Travaux jusqu’en mars' };
    const answer = await at.company.call.actions.recordNote(order);
    expect(await at.company.call.actions.recordNote(order)).toEqual(answer);
    const { rows } = await at.company.call.customers.timeline({
      customerId: at.val,
      kinds: ['note'],
      offset: 0,
      limit: 10,
    });
    expect(rows).toMatchObject([{ day: TODAY }]);
  });

  test('on nobody is refused', async () => {
    const { company } = await smallCompany();
    const order = { ...command(), customerId: NOBODY, text: 'x' };
    expect(await refusalOf(company.call.actions.recordNote(order))).toBe('customer_unknown');
  });
});

describe('a task', () => {
  test('is among what is to be done on its day, and leaves when closed', async () => {
    const at = await smallCompany();
    const { recordTask, closeTask } = at.company.call.actions;
    const { taskId } = await recordTask({
      ...command(),
      customerId: at.val,
      kind: 'review',
      dueOn: TODAY,
      comment: 'Revoir le plafond',
    });
    const { obligations } = await at.company.call.overview.priorities();
    expect(obligations).toMatchObject([{ kind: 'task', taskId }]);
    await closeTask({ ...command(), taskId });
    const tasks = await at.company.call.overview.tasks({ isLateOnly: true, offset: 0, limit: 5 });
    expect(tasks.total).toBe(0);
    expect(await refusalOf(closeTask({ ...command(), taskId }))).toBe('task_unknown');
    const order = { ...command(), customerId: NOBODY, kind: 'review', dueOn: TODAY, comment: '' };
    expect(await refusalOf(recordTask(order))).toBe('customer_unknown');
  });
});

describe('a due date typed by hand', () => {
  test('wins over the file, and gives it back', async () => {
    const at = await smallCompany();
    const receivableId = await at.receivable(at.val, 'FA102');
    const { setDueDate } = at.company.call.actions;
    await setDueDate({ ...command(), receivableId, dueDate: calendarDate('2026-12-24') });
    const typed = await openItems(at.company, at.val);
    expect(typed.find((item) => item.receivableId === receivableId)).toMatchObject({
      dueDate: '2026-12-24',
      dueBasis: 'typed',
    });
    expect(await fileOf(at)).toMatchObject({ overdueCents: 0 });
    await setDueDate({ ...command(), receivableId, dueDate: null });
    const given = await openItems(at.company, at.val);
    expect(given.find((item) => item.receivableId === receivableId)).toMatchObject({
      dueDate: '2026-10-10',
      dueBasis: 'stated',
    });
    const early = setDueDate({
      ...command(),
      receivableId,
      dueDate: calendarDate('2026-09-09'),
    });
    expect(await refusalOf(early)).toBe('due_before_document');
    const unknown = setDueDate({ ...command(), receivableId: NOBODY, dueDate: null });
    expect(await refusalOf(unknown)).toBe('receivable_unknown');
  });
});

describe('what is typed of a customer', () => {
  const change = (at: SmallCompany, changes: object, customerId = at.val) =>
    at.company.call.customers.change({ ...command(), customerId, changes });

  test('wins over the accounting, survives an import, and can be given back', async () => {
    const at = await smallCompany();
    await change(at, { name: 'Val SAS', repCode: 'DUPAS', tags: ['btp'], city: 'Niort' });
    at.books.invoice({ code: 'VAL', name: 'VAL SA' }, '2026-11-21', 'FA900', 1_000);
    await at.company.import(at.books.fec(TODAY));
    expect(await fileOf(at)).toMatchObject({ name: 'Val SAS', repCode: 'DUPAS', tags: ['btp'] });
    const values = await at.company.call.customers.dimensionValues({ dimension: 'rep_code' });
    expect(values).toEqual([{ value: 'DUPAS', customerCount: 1 }]);
    await change(at, { name: null });
    expect((await fileOf(at)).name).toMatch(/^Val Matériaux$|^VAL SA$/);
  });

  test('a customer not to be chased leaves the ranking', async () => {
    const at = await smallCompany();
    await change(at, { isDoNotChase: true });
    const { ten } = await at.company.call.overview.priorities();
    expect(ten.map(({ code }) => code)).not.toContain('VAL');
    expect((await fileOf(at)).flags).toContain('do_not_chase');
  });

  test('a payer for others makes one row of the morning', async () => {
    const at = await smallCompany();
    await change(at, { payerCustomerId: at.val }, at.leroy);
    const { rows } = await at.company.call.overview.ranked({ offset: 0, limit: 10 });
    expect(rows).toMatchObject([{ code: 'VAL', accountCount: 2, stakeCents: 110_000 }]);
  });

  test.each([
    [{ siren: '123456789' }, 'siren_invalid'],
    [{ name: 'x' }, 'customer_unknown'],
  ])('%j may be refused: %s', async (changes, code) => {
    const at = await smallCompany();
    const customerId = code === 'customer_unknown' ? NOBODY : at.val;
    expect(await refusalOf(change(at, changes, customerId))).toBe(code);
  });

  test('a customer does not pay for himself by another way', async () => {
    const at = await smallCompany();
    expect(await refusalOf(change(at, { payerCustomerId: at.val }))).toBe('payer_is_self');
  });
});

test('done for today greys the row, and brings it back', async () => {
  const at = await smallCompany();
  const { markDoneToday } = at.company.call.actions;
  const doneBy = async () =>
    (await at.company.call.overview.priorities()).ten.map((row) => row.doneBy);
  await at.company.call.overview.priorities();
  await markDoneToday({ ...command(), customerId: at.val, isDone: true });
  expect(await doneBy()).toEqual(['done', null]);
  await markDoneToday({ ...command(), customerId: at.val, isDone: false });
  expect(await doneBy()).toEqual([null, null]);
  at.application.clock.day = addDays(TODAY, 1);
  expect(await doneBy()).toEqual([null, null]);
  expect(await refusalOf(markDoneToday({ ...command(), customerId: NOBODY, isDone: true }))).toBe(
    'customer_unknown',
  );
});

test('what is ticked is added up', async () => {
  const at = await smallCompany();
  const receivableIds = [
    await at.receivable(at.val, 'FA102'),
    await at.receivable(at.val, 'FA103'),
  ];
  const totals = at.company.call.actions.tickedTotals({ customerId: at.val, receivableIds });
  expect(await totals).toMatchObject({ count: 2, outstandingCents: 125_050, overdueCents: 80_000 });
});

test('a figure opens on the lines it is made of', async () => {
  const at = await smallCompany();
  const receivableId = await at.receivable(at.val, 'FA102');
  const { itemOrigin, file, items, timeline } = at.company.call.customers;
  const origin = await itemOrigin({ receivableId });
  expect(origin.lines).toMatchObject([
    { documentNumber: 'FA102', amountCents: 80_000, journalCode: 'VE', lineDate: '2026-09-10' },
  ]);
  const window = { offset: 0, limit: 5 };
  const nobody = { customerId: NOBODY };
  expect(await refusalOf(itemOrigin({ receivableId: NOBODY }))).toBe('receivable_unknown');
  expect(await refusalOf(file(nobody))).toBe('customer_unknown');
  expect(await refusalOf(items({ ...nobody, state: 'open', ...window }))).toBe('customer_unknown');
  expect(await refusalOf(timeline({ ...nobody, kinds: null, ...window }))).toBe('customer_unknown');
  expect((await customerRows(at.company)).map(({ code }) => code)).toContain('MARTIN');
});
