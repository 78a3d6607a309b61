/** What a person says of items: where they stand then, what is asked of him, and how it is undone. */
import { expect, test } from 'vitest';
import type { ListQuestion } from '../../src/shared/contract/customer-lists.ts';
import type { ItemState } from '../../src/shared/domain/item-state/item-state.ts';
import { calendarDate } from '../../src/shared/kernel/calendar-date.ts';
import { newCommandId, refusalOf, type TestCompany } from '../support/running-application.ts';
import { openItems } from './reading.ts';
import { smallCompany, TODAY } from './small-company.ts';
import { writingCompany } from './writing-company.ts';

const FIRST = { offset: 0, limit: 200 };

const state = (part: Partial<ItemState>): ItemState => ({
  kind: 'factored',
  since: TODAY,
  dueDate: null,
  cause: null,
  party: 'Factor Ouest',
  reference: 'Q-12',
  iban: '',
  hasSurety: false,
  reason: '',
  ...part,
});

const give = (company: TestCompany, receivableId: number, part: Partial<ItemState>) =>
  company.call.states.record({
    commandId: newCommandId(),
    receivableIds: [receivableId],
    state: state(part),
  });

const listed = (company: TestCompany, list: ListQuestion['list']) =>
  company.call.lists.read({
    list,
    group: null,
    text: '',
    sort: 'amount',
    isDescending: true,
    ...FIRST,
  });

const fileOf = async (company: TestCompany, customerId: number) =>
  (await company.call.customers.file({ customerId })) as { overdueCents: number };

const aged = (company: TestCompany) =>
  company.call.overview.agedBalance({
    asOf: null,
    by: 'due_date',
    groupBy: 'customer',
    text: '',
    sort: 'balance',
    isDescending: true,
    ...FIRST,
  });

const apartOf = ({ buckets, totalsCents }: Awaited<ReturnType<typeof aged>>) =>
  totalsCents[buckets.findIndex(({ key }) => key === 'apart')];

test('what the factor bought is chased by nobody, stands apart, and comes back by an undo', async () => {
  const { company, val, receivable } = await smallCompany();
  const fa102 = await receivable(val, 'FA102');
  const before = await aged(company);
  const { itemStateIds } = await give(company, fa102, {});
  const [row] = (await openItems(company, val)).filter(
    ({ receivableId }) => receivableId === fa102,
  );
  expect(row).toMatchObject({
    verdict: 'factored',
    verdictSentence:
      'Cédée à Factor Ouest le 23/11/2026 (Q-12) : le factor encaisse, rien ne part d’ici.',
    state: { kind: 'factored', label: 'Cédée au factor' },
  });
  expect((await fileOf(company, val)).overdueCents).toBe(0);
  const after = await aged(company);
  expect([apartOf(before), apartOf(after)]).toEqual([0, 80_000]);
  expect([after.balanceCents, after.isEqual]).toEqual([before.balanceCents, true]);
  const list = await listed(company, 'factored');
  expect(list.rows).toMatchObject([{ code: 'VAL', amountCents: 80_000, day: TODAY }]);
  expect(list.totals.amountCents).toBe(80_000);
  const planned = await company.call.dunning.why({ customerId: val });
  expect(planned.items.flatMap(({ parts }) => parts.map(({ verdict }) => verdict))).toContain(
    'factored',
  );
  await company.call.states.close({
    commandId: newCommandId(),
    itemStateIds,
    what: 'undone',
    reason: '',
  });
  expect(await aged(company)).toEqual(before);
  expect((await listed(company, 'factored')).total).toBe(0);
});

