/** Receipts of the bank, from a statement to settled items and back. */
import { describe, expect, test } from 'vitest';
import { cfonbDetail } from '../support/bank-files.ts';
import { newCommandId } from '../support/running-application.ts';
import { listOf, statement } from './bank-statements.ts';
import { openItems, outstandingByCode, portfolioOf } from './reading.ts';
import { smallCompany, TODAY } from './small-company.ts';

const PAID = statement('releve.txt', [
  { cents: 80_000, label: 'VIR SEPA VAL MATERIAUX FA102' },
  { cents: 12_345, label: 'VIR INCONNU' },
]);

async function matchedCompany() {
  const made = await smallCompany();
  const imported = await made.company.import(PAID);
  const list = await listOf(made.company, 'to_match');
  const row = list.rows.find(({ amountCents }) => amountCents === 80_000);
  if (row === undefined) throw new Error('No movement.');
  const confirm = () => {
    const [first] = row.suggestions;
    if (first === undefined) throw new Error('No suggestion.');
    return made.company.call.receipts.confirm({
      commandId: newCommandId(),
      movementId: row.movementId,
      customerId: first.customerId,
      allocations: first.allocations.map(({ receivableId, amountCents }) => ({
        receivableId,
        amountCents,
      })),
    });
  };
  return { ...made, ...imported, list, row, confirm };
}

describe('a statement of a bank', () => {
  test('is shown with its balances before anything is written, then goes in as one', async () => {
    const { company } = await smallCompany();
    const preview = await company.preview(PAID);
    expect(preview.meaning).toBe('bank');
    expect(preview.bank).toEqual([
      expect.objectContaining({
        openingCents: 100_000,
        closingCents: 192_345,
        creditCents: 92_345,
        debitCents: 0,
        newCount: 2,
        knownCount: 0,
        continuity: 'first',
      }),
    ]);
    expect((await listOf(company, 'to_match')).total).toBe(0);
    const importId = await company.commit(preview, PAID.name);
    expect((await listOf(company, 'to_match')).total).toBe(2);
    const freshness = await company.call.overview.freshness();
    expect(freshness.bankDate).toBe('2026-11-22');
    expect((await company.call.overview.waiting()).toMatchCount).toBe(2);
    const [history] = await company.call.imports.history();
    expect(history).toMatchObject({ importId, meaning: 'bank', lineCount: 2, mayUndo: true });
  });

  test('moves no balance by itself', async () => {
    const { company } = await smallCompany();
    const before = await outstandingByCode(company);
    await company.import(PAID);
    expect(await outstandingByCode(company)).toEqual(before);
  });

  test('taken twice, or overlapping another, counts each movement once', async () => {
    const { company } = await smallCompany();
    await company.import(PAID);
    const again = statement(
      'suite.txt',
      [
        { cents: 80_000, label: 'VIR SEPA VAL MATERIAUX FA102' },
        { cents: 12_345, label: 'VIR INCONNU' },
        { cents: 5_000, label: 'VIR AUTRE', date: '211126' },
      ],
      100_000,
    );
    const { preview } = await company.import(again);
    expect(preview.bank?.[0]).toMatchObject({ newCount: 1, knownCount: 2 });
    expect((await listOf(company, 'to_match')).total).toBe(3);
    const [account] = await company.call.receipts.statements();
    expect(account?.statements).toHaveLength(2);
  });

  test('that misses another before it says so', async () => {
    const { company } = await smallCompany();
    await company.import(PAID);
    const later = statement('plus-tard.txt', [{ cents: 100, label: 'VIR', date: '221126' }], 500);
    await company.import(later);
    const [account] = await company.call.receipts.statements();
    expect(account?.statements.map(({ continuity }) => continuity)).toContain('overlap');
  });

  test('undone, takes its movements and what they settled with it, and brings both back', async () => {
    const { company, importId, confirm } = await matchedCompany();
    const before = await outstandingByCode(company);
    await confirm();
    const after = await outstandingByCode(company);
    await company.undo(importId);
    expect(await outstandingByCode(company)).toEqual(before);
    expect((await listOf(company, 'received')).rows).toEqual([]);
    await company.import(PAID);
    expect(await outstandingByCode(company)).toEqual(after);
  });
});

