/**
 * The whole application in the test's own thread, asked as a window asks it: through `handle`.
 *
 * Nothing is reached but by the contract and the addresses of files, so that what a test sees is
 * what a screen would. A crash of a call is kept in `incidents`: a test that forgets to look finds
 * it when the application is closed.
 */
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { createORPCClient, ORPCError } from '@orpc/client';
import { RPCLink } from '@orpc/client/fetch';
import type { ContractRouterClient } from '@orpc/contract';
import { type App, startApp } from '../../src/main/app.ts';
import type { Log } from '../../src/main/ports/log.ts';
import type { MailboxReader } from '../../src/main/ports/mailbox.ts';
import type { Mailer } from '../../src/main/ports/mailer.ts';
import type { Secrets } from '../../src/main/ports/secrets.ts';
import { type Scheduler, startScheduler } from '../../src/main/scheduler/scheduler.ts';
import type { Job } from '../../src/shared/contract/application.ts';
import type { Contract } from '../../src/shared/contract/contract.ts';
import type { ImportPreview } from '../../src/shared/contract/imports.ts';
import type { CalendarDate } from '../../src/shared/kernel/calendar-date.ts';
import { TestClock } from './test-clock.ts';

export type ApiClient = ContractRouterClient<Contract>;
export type Recognised = Awaited<ReturnType<ApiClient['imports']['recognise']>>;

const ORIGIN = 'http://encours.test';
const SLICE_BYTES = 4 * 1024 * 1024;

let commands = 0;
/** Two processes may write to one ledger, one after the other: their commands differ. */
const run = String(process.pid).padStart(8, '0');

/** The id of a command, another at each call. */
export function newCommandId(): string {
  commands += 1;
  return `${run}-0000-4000-8000-${String(commands).padStart(12, '0')}`;
}

/** A file as a person has it: its name and its bytes. */
export interface GivenFile {
  readonly name: string;
  readonly bytes: Uint8Array;
}

/** A file of the disk. */
export function fileOnDisk(file: string): GivenFile {
  return { name: path.basename(file), bytes: readFileSync(file) };
}

/** How a file is imported; what is left out is as the window proposes it. */
export interface ImportChoices {
  /** Changes the mapping that was proposed for a table. */
  readonly profile?: (proposed: unknown) => unknown;
  readonly scope?: string;
  readonly statedOnDate?: CalendarDate;
  readonly typedTotalCents?: number;
  /** Guards answered « importer quand même »; all of them unless told. */
  readonly acceptedGuards?: readonly string[];
  readonly roles?: (
    accounts: ImportPreview['accounts'],
  ) => readonly Pick<ImportPreview['accounts'][number], 'ledgerAccountCode' | 'role'>[];
}

/** A file, a job or a commit that was refused, with its code. */
export class Refused extends Error {
  readonly code: string;
  readonly detail: string | null;

  constructor(code: string, detail: string | null) {
    super(detail === null ? code : `${code}: ${detail}`);
    this.name = 'Refused';
    this.code = code;
    this.detail = detail;
  }
}

/** The code of the refusal that a call ends with; a call that is accepted fails the test. */
export async function refusalOf(call: Promise<unknown>): Promise<string> {
  try {
    await call;
  } catch (error) {
    if (error instanceof ORPCError || error instanceof Refused) return error.code;
    throw error;
  }
  throw new Error('The call was accepted.');
}

/** One company of the application, and the calls on it. */
export class TestCompany {
  readonly key: string;
  readonly call: ApiClient;
  readonly #handle: App['handle'];

  constructor(key: string, handle: App['handle']) {
    this.key = key;
    this.#handle = handle;
    const link = new RPCLink({ url: `${ORIGIN}/rpc/${key}`, fetch: (request) => handle(request) });
    this.call = createORPCClient(link);
  }

  /** Waits for the end of a job, however it ends. */
  async ended(jobId: string): Promise<Job> {
    for (;;) {
      const job = await this.call.jobs.show({ jobId });
      if (job.state !== 'waiting' && job.state !== 'running') return job;
      await new Promise((resolve) => setTimeout(resolve, 2));
    }
  }

  /** The answer of a job that is done; anything else throws `Refused`. */
  async done<Answer>(jobId: string): Promise<Answer> {
    const { state, code, detail, result } = await this.ended(jobId);
    if (state !== 'done') throw new Refused(code ?? state, detail);
    return result as Answer;
  }