test('a bill waits for its date, comes back unpaid, and is then due at once', async () => {
  const { application, company, val, receivable } = await smallCompany();
  const fa103 = await receivable(val, 'FA103');
  const dueDate = calendarDate('2027-01-31');
  await give(company, fa103, { kind: 'bill_accepted', party: '', reference: '', dueDate });
  const item = async () =>
    (await openItems(company, val)).find(({ receivableId }) => receivableId === fa103);
  expect(await item()).toMatchObject({ role: 'bill', dueDate, verdict: 'bill' });
  const duties = async () => {
    const { obligations } = await company.call.overview.priorities();
    return obligations.map(({ kind, amountCents }) => `${kind} ${amountCents}`);
  };
  expect(await duties()).toEqual([]);
  application.clock.day = calendarDate('2026-11-25');
  const since = application.clock.day;
  await give(company, fa103, { kind: 'bill_unpaid', party: '', reference: '', since });
  expect(await item()).toMatchObject({ role: 'ordinary', dueDate: '2026-11-24' });
  expect(await item()).toMatchObject({ verdict: 'chaseable' });
  expect(await duties()).toEqual(['bill_unpaid 45050']);
  expect((await listed(company, 'bills')).rows).toMatchObject([{ amountCents: 45_050 }]);
});

test.each([
  ['bill_to_accept', { dueDate: calendarDate('2027-01-31') }, '2026-12-01', 'bill_return'],
  ['retention', { dueDate: calendarDate('2026-12-15') }, '2026-12-15', 'retention_release'],
  ['factored_back', { party: 'Factor Ouest' }, '2026-11-23', 'factored_back'],
] as const)('%s asks for something on its day: %o %s', async (kind, part, on, duty) => {
  const { application, company, val, receivable } = await smallCompany();
  await give(company, await receivable(val, 'FA103'), { kind, party: '', ...part });
  const duties = async () =>
    (await company.call.overview.priorities()).obligations.map((one) => one.kind);
  if (on > TODAY) expect(await duties()).toEqual([]);
  application.clock.day = calendarDate(on);
  expect(await duties()).toContain(duty);
});

test('what is blocked at the customer’s is not chased, and says by what', async () => {
  const { company, leroy, receivable } = await smallCompany();
  const fa104 = await receivable(leroy, 'FA104');
  await give(company, fa104, {
    kind: 'blocked_at_customer',
    cause: 'order_number',
    party: 'Mme Petit',
    reference: '',
  });
  const excluded = await company.call.dunning.excluded({ verdict: null, text: '', ...FIRST });
  expect(excluded.rows.find(({ documentNumber }) => documentNumber === 'FA104')).toMatchObject({
    verdict: 'blocked_at_customer',
    sentence:
      'Bloquée chez le client depuis le 23/11/2026 : n° de commande manquant, chez Mme Petit.',
  });
  expect((await fileOf(company, leroy)).overdueCents).toBe(30_000);
  expect((await listed(company, 'blocked_at_customer')).total).toBe(1);
  const { rows } = await company.call.customers.timeline({
    customerId: leroy,
    kinds: ['item_state'],
    ...FIRST,
  });
  expect(rows).toMatchObject([{ kind: 'item_state', facts: { documents: 'FA104' } }]);
});

test('a pasted list names items of everybody; what nobody has is told', async () => {
  const { company, val, leroy } = await smallCompany();
  const found = await company.call.states.find({ numbers: ['fa-102', 'FA104', 'FA999'] });
  expect(found.items.map((item) => [item.customerId, item.documentNumber])).toEqual([
    [val, 'FA102'],
    [leroy, 'FA104'],
  ]);
  expect(found).toMatchObject({ unknown: ['FA999'], ambiguous: [] });
  const receivableIds = found.items.map(({ receivableId }) => receivableId);
  const handed = state({ kind: 'handed_over', cause: 'agency', party: 'Recouvra' });
  const { itemStateIds } = await company.call.states.record({
    commandId: newCommandId(),
    receivableIds,
    state: handed,
  });
  expect(itemStateIds).toHaveLength(2);
  const list = await listed(company, 'handed_over');
  expect(list.totals.amountCents).toBe(110_000);
});

