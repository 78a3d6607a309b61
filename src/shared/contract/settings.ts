/** Settings of the company, saved views, and the files that leave (workbooks, statements). */
import { oc } from '@orpc/contract';
import { z } from 'zod';
import { RATE_BASIS_POINTS_MAX, RATE_KINDS } from '../domain/interest/legal-rates.ts';
import { DAY_BASES } from '../domain/metrics/months.ts';
import {
  callSettingsSchema,
  chargeSettingsSchema,
  dunningSettingsSchema,
  incomingSettingsSchema,
  letterSettingsSchema,
  mailSettingsSchema,
  teamSettingsSchema,
} from './dunning-settings.ts';
import { command, day, id, line, recorded, refusals, text } from './parts.ts';
import { payerSettingsSchema } from './payer-settings.ts';
import { prioritySettingsSchema } from './priority-settings.ts';

/** Everything the user may set, with its default in `domain`; each is shown where it acts. */
export const settingsSchema = z.object({
  identity: z.object({
    name: line,
    siren: z.string().regex(/^(\d{9})?$/),
    vatNumber: line,
    legalForm: line,
    /** Share capital as letters state it: « 150 000 € ». */
    capital: line,
    /** Town of the trade register (RCS). */
    registryTown: line,
    /** Name and address of the consumer mediator; empty where no consumer is a customer. */
    mediator: z.string().max(500),
    address: z.string().max(1000),
    postalCode: line,
    city: line,
    phone: line,
    email: z.union([z.email(), z.literal('')]),
    website: line,
    /** Hash of the logo in the company's files; null for none. */
    logoFileId: z.string().nullable(),
    timeZone: z.string(),
    language: z.enum(['fr', 'en']),
  }),
  bank: z.object({
    holder: line,
    iban: z.string().max(42),
    bic: z.string().max(11),
    bankName: line,
  }),
  ageing: z.object({ bracketDays: z.array(z.int().min(1).max(720)).min(1).max(6) }),
  terms: z.object({ defaultTerms: z.unknown(), capsAreChecked: z.boolean() }),
  thresholds: z.object({ matchFirstShareBasisPoints: z.int().min(0).max(10_000) }),
  freshness: z.object({
    amberBusinessDays: z.int().min(0).max(60),
    redBusinessDays: z.int().min(1).max(90),
  }),
  grace: z.object({
    transferBusinessDays: z.int().min(0).max(15),
    chequeBusinessDays: z.int().min(0).max(15),
    billBusinessDays: z.int().min(0).max(15),
    promiseBusinessDays: z.int().min(0).max(15),
  }),
  calendar: z.object({ isAlsaceMoselle: z.boolean() }),
  priority: prioritySettingsSchema,
  payers: payerSettingsSchema,
  dunning: dunningSettingsSchema,
  mail: mailSettingsSchema,
  incoming: incomingSettingsSchema,
  letters: letterSettingsSchema,
  team: teamSettingsSchema,
  charges: chargeSettingsSchema,
  calls: callSettingsSchema,
  /** What every figure is computed with; each says it where it stands. */
  figures: z.object({
    base: z.union(DAY_BASES.map((base) => z.literal(base))),
    periodMonths: z.int().min(1).max(12),
    rateBasisPoints: z.int().min(0).max(RATE_BASIS_POINTS_MAX),
  }),
  /** Folder whose new files wait on the imports; empty for none. */
  intake: z.object({ watchedFolder: z.string().max(500) }),
  customerAccounts: z.object({
    prefixes: z
      .array(z.string().regex(/^\d{2,10}$/))
      .min(1)
      .max(50),
  }),
});
export type Settings = z.infer<typeof settingsSchema>;

export const show = oc.output(
  z.object({
    settings: settingsSchema,
    defaults: settingsSchema,
    ibanProblem: z.string().nullable(),
  }),
);
export const change = oc
  .input(
    command({
      // Weights out of their ranges are refused in words, not as a call that makes no sense.
      settings: settingsSchema.extend({ priority: z.unknown() }).partial(),
    }),
  )
  .output(recorded)
  .errors(
    refusals(
      'iban_invalid',
      'bic_invalid',
      'siren_invalid',
      'brackets_not_increasing',
      'weights_out_of_range',
      'terms_invalid',
      'logo_not_an_image',
      'hours_reversed',
      'pause_reversed',
      'levels_not_increasing',
      'segments_reversed',
      'score_weights_wrong',
      'risk_scores_reversed',
      'mail_unencrypted',
      'folder_missing',
      'sender_twice',
      'sender_unknown',
      'rate_missing',
      'shown_after_claimed',
      'gateway_invalid',
      'busy',
    ),
  );
/** Reads an uploaded picture (PNG or JPEG, 1 MB at most) as the logo. */
export const setLogo = oc
  .input(command({ uploadId: z.string().nullable() }))
  .output(recorded)
  .errors(refusals('upload_unknown', 'logo_not_an_image', 'file_too_large', 'busy'));
