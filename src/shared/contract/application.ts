/** What the window may ask of the application itself: companies, jobs, files, events. */
import { eventIterator, oc } from '@orpc/contract';
import { z } from 'zod';
import { command, day, id, line, moment, recorded, refusals } from './parts.ts';

export const companySchema = z.object({
  /** Folder and route of the company: its SIREN, `exemple`, or `societe-1` before it is known. */
  key: z.string().regex(/^[a-z0-9-]{1,40}$/),
  name: z.string(),
  siren: z.string().nullable(),
  isSample: z.boolean(),
  lastOpenedAt: moment.nullable(),
});
export type Company = z.infer<typeof companySchema>;

/** Companies, version and host; needs no company. */
export const status = oc.output(
  z.object({
    version: z.string(),
    host: z.enum(['electron', 'loopback']),
    today: day,
    isTodayFixed: z.boolean(),
    language: z.enum(['fr', 'en']),
    companies: z.array(companySchema),
    lastCompanyKey: z.string().nullable(),
    dataFolder: z.string(),
    /** A folder that a synchronising service rewrites is a danger for the ledger. */
    folderWarning: z.enum(['synchronised']).nullable(),
    secretStore: z.enum(['keychain', 'memory']),
  }),
);

/** Makes a company's folder and empty ledger. */
export const createCompany = oc
  .input(
    command({
      name: line.min(1),
      siren: z
        .string()
        .regex(/^\d{9}$/)
        .nullable(),
    }),
  )
  .output(companySchema)
  .errors(refusals('siren_invalid', 'company_exists'));

/** Makes the sample company anew up to today, or opens the one that stands. */
export const openSample = oc
  .input(command({ isRemade: z.boolean() }))
  .output(z.object({ company: companySchema, jobId: z.string().nullable() }));

export const rememberCompany = oc.input(z.object({ key: z.string() })).output(z.object({}));

export const setLanguage = oc
  .input(z.object({ language: z.enum(['fr', 'en']) }))
  .output(z.object({}));

/** How the window looks on this computer, whatever the company; the next page begins with it. */
export const displaySchema = z.object({
  colorScheme: z.enum(['auto', 'light', 'dark']),
  isSideBarNarrow: z.boolean(),
});
export type Display = z.infer<typeof displaySchema>;

export const setDisplay = oc.input(displaySchema).output(z.object({}));

export const jobSchema = z.object({
  jobId: z.string(),
  companyKey: z.string(),
  /** `import_preview`, `import_commit`, `workbook`, `statement`, `backup`, `sample` … */
  kind: z.string(),
  subject: z.string(),
  state: z.enum(['waiting', 'running', 'done', 'failed', 'cancelled', 'refused']),
  step: z.string(),
  done: z.number(),
  total: z.number().nullable(),
  mayCancel: z.boolean(),
  /** A refusal's or a problem's code when refused; an incident number when failed. */
  code: z.string().nullable(),
  detail: z.string().nullable(),
  /** The kind's own answer when done (see the call that began the job). */
  result: z.unknown(),
});
export type Job = z.infer<typeof jobSchema>;

export const listJobs = oc.output(z.array(jobSchema));
export const showJob = oc
  .input(z.object({ jobId: z.string() }))
  .output(jobSchema)
  .errors(refusals('job_unknown'));
export const cancelJob = oc.input(z.object({ jobId: z.string() })).output(z.object({}));

export const beginUpload = oc
  .input(
    z.object({
      name: line.min(1),
      sizeBytes: z
        .int()
        .min(0)
        .max(2 ** 31),
    }),
  )
  .output(z.object({ uploadId: z.string() }))
  .errors(refusals('disk_full', 'file_too_large'));
export const finishUpload = oc
  .input(z.object({ uploadId: z.string() }))
  .output(z.object({ uploadId: z.string(), sizeBytes: z.int(), sha256: z.string() }))
  .errors(refusals('upload_unknown', 'upload_incomplete'));

/** A one-file, one-use right: follow `/files/<ticket>` within a minute. */
export const makeTicket = oc
  .input(z.object({ fileId: z.string(), use: z.enum(['save', 'open']) }))
  .output(z.object({ url: z.string(), fileName: z.string() }))
  .errors(refusals('file_unknown'));

/** The one stream of a window. `ledger_changed` is the only invalidation there is. */
export const eventSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('hello'), version: z.int() }),
  z.object({
    kind: z.literal('ledger_changed'),
    companyKey: z.string(),
    version: z.int(),
    topics: z.array(z.string()),
  }),
  z.object({ kind: z.literal('job_changed'), job: jobSchema }),
  z.object({ kind: z.literal('companies_changed') }),
  z.object({ kind: z.literal('day_changed'), today: day }),
]);
export type AppEvent = z.infer<typeof eventSchema>;
export const watchEvents = oc.output(eventIterator(eventSchema));

export const diagnostics = oc.output(
  z.object({
    versions: z.record(z.string(), z.string()),
    ledgerBytes: z.number().nullable(),
    walBytes: z.number().nullable(),
    memoryBytes: z.number(),
    hostDelayMaxMs: z.number(),
    coreDelayMaxMs: z.number(),
    lastBackupAt: moment.nullable(),
    lastVerifyAt: moment.nullable(),
    slowestStatements: z.array(z.object({ name: z.string(), ms: z.number() })),
  }),
);

export const backupSchema = z.object({
  backupId: z.string(),
  madeAt: moment,
  reason: z.enum(['before_import', 'daily', 'before_restore', 'before_migration', 'asked']),
  sizeBytes: z.number(),
  isChecked: z.boolean(),
});
export const listBackups = oc.output(z.array(backupSchema));
export const makeBackup = oc.input(command({})).output(z.object({ jobId: z.string() }));
/** Checks a backup of the list, or an uploaded file, before anything is replaced. */
export const checkBackup = oc
  .input(z.object({ backupId: z.string().nullable(), uploadId: z.string().nullable() }))
  .output(
    z.object({
      isRestorable: z.boolean(),
      code: z.string().nullable(),
      companyName: z.string().nullable(),
      lastEntryAt: moment.nullable(),
      customerCount: z.int(),
      importCount: z.int(),
      /** Entries of today's ledger that the backup does not have: what a restore would lose. */
      lostEntryCount: z.int(),
    }),
  )
  .errors(refusals('backup_unknown'));
export const restoreBackup = oc
  .input(command({ backupId: z.string().nullable(), uploadId: z.string().nullable() }))
  .output(recorded)
  .errors(
    refusals('backup_unknown', 'backup_not_a_ledger', 'backup_newer', 'backup_damaged', 'busy'),
  );
export const verifyJournal = oc.output(
  z.object({ isIntact: z.boolean(), entryCount: z.int(), firstBrokenEntryId: id.nullable() }),
);
