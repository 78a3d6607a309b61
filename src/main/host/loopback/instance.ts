/**
 * How a second start finds the first: `run/instance.json` names its address and a knock secret
 * that only the same user can read. A knock opens one more window instead of failing.
 */
import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';

const KNOCK_TIMEOUT_MS = 3000;

export interface Instance {
  readonly pid: number;
  readonly origin: string;
  readonly knock: string;
}

/** What the first instance did: opened a window, or gives the address to open by hand. */
export interface KnockAnswer {
  readonly address: string | null;
}

const fileOf = (runFolder: string) => path.join(runFolder, 'instance.json');

export function writeInstance(runFolder: string, instance: Instance): void {
  const file = fileOf(runFolder);
  rmSync(file, { force: true });
  writeFileSync(file, JSON.stringify(instance), { mode: 0o600, flag: 'wx' });
}

export function forgetInstance(runFolder: string): void {
  rmSync(fileOf(runFolder), { force: true });
}

/** Knocks at the instance that runs on this data folder; null when there is none. */
export async function knockAtOther(
  runFolder: string,
  wantsAddress: boolean,
): Promise<KnockAnswer | null> {
  const instance = readInstance(runFolder);
  if (instance === null) return null;
  try {
    const answer = await fetch(`${instance.origin}/knock`, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json' },
      body: JSON.stringify({ knock: instance.knock, wantsAddress }),
      signal: AbortSignal.timeout(KNOCK_TIMEOUT_MS),
    });
    if (!answer.ok) return null;
    const { address } = (await answer.json()) as { address?: unknown };
    return { address: typeof address === 'string' ? address : null };
  } catch {
    return null;
  }
}

function readInstance(runFolder: string): Instance | null {
  try {
    const value = JSON.parse(readFileSync(fileOf(runFolder), 'utf8')) as Partial<Instance>;
    const { pid, origin, knock } = value;
    if (typeof pid !== 'number' || typeof knock !== 'string') return null;
    if (typeof origin !== 'string' || !/^http:\/\/127\.0\.0\.1:\d+$/.test(origin)) return null;
    return { pid, origin, knock };
  } catch {
    return null;
  }
}
