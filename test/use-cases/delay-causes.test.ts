/** Why customers pay late: told in a call, held by its items, cut by it, and taken back. */
import { expect, test } from 'vitest';
import { newCommandId, refusalOf } from '../support/running-application.ts';
import { openItems } from './reading.ts';
import { type SmallCompany, smallCompany } from './small-company.ts';

const command = () => ({ commandId: newCommandId() });

async function callOn(at: SmallCompany, owner: string) {
  return at.company.call.actions.recordCall({
    ...command(),
    customerId: at.val,
    direction: 'out',
    contactId: null,
    outcome: 'difficulties',
    outcomeDate: null,
    receivableIds: [await at.receivable(at.val, 'FA102')],
    comment: '',
    promise: null,
    delayCause: { cause: 'cash', owner },
    nextAction: null,
  });
}

const causesOf = async (at: SmallCompany, customerId: number) => {
  const items = await openItems(at.company, customerId);
  return Object.fromEntries(items.map((item) => [item.documentNumber, item.delayCause]));
};

const pareto = (at: SmallCompany) =>
  at.company.call.cross.table({
    rows: 'cause_owner',
    columns: 'delay_cause',
    measure: 'overdue',
    asOf: null,
    period: 'twelve_months',
    text: '',
    filters: [],
    rowsMax: null,
    columnsMax: 12,
    sort: 'total',
    isDescending: true,
    offset: 0,
    limit: 50,
  });

const shares = async (at: SmallCompany) =>
  (await pareto(at)).rows.map(({ label, figure, cumulative }) => [label, figure, cumulative]);

test('a call tells the cause of its items, and undoing it takes it back', async () => {
  const at = await smallCompany();
  const { contactLogId } = await callOn(at, 'Dupas');
  expect(await causesOf(at, at.val)).toEqual({ FA102: 'cash', FA103: null });
  const { causeSentence } = await at.company.call.payers.behaviour({ customerId: at.val });
  expect(causeSentence.replace(/\s/gu, ' ')).toBe(
    'Trésorerie (à lever par Dupas) : 1 pièce échue pour 800,00 €, dit le 23/11/2026',
  );
  await at.company.call.actions.undoCall({ ...command(), contactLogId });
  expect(await causesOf(at, at.val)).toEqual({ FA102: null, FA103: null });
});

test('what is late is shared out among those who must end it, the largest first', async () => {
  const at = await smallCompany();
  expect(await shares(at)).toEqual([['Sans responsable', 110_000, 10_000]]);
  await callOn(at, '');
  const { delayCauseId } = await at.company.call.actions.recordDelayCause({
    ...command(),
    customerId: at.leroy,
    receivableIds: [],
    cause: 'ours',
    owner: '',
  });
  expect(await shares(at)).toEqual([
    ['Le client', 80_000, 7273],
    ['Nous', 30_000, 10_000],
  ]);
  const { columns } = await pareto(at);
  expect(columns.map(({ label }) => label)).toEqual(['Trésorerie', 'De notre fait']);
  await at.company.call.actions.undoDelayCause({ ...command(), delayCauseId });
  expect(await shares(at)).toEqual([
    ['Le client', 80_000, 7273],
    ['Sans responsable', 30_000, 10_000],
  ]);
  const { undoDelayCause } = at.company.call.actions;
  expect(await refusalOf(undoDelayCause({ ...command(), delayCauseId }))).toBe(
    'delay_cause_unknown',
  );
});

test('a cause on somebody else’s item is refused', async () => {
  const at = await smallCompany();
  const { recordDelayCause } = at.company.call.actions;
  const asked = { ...command(), customerId: at.leroy, cause: 'cash' as const, owner: '' };
  const receivableIds = [await at.receivable(at.val, 'FA102')];
  expect(await refusalOf(recordDelayCause({ ...asked, receivableIds }))).toBe('receivable_unknown');
});
