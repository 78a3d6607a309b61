/** Intake: a file is recognised, previewed, then committed as one block that can be undone. */
import { oc } from '@orpc/contract';
import { z } from 'zod';
import {
  amountCents,
  command,
  day,
  id,
  line,
  moment,
  recorded,
  refusals,
  window,
} from './parts.ts';

export const accountRoleSchema = z.enum([
  'ordinary',
  'bill',
  'doubtful',
  'retention',
  'to_invoice',
  'deposit',
  'group',
  'rounding',
  'sundry',
  'other',
]);

/** First look at an uploaded file: what it is, and for a table what its columns seem to be. */
export const recognise = oc
  .input(
    z.object({
      uploadId: z.string(),
      /** Another sheet of a workbook than the one found by itself. */
      sheetName: z.string().nullable().default(null),
    }),
  )
  .output(
    z.object({
      format: z.enum(['fec', 'isa', 'edi', 'table', 'bank', 'einvoice', 'refused']),
      /** A problem's code when refused. */
      code: z.string().nullable(),
      fileName: z.string(),
      sizeBytes: z.int(),
      siren: z.string().nullable(),
      /** The same bytes were imported already. */
      sameAsImportId: id.nullable(),
      table: z
        .object({
          sheetNames: z.array(z.string()),
          sheetName: z.string().nullable(),
          encoding: z.string(),
          separator: z.string().nullable(),
          headerRow: z.int(),
          columns: z.array(z.object({ name: z.string(), samples: z.array(z.string()) })),
          rows: z.array(z.array(z.string())),
          rowCountEstimate: z.int(),
          /** The profile that fits: a saved one, a preset or a guess. See `profileSchema`. */
          profile: z.unknown(),
          profileOrigin: z.enum(['saved', 'preset', 'guessed']),
          profileName: z.string().nullable(),
          /** Problem codes that a person must settle (ambiguous dates …). */
          questions: z.array(z.string()),
        })
        .nullable(),
    }),
  )
  .errors(refusals('upload_unknown'));

/** What stands under a mapping right now: the first rows as they would be read. */
export const previewTable = oc
  .input(z.object({ uploadId: z.string(), profile: z.unknown() }))
  .output(
    z.object({
      rows: z.array(
        z.object({
          lineNumber: z.int(),
          cells: z.record(z.string(), z.string()),
          problems: z.array(z.object({ columnName: z.string().nullable(), code: z.string() })),
        }),
      ),
      missingFields: z.array(z.string()),
    }),
  )
  .errors(refusals('upload_unknown', 'profile_invalid'));

const totals = z.object({ lineCount: z.int(), amountCents });

/** Result of an `import_preview` job. Nothing is written yet. */
export const importPreviewSchema = z.object({
  stagingId: z.string(),
  reader: z.string(),
  meaning: z.enum(['period', 'open_items', 'rows', 'bank']),
  encoding: z.string(),
  separator: z.string().nullable(),
  coversFromDate: day.nullable(),
  coversToDate: day.nullable(),
  statedOnDate: day,
  bankDate: day.nullable(),
  linesRead: z.int(),
  linesKept: z.int(),
  linesRejected: z.int(),
  linesOutOfScope: z.int(),
  debitCents: amountCents,
  creditCents: amountCents,
  /** Control: balance of the customer accounts in the file, and what the ledger will say. */
  fileBalanceCents: amountCents,
  ledgerBalanceCents: amountCents,
  customersDiffering: z.array(
    z.object({
      code: z.string(),
      name: z.string(),
      fileCents: amountCents,
      ledgerCents: amountCents,
    }),
  ),
  newCustomers: z.int(),
  newItems: totals,
  changedItems: totals,
  settledItems: totals,
  unchangedItems: totals,
  leftItems: totals,
  accounts: z.array(
    z.object({
      ledgerAccountCode: z.string(),
      label: z.string(),
      lineCount: z.int(),
      balanceCents: amountCents,
      nameCount: z.int(),
      proposedRole: accountRoleSchema,
      role: accountRoleSchema,
      isConfirmed: z.boolean(),
      isShared: z.boolean(),
    }),
  ),
  letteredShare: z.number().nullable(),
  problemCount: z.int(),
  problemsByCode: z.array(z.object({ code: z.string(), count: z.int(), severity: z.string() })),
  sameAsImportId: id.nullable(),
  /** For statements of a bank: each account with its balances; null for any other file. */
  bank: z
    .array(
      z.object({
        account: z.string(),
        currency: z.string(),
        statementCount: z.int(),
        from: day.nullable(),
        to: day.nullable(),
        openingCents: amountCents.nullable(),
        closingCents: amountCents.nullable(),
        creditCents: amountCents,
        debitCents: amountCents,
        newCount: z.int(),
        knownCount: z.int(),
        /** How the file follows the statements already there. */
        continuity: z.enum(['first', 'follows', 'gap', 'overlap']),
        differenceCents: amountCents,
      }),
    )
    .nullable(),
  /** `partial_file_suspected`, `same_file`, `totals_differ`: must be answered before the commit. */
  guards: z.array(z.object({ code: z.string(), detail: z.string() })),
});
export type ImportPreview = z.infer<typeof importPreviewSchema>;

