/**
 * Starts the core thread, and stands in for it when it is not there.
 *
 * A core that dies breaks the calls in flight and gets an incident number; the user starts it
 * again from the window (`POST /relaunch`). After three deaths in ten minutes it stays down: what
 * kills it would do so again. No thread is ever terminated: stopping asks, and waits.
 */
import { Worker } from 'node:worker_threads';
import type { Result } from '../../shared/kernel/result.ts';
import { done, refused } from '../../shared/kernel/result.ts';
import type { Host } from '../ports/host.ts';
import { newIncident } from '../ports/incident.ts';
import type { Log } from '../ports/log.ts';
import { replayLine } from '../ports/posted-log.ts';
import type { StartOptions, StartRefusal } from '../ports/start.ts';
import type { WindowState } from '../ports/window-state.ts';
import { CoreStopped, type HostEnd, makeHostEnd } from './bridge.ts';
import { makeDelayBoard, publishDelays } from './thread-delay.ts';
import type { CoreStart, HostSettings, ToCore, ToHost } from './thread-messages.ts';

const DEATHS_MAX = 3;
const DEATHS_WITHIN_MS = 600_000;
const CLOSING_MS_MAX = 5000;

/** Why there is no core to answer. */
export interface CoreDown {
  readonly incident: string;
  readonly mayRelaunch: boolean;
}

export interface CoreSupervisor {
  /** Rejects with `CoreStopped` when the core is down or dies meanwhile. */
  handle(request: Request): Promise<Response>;
  /** Null while the core runs. */
  down(): CoreDown | null;
  /** Starts a core that is down; false when it must stay down or fails again. */
  relaunch(): Promise<boolean>;
  /** True while a job or a sending runs: not the moment to leave. */
  isBusy(): boolean;
  readonly settings: HostSettings;
  recordWindow(state: WindowState): void;
  /** Stops the core; one that does not end in a few seconds is left to the system. */
  close(): Promise<void>;
}

export interface SupervisorOptions {
  readonly coreEntry: URL;
  readonly start: StartOptions;
  readonly log: Log;
  /** What the core may ask of the desktop. */
  readonly host: Omit<Host, 'restartCore'>;
  /** Told when the core has died. */
  readonly onDeath?: (down: CoreDown) => void;
  /** For tests: a clock that only goes forward. */
  readonly elapsedMs?: () => number;
}

interface Running {
  readonly worker: Worker;
  readonly bridge: HostEnd;
  isBusy: boolean;
  isStopping: boolean;
  readonly ended: Promise<void>;
}

/** Starts the core and waits until it answers, or says why it does not start. */
export async function superviseCore(
  options: SupervisorOptions,
): Promise<Result<CoreSupervisor, StartRefusal>> {
  const supervisor = new Supervisor(options);
  const begun = await supervisor.begin();
  return begun.isDone ? done(supervisor) : begun;
}

class Supervisor implements CoreSupervisor {
  settings: HostSettings = { window: null, language: 'fr' };
  readonly #options: SupervisorOptions;
  readonly #board = makeDelayBoard();
  readonly #stopPublishing = publishDelays(this.#board);
  readonly #deathsAtMs: number[] = [];
  #running: Running | null = null;
  #down: CoreDown | null = null;
  #restarting: Promise<void> | null = null;

  constructor(options: SupervisorOptions) {
    this.#options = options;
  }

