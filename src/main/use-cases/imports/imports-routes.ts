/** The procedures of `imports`: from an uploaded file to lines in the ledger, and back. */

import {
  SETTLEMENT_NATURES,
  type SettlementNature,
} from '../../../shared/domain/interpretation/interpretation.ts';
import { liveImportOf } from '../../ledger/imports/live-imports.ts';
import { undoRefusalOf } from '../../ledger/imports/undo-import.ts';
import { reinterpretCustomers } from '../../ledger/interpretation/reinterpret.ts';
import { answerOf } from '../../ledger/journal.ts';
import { dropStaging } from '../../ledger/staging/staging-files.ts';
import { recordAccountRole } from '../../ledger/stores/account-roles.ts';
import { recordCustomerOverride } from '../../ledger/stores/customer-overrides.ts';
import { loadImportProfiles, recordImportProfile } from '../../ledger/stores/import-profiles.ts';
import { loadCustomersAsking, recordNatureRule } from '../../ledger/stores/nature-rules.ts';
import {
  readAccounts,
  readImportHistory,
  readImportProblems,
  readNatureQuestions,
} from '../../ledger/views/imports.ts';
import { api, asContractError, CommandRefused, recordCommand } from '../api.ts';
import { companyOf, type OpenCompany } from '../companies/open-company.ts';
import { placesOf } from '../companies/places-of.ts';
import type { AppContext, CallContext } from '../context.ts';
import { toMatchRows, windowOf } from '../overview/lists.ts';
import { settingsInForce } from '../settings/settings-in-force.ts';
import { isTerms } from '../settings/settings-routes.ts';
import { diagnosisOf } from './diagnosis.ts';
import { previewTableJob, recogniseFileJob } from './file-jobs.ts';
import { importCommit, importPreview, importUndo, interpretAll } from './import-jobs.ts';
import { stagedProblems } from './staged-problems.ts';
import { termsGroups } from './terms-groups.ts';
import { undoFigures } from './undo-figures.ts';

const NO_DETAIL = { data: { detail: null } };