/** Reads the file into a staging of its own and says what would change (job `import_preview`). */
export const startPreview = oc
  .input(
    command({
      uploadId: z.string(),
      /** As recognised. */
      format: z.enum(['fec', 'isa', 'edi', 'table', 'bank']),
      /** Null for a file that needs no mapping (FEC). */
      profile: z.unknown().nullable(),
      scope: line.nullable(),
      statedOnDate: day.nullable(),
      typedTotalCents: amountCents.nullable(),
    }),
  )
  .output(z.object({ jobId: z.string() }))
  .errors(refusals('upload_unknown', 'profile_invalid', 'busy'));

/** Problems of a staging or of an import, in windows. */
export const problems = oc
  .input(
    z.object({
      stagingId: z.string().nullable(),
      importId: id.nullable(),
      code: z.string().nullable(),
      ...window.shape,
    }),
  )
  .output(
    z.object({
      total: z.int(),
      rows: z.array(
        z.object({
          lineNumber: z.int(),
          columnName: z.string().nullable(),
          code: z.string(),
          value: z.string(),
          severity: z.enum(['error', 'warning']),
        }),
      ),
    }),
  );

/** Writes a previewed staging, in one transaction (job `import_commit`; result `{ importId }`). */
export const startCommit = oc
  .input(
    command({
      stagingId: z.string(),
      /** Named in the activity bar while it runs. */
      fileName: line,
      roles: z.array(z.object({ ledgerAccountCode: z.string(), role: accountRoleSchema })).max(500),
      /** Guards the user answered « importer quand même », by code. */
      acceptedGuards: z.array(z.string()),
    }),
  )
  .output(z.object({ jobId: z.string() }))
  .errors(refusals('staging_unknown', 'guard_not_accepted', 'busy'));
/** Keeps a mapping under the signature of its headers, for the next file of the same layout. */
export const saveProfile = oc
  .input(command({ name: line.min(1), signature: z.string().max(4000), profile: z.unknown() }))
  .output(recorded)
  .errors(refusals('busy'));
export const dropStaging = oc.input(z.object({ stagingId: z.string() })).output(z.object({}));

export const importRowSchema = z.object({
  importId: id,
  importedAt: moment,
  fileName: z.string(),
  meaning: z.enum(['period', 'open_items', 'rows', 'bank', 'einvoice']),
  reader: z.string(),
  scope: z.string(),
  statedOnDate: day,
  coversFromDate: day.nullable(),
  coversToDate: day.nullable(),
  bankDate: day.nullable(),
  lineCount: z.int(),
  rejectedCount: z.int(),
  debitCents: amountCents,
  creditCents: amountCents,
  undoneAt: moment.nullable(),
  mayUndo: z.boolean(),
});
export const history = oc.output(z.array(importRowSchema));