  async begin(): Promise<Result<null, StartRefusal>> {
    const begun = await startThread(this.#options, this.#board, {
      died: (error) => this.#died(error),
      restart: () => this.#restart(),
    });
    if (!begun.isDone) {
      this.#stopPublishing();
      return begun;
    }
    this.#running = begun.value.running;
    this.settings = begun.value.settings;
    this.#down = null;
    return done(null);
  }

  async handle(request: Request): Promise<Response> {
    await this.#restarting;
    if (this.#running === null || this.#running.isStopping) throw new CoreStopped();
    return this.#running.bridge.handle(request);
  }

  down(): CoreDown | null {
    return this.#down;
  }

  async relaunch(): Promise<boolean> {
    if (this.#running !== null) return true;
    if (this.#down?.mayRelaunch !== true) return false;
    await this.#restart();
    return this.#running !== null;
  }

  isBusy(): boolean {
    return this.#running?.isBusy ?? false;
  }

  recordWindow(state: WindowState): void {
    this.settings = { ...this.settings, window: state };
    tell(this.#running, { kind: 'window_state', state });
  }

  async close(): Promise<void> {
    const closing = (async () => {
      await this.#restarting;
      if (this.#running !== null) await stopThread(this.#running);
      this.#running = null;
    })();
    await Promise.race([closing, new Promise((resolve) => setTimeout(resolve, CLOSING_MS_MAX))]);
    this.#stopPublishing();
  }

  /** Closes the core, if it runs, and starts it again. */
  async #restart(): Promise<void> {
    this.#restarting ??= (async () => {
      if (this.#running !== null) await stopThread(this.#running);
      this.#running = null;
      const begun = await this.begin().catch((error: unknown) => this.#died(error));
      if (begun && !begun.isDone) this.#died(new Error(begun.refusal.code));
    })().finally(() => {
      this.#restarting = null;
    });
    await this.#restarting;
  }

  #died(error: unknown): void {
    const { log, onDeath, elapsedMs = () => performance.now() } = this.#options;
    this.#running = null;
    const incident = newIncident();
    const nowMs = elapsedMs();
    this.#deathsAtMs.push(nowMs);
    const recent = this.#deathsAtMs.filter((atMs) => nowMs - atMs < DEATHS_WITHIN_MS).length;
    this.#down = { incident, mayRelaunch: recent < DEATHS_MAX };
    log.error('core_died', error, { incident, recent });
    onDeath?.(this.#down);
  }
}

function tell(running: Running | null, message: ToCore): void {
  running?.worker.postMessage(message);
}

async function stopThread(running: Running): Promise<void> {
  running.isStopping = true;
  tell(running, { kind: 'stop' });
  await running.ended;
}

interface ThreadEvents {
  died(error: unknown): void;
  restart(): Promise<void>;
}

type Begun = { readonly running: Running; readonly settings: HostSettings };

/** One thread, from its start until it answers, refuses or dies. */
function startThread(
  options: SupervisorOptions,
  hostDelay: SharedArrayBuffer,
  events: ThreadEvents,
): Promise<Result<Begun, StartRefusal>> {
  const { log, host, start, coreEntry } = options;
  const workerData: CoreStart = { options: start, hostDelay };
  const worker = new Worker(coreEntry, { workerData, name: 'core' });
  const ended = Promise.withResolvers<void>();
  const bridge = makeHostEnd((call, transfer) => worker.postMessage(call, transfer));
  const running: Running = {
    worker,
    bridge,
    isBusy: false,
    isStopping: false,
    ended: ended.promise,
  };

  return new Promise((resolve, reject) => {
    let isReady = false;
    let cause: unknown = new Error('The core thread ended without a word.');
    worker.on('message', (message: ToHost) => {
      if (message.kind === 'ready') {
        isReady = true;
        resolve(done({ running, settings: message.settings }));
      } else if (message.kind === 'refused') resolve(refused(message.refusal));
      else if (message.kind === 'busy') running.isBusy = message.isBusy;
      else if (message.kind === 'log') replayLine(message.line, log);
      else if (message.kind === 'notify') host.notify(message);
      else if (message.kind === 'open_external') host.openExternal(message.url);
      else if (message.kind === 'show_in_folder') host.showInFolder(message.path);
      else if (message.kind === 'restart') void events.restart();
      else bridge.receive(message);
    });
    worker.on('error', (error) => {
      cause = error;
    });
    worker.on('exit', () => {
      bridge.breakAll();
      ended.resolve();
      if (!isReady) reject(cause);
      else if (!running.isStopping) events.died(cause);
    });
  });
}
