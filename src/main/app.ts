/**
 * The composition root: the whole application behind one function of a request.
 *
 *     /rpc/<companyKey>/…   the API; `-` for no company
 *     /upload/<id>?at=      a slice of a file on its way in
 *     /files/<ticket>       a file on its way out
 *     anything else         the pages
 *
 * It runs in the core thread; tests call it without threads. Who may ask is the host's business.
 */
import os from 'node:os';
import path from 'node:path';
import { hostText } from '../shared/text/host.ts';
import { makeConsents } from './channels/email/consent.ts';
import { makeMailboxReader } from './channels/email/imap-reader.ts';
import { makeMailer } from './channels/email/mailer.ts';
import {
  type DataFolder,
  emptyTemporaryFolders,
  type FolderRisk,
  folderRisk,
  makeDataFolder,
  partsOfDataFolder,
  placeOfFolder,
} from './companies/data-folder.ts';
import { applyStagedRestores, companyDirectory } from './companies/directory.ts';
import { openSettingsFile, type SettingsFile } from './companies/settings-file.ts';
import { makeApiRoutes } from './core/api-routes.ts';
import { readBody, SLICE_BYTES_MAX } from './core/body.ts';
import { makeEventHub } from './core/events.ts';
import { openLedgers } from './core/ledgers.ts';
import { makePages, type Pages } from './core/pages.ts';
import { randomIds } from './core/random-ids.ts';
import { frozenClock, systemClock } from './core/system-clock.ts';
import { systemSecrets } from './core/system-secrets.ts';
import { type FilesOutStore, makeFilesOut } from './files/files-out.ts';
import { makeUploads, type UploadStore } from './files/uploads.ts';
import { refusalResponse, withCommonHeaders } from './host/headers.ts';
import { messagePage } from './host/message-page.ts';
import { readDelayBoard, startDelayMeter } from './host/thread-delay.ts';
import { makeJobQueue } from './jobs/queue.ts';
import { jobRegistry } from './jobs/registry.ts';
import type { JobRegistry } from './jobs/run-job.ts';
import { inlineRunner, threadRunner } from './jobs/runners.ts';
import { type FolderLock, takeFolderLock } from './ledger/folder-lock.ts';
import type { Clock } from './ports/clock.ts';
import type { Host } from './ports/host.ts';
import type { Ids } from './ports/ids.ts';
import { newIncident } from './ports/incident.ts';
import type { Log } from './ports/log.ts';
import type { MailConsents } from './ports/mail-consent.ts';
import type { MailboxReader } from './ports/mailbox.ts';
import type { Mailer } from './ports/mailer.ts';
import type { Secrets } from './ports/secrets.ts';
import { type StartOptions, StartRefused } from './ports/start.ts';
import type { AppContext } from './use-cases/context.ts';
import { stopReadingMailboxes } from './use-cases/incoming/read-mailbox.ts';
import { closeConsents } from './use-cases/outbox/consents.ts';
import { closeDeliveries, endOfPulses } from './use-cases/outbox/deliveries.ts';
import { makeRouter } from './use-cases/router.ts';

/** What the threads give the application; everything but the start has a default for tests. */
export interface AppOptions {
  readonly start: StartOptions;
  readonly clock?: Clock;
  readonly ids?: Ids;
  readonly log?: Log;
  readonly host?: Host;
  readonly secrets?: Secrets;
  readonly mailer?: Mailer;
  readonly mailbox?: MailboxReader;
  readonly consents?: MailConsents;
  /** Entry of the job thread; without one, jobs run in this thread. */
  readonly jobEntry?: URL;
  /** The jobs known to this thread, when they run in it. */
  readonly jobs?: JobRegistry;
  /** Where the host thread writes how long it was held. */
  readonly hostDelay?: SharedArrayBuffer;
  /** Told when long work begins and when there is none left. */
  readonly onBusy?: (isBusy: boolean) => void;
}

export interface App {
  handle(request: Request): Promise<Response>;
  /** What the use cases reach: for the scheduler, and for tests. */
  readonly context: AppContext;
  readonly settings: SettingsFile;
  /** Refuses new work, cancels what runs, and leaves every file closed. */
  close(): Promise<void>;
}

/**
 * Opens the data folder and starts the application on it.
 *
 * Throws `StartRefused`, before anything is touched, when another program holds the folder or it
 * lies where no ledger may be.
 */
export async function startApp(options: AppOptions): Promise<App> {
  const { start } = options;
  const log = options.log ?? silentLog;
  const folder = partsOfDataFolder(start.dataFolder);
  const { lock, risk } = openDataFolder(folder);
  const companies = companyDirectory(folder);
  const restoredKeys = new Set(applyStagedRestores(companies));
  for (const key of restoredKeys) log.info('ledger_restored', { key });

  const clock = options.clock ?? (start.today ? frozenClock(start.today) : systemClock());
  const ids = options.ids ?? randomIds;
  const events = makeEventHub();
  const settings = openSettingsFile(folder.settings);
  const uploads = makeUploads(folder.uploads, ids);
  const filesOut = makeFilesOut(folder.out, ids);
  const meter = startDelayMeter();
  const { hostDelay, jobEntry } = options;
  const ledgers = openLedgers({ companies, clock, log, publish: events.publish });
  const runnerNeeds = { dataFolder: start.dataFolder, log, gates: ledgers };
  const runner =
    jobEntry === undefined
      ? inlineRunner(options.jobs ?? jobRegistry, runnerNeeds)
      : threadRunner(jobEntry, runnerNeeds);
  const onBusy = options.onBusy ?? (() => undefined);
  const jobs = makeJobQueue({ runner, events, clock, ids, log, onBusy });
  const context: AppContext = {
    start,
    isFolderSynchronised: risk === 'synchronised',
    clock,
    ids,
    log,
    host: options.host ?? absentHost(start),
    companies,
    ledgers,
    settings,
    events,
    jobs,
    uploads,
    filesOut,
    secrets: options.secrets ?? systemSecrets(),
    ...mailPorts(options, { clock, ids, settings }),
    restoredKeys,
    threadDelays: () => ({
      host: hostDelay === undefined ? null : readDelayBoard(hostDelay),
      core: meter.read(),
    }),
  };

  const api = makeApiRoutes(makeRouter(context), { companies, log });
  const pages = makePages(start.pages, settings.read);
  return {
    handle: guarded(log, routes({ api, uploads, filesOut, pages, settings })),
    context,
    settings,
    async close() {
      events.close();
      closeConsents(context);
      stopReadingMailboxes(context);
      await closeDeliveries(context);
      await jobs.close();
      await endOfPulses(context);
      await uploads.close();
      ledgers.closeAll();
      meter.stop();
      lock.release();
    },
  };
}

