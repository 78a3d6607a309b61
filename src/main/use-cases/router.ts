/**
 * The API: every procedure of the contract with the use case that answers it.
 *
 * Served under `/rpc/<companyKey>/<area>/<verbNoun>`; see `app.ts`.
 */
import { actionsRoutes } from './actions/actions-routes.ts';
import { agreementsRoutes } from './agreements/agreements-routes.ts';
import { alertsRoutes } from './alerts/alerts-routes.ts';
import { analysisRoutes } from './analysis/analysis-routes.ts';
import { crossRoutes } from './analysis/cross/cross-routes.ts';
import { api } from './api.ts';
import { applicationRoutes } from './application/application-routes.ts';
import { backupsRoutes } from './backups/backups-routes.ts';
import { callsRoutes } from './calls/calls-routes.ts';
import type { AppContext } from './context.ts';
import { customersRoutes } from './customers/customers-routes.ts';
import { keptDocumentRoutes } from './documents/documents-routes.ts';
import { dunningRoutes } from './dunning/dunning-routes.ts';
import { figuresRoutes } from './figures/figures-routes.ts';
import { forecastRoutes } from './forecast/forecast-routes.ts';
import { einvoiceRoutes } from './imports/einvoice-routes.ts';
import { importsRoutes } from './imports/imports-routes.ts';
import { watchedFolderRoutes } from './imports/watched-routes.ts';
import { incomingRoutes } from './incoming/incoming-routes.ts';
import { listsRoutes } from './lists/lists-routes.ts';
import { documentRoutes } from './outbox/document-routes.ts';
import { draftRoutes } from './outbox/draft-routes.ts';
import { lettersRoutes } from './outbox/letters-routes.ts';
import { mailRoutes } from './outbox/mail-routes.ts';
import { outboxRoutes } from './outbox/outbox-routes.ts';
import { replyRoutes } from './outbox/reply-routes.ts';
import { overviewRoutes } from './overview/overview-routes.ts';
import { payersRoutes } from './payers/payers-routes.ts';
import { receiptsRoutes } from './receipts/receipts-routes.ts';
import { reportsRoutes } from './reports/reports-routes.ts';
import { scenariosRoutes } from './scenarios/scenarios-routes.ts';
import { settingsRoutes } from './settings/settings-routes.ts';
import { watchRoutes } from './watch/watch-routes.ts';

const NO_DETAIL = { data: { detail: null } };

/** Binds the procedures to what they reach. */
export function makeRouter(context: AppContext) {
  const { events, jobs, uploads, filesOut } = context;
  return {
    application: applicationRoutes(context),
    imports: importsRoutes(context),
    einvoices: einvoiceRoutes(context),
    documents: keptDocumentRoutes(context),
    watchedFolder: watchedFolderRoutes(context),
    overview: overviewRoutes(context),
    analysis: analysisRoutes(context),
    forecast: forecastRoutes(context),
    cross: crossRoutes(context),
    alerts: alertsRoutes(context),
    lists: listsRoutes(context),
    watch: watchRoutes(context),
    customers: customersRoutes(context),
    payers: payersRoutes(context),
    agreements: agreementsRoutes(context),
    actions: actionsRoutes(context),
    dunning: dunningRoutes(context),
    calls: callsRoutes(context),
    outbox: {
      ...outboxRoutes(context),
      ...lettersRoutes(context),
      ...draftRoutes(context),
      ...mailRoutes(context),
      ...replyRoutes(context),
      ...incomingRoutes(context),
      ...documentRoutes(context),
    },
    figures: figuresRoutes(context),
    scenarios: scenariosRoutes(context),
    settings: settingsRoutes(context),
    receipts: receiptsRoutes(context),
    reports: reportsRoutes(context),
    backups: backupsRoutes(context),
    events: {
      watch: api.events.watch.handler(async function* ({ signal }) {
        const stream = events.watch(signal);
        yield { kind: 'hello', version: 0 } as const;
        yield* stream;
      }),
    },
    jobs: {
      list: api.jobs.list.handler(() => [...jobs.list()]),
      show: api.jobs.show.handler(({ input, errors }) => {
        const job = jobs.show(input.jobId);
        if (job === null) throw errors.job_unknown(NO_DETAIL);
        return job;
      }),
      cancel: api.jobs.cancel.handler(({ input }) => {
        jobs.cancel(input.jobId);
        return {};
      }),
    },
    uploads: {
      begin: api.uploads.begin.handler(async ({ input, errors }) => {
        const begun = await uploads.begin(input);
        if (begun.isDone) return begun.value;
        throw errors[begun.refusal](NO_DETAIL);
      }),
      finish: api.uploads.finish.handler(async ({ input, errors }) => {
        const finished = await uploads.finish(input.uploadId);
        if (!finished.isDone) throw errors[finished.refusal](NO_DETAIL);
        const { uploadId, sizeBytes, sha256 } = finished.value;
        return { uploadId, sizeBytes, sha256 };
      }),
    },
    files: {
      ticket: api.files.ticket.handler(async ({ input, errors }) => {
        const made = await filesOut.makeTicket(input.fileId, input.use);
        if (made.isDone) return made.value;
        throw errors[made.refusal](NO_DETAIL);
      }),
    },
  };
}