/** What hangs on an import, told before it is undone. */
export const previewUndo = oc
  .input(z.object({ importId: id }))
  .output(
    z.object({
      customerCount: z.int(),
      itemsWithdrawn: totals,
      /** Open again: closed or unknown until now. */
      itemsRevived: totals,
      /** Open before and after, for another rest or day; the change of what is open. */
      itemsChanged: totals,
      callCount: z.int(),
      promiseCount: z.int(),
      noteCount: z.int(),
    }),
  )
  .errors(refusals('import_unknown', 'import_already_undone', 'later_import_restates'));
export const undo = oc
  .input(command({ importId: id }))
  .output(z.object({ jobId: z.string() }))
  .errors(refusals('import_unknown', 'import_already_undone', 'later_import_restates', 'busy'));

/** Roles of the 41x accounts: proposed, confirmed once. */
export const accounts = oc.output(
  z.array(
    z.object({
      ledgerAccountCode: z.string(),
      label: z.string(),
      lineCount: z.int(),
      balanceCents: amountCents,
      nameCount: z.int(),
      proposedRole: accountRoleSchema,
      role: accountRoleSchema,
      isConfirmed: z.boolean(),
      isShared: z.boolean(),
    }),
  ),
);
export const setAccountRoles = oc
  .input(
    command({
      roles: z
        .array(z.object({ ledgerAccountCode: z.string(), role: accountRoleSchema }))
        .min(1)
        .max(500),
    }),
  )
  .output(recorded)
  .errors(refusals('busy'));

/** Patterns of settlement that the lines do not tell: asked once. */
export const natureQuestions = oc.output(
  z.array(
    z.object({ pattern: z.string(), lineCount: z.int(), amountCents, exampleLabel: z.string() }),
  ),
);
export const answerNature = oc
  .input(command({ pattern: z.string(), nature: z.string() }))
  .output(recorded)
  .errors(refusals('nature_unknown', 'busy'));

/** Terms by group of customers, to confirm in bulk: nothing automatic leaves before. */
export const termsGroups = oc.output(
  z.array(
    z.object({
      groupKey: z.string(),
      /** Wording of the terms (`60 jours net`). */
      terms: z.unknown(),
      label: z.string(),
      origin: z.enum(['default', 'stated', 'proposed', 'typed']),
      isConfirmed: z.boolean(),
      isAboveLegalCap: z.boolean(),
      customerCount: z.int(),
      openCents: amountCents,
      customerIds: z.array(id),
      /** For `proposed`: payments it was drawn from, and how many agree. */
      paymentCount: z.int(),
    }),
  ),
);
export const confirmTerms = oc
  .input(command({ customerIds: z.array(id).min(1).max(20_000), terms: z.unknown() }))
  .output(recorded)
  .errors(refusals('terms_invalid', 'busy'));

/** The one page after a first import (N4). */
export const diagnosis = oc.output(
  z.object({
    customerCount: z.int(),
    openItemCount: z.int(),
    outstandingCents: amountCents,
    overdueCents: amountCents,
    lateOver90Cents: amountCents,
    letteredShare: z.number().nullable(),
    virtuallyMatchedCents: amountCents,
    creditsToAllocate: z.object({ count: z.int(), amountCents }),
    toMatchFirst: z.object({ customerCount: z.int(), amountCents }),
    openingsWithoutInvoice: z.object({ count: z.int(), amountCents }),
    estimatedDates: z.object({ customerCount: z.int(), amountCents }),
    termsAboveCap: z.int(),
    withoutContact: z.object({ customerCount: z.int(), amountCents }),
    sundry: z.object({ customerCount: z.int(), amountCents }),
    sharedAccounts: z.array(z.string()),
    natureQuestionCount: z.int(),
    accountsToConfirm: z.int(),
    /** A ledger with one account for all customers is kept but may not be chased. */
    isDunningRefused: z.boolean(),
  }),
);

/** « À lettrer d'abord »: what the accountant should letter, with a proposal. */
export const toMatch = oc.input(window).output(
  z.object({
    total: z.int(),
    rows: z.array(
      z.object({
        customerId: id,
        code: z.string(),
        name: z.string(),
        currency: z.string(),
        overdueCents: amountCents,
        unletteredCents: amountCents,
        share: z.number(),
      }),
    ),
  }),
);