/** What carries mail, unless a test gives its own. */
function mailPorts(
  { mailer, mailbox, consents }: AppOptions,
  needs: { readonly clock: Clock; readonly ids: Ids; readonly settings: SettingsFile },
): Pick<AppContext, 'mailer' | 'mailbox' | 'consents'> {
  const { clock, ids, settings } = needs;
  return {
    mailer: mailer ?? makeMailer({ clock, ids }),
    mailbox: mailbox ?? makeMailboxReader({ clock }),
    consents: consents ?? makeConsents({ language: () => settings.read().language }),
  };
}

/** Takes the folder's lock and makes what is missing in it. */
function openDataFolder(folder: DataFolder): { lock: FolderLock; risk: FolderRisk } {
  const risk = folderRisk(placeOfFolder(folder.path));
  if (risk === 'network') throw new StartRefused({ code: 'network_folder' });
  try {
    makeDataFolder(folder);
  } catch {
    throw new StartRefused({ code: 'folder_not_writable' });
  }
  const holder = { user: os.userInfo().username, machine: os.hostname() };
  const taken = takeFolderLock(path.join(folder.run, 'lock.db'), holder);
  if (!taken.isDone) throw new StartRefused({ code: 'folder_in_use', ...taken.refusal });
  emptyTemporaryFolders(folder);
  return { lock: taken.value, risk };
}

interface Parts {
  readonly api: (request: Request) => Promise<Response>;
  readonly uploads: UploadStore;
  readonly filesOut: FilesOutStore;
  readonly pages: Pages;
  readonly settings: SettingsFile;
}

function routes({ api, uploads, filesOut, pages, settings }: Parts) {
  return async (request: Request): Promise<Response> => {
    const { pathname, searchParams } = new URL(request.url);
    const isPost = request.method === 'POST';
    if (pathname.startsWith('/rpc/')) return isPost ? api(request) : wrongMethod();
    const [, uploadId] = /^\/upload\/([\w-]+)$/.exec(pathname) ?? [];
    if (uploadId !== undefined) {
      return isPost ? receiveSlice(uploads, uploadId, searchParams, request) : wrongMethod();
    }
    if (request.method !== 'GET') return wrongMethod();
    const [, ticket] = /^\/files\/([\w-]+)$/.exec(pathname) ?? [];
    if (ticket === undefined) return pages(request);
    const file = await filesOut.fetchTicket(ticket, request.headers.get('Range'));
    if (file !== null) return file;
    const words = hostText[settings.read().language];
    return messagePage(404, { title: words.fileGoneTitle, sentences: [words.fileGoneBody] });
  };
}

async function receiveSlice(
  uploads: UploadStore,
  uploadId: string,
  params: URLSearchParams,
  request: Request,
): Promise<Response> {
  const at = Number.parseInt(params.get('at') ?? '', 10);
  if (!Number.isSafeInteger(at) || at < 0) return refusalResponse(400, 'input_invalid');
  const slice = await readBody(request, SLICE_BYTES_MAX);
  if (slice === null) return refusalResponse(413, 'body_too_large');
  const answer = await uploads.receive(uploadId, at, slice);
  switch (answer.status) {
    case 200:
      return Response.json({ received: answer.received });
    case 409:
      return refusalResponse(409, 'upload_offset', { offset: answer.at });
    case 404:
      return refusalResponse(404, 'upload_unknown');
    case 413:
      return refusalResponse(413, 'file_too_large');
    default:
      return refusalResponse(507, 'disk_full');
  }
}

function wrongMethod(): Response {
  return refusalResponse(405, 'method_not_allowed');
}

/** Every answer has the headers, and a crash of a route is an incident, never a stack. */
function guarded(log: Log, handle: (request: Request) => Promise<Response>) {
  return async (request: Request): Promise<Response> => {
    try {
      return withCommonHeaders(await handle(request));
    } catch (error) {
      if (request.signal.aborted) return refusalResponse(499, 'given_up');
      const incident = newIncident();
      log.error('request_crashed', error, { incident });
      return refusalResponse(500, 'incident', { incident });
    }
  };
}

const silentLog: Log = { info: () => undefined, warn: () => undefined, error: () => undefined };

/** For tests: a host without a desktop. */
function absentHost(start: StartOptions): Host {
  const nothing = () => undefined;
  return {
    kind: start.hostKind,
    notify: nothing,
    openExternal: nothing,
    showInFolder: nothing,
    restartCore: nothing,
  };
}
