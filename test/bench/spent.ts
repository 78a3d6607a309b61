/** What a piece of work took: by the clock, of this thread's processor, and its longest hold. */
import { monitorEventLoopDelay } from 'node:perf_hooks';

export interface Spent {
  readonly ms: number;
  readonly cpuMs: number;
  readonly heldMs: number;
}

export async function spent(work: () => unknown): Promise<Spent> {
  const delay = monitorEventLoopDelay({ resolution: 1 });
  delay.enable();
  const cpu = process.threadCpuUsage();
  const startedAt = performance.now();
  await work();
  const { user, system } = process.threadCpuUsage(cpu);
  const ms = performance.now() - startedAt;
  delay.disable();
  return { ms, cpuMs: (user + system) / 1000, heldMs: delay.max / 1e6 };
}