  /** Sends a file in slices, as the window does; gives the id of the upload. */
  async upload({ name, bytes }: GivenFile): Promise<string> {
    const { uploads } = this.call;
    const { uploadId } = await uploads.begin({ name, sizeBytes: bytes.byteLength });
    for (let at = 0; at < bytes.byteLength; at += SLICE_BYTES) {
      const body = new Uint8Array(bytes.subarray(at, at + SLICE_BYTES));
      const url = `${ORIGIN}/upload/${uploadId}?at=${at}`;
      const answer = await this.#handle(new Request(url, { method: 'POST', body }));
      if (answer.status !== 200) throw new Error(`The slice at ${at}: ${answer.status}`);
    }
    await uploads.finish({ uploadId });
    return uploadId;
  }

  /** What a file is taken for. */
  async recognise(file: GivenFile): Promise<Recognised & { readonly uploadId: string }> {
    const uploadId = await this.upload(file);
    return { ...(await this.call.imports.recognise({ uploadId })), uploadId };
  }

  /** What importing a file would change; a file that is refused throws `Refused`. */
  async preview(file: GivenFile, choices: ImportChoices = {}): Promise<ImportPreview> {
    const { format, code, table, uploadId } = await this.recognise(file);
    if (format === 'refused') throw new Refused(code ?? 'refused', null);
    if (format === 'einvoice') throw new Refused('format_einvoice', null);
    const { profile = (proposed: unknown) => proposed } = choices;
    const { jobId } = await this.call.imports.startPreview({
      commandId: newCommandId(),
      uploadId,
      format,
      profile: table === null ? null : profile(table.profile),
      scope: choices.scope ?? null,
      statedOnDate: choices.statedOnDate ?? null,
      typedTotalCents: choices.typedTotalCents ?? null,
    });
    return this.done<ImportPreview>(jobId);
  }

  /** Writes what was previewed; gives the id of the import. */
  async commit(
    preview: ImportPreview,
    fileName: string,
    choices: ImportChoices = {},
  ): Promise<number> {
    const { roles = (accounts) => accounts, acceptedGuards } = choices;
    const { jobId } = await this.call.imports.startCommit({
      commandId: newCommandId(),
      stagingId: preview.stagingId,
      fileName,
      roles: roles(preview.accounts).map(({ ledgerAccountCode, role }) => ({
        ledgerAccountCode,
        role,
      })),
      acceptedGuards: [...(acceptedGuards ?? preview.guards.map(({ code }) => code))],
    });
    return (await this.done<{ importId: number }>(jobId)).importId;
  }

  /** Imports a file from its bytes to the ledger. */
  async import(
    file: GivenFile,
    choices: ImportChoices = {},
  ): Promise<{ readonly importId: number; readonly preview: ImportPreview }> {
    const preview = await this.preview(file, choices);
    return { preview, importId: await this.commit(preview, file.name, choices) };
  }

  /** Takes an import back. */
  async undo(importId: number): Promise<void> {
    const { jobId } = await this.call.imports.undo({ commandId: newCommandId(), importId });
    await this.done(jobId);
  }

  /** The bytes and the name of a file that a job made. */
  async made(jobId: string): Promise<GivenFile> {
    return this.file((await this.done<{ fileId: string }>(jobId)).fileId);
  }

  /** The bytes and the name of a file offered to the window. */
  async file(fileId: string): Promise<GivenFile> {
    const { url, fileName } = await this.call.files.ticket({ fileId, use: 'save' });
    const answer = await this.#handle(new Request(`${ORIGIN}${url}`));
    if (answer.status !== 200) throw new Error(`The file ${fileName}: ${answer.status}`);
    return { name: fileName, bytes: new Uint8Array(await answer.arrayBuffer()) };
  }

  /** Every row of a list, window after window. */
  async whole<Row>(
    page: (window: { offset: number; limit: number }) => Promise<{ total: number; rows: Row[] }>,
  ): Promise<Row[]> {
    const rows: Row[] = [];
    for (;;) {
      const answer = await page({ offset: rows.length, limit: 200 });
      rows.push(...answer.rows);
      if (rows.length >= answer.total || answer.rows.length === 0) return rows;
    }
  }
}

