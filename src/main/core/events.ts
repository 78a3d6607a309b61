/**
 * Hands what happened to every window's one stream.
 *
 * A window that doesn't read is let go rather than waited for: its stream ends, it comes back and
 * asks for everything again. Progress replaces progress: of one job, only the latest is kept.
 */
import type { AppEvent } from '../../shared/contract/application.ts';
import type { Events } from '../ports/events.ts';

const WAITING_MAX = 1000;

export interface EventHub extends Events {
  /** Everything announced from now on, until the signal aborts or the hub closes. */
  watch(signal?: AbortSignal): AsyncGenerator<AppEvent, void, void>;
  /** Ends every stream. */
  close(): void;
}

interface Watcher {
  readonly waiting: AppEvent[];
  wake: () => void;
  isOver: boolean;
}

export function makeEventHub(): EventHub {
  const watchers = new Set<Watcher>();

  async function* stream(watcher: Watcher): AsyncGenerator<AppEvent, void, void> {
    try {
      while (true) {
        for (let next = watcher.waiting.shift(); next; next = watcher.waiting.shift()) yield next;
        if (watcher.isOver) return;
        await new Promise<void>((resolve) => {
          watcher.wake = resolve;
        });
      }
    } finally {
      watchers.delete(watcher);
    }
  }

  function end(watcher: Watcher): void {
    watcher.isOver = true;
    watchers.delete(watcher);
    watcher.wake();
  }

  return {
    publish(event) {
      for (const watcher of watchers) {
        offer(watcher.waiting, event);
        if (watcher.waiting.length > WAITING_MAX) end(watcher);
        else watcher.wake();
      }
    },
    watch(signal) {
      const watcher: Watcher = { waiting: [], wake: () => undefined, isOver: false };
      // Registered now, not at the first read: nothing announced in between is missed.
      if (signal?.aborted) watcher.isOver = true;
      else watchers.add(watcher);
      signal?.addEventListener('abort', () => end(watcher), { once: true });
      return stream(watcher);
    },
    close() {
      for (const watcher of [...watchers]) end(watcher);
    },
  };
}

function offer(waiting: AppEvent[], event: AppEvent): void {
  if (event.kind === 'job_changed') {
    const stale = waiting.findIndex(
      (other) => other.kind === 'job_changed' && other.job.jobId === event.job.jobId,
    );
    if (stale !== -1) waiting.splice(stale, 1);
  }
  waiting.push(event);
}
