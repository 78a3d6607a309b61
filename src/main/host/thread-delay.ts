/**
 * How long a thread was held: the time its timers came late.
 *
 * The host thread writes its figures into shared memory every second, so that the core can show
 * both without asking. `monitorEventLoopDelay` counts its own interval in what it measures; it is
 * taken off.
 */
import { monitorEventLoopDelay } from 'node:perf_hooks';
import type { ThreadDelay } from '../ports/start.ts';

const INTERVAL_MS = 5;
const PUBLISH_MS = 1000;
const FIGURES = 3;

export interface DelayMeter {
  read(): ThreadDelay;
  stop(): void;
}

/** Measures the thread that calls it, from now on. */
export function startDelayMeter(): DelayMeter {
  const histogram = monitorEventLoopDelay({ resolution: INTERVAL_MS });
  histogram.enable();
  const late = (nanoseconds: number) => Math.max(0, nanoseconds / 1e6 - INTERVAL_MS);
  return {
    read: () => ({
      maxMs: late(histogram.max),
      p99Ms: late(histogram.percentile(99)),
      meanMs: Number.isNaN(histogram.mean) ? 0 : late(histogram.mean),
    }),
    stop: () => histogram.disable(),
  };
}

/** Shared memory for one thread's figures. */
export function makeDelayBoard(): SharedArrayBuffer {
  return new SharedArrayBuffer(FIGURES * Float64Array.BYTES_PER_ELEMENT);
}

/** Writes this thread's figures on the board every second; what comes back stops it. */
export function publishDelays(board: SharedArrayBuffer): () => void {
  const meter = startDelayMeter();
  const figures = new Float64Array(board);
  const timer = setInterval(() => {
    const { maxMs, p99Ms, meanMs } = meter.read();
    figures.set([maxMs, p99Ms, meanMs]);
  }, PUBLISH_MS);
  timer.unref();
  return () => {
    clearInterval(timer);
    meter.stop();
  };
}

/** Reads the figures another thread writes on the board. */
export function readDelayBoard(board: SharedArrayBuffer): ThreadDelay {
  const [maxMs = 0, p99Ms = 0, meanMs = 0] = new Float64Array(board);
  return { maxMs, p99Ms, meanMs };
}
