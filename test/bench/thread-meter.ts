/**
 * Loaded into every thread of the product under measure (`--import`): at each SIGUSR2, says how
 * long the thread was held since the one before.
 */
import { writeSync } from 'node:fs';
import { monitorEventLoopDelay } from 'node:perf_hooks';
import { BroadcastChannel, isMainThread, threadName } from 'node:worker_threads';

const RESOLUTION_MS = 5;
const histogram = monitorEventLoopDelay({ resolution: RESOLUTION_MS });
histogram.enable();

// By the clock a thread is also held by whatever else the machine does. What it used of a processor
// between two ticks of a timer is its own work.
let usedAtTick = usedMs();
let workMs = 0;
setInterval(() => {
  const used = usedMs();
  workMs = Math.max(workMs, used - usedAtTick);
  usedAtTick = used;
}, RESOLUTION_MS).unref();

function usedMs(): number {
  const { user, system } = process.threadCpuUsage();
  return (user + system) / 1000;
}

function tell(): void {
  const heldMs = Math.max(0, histogram.max / 1e6 - RESOLUTION_MS);
  const thread = isMainThread ? 'host' : threadName;
  writeSync(1, `held ${thread} ${heldMs.toFixed(1)} ${workMs.toFixed(1)}\n`);
  histogram.reset();
  workMs = 0;
}

const others = new BroadcastChannel('thread-meter');
others.onmessage = tell;
others.unref();
if (isMainThread) {
  process.on('SIGUSR2', () => {
    tell();
    others.postMessage('tell');
  });
}
