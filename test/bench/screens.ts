/**
 * What each screen waits for, as a window asks it, beside the bare query that it cannot do without.
 */
import { setTimeout } from 'node:timers/promises';
import { openReader } from '../../src/main/ledger/sqlite.ts';
import type { CalendarDate } from '../../src/shared/kernel/calendar-date.ts';
import { addDays, mondayOf } from '../../src/shared/kernel/calendar-date.ts';
import { newCommandId, type TestCompany } from '../support/running-application.ts';
import { analysisCases } from './analysis-screens.ts';

export interface Measure {
  readonly name: string;
  /** Of the first asking, then the median of the others. */
  readonly firstMs: number;
  readonly ms: number;
  readonly floorMs: number;
}

const RUNS = 7;
const PAGE = { offset: 0, limit: 200 };

/** Median of several runs, and the first apart. */
async function timed(work: () => unknown): Promise<{ firstMs: number; ms: number }> {
  const times: number[] = [];
  for (let run = 0; run <= RUNS; run += 1) {
    const startedAt = performance.now();
    await work();
    times.push(performance.now() - startedAt);
    // The thread is given back between two askings, as between two messages of a window.
    await setTimeout(1);
  }
  const [firstMs = 0, ...others] = times;
  return { firstMs, ms: others.sort((a, b) => a - b)[Math.floor(RUNS / 2)] ?? 0 };
}

const EVERYBODY = { weekCount: 13 as const, key: null, whatIf: [] };

/** Waits for the analysis: without its model there is no likely forecast to time. */
async function modelMade(company: TestCompany): Promise<void> {
  const { jobId } = await company.call.analysis.state();
  if (jobId !== null) await company.ended(jobId);
}

/** Asks every screen; `ledgerFile` is read beside for the floors. */
export async function timeScreens(
  company: TestCompany,
  ledgerFile: string,
  today: CalendarDate,
): Promise<Measure[]> {
  const { overview, customers, actions, forecast } = company.call;
  await modelMade(company);
  const bare = openReader(ledgerFile);
  const read = (sql: string) => () => bare.prepare(sql).raw().all();
  const { id: customerId } = bare
    .prepare<[], { id: number }>(
      `SELECT customer_id AS id FROM derived_open_item WHERE receivable_id IS NOT NULL
       GROUP BY 1 ORDER BY count(*) DESC LIMIT 1`,
    )
    .get() as { id: number };
  const openItems = read('SELECT * FROM derived_open_item');
  const allCustomers = read('SELECT * FROM derived_customer');
  const ofCustomer = read(`SELECT * FROM derived_open_item WHERE customer_id = ${customerId}`);
  // The forecast cannot do without reading each chance, and one exp() a place.
  const chancesOfAll = () => {
    let sum = 0;
    for (const [bytes] of read('SELECT chances FROM derived_chance')() as [Uint8Array][]) {
      const numbers = new Float32Array(new Uint8Array(bytes).buffer);
      for (const number of numbers) sum += Math.exp(-number);
    }
    return sum;
  };
  let asked = 0;
  const question = { filter: { text: '', only: [] }, isDescending: true, groupBy: null };
  const aged = {
    by: 'due_date',
    groupBy: 'customer',
    text: '',
    sort: 'balance',
    isDescending: true,
  } as const;
  const cases: readonly (readonly [string, () => Promise<unknown>, () => unknown])[] = [
    ['priorités', () => overview.priorities(), openItems],
    ['liste classée', () => overview.ranked(PAGE), openItems],
    ['tableau de bord', () => overview.dashboard(), openItems],
    ['balance âgée', () => overview.agedBalance({ ...aged, asOf: null, ...PAGE }), openItems],
    [
      'balance âgée il y a 90 jours',
      () => overview.agedBalance({ ...aged, asOf: addDays(today, -90), ...PAGE }),
      openItems,
    ],
    [
      'clients, une page par échu',
      () => customers.page({ ...PAGE, ...question, sort: 'overdue' }),
      allCustomers,
    ],
    [
      'clients, filtrés par nom',
      () =>
        customers.page({
          ...PAGE,
          ...question,
          filter: { text: 'sarl ba', only: [] },
          sort: 'name',
        }),
      allCustomers,
    ],
    ['fiche client', () => customers.file({ customerId }), ofCustomer],
    [
      'ses postes ouverts',
      () => customers.items({ customerId, state: 'open', ...PAGE }),
      ofCustomer,
    ],
    [
      'prévisions 13 semaines',
      () => overview.forecast({ weekCount: 13, by: 'none', key: null }),
      openItems,
    ],
    [
      'prévisions par client',
      () => overview.forecast({ weekCount: 13, by: 'customer', key: null }),
      openItems,
    ],
    [
      'prévision probable 13 semaines',
      () => forecast.outlook({ ...EVERYBODY, by: 'none' }),
      chancesOfAll,
    ],
    [
      'prévision probable par client',
      () => forecast.outlook({ ...EVERYBODY, by: 'customer' }),
      chancesOfAll,
    ],
    [
      'pièces d’une semaine probable',
      () =>
        forecast.outlookItems({
          ...EVERYBODY,
          by: 'none',
          slot: addDays(mondayOf(today), 7 * (1 + (asked++ % 10))),
          ...PAGE,
        }),
      chancesOfAll,
    ],
    [
      'recherche de deux mots',
      () => overview.find({ text: 'sarl 0001' }),
      read("SELECT * FROM derived_customer WHERE search LIKE '%sarl%0001%' LIMIT 10"),
    ],
    [
      "recherche d'une facture",
      () => overview.find({ text: 'FA0000123' }),
      read("SELECT * FROM derived_item WHERE document_number = 'FA0000123' COLLATE NOCASE"),
    ],
    [
      'note écrite, puis priorités',
      async () => {
        await actions.recordNote({ commandId: newCommandId(), customerId, text: 'mesure' });
        await overview.priorities();
      },
      ofCustomer,
    ],
    ...analysisCases(company, read, today),
  ];
  const measures: Measure[] = [];
  for (const [name, ask, floor] of cases) {
    const { firstMs, ms } = await timed(ask);
    const least = await timed(floor);
    measures.push({ name, firstMs, ms, floorMs: least.ms });
  }
  bare.close();
  return measures;
}