export const logo = oc.output(z.object({ mediaType: z.string(), base64: z.string() }).nullable());

/** Checks while typing; a code of `shared/text/refusals.ts` when wrong. */
export const checkBank = oc
  .input(z.object({ iban: z.string().max(60), bic: z.string().max(20) }))
  .output(
    z.object({
      ibanProblem: z.string().nullable(),
      bicProblem: z.string().nullable(),
      formatted: z.string(),
    }),
  );
/** Reads wording such as « 45 jours fin de mois le 10 ». */
export const readTerms = oc.input(z.object({ text: line })).output(
  z.object({
    terms: z.unknown().nullable(),
    label: z.string().nullable(),
    exampleDueDate: day.nullable(),
    isAboveLegalCap: z.boolean(),
  }),
);

export const rateFigureSchema = z.object({
  basisPoints: z.int().min(0),
  origin: z.enum(['shipped', 'typed']),
  isConfirmed: z.boolean(),
  /** Where it was read; empty for a figure typed by a person. */
  source: z.string(),
  shippedBasisPoints: z.int().nullable(),
});
export type RateFigureView = z.infer<typeof rateFigureSchema>;
/**
 * The rates that late-payment interest is computed with, half-year by half-year, the latest first,
 * up to the present one: a half-year that nobody knows is there with nulls; it blocks interest.
 */
export const listRates = oc.output(
  z.object({
    /** The day on which the shipped figures were read. */
    readOn: day,
    current: z.string(),
    semesters: z.array(
      z.object({
        semester: z.string(),
        refinancing: rateFigureSchema.nullable(),
        legalOther: rateFigureSchema.nullable(),
        legalIndividuals: rateFigureSchema.nullable(),
        /** Rate in force under the settings; null where a figure is missing. */
        appliedBasisPoints: z.int().nullable(),
      }),
    ),
  }),
);
/** A rate read by a person in the official text; null gives the shipped one back. */
export const typeRate = oc
  .input(
    command({
      semester: z.string().regex(/^[1-9]\d{3}-S[12]$/),
      kind: z.enum(RATE_KINDS),
      basisPoints: z.int().min(0).max(RATE_BASIS_POINTS_MAX).nullable(),
    }),
  )
  .output(recorded)
  .errors(refusals('semester_to_come', 'busy'));

export const viewSchema = z.object({
  viewId: id,
  screen: z.string(),
  name: z.string(),
  view: z.unknown(),
});
export const listViews = oc.input(z.object({ screen: z.string() })).output(z.array(viewSchema));
export const saveView = oc
  .input(
    command({ viewId: id.nullable(), screen: line.min(1), name: line.min(1), view: z.unknown() }),
  )
  .output(z.object({ ...recorded.shape, viewId: id }))
  .errors(refusals('busy'));
export const removeView = oc
  .input(command({ viewId: id }))
  .output(recorded)
  .errors(refusals('view_unknown', 'busy'));

/**
 * Makes a file in the job thread (job `workbook` or `statement`; result `{ fileId, fileName }`,
 * then `files.ticket`). `list` names the list or screen, `input` is that list's own input.
 */
export const makeWorkbook = oc
  .input(
    z.object({
      list: z.enum([
        'customers',
        'aged_balance',
        'priorities',
        'items',
        'promises',
        'disputes',
        'agreements',
        'holds',
        'missing_contacts',
        'credits',
        'to_match',
        'forecast',
        'forecast_items',
        'outlook',
        'outlook_items',
        'forecast_judgement',
        'import_problems',
        'calls',
        'tasks',
        'reminders',
        'left_out',
        'outbox',
        'replay',
        'replay_weeks',
        'calls_today',
        'order_blocks',
        'rep_notices',
        'vip',
        'refused_addresses',
        'replies',
        'missing_pdfs',
        'indicators',
        'indicator_groups',
        'alerts',
        'customer_list',
        'cross_table',
        'cross_items',
        'cross_customers',
        'receipts',
      ]),
      input: z.unknown(),
      title: text,
      /** Columns in order, as the screen shows them; null for all. */
      columns: z.array(z.string()).nullable(),
    }),
  )
  .output(z.object({ jobId: z.string() }))
  .errors(refusals('busy'));
/** Statement of account (relevé de compte) as PDF or XLSX. */
export const makeStatement = oc
  .input(
    z.object({
      customerId: id,
      format: z.enum(['pdf', 'xlsx']),
      asOf: day.nullable(),
      language: z.enum(['fr', 'en']),
      /** The first day of the movements to show before what is open; null for none. */
      from: day.nullable().default(null),
    }),
  )
  .output(z.object({ jobId: z.string() }))
  .errors(refusals('customer_unknown', 'busy'));