describe('a receipt', () => {
  test('that names its invoice is proposed with its reason, and settles it once confirmed', async () => {
    const { company, row, confirm, val } = await matchedCompany();
    expect(row.suggestions[0]).toMatchObject({
      customerId: val,
      customerName: 'Val Matériaux',
      allocations: [expect.objectContaining({ documentNumber: 'FA102', amountCents: 80_000 })],
    });
    expect(row.suggestions[0]?.reason).toMatch(/\.$/);
    await confirm();
    expect((await openItems(company, val)).map(({ documentNumber }) => documentNumber)).toEqual([
      'FA103',
    ]);
    const received = await listOf(company, 'received');
    expect(received.rows.find(({ amountCents }) => amountCents === 80_000)).toMatchObject({
      state: 'confirmed',
      isInBooks: false,
      restCents: 0,
      customerName: 'Val Matériaux',
    });
  });

  test('confirmed then undone leaves everything as it was', async () => {
    const { company, confirm } = await matchedCompany();
    const before = await portfolioOf(company);
    const { decisionId } = await confirm();
    await company.call.receipts.undo({ commandId: newCommandId(), decisionIds: [decisionId] });
    expect(await portfolioOf(company)).toEqual(before);
    expect((await listOf(company, 'to_match')).total).toBe(2);
  });

  test('that the accounting brings later is one with it', async () => {
    const { company, confirm, books } = await matchedCompany();
    await confirm();
    const before = await outstandingByCode(company);
    books.receipt({ code: 'VAL', name: 'Val Matériaux' }, '2026-11-21', 80_000, 'VIR VAL');
    await company.import(books.fec(TODAY));
    expect(await outstandingByCode(company)).toEqual(before);
    const received = await listOf(company, 'received');
    expect(received.rows.find(({ amountCents }) => amountCents === 80_000)).toMatchObject({
      state: 'confirmed',
      isInBooks: true,
    });
  });

  test('that the accounting holds already waits for nobody', async () => {
    const { company } = await smallCompany();
    await company.import(
      statement('releve.txt', [{ cents: 9_900, label: 'VIR MARTIN ET FILS', date: '201126' }]),
    );
    expect((await listOf(company, 'to_match')).total).toBe(0);
    expect((await listOf(company, 'received')).rows[0]).toMatchObject({
      state: 'accounted',
      customerName: 'Martin et fils',
      isInBooks: true,
    });
  });

  test('left on account is a credit, and settles an item later', async () => {
    const { company, row, val } = await matchedCompany();
    const { movementId } = row;
    const of = { movementId, customerId: val };
    await company.call.receipts.confirm({ commandId: newCommandId(), ...of, allocations: [] });
    const kept = await listOf(company, 'on_account');
    expect(kept).toMatchObject({ total: 1, totalCents: 80_000 });
    expect(kept.rows[0]?.restCents).toBe(80_000);
    const credits = await company.call.overview.creditsToAllocate({ offset: 0, limit: 10 });
    expect(credits.rows[0]).toMatchObject({ amountCents: -80_000 });
    const items = await company.call.receipts.openItems(of);
    expect(items.map(({ documentNumber }) => documentNumber)).toEqual(['FA102', 'FA103']);
    await company.call.receipts.confirm({
      commandId: newCommandId(),
      ...of,
      allocations: items.map(({ receivableId }, at) => ({
        receivableId,
        amountCents: at === 0 ? 50_000 : 30_000,
      })),
    });
    expect((await listOf(company, 'on_account')).total).toBe(0);
    const open = await openItems(company, val);
    expect(open.map(({ outstandingCents }) => outstandingCents)).toEqual([30_000, 15_050]);
  });

  test('is refused beyond what is owed, beyond itself, or for another customer', async () => {
    const { company, row, val, leroy, receivable } = await matchedCompany();
    const { movementId } = row;
    const receivableId = await receivable(val, 'FA102');
    const say = (customerId: number, amounts: readonly (readonly [number, number])[]) =>
      company.call.receipts.confirm({
        commandId: newCommandId(),
        movementId,
        customerId,
        allocations: amounts.map(([id, amountCents]) => ({ receivableId: id, amountCents })),
      });
    await expect(say(val, [[receivableId, 80_001]])).rejects.toMatchObject({
      code: 'allocation_above_item',
    });
    await expect(
      say(val, [
        [receivableId, 80_000],
        [await receivable(val, 'FA103'), 1],
      ]),
    ).rejects.toMatchObject({ code: 'allocation_above_receipt' });
    await expect(say(leroy, [[receivableId, 100]])).rejects.toMatchObject({
      code: 'receivable_unknown',
    });
    await expect(say(9_999, [])).rejects.toMatchObject({ code: 'customer_unknown' });
  });

  test('of no customer is set aside, and comes back', async () => {
    const { company, list } = await matchedCompany();
    const unknown = list.rows.find(({ amountCents }) => amountCents === 12_345);
    const { decisionId } = await company.call.receipts.setAside({
      commandId: newCommandId(),
      movementId: unknown?.movementId ?? 0,
      comment: 'virement interne',
    });
    expect((await listOf(company, 'set_aside')).rows[0]?.comment).toBe('virement interne');
    expect((await listOf(company, 'to_match')).total).toBe(1);
    await company.call.receipts.undo({ commandId: newCommandId(), decisionIds: [decisionId] });
    expect((await listOf(company, 'to_match')).total).toBe(2);
  });

  test('sure enough goes in with the others, and all come back at once', async () => {
    const { company } = await matchedCompany();
    const before = await outstandingByCode(company);
    const { bulkCounts } = await listOf(company, 'to_match');
    const done = await company.call.receipts.confirmAbove({
      commandId: newCommandId(),
      least: 'strong',
    });
    expect(done.decisionIds).toHaveLength(bulkCounts.strong ?? -1);
    expect(done).toMatchObject({ remainingCount: 0 });
    expect((await outstandingByCode(company)).VAL).toBe(45_050);
    const { decisionIds } = done;
    await company.call.receipts.undo({ commandId: newCommandId(), decisionIds });
    expect(await outstandingByCode(company)).toEqual(before);
  });

  test('teaches who pays from which account', async () => {
    const { company } = await smallCompany();
    const details = [cfonbDetail('NPY', 'HOLDING ZETA'), cfonbDetail('IPY', '')];
    const first = statement('a.txt', [{ cents: 1_000, label: 'VIR SEPA', details }]);
    await company.import(first);
    const [row] = (await listOf(company, 'to_match')).rows;
    expect(row?.suggestions).toEqual([]);
    const [leroy] = Object.keys(await outstandingByCode(company));
    expect(leroy).toBeDefined();
    const customers = await company.call.customers.page({
      filter: { text: 'Leroy', only: [] },
      sort: 'name',
      isDescending: false,
      groupBy: null,
      offset: 0,
      limit: 1,
    });
    const customerId = customers.rows[0]?.customerId ?? 0;
    const movementId = row?.movementId ?? 0;
    await company.call.receipts.confirm({
      commandId: newCommandId(),
      movementId,
      customerId,
      allocations: [],
    });
    await company.import(
      statement('b.txt', [{ cents: 30_000, label: 'VIR SEPA', date: '221126', details }], 101_000),
    );
    const next = (await listOf(company, 'to_match')).rows[0];
    expect(next?.suggestions[0]).toMatchObject({ customerId, reason: expect.any(String) });
  });
});

