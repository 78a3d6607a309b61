/**
 * The one stream of events of this window: it lives as long as the window, and comes back by
 * itself, a little later each time, when the connection breaks. A browser keeps six connections
 * to one address at most, so no screen opens a stream of its own.
 */
import type { AppEvent } from '../../shared/contract/application.ts';
import type { ApiClient } from './client.ts';

const FIRST_WAIT_MS = 400;
const LONGEST_WAIT_MS = 8_000;

export type StreamState = 'connecting' | 'open' | 'lost';
type Listener = (event: AppEvent) => void;

export class EventStream {
  readonly #call: ApiClient;
  readonly #listeners = new Set<Listener>();
  readonly #watchers = new Set<() => void>();
  readonly #reopened = new Set<() => void>();
  readonly #end = new AbortController();
  #state: StreamState = 'connecting';
  #hasOpened = false;

  constructor(call: ApiClient) {
    this.#call = call;
  }

  /** Begins to listen; returns the way to stop for good. */
  start(): () => void {
    void this.#run();
    return () => this.#end.abort();
  }

  /** Hears every event; returns the way to stop. */
  listen(listener: Listener): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  /** Told when the stream comes back: what happened meanwhile is unknown. */
  onReopened(listener: () => void): () => void {
    this.#reopened.add(listener);
    return () => this.#reopened.delete(listener);
  }

  readonly subscribeState = (watcher: () => void): (() => void) => {
    this.#watchers.add(watcher);
    return () => this.#watchers.delete(watcher);
  };

  readonly state = (): StreamState => this.#state;

  async #run(): Promise<void> {
    let waitMs = FIRST_WAIT_MS;
    while (!this.#end.signal.aborted) {
      const wasOpen = await this.#listenOnce();
      if (this.#end.signal.aborted) return;
      this.#become('lost');
      waitMs = wasOpen ? FIRST_WAIT_MS : Math.min(waitMs * 2, LONGEST_WAIT_MS);
      await new Promise((resolve) => setTimeout(resolve, waitMs));
    }
  }

  /** Listens until the stream ends; true when it had opened. */
  async #listenOnce(): Promise<boolean> {
    let hasHeard = false;
    try {
      const signal = this.#end.signal;
      for await (const event of await this.#call.events.watch(undefined, { signal })) {
        if (!hasHeard) this.#opened();
        hasHeard = true;
        for (const listener of this.#listeners) listener(event);
      }
    } catch {
      // Whatever ended it, the answer is the same: wait, and listen again.
    }
    return hasHeard;
  }

  #opened(): void {
    this.#become('open');
    if (this.#hasOpened) for (const listener of this.#reopened) listener();
    this.#hasOpened = true;
  }

  #become(state: StreamState): void {
    if (state === this.#state) return;
    this.#state = state;
    for (const watcher of this.#watchers) watcher();
  }
}
