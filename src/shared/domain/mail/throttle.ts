/**
 * How many messages an account may send now: a provider's limit is for any sixty minutes, not for
 * the hour of the clock.
 */
import { addSeconds, type Instant } from '../../kernel/instant.ts';

const HOUR_SECONDS = 3600;

/** A server that takes its time gets about as many over one connection. */
const PER_CONNECTION = 2_000;
/** What the strictest of the common providers lets one account hold open at a time. */
const CONNECTIONS_MAX = 3;

export interface Throttle {
  /** Messages that may leave now. */
  readonly count: number;
  /** When the next one may leave; null while some may now. */
  readonly nextAt: Instant | null;
}

/**
 * Judges the moments of the messages already handed over. `perHour` is at least 1.
 * Moments after `now`, left by a clock that was set back, count as now.
 */
export function throttle(
  sentAt: readonly Instant[],
  { perHour, now }: { readonly perHour: number; readonly now: Instant },
): Throttle {
  const hourAgo = addSeconds(now, -HOUR_SECONDS);
  const recent = sentAt.filter((moment) => moment > hourAgo).sort();
  const count = Math.max(0, perHour - recent.length);
  // The one whose leaving of the hour brings the number below the limit.
  const blocking = recent[recent.length - perHour];
  if (count > 0 || blocking === undefined) return { count, nextAt: null };
  const from = blocking > now ? now : blocking;
  return { count, nextAt: addSeconds(from, HOUR_SECONDS) };
}

/** Connections over which so many messages an hour may leave: one, unless it would hold them up. */
export function connectionsFor(perHour: number): number {
  return Math.min(CONNECTIONS_MAX, Math.ceil(perHour / PER_CONNECTION));
}
