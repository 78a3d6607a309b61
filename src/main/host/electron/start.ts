/**
 * The Electron host: one window on `app://encours`, no preload, no IPC.
 *
 * Everything up to `whenReady` happens when `startElectron` is called: the data folder must be
 * known and the lock taken before Electron makes its own files there.
 */
import { rmSync } from 'node:fs';
import path from 'node:path';
import { app, type BrowserWindow, dialog, type Tray } from 'electron';
import { hostText } from '../../../shared/text/host.ts';
import { newIncident } from '../../ports/incident.ts';
import type { Log } from '../../ports/log.ts';
import type { PageSource } from '../../ports/start.ts';
import { type CoreSupervisor, superviseCore } from '../core-supervisor.ts';
import { openFileLog } from '../file-log.ts';
import { makeHostHandle } from '../host-handle.ts';
import { readStart, type Start } from '../read-start.ts';
import { startSentence } from '../sentences.ts';
import { electronDesktop, makeTray, setMenu } from './desktop.ts';
import { allowOwnDownloads, openFile } from './files-out.ts';
import { guardNavigation } from './navigation.ts';
import { serveWindow } from './scheme.ts';
import { openMainWindow } from './window.ts';

const LOOK_EVERY_MS = 1000;

/** Starts the application, or says in one sentence why not. */
export async function startElectron(coreEntry: URL, pages: PageSource): Promise<void> {
  app.enableSandbox();
  const read = readStart(ownArguments(), true);
  if (!read.isDone) {
    process.stderr.write(`${read.refusal}\n`);
    return app.exit(2);
  }
  // Also decides of the single-instance lock: one per data folder.
  app.setPath('userData', path.join(read.value.dataFolder, 'run', 'electron'));
  if (!app.requestSingleInstanceLock()) return app.exit(0);
  const host = new ElectronHost(read.value);
  host.watch();
  await app.whenReady();
  await host.start(coreEntry, pages);
}

/** What follows the program, or the folder it was given: tools put switches of theirs before. */
function ownArguments(): string[] {
  const folderAt = process.argv.findIndex((word, index) => index > 0 && !word.startsWith('-'));
  return process.argv.slice(app.isPackaged ? 1 : folderAt + 1);
}

class ElectronHost {
  readonly #in: Start;
  readonly #log: Log;
  #core: CoreSupervisor | null = null;
  #window: BrowserWindow | null = null;
  #tray: Tray | null = null;
  #isClosed = false;

  constructor(start: Start) {
    this.#in = start;
    this.#log = openFileLog(path.join(start.dataFolder, 'logs'));
  }

  /** What may happen before Electron is ready. */
  watch(): void {
    app.on('second-instance', () => this.#show());
    app.on('activate', () => this.#show());
    app.on('window-all-closed', () => this.#look());
    app.on('before-quit', (event) => {
      if (this.#isClosed) return;
      event.preventDefault();
      void this.#close();
    });
    process.on('uncaughtException', (error) => this.#crashed(error));
    process.on('unhandledRejection', (error) => this.#crashed(error));
  }

  async start(coreEntry: URL, pages: PageSource): Promise<void> {
    const { dataFolder, language, given } = this.#in;
    const { sample, today } = given;
    const start = { dataFolder, pages, hostKind: 'electron', sample, today } as const;
    const begun = await superviseCore({ coreEntry, start, log: this.#log, host: electronDesktop });
    if (!begun.isDone) {
      dialog.showErrorBox('Encours', startSentence(begun.refusal, dataFolder, language));
      return app.exit(1);
    }
    const core = begun.value;
    this.#core = core;
    const handle = makeHostHandle(core);
    const shownFolder = path.join(dataFolder, 'tmp', 'open');
    rmSync(shownFolder, { recursive: true, force: true });
    serveWindow(handle);
    allowOwnDownloads();
    setMenu(!app.isPackaged);
    app.on('web-contents-created', (_event, contents) =>
      guardNavigation(contents, {
        openFile: (address) => void openFile(address, handle, shownFolder),
        relaunch: () => core.relaunch(),
      }),
    );
    this.#tray = makeTray(core.settings.language, () => this.#show());
    this.#show();
    setInterval(() => this.#look(), LOOK_EVERY_MS);
  }

  #show(): void {
    const core = this.#core;
    if (core === null) return;
    if (this.#window !== null) {
      if (this.#window.isMinimized()) this.#window.restore();
      this.#window.focus();
      return;
    }
    this.#window = openMainWindow(core.settings.window, this.#log);
    this.#window.once('close', () => {
      const isMaximized = this.#window?.isMaximized() ?? false;
      if (this.#window) core.recordWindow({ ...this.#window.getNormalBounds(), isMaximized });
      this.#window = null;
    });
  }

  /** Without a window: stays for a job or by `--background`, in the tray; else leaves. */
  #look(): void {
    if (this.#window !== null || this.#in.given.background || this.#core?.isBusy()) return;
    app.quit();
  }

  async #close(): Promise<void> {
    this.#window?.close();
    await this.#core?.close();
    this.#tray?.destroy();
    this.#isClosed = true;
    app.quit();
  }

  #crashed(error: unknown): void {
    const incident = newIncident();
    this.#log.error('host_crashed', error, { incident });
    dialog.showErrorBox('Encours', hostText[this.#in.language].incident(incident));
    app.exit(1);
  }
}
