/**
 * The loopback host (mode navigateur): the same application under plain Node, shown in an
 * installed browser, or at an address to open by hand.
 */
import { mkdirSync } from 'node:fs';
import path from 'node:path';
import { createInterface } from 'node:readline';
import type { Language } from '../../../shared/format/language.ts';
import { hostText } from '../../../shared/text/host.ts';
import { newIncident } from '../../ports/incident.ts';
import type { Log } from '../../ports/log.ts';
import type { PageSource } from '../../ports/start.ts';
import type { Arguments } from '../arguments.ts';
import { type CoreSupervisor, superviseCore } from '../core-supervisor.ts';
import { openFileLog } from '../file-log.ts';
import { makeHostHandle } from '../host-handle.ts';
import { readStart } from '../read-start.ts';
import { startSentence } from '../sentences.ts';
import { findBrowser, openWindow, thisMachine } from './browser.ts';
import { desktopHost } from './desktop.ts';
import { forgetInstance, knockAtOther, writeInstance } from './instance.ts';
import { type LaunchPages, launchPages } from './launch-page.ts';
import { type LoopbackServer, startServer } from './server.ts';
import { CODE_LIFE_MS, COPIED_CODE_LIFE_MS } from './sessions.ts';
import { mayLeave } from './windows.ts';

export interface LoopbackOptions {
  readonly argv: readonly string[];
  readonly coreEntry: URL;
  readonly pages: PageSource;
  /** Says a line to whoever started the program. */
  readonly print: (line: string) => void;
  /** Says why it stops, or what is wrong. */
  readonly complain: (line: string) => void;
  /** Ends the process. */
  readonly exit: (code: number) => void;
}

/** A browser that shows nothing by then will show nothing. */
const SILENCE_MS = 20_000;
const LOOK_EVERY_MS = 500;

/** Starts the application, or says in one sentence why not. */
export async function startLoopback(options: LoopbackOptions): Promise<void> {
  const { argv, print, complain, exit } = options;
  const read = readStart(argv, false);
  if (!read.isDone) {
    complain(read.refusal);
    return exit(2);
  }
  const { given, dataFolder, language } = read.value;
  const words = hostText[language];
  const runFolder = path.join(dataFolder, 'run');
  const other = await knockAtOther(runFolder, given.noOpen);
  if (other !== null) {
    print(other.address === null ? words.openedOther : words.addressOfOther(other.address));
    return exit(0);
  }
  try {
    mkdirSync(runFolder, { recursive: true, mode: 0o700 });
  } catch {
    complain(startSentence({ code: 'folder_not_writable' }, dataFolder, language));
    return exit(1);
  }
  const log = openFileLog(path.join(dataFolder, 'logs'));
  const host = new LoopbackHost({ ...options, language, log, runFolder, given });
  await host.start(dataFolder);
}

interface Surroundings extends LoopbackOptions {
  readonly language: Language;
  readonly log: Log;
  readonly runFolder: string;
  readonly given: Arguments;
}

/** What lives from the start to the leaving. */
class LoopbackHost {
  readonly #in: Surroundings;
  readonly #browser: string | null;
  readonly #pages: LaunchPages;
  #core: CoreSupervisor | null = null;
  #server: LoopbackServer | null = null;
  #browsers = 0;
  #hadBrowser = false;
  #hadSession = false;
  #aloneSinceMs: number | null = performance.now();
  #leaving: Promise<void> | null = null;

  constructor(surroundings: Surroundings) {
    this.#in = surroundings;
    this.#browser = findBrowser(thisMachine());
    this.#pages = launchPages(surroundings.runFolder, surroundings.language);
  }