export interface StartChoices {
  /** The first day of the clock, YYYY-MM-DD. */
  readonly today?: string;
  /** An existing data folder; without one, a new one that is deleted at the end. */
  readonly dataFolder?: string;
  readonly clock?: TestClock;
  /** Runs the jobs in a thread of their own, as the hosts do. */
  readonly jobEntry?: URL;
  /** What carries mail, and what keeps passwords; the application's own by default. */
  readonly mailer?: Mailer;
  readonly mailbox?: MailboxReader;
  readonly secrets?: Secrets;
  /** Does what comes due by itself, as the core thread has it done. */
  readonly isScheduled?: boolean;
}

/** The application on a data folder, from its start to its end. */
export class RunningApplication {
  readonly dataFolder: string;
  readonly clock: TestClock;
  /** Crashes that the application logged. */
  readonly incidents: string[] = [];
  readonly #choices: StartChoices;
  #app: App | null = null;
  #scheduler: Scheduler | null = null;

  private constructor(choices: StartChoices) {
    this.#choices = choices;
    this.clock = choices.clock ?? new TestClock(choices.today);
    this.dataFolder = choices.dataFolder ?? mkdtempSync(path.join(tmpdir(), 'encours-app-'));
  }

  static async start(choices: StartChoices = {}): Promise<RunningApplication> {
    const running = new RunningApplication(choices);
    await running.open();
    return running;
  }

  get app(): App {
    if (this.#app === null) throw new Error('The application is closed.');
    return this.#app;
  }

  async open(): Promise<void> {
    const { jobEntry, mailer, mailbox, secrets } = this.#choices;
    this.#app = await startApp({
      start: {
        dataFolder: this.dataFolder,
        pages: { rendererFolder: this.dataFolder },
        hostKind: 'loopback',
        sample: false,
        today: this.clock.today(),
      },
      clock: this.clock,
      log: this.#log(),
      ...(jobEntry !== undefined && { jobEntry }),
      ...(mailer !== undefined && { mailer }),
      ...(mailbox !== undefined && { mailbox }),
      ...(secrets !== undefined && { secrets }),
    });
    if (this.#choices.isScheduled !== true) return;
    this.#scheduler = startScheduler(this.#app.context);
    await this.#scheduler.tick();
  }

  /** Another day comes; what is due on it is done. */
  async newDay(day: CalendarDate): Promise<void> {
    this.clock.day = day;
    await this.#scheduler?.tick();
  }

  /** Closes and starts again on the same folder. */
  async restart(): Promise<void> {
    this.#scheduler?.stop();
    await this.app.close();
    await this.open();
  }

  /** The calls on a company; `-` for none. */
  company(key: string): TestCompany {
    return new TestCompany(key, async (request) => {
      const answer = await this.app.handle(request);
      // The window gets an incident number; a test gets the stack.
      const [incident] = answer.status === 500 ? this.incidents.splice(0) : [];
      if (incident !== undefined) throw new Error(`Crashed: ${incident}`);
      return answer;
    });
  }

  /** A new company without a SIREN. */
  async createCompany(name = 'Société de test'): Promise<TestCompany> {
    const { application } = this.company('-').call;
    const { key } = await application.createCompany({
      commandId: newCommandId(),
      name,
      siren: null,
    });
    return this.company(key);
  }

  /** The sample company, filled up to the clock's day. */
  async openSample(): Promise<TestCompany> {
    const { application } = this.company('-').call;
    const opened = await application.openSample({ commandId: newCommandId(), isRemade: true });
    const company = this.company(opened.company.key);
    if (opened.jobId !== null) await company.done(opened.jobId);
    return company;
  }

  /** Closes; throws when something crashed meanwhile, or a file could not be let go. */
  async close(): Promise<void> {
    this.#scheduler?.stop();
    await this.#app?.close();
    this.#app = null;
    if (this.#choices.dataFolder === undefined) {
      rmSync(this.dataFolder, { recursive: true, force: true });
    }
    const incidents = this.incidents.splice(0);
    if (incidents.length > 0) throw new Error(`Crashed: ${incidents.join('\n')}`);
  }

  #log(): Log {
    return {
      info: () => undefined,
      warn: () => undefined,
      error: (event, error, fields) => {
        const stack = error instanceof Error ? error.stack : JSON.stringify(error);
        this.incidents.push(`${event} ${JSON.stringify(fields ?? {})}\n${stack}`);
      },
    };
  }
}
