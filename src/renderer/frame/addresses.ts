/**
 * What an address may say of a screen, where another screen leads to it. The screen reads its own
 * with `useScreenSearch(customersSearch)`; whoever leads there gives the same fields to `useGo`.
 *
 *     go('/customers', { only: ['overdue'], profile: ['sme'] });
 *     go('/promises', { tab: 'credits' });
 *     go('/aged-balance', { bucket: 'late_31_60' });
 */
import { z } from 'zod';
import { AGREEMENT_VIEWS } from '../../shared/contract/agreements.ts';
import { ALERT_STATES } from '../../shared/contract/alerts.ts';
import { crossDimension, crossFilter, crossQuestion } from '../../shared/contract/cross.ts';
import { CUSTOMER_LISTS } from '../../shared/contract/customer-lists.ts';
import { DISPUTE_VIEWS } from '../../shared/contract/lists.ts';
import {
  cashSlotSchema,
  forecastMethodSchema,
  whatIfSchema,
} from '../../shared/contract/outlook.ts';
import { day } from '../../shared/contract/parts.ts';
import { riskSchema, segmentSchema, trendSchema } from '../../shared/contract/payers.ts';
import { replayMonthsSchema } from '../../shared/contract/replay.ts';
import { INDICATORS } from '../../shared/domain/metrics/indicator.ts';

const words = z.array(z.string()).catch([]);

/** The list of customers, narrowed. */
export const customersSearch = z.object({
  text: z.string().catch(''),
  only: z
    .array(
      z.enum([
        'overdue',
        'net_due',
        'open',
        'credits',
        'to_match_first',
        'no_contact',
        'vip',
        'do_not_chase',
        'watched',
        'on_hold',
      ]),
    )
    .catch([]),
  segment: z.array(segmentSchema).catch([]),
  risk: z.array(riskSchema).catch([]),
  trend: z.array(trendSchema).catch([]),
  profile: words,
  rep_code: words,
  agency_code: words,
  sector: words,
  size: words,
  payment_method: words,
  city: words,
  tags: words,
});

export const ANALYSIS_TABS = [
  'indicators',
  'cross',
  'alerts',
  'lists',
  'timeline',
  'simulator',
] as const;

/** The analyses of the portfolio, one a tab. */
export const analysisSearch = z.object({ tab: z.enum(ANALYSIS_TABS).catch('indicators') });

/** The alerts: those to look at, put aside or cleared; of one rule; with the rules open beside. */
export const alertsSearch = z.object({
  alerts: z.enum(ALERT_STATES).catch('open'),
  rule: z.string().nullable().catch(null),
  hasRules: z.boolean().catch(false),
});

/** The time line of watched customers: its span, drawn or as a table. */
export const watchSearch = z.object({
  zoom: z.enum(['month', 'quarter', 'half']).catch('half'),
  view: z.enum(['line', 'table']).catch('line'),
});

/** One of the lists of customers, narrowed. */
export const listsSearch = z.object({
  list: z.enum(CUSTOMER_LISTS).catch('never_chased'),
  group: z.string().nullable().catch(null),
  text: z.string().catch(''),
});

/** The cross-table, and the figure that is open beside: null for a total of the axis. */
export const crossSearch = z.object({
  rows: crossDimension.catch('rep_code'),
  columns: crossDimension.catch('bucket_due'),
  measure: crossQuestion.shape.measure.catch('outstanding'),
  asOf: day.nullable().catch(null),
  period: crossQuestion.shape.period.catch('twelve_months'),
  text: z.string().catch(''),
  filters: z.array(crossFilter).catch([]),
  rowsMax: crossQuestion.shape.rowsMax.catch(null),
  columnsMax: crossQuestion.shape.columnsMax.catch(12),
  figure: z
    .object({ row: z.string().nullable(), column: z.string().nullable() })
    .nullable()
    .catch(null),
});

const partOf = z.enum([
  'customer',
  'profile',
  'rep_code',
  'agency_code',
  'sector',
  'payment_method',
]);

/** The indicators: their day, their cut, the part they are narrowed to, and which one is open. */
export const indicatorsSearch = z.object({
  /** Null for today. */
  asOf: day.nullable().catch(null),
  cut: z.union([z.literal('none'), partOf]).catch('none'),
  /** Shown by group. */
  indicator: z.enum(INDICATORS).catch('overdue_rate'),
  partBy: partOf.nullable().catch(null),
  partKey: z.string().catch(''),
  find: z.string().catch(''),
  /** The indicator whose calculation is open, and how many months of it. */
  opened: z.enum(INDICATORS).nullable().catch(null),
  span: z.union([z.literal(13), z.literal(25)]).catch(13),
});