  async start(dataFolder: string): Promise<void> {
    const { given, log, language, complain, runFolder } = this.#in;
    this.#watchProcess();
    const { coreEntry, pages } = this.#in;
    const { sample, today } = given;
    const begun = await superviseCore({
      coreEntry,
      start: { dataFolder, pages, hostKind: 'loopback', sample, today },
      log,
      host: desktopHost(process.platform),
    });
    if (!begun.isDone) {
      complain(startSentence(begun.refusal, dataFolder, language));
      return this.#in.exit(1);
    }
    this.#core = begun.value;
    this.#server = await startServer({
      handle: makeHostHandle(begun.value),
      log,
      onKnock: (wantsAddress) => this.#knocked(wantsAddress),
      onSession: () => this.#sessionOpened(),
      onReplay: () => complain(hostText[language].codeReplayed),
      onStreams: (count) => {
        this.#aloneSinceMs = count > 0 ? null : performance.now();
      },
    });
    const { origin, knock } = this.#server;
    writeInstance(runFolder, { pid: process.pid, origin, knock });
    setInterval(() => this.#look(), LOOK_EVERY_MS);
    this.#show();
  }

  /** The first window, or the address to open by hand. */
  #show(): void {
    const { given, language, print } = this.#in;
    if (given.noOpen) this.#printAddress();
    else if (this.#browser === null) {
      this.#printAddress();
      print(hostText[language].noBrowser);
    } else this.#openWindow(this.#browser);
  }

  #printAddress(): void {
    const { language, print } = this.#in;
    const words = hostText[language];
    print(words.address(this.#server?.newAddress(COPIED_CODE_LIFE_MS) ?? ''));
    if (process.stdin.isTTY) print(words.pressEnter);
    if (process.stdin.listenerCount('data') > 0) return;
    const lines = createInterface({ input: process.stdin });
    lines.on('line', () => {
      print(words.address(this.#server?.newAddress(COPIED_CODE_LIFE_MS) ?? ''));
    });
  }

  #openWindow(browser: string): void {
    const { log, runFolder } = this.#in;
    const page = this.#pages.write(this.#server?.newAddress(CODE_LIFE_MS) ?? '');
    const child = openWindow(browser, page, path.join(runFolder, 'browser'));
    this.#browsers += 1;
    const silence = setTimeout(() => this.#windowSilent(), SILENCE_MS);
    const ended = (error: unknown) => {
      if (error instanceof Error) log.warn('browser_not_started');
      this.#browsers -= 1;
      clearTimeout(silence);
      this.#windowSilent();
    };
    child.once('error', ended);
    child.once('exit', ended);
  }

  /** No page has come from the browser: it could not read the file, or did not start. */
  #windowSilent(): void {
    if (this.#hadSession || this.#leaving !== null) return;
    this.#in.complain(hostText[this.#in.language].browserSilent);
    this.#printAddress();
  }

  #sessionOpened(): void {
    this.#hadSession = true;
    if (this.#browsers > 0) this.#hadBrowser = true;
    this.#aloneSinceMs ??= performance.now();
    this.#pages.clear();
  }

  #knocked(wantsAddress: boolean): string | null {
    if (wantsAddress || this.#browser === null) {
      return this.#server?.newAddress(COPIED_CODE_LIFE_MS) ?? null;
    }
    this.#openWindow(this.#browser);
    return null;
  }

  #look(): void {
    const facts = {
      browsers: this.#browsers,
      hadBrowser: this.#hadBrowser,
      hadSession: this.#hadSession,
      aloneForMs: this.#aloneSinceMs === null ? null : performance.now() - this.#aloneSinceMs,
      isBusy: this.#core?.isBusy() ?? false,
      isBackground: this.#in.given.background,
    };
    if (mayLeave(facts)) void this.#leave(0);
  }

  /** Closes everything in order, once. */
  async #leave(code: number): Promise<void> {
    this.#leaving ??= (async () => {
      await this.#server?.close();
      await this.#core?.close();
      forgetInstance(this.#in.runFolder);
      this.#pages.clear();
      this.#in.exit(code);
    })();
    await this.#leaving;
  }

  #watchProcess(): void {
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
      process.on(signal, () => void this.#leave(0));
    }
    const crashed = (error: unknown) => {
      const incident = newIncident();
      this.#in.log.error('host_crashed', error, { incident });
      this.#in.complain(hostText[this.#in.language].incident(incident));
      void this.#leave(1);
    };
    process.on('uncaughtException', crashed);
    process.on('unhandledRejection', crashed);
  }
}
