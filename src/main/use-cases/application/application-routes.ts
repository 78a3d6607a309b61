/** The procedures of the application itself: companies, language, diagnosis. */
import { existsSync, statSync } from 'node:fs';
import { isSiren } from '../../../shared/domain/company/siren.ts';
import { startText } from '../../../shared/text/screens/start.ts';
import { listBackups } from '../../ledger/backup/backups.ts';
import { appendEntry } from '../../ledger/journal.ts';
import type { Ledger } from '../../ledger/ledger.ts';
import { recordSetting } from '../../ledger/stores/settings.ts';
import type { CompanyFolder } from '../../ports/companies.ts';
import { api } from '../api.ts';
import { findCompany } from '../companies/open-company.ts';
import { placesOf } from '../companies/places-of.ts';
import type { AppContext } from '../context.ts';
import { sampleJob } from '../sample/sample-job-key.ts';
import { DEFAULT_SETTINGS, settingsInForce } from '../settings/settings-in-force.ts';
import { APP_VERSION } from './app-version.ts';

const NO_DETAIL = { data: { detail: null } };

/** Binds the area. */
export function applicationRoutes(context: AppContext) {
  const { companies, ledgers, settings, clock, start } = context;
  const describe = (folder: CompanyFolder) => companyView(context, folder);
  return {
    status: api.application.status.handler(async () => {
      const user = settings.read();
      return {
        version: APP_VERSION,
        host: start.hostKind,
        today: clock.today(),
        isTodayFixed: start.today !== null,
        language: user.language,
        companies: companies.list().map(describe),
        lastCompanyKey: start.sample ? 'exemple' : user.lastCompanyKey,
        dataFolder: start.dataFolder,
        folderWarning: context.isFolderSynchronised ? ('synchronised' as const) : null,
        secretStore: await context.secrets.store(),
      };
    }),
    createCompany: api.application.createCompany.handler(async ({ input, errors }) => {
      const { name, siren } = input;
      if (siren !== null && !isSiren(siren)) throw errors.siren_invalid(NO_DETAIL);
      const created = companies.create({ siren });
      if (!created.isDone) throw errors[created.refusal](NO_DETAIL);
      const ledger = ledgers.open(created.value);
      await nameCompany(ledger, { name, siren: siren ?? '' });
      context.events.publish({ kind: 'companies_changed' });
      return describe(created.value);
    }),
    openSample: api.application.openSample.handler(async ({ input }) => {
      const known = companies.find('exemple');
      if (known !== null && !input.isRemade && isFilled(context, known)) {
        return { company: describe(known), jobId: null };
      }
      ledgers.close('exemple');
      const folder = companies.openSample(true);
      const ledger = ledgers.open(folder);
      await nameCompany(ledger, { name: startText.fr.sampleName, siren: '' });
      const company = findCompany(context, folder.key);
      if (company === null) throw new Error('the sample company did not open');
      const { jobId, outcome } = context.jobs.start(sampleJob, placesOf(company), {
        companyKey: folder.key,
        subject: startText.fr.sampleName,
        mayCancel: false,
      });
      void outcome.then(() => {
        ledger.announce({
          topics: ['imports', 'customers', 'items', 'settings'],
          customerIds: 'all',
        });
        context.events.publish({ kind: 'companies_changed' });
      });
      return { company: describe(folder), jobId };
    }),
    rememberCompany: api.application.rememberCompany.handler(({ input }) => {
      const { lastOpenedAt } = settings.read();
      settings.record({
        lastCompanyKey: input.key,
        lastOpenedAt: { ...lastOpenedAt, [input.key]: clock.now() },
      });
      return {};
    }),
    setLanguage: api.application.setLanguage.handler(({ input }) => {
      settings.record({ language: input.language });
      return {};
    }),
    setDisplay: api.application.setDisplay.handler(({ input }) => {
      settings.record(input);
      return {};
    }),
    diagnostics: api.application.diagnostics.handler(({ context: call }) => {
      const { host, core } = context.threadDelays();
      const company = call.companyKey === null ? null : findCompany(context, call.companyKey);
      const [latest] = company === null ? [] : listBackups(company.folder.backupsPath);
      return {
        versions: {
          encours: APP_VERSION,
          node: process.versions.node,
          ...(process.versions.electron === undefined
            ? {}
            : { electron: process.versions.electron }),
        },
        ledgerBytes: sizeOf(company?.folder.ledgerPath),
        walBytes: sizeOf(company === null ? undefined : `${company.folder.ledgerPath}-wal`),
        memoryBytes: process.memoryUsage.rss(),
        hostDelayMaxMs: host?.maxMs ?? 0,
        coreDelayMaxMs: core?.maxMs ?? 0,
        lastBackupAt: latest?.madeAt ?? null,
        lastVerifyAt: null,
        slowestStatements: company?.ledger.slowest().map((slow) => ({ ...slow })) ?? [],
      };
    }),
  };
}

function sizeOf(file: string | undefined): number | null {
  return file !== undefined && existsSync(file) ? statSync(file).size : null;
}

function isFilled(context: AppContext, folder: CompanyFolder): boolean {
  const ledger = context.ledgers.find(folder.key);
  return ledger !== null && ledger.version().entryId > 1;
}

function companyView(context: AppContext, folder: CompanyFolder) {
  const ledger = context.ledgers.find(folder.key);
  const identity = ledger?.read(settingsInForce).identity ?? DEFAULT_SETTINGS.identity;
  return {
    key: folder.key,
    name: identity.name === '' ? folder.key : identity.name,
    siren: identity.siren === '' ? null : identity.siren,
    isSample: folder.isSample,
    lastOpenedAt: context.settings.read().lastOpenedAt[folder.key] ?? null,
  };
}

/** The first entry of a new ledger: whose it is. */
async function nameCompany(
  ledger: Ledger,
  identity: { readonly name: string; readonly siren: string },
): Promise<void> {
  await ledger.write((writer) => {
    const entryId = appendEntry(writer, {
      kind: 'company_created',
      customerId: null,
      commandId: null,
      payload: identity,
    });
    const value = { ...DEFAULT_SETTINGS.identity, ...identity };
    recordSetting(writer, entryId, { name: 'identity', value });
  });
}