/** The lists of what was promised, disputed, stopped, missing. */
export const promisesSearch = z.object({
  tab: z
    .enum([
      'promises',
      'disputes',
      'agreements',
      'holds',
      'credits',
      'missing',
      'refused',
      'pdfs',
      'to_match',
    ])
    .catch('promises'),
  /** Which disputes. */
  disputes: z.enum(DISPUTE_VIEWS).catch('open'),
  /** Which agreements. */
  agreements: z.enum(AGREEMENT_VIEWS).catch('current'),
  /** Outcomes of promises, `broken`, `to_verify` …; empty for all. */
  outcomes: words,
});

/**
 * The aged balance, with the figure whose items are open beside: a column (`all` for the balance),
 * of one row or of the totals; no column for none.
 */
export const agedBalanceSearch = z.object({
  by: z.enum(['due_date', 'document_date']).catch('due_date'),
  groupBy: z
    .enum(['customer', 'profile', 'rep_code', 'agency_code', 'sector', 'payment_method'])
    .catch('customer'),
  /** Null for today. */
  asOf: day.nullable().catch(null),
  text: z.string().catch(''),
  bucket: z.string().nullable().catch(null),
  row: z.string().nullable().catch(null),
});

/** The forecast, narrowed to one value of a dimension, with the slot whose items are open. */
export const forecastSearch = z.object({
  tab: z.enum(['forecast', 'judgement']).catch('forecast'),
  weeks: z.union([z.literal(13), z.literal(26)]).catch(13),
  method: forecastMethodSchema.catch('likely'),
  /** What is supposed, to see what it would change. */
  whatIf: z.array(whatIfSchema).catch([]),
  /** The week or the amount of the likely forecast whose items are open. */
  cash: cashSlotSchema.nullable().catch(null),
  by: z
    .enum(['none', 'customer', 'rep_code', 'agency_code', 'profile', 'payment_method'])
    .catch('none'),
  key: z.string().nullable().catch(null),
  slot: z
    .union([z.enum(['overdue', 'later', 'undated', 'disputed', 'credits']), day])
    .nullable()
    .catch(null),
  /** The one group whose items are open; null for all that the screen shows. */
  group: z.string().nullable().catch(null),
});

export const RECEIPT_TABS = [
  'to_match',
  'received',
  'on_account',
  'returned',
  'set_aside',
  'statements',
] as const;

/** The receipts: one tab, narrowed. */
export const receiptsSearch = z.object({
  tab: z.enum(RECEIPT_TABS).catch('to_match'),
  text: z.string().catch(''),
  /** How sure a suggestion must be to be confirmed in bulk. */
  least: z.enum(['certain', 'strong', 'likely']).catch('certain'),
});

/** The calls of the day, tasks, calls made, and what else people do by hand. */
export const callsSearch = z.object({
  tab: z.enum(['today', 'tasks', 'calls', 'vip', 'reps', 'blocks']).catch('today'),
  /** The payer whose call sheet is open; null for the list. */
  sheet: z.int().positive().nullable().catch(null),
  /** The sales rep whose items are shown; null for all. */
  rep: z.string().nullable().catch(null),
  block: z.enum(['to_block', 'blocked', 'to_release']).nullable().catch(null),
});

/** The reminders: the batch of the day narrowed, the reason not to chase, the box of the outbox. */
export const remindersSearch = z.object({
  tab: z.enum(['today', 'left_out', 'outbox', 'replies', 'dry_run', 'start']).catch('today'),
  kind: z.enum(['messages', 'letters', 'tasks']).catch('messages'),
  box: z.enum(['waiting', 'letters', 'attention', 'sent', 'cancelled']).catch('waiting'),
  scenario: z.string().nullable().catch(null),
  profile: z.string().nullable().catch(null),
  verdict: z.string().nullable().catch(null),
  text: z.string().catch(''),
  /** The dry run: the days ahead or the last months, under a scenario or as today. */
  span: z.enum(['ahead', 'past']).catch('ahead'),
  days: z.int().min(1).max(120).catch(30),
  months: replayMonthsSchema.catch(3),
  simulated: z.string().nullable().catch(null),
  /** The job of the replay that is shown; null for none. */
  replay: z.string().nullable().catch(null),
  /** The payer whose message is open beside, and whether it is being changed. */
  open: z.int().positive().nullable().catch(null),
  isEditing: z.boolean().catch(false),
  /** The message of the outbox that is open beside. */
  notice: z.int().positive().nullable().catch(null),
  /** The batch of letters that is open beside. */
  batch: z.int().positive().nullable().catch(null),
});