/** Binds the area. */
export function importsRoutes(context: AppContext) {
  const open = (call: CallContext) => companyOf(context, call);
  const language = () => context.settings.read().language;
  return {
    recognise: api.imports.recognise.handler(async ({ input, context: call, errors }) => {
      const { key, ledger } = open(call);
      const upload = context.uploads.find(input.uploadId);
      if (upload === null) throw errors.upload_unknown(NO_DETAIL);
      const savedProfiles = ledger
        .read(loadImportProfiles)
        .map(({ profile }) => profile)
        .toReversed();
      const { sheetName } = input;
      const { outcome } = context.jobs.start(
        recogniseFileJob,
        { ...upload, savedProfiles, sheetName },
        { companyKey: key, subject: upload.fileName, mayCancel: false },
      );
      const ended = await outcome;
      if (ended.state !== 'done') throw errors.upload_unknown(NO_DETAIL);
      const sameAsImportId = ledger.read((reader) => liveImportOf(reader, upload.sha256, 'all'));
      return { ...ended.output, sameAsImportId };
    }),
    previewTable: api.imports.previewTable.handler(async ({ input, context: call, errors }) => {
      const upload = context.uploads.find(input.uploadId);
      if (upload === null) throw errors.upload_unknown(NO_DETAIL);
      const { outcome } = context.jobs.start(
        previewTableJob,
        { ...upload, profile: input.profile },
        { companyKey: open(call).key, subject: upload.fileName, mayCancel: false },
      );
      const ended = await outcome;
      if (ended.state === 'done') return ended.output;
      const detail = ended.state === 'refused' ? ended.refusal.code : null;
      throw errors.profile_invalid({ data: { detail } });
    }),
    startPreview: api.imports.startPreview.handler(({ input, context: call, errors }) => {
      const company = open(call);
      const upload = context.uploads.find(input.uploadId);
      if (upload === null) throw errors.upload_unknown(NO_DETAIL);
      const { jobId } = context.jobs.start(
        importPreview,
        {
          ...placesOf(company),
          stagingId: context.ids.next(),
          upload,
          format: input.format,
          profile: input.profile,
          scope: input.scope,
          statedOnDate: input.statedOnDate,
          typedTotalCents: input.typedTotalCents,
          customerAccountPrefixes: company.ledger.read(settingsInForce).customerAccounts.prefixes,
        },
        { companyKey: company.key, subject: upload.fileName, mayCancel: true },
      );
      return { jobId };
    }),
    problems: api.imports.problems.handler(({ input, context: call }) => {
      const company = open(call);
      if (input.importId !== null) {
        const page = { ...input, importId: input.importId };
        return company.ledger.read((reader) => readImportProblems(reader, page));
      }
      return stagedProblems(company, input.stagingId ?? '', input);
    }),
    startCommit: api.imports.startCommit.handler(({ input, context: call }) => {
      const company = open(call);
      const { jobId, outcome } = context.jobs.start(
        importCommit,
        { ...placesOf(company), ...input },
        { companyKey: company.key, subject: input.fileName, mayCancel: true },
      );
      tellWhenDone(company, outcome);
      return { jobId };
    }),
    saveProfile: api.imports.saveProfile.handler(({ input, context: call, errors }) => {
      const { commandId, name, signature, profile } = input;
      const entry = {
        commandId,
        kind: 'profile_saved',
        customerId: null,
        payload: { name, signature },
      };
      return recordCommand(open(call), entry, errors, (writer, entryId) => {
        recordImportProfile(writer, entryId, { name, signature, profile });
        return {};
      });
    }),
    dropStaging: api.imports.dropStaging.handler(({ input, context: call }) => {
      dropStaging(open(call).folder.path, input.stagingId);
      return {};
    }),
    history: api.imports.history.handler(({ context: call }) =>
      open(call).ledger.read(readImportHistory),
    ),
    previewUndo: api.imports.previewUndo.handler(async ({ input, context: call, errors }) => {
      const { ledger } = open(call);
      const refusal = ledger.read((reader) => undoRefusalOf(reader, input.importId));
      if (refusal !== null) throw errors[refusal](NO_DETAIL);
      return undoFigures(ledger, input.importId);
    }),
    undo: api.imports.undo.handler(({ input, context: call, errors }) => {
      const company = open(call);
      // Sent again, the command gets its answer from the job, not a refusal of its own making.
      const refusal = company.ledger.read((reader) =>
        answerOf(reader, input.commandId) === null ? undoRefusalOf(reader, input.importId) : null,
      );
      if (refusal !== null) throw errors[refusal](NO_DETAIL);
      const { jobId, outcome } = context.jobs.start(
        importUndo,
        { ...placesOf(company), ...input },
        { companyKey: company.key, subject: String(input.importId), mayCancel: true },
      );
      tellWhenDone(company, outcome);
      return { jobId };
    }),
    accounts: api.imports.accounts.handler(({ context: call }) =>
      open(call).ledger.read((reader) =>
        readAccounts(reader).map(({ confirmedRole, ...account }) => ({
          ...account,
          role: confirmedRole ?? account.proposedRole,
          isConfirmed: confirmedRole !== null,
        })),
      ),
    ),
    setAccountRoles: api.imports.setAccountRoles.handler(
      async ({ input, context: call, errors }) => {
        const company = open(call);
        const { commandId, roles } = input;
        const entry = {
          commandId,
          kind: 'account_roles_set',
          customerId: null,
          payload: { roles },
        };
        const answer = await recordCommand(company, entry, errors, (writer, entryId) => {
          let isChanged = false;
          for (const given of roles)
            isChanged = recordAccountRole(writer, entryId, given) || isChanged;
          writer.touch(['settings']);
          return { isChanged };
        });
        if (answer.isChanged) await interpretAgain(context, company);
        return { version: answer.version };
      },
    ),
    natureQuestions: api.imports.natureQuestions.handler(({ context: call }) =>
      open(call).ledger.read(readNatureQuestions),
    ),
    answerNature: api.imports.answerNature.handler(({ input, context: call, errors }) => {
      const { commandId, pattern } = input;
      const entry = {
        commandId,
        kind: 'nature_answered',
        customerId: null,
        payload: { pattern, nature: input.nature },
      };
      return recordCommand(open(call), entry, errors, (writer, entryId) => {
        const nature = SETTLEMENT_NATURES.find((one) => one === input.nature) as
          | SettlementNature
          | undefined;
        if (nature === undefined) throw new CommandRefused('nature_unknown', input.nature);
        const asking = loadCustomersAsking(writer, pattern);
        recordNatureRule(writer, entryId, { pattern, nature });
        reinterpretCustomers(writer, asking, { asOf: writer.clock.today() });
        writer.touch(['items', 'imports'], asking);
        return {};
      });
    }),
    termsGroups: api.imports.termsGroups.handler(async ({ context: call }) => {
      const { ledger, portfolio } = open(call);
      return termsGroups(ledger, await portfolio.read(), language());
    }),
    confirmTerms: api.imports.confirmTerms.handler(({ input, context: call, errors }) => {
      const { commandId, customerIds, terms } = input;
      if (!isTerms(terms))
        throw asContractError(new CommandRefused('terms_invalid'), errors as never);
      const entry = {
        commandId,
        kind: 'terms_confirmed',
        customerId: null,
        payload: { customerIds, terms },
      };
      return recordCommand(open(call), entry, errors, (writer, entryId) => {
        for (const customerId of customerIds) {
          recordCustomerOverride(writer, entryId, { customerId, field: 'terms', value: terms });
          recordCustomerOverride(writer, entryId, {
            customerId,
            field: 'isTermsConfirmed',
            value: true,
          });
        }
        reinterpretCustomers(writer, customerIds, { asOf: writer.clock.today() });
        writer.touch(['customers', 'items'], customerIds);
        return {};
      });
    }),
    diagnosis: api.imports.diagnosis.handler(async ({ context: call }) => {
      const { ledger, portfolio } = open(call);
      return diagnosisOf(ledger, await portfolio.read());
    }),
    toMatch: api.imports.toMatch.handler(async ({ input, context: call }) =>
      windowOf(toMatchRows(await open(call).portfolio.read()), input),
    ),
  };
}

/** Every customer again, in the job thread; the call waits for it. */
async function interpretAgain(context: AppContext, company: OpenCompany): Promise<void> {
  const { outcome } = context.jobs.start(interpretAll, placesOf(company), {
    companyKey: company.key,
    subject: '',
    mayCancel: false,
  });
  tellWhenDone(company, outcome);
  await outcome;
}

/**
 * A job wrote on connections of its own: the core's listeners are told, and forget what they kept.
 */
function tellWhenDone(company: OpenCompany, outcome: Promise<{ readonly state: string }>): void {
  void outcome.then(({ state }) => {
    if (state !== 'done') return;
    const topics = ['imports', 'customers', 'items', 'settings'];
    company.ledger.announce({ topics, customerIds: 'all' });
  });
}