describe('a payment that came back', () => {
  const RETURNED = statement('impaye.txt', [
    { cents: 80_000, label: 'VIR SEPA VAL MATERIAUX FA102', date: '191126' },
    {
      cents: -80_000,
      label: 'REJET VAL MATERIAUX AM04',
      date: '211126',
      details: [cfonbDetail('NBE', 'VAL MATERIAUX')],
    },
  ]);

  test('says its code, and reopens the invoice once its receipt is confirmed', async () => {
    const { company, val } = await smallCompany();
    await company.import(RETURNED);
    const returned = (await listOf(company, 'returned')).rows[0];
    expect(returned).toMatchObject({ amountCents: -80_000, rejectCode: 'AM04' });
    expect(returned?.rejectMeaning).toContain('Provision insuffisante');
    const before = await outstandingByCode(company);
    const of = { movementId: returned?.movementId ?? 0, customerId: val };
    await expect(
      company.call.receipts.confirm({ commandId: newCommandId(), ...of, allocations: [] }),
    ).rejects.toMatchObject({ code: 'movement_is_debit' });
    const [receipt] = (await listOf(company, 'to_match')).rows;
    await company.call.receipts.confirm({
      commandId: newCommandId(),
      movementId: receipt?.movementId ?? 0,
      customerId: val,
      allocations: (receipt?.suggestions[0]?.allocations ?? []).map(
        ({ receivableId, amountCents }) => ({ receivableId, amountCents }),
      ),
    });
    expect(await outstandingByCode(company)).toEqual(before);
    expect((await openItems(company, val)).map(({ documentNumber }) => documentNumber)).toContain(
      'FA102',
    );
    const { obligations } = await company.call.overview.priorities();
    expect(obligations.map(({ kind }) => kind)).toContain('reject');
    const timeline = await company.call.customers.timeline({
      customerId: val,
      kinds: ['reject'],
      offset: 0,
      limit: 10,
    });
    expect(timeline.total).toBe(1);
  });

  test('whose receipt is in the accounting is said by a person', async () => {
    const { company, martin } = await smallCompany();
    await company.import(
      statement('rejet.txt', [{ cents: -9_900, label: 'IMPAYE MARTIN AM04', date: '221126' }]),
    );
    const [returned] = (await listOf(company, 'returned')).rows;
    const { decisionId } = await company.call.receipts.confirmReturn({
      commandId: newCommandId(),
      movementId: returned?.movementId ?? 0,
      customerId: martin,
    });
    expect((await outstandingByCode(company)).MARTIN).toBe(9_900);
    await company.call.receipts.undo({ commandId: newCommandId(), decisionIds: [decisionId] });
    expect((await outstandingByCode(company)).MARTIN).toBeUndefined();
    const unknown = company.call.receipts.undo({
      commandId: newCommandId(),
      decisionIds: [99_999],
    });
    await expect(unknown).rejects.toMatchObject({ code: 'decision_unknown' });
  });
});

test('the lists of receipts go to Excel', async () => {
  const { company } = await matchedCompany();
  const { jobId } = await company.call.reports.makeWorkbook({
    list: 'receipts',
    input: { tab: 'to_match', text: '' },
    title: 'À rapprocher',
    columns: ['bookedOn', 'amount', 'payer', 'proposal'],
  });
  const file = await company.made(jobId);
  expect(file.name).toMatch(/\.xlsx$/);
});