test('a state is refused with what is missing', async () => {
  const { company, val, receivable } = await smallCompany();
  const fa102 = await receivable(val, 'FA102');
  const refused = (part: Partial<ItemState>) => refusalOf(give(company, fa102, part));
  expect(await refused({ party: '' })).toBe('state_party_missing');
  expect(await refused({ kind: 'handed_over' })).toBe('state_cause_wrong');
  expect(await refused({ kind: 'bill_accepted' })).toBe('state_due_date_missing');
  expect(await refused({ kind: 'factored_mandate', iban: 'FR00' })).toBe('state_iban_wrong');
  expect(await refused({ since: calendarDate('2026-11-24') })).toBe('state_in_the_future');
  expect(await refusalOf(give(company, 99_999, {}))).toBe('receivable_unknown');
  const { itemStateIds } = await give(company, fa102, {});
  const close = (what: 'ended' | 'resumed') =>
    company.call.states.close({ commandId: newCommandId(), itemStateIds, what, reason: '' });
  expect(await refusalOf(close('resumed'))).toBe('state_unknown');
  await close('ended');
  expect(await refusalOf(close('ended'))).toBe('state_unknown');
});

test('under mandate, the message gives the factor’s account and says who alone may be paid', async () => {
  const { company, val, books } = await writingCompany();
  books.invoice({ code: 'VAL', name: 'Val Matériaux' }, '2026-10-02', 'FA106', 60_000);
  await company.import(books.fec(TODAY));
  const items = await openItems(company, val);
  const idOf = (number: string) =>
    items.find(({ documentNumber }) => documentNumber === number)?.receivableId ?? 0;
  const mandate = {
    kind: 'factored_mandate',
    iban: 'FR7630006000011234567890189',
    reference: '',
  } as const;
  const textOf = async () => {
    const { text } = await company.call.dunning.preview({ payerId: val, edit: null });
    return text.replaceAll(/\s+/g, ' ');
  };
  expect(await textOf()).toContain('Montant 1 400,00');
  await give(company, idOf('FA102'), mandate);
  const mixed = await textOf();
  expect(mixed).not.toContain('Titulaire Factor Ouest');
  expect(mixed).toContain('transférées par subrogation à Factor Ouest : FA102.');
  expect(mixed).toContain('IBAN FR76 3000 6000 0112 3456 7890 189');
  expect(mixed).toContain('Montant 600,00');
  await give(company, idOf('FA106'), mandate);
  const whole = await textOf();
  expect(whole).toContain('Montant 1 400,00');
  expect(whole).toContain('Titulaire Factor Ouest IBAN FR76 3000 6000 0112 3456 7890 189');
  expect(whole).toContain('pour être libératoire, votre règlement doit lui être adressé');
});

test('a small residue is never chased alone, and waits in its list with its entry', async () => {
  const { company, leroy, books } = await smallCompany();
  const LEROY = { code: 'LEROY', name: 'Leroy Frères' };
  const sold = books.invoice(LEROY, '2026-09-16', 'FA107', 50_000, { dueDate: '2026-10-16' });
  const paid = books.receipt(LEROY, '2026-10-20', 49_600, 'VIR LEROY FA107');
  books.letter('a', '2026-10-20', [sold, paid]);
  await company.import(books.fec(TODAY));
  const before = await listed(company, 'small_residues');
  expect(before.rows).toMatchObject([{ code: 'LEROY', amountCents: 400 }]);
  expect(before.rows[0]?.detail).toBe('FA107 · Écriture proposée : débit 658, crédit 411');
  const why = await company.call.dunning.why({ customerId: leroy });
  const rest = why.items.find(({ documentNumber }) => documentNumber === 'FA107');
  expect(rest?.parts).toMatchObject([{ verdict: 'small_residue', amountCents: 400 }]);
  await company.call.customers.change({
    commandId: newCommandId(),
    customerId: leroy,
    changes: { residueToleranceCents: 399 },
  });
  expect((await listed(company, 'small_residues')).total).toBe(0);
});
