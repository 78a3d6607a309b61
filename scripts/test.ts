/**
 * `npm test`: everything that must hold before a change is accepted. It aims at eight minutes
 * on two quiet cores, says so when it takes longer, and stops after thirty.
 *
 * `npm run test:night` (`--night`) runs the long ones too: more seeds, more mutations, more
 * crashes, every journey; tests read it as ENCOURS_NIGHT=1. It has no limit.
 *
 * Prints the time of each part, the command that runs it alone, and ends with one line:
 * `N passed, N failed`.
 */
import { runChecks, type Tally } from './checks.ts';
import { runSuite } from './suites.ts';
import { binOf, runNode, secondsOf } from './tools.ts';

const AIM_MS = 8 * 60_000;
const LIMIT_MS = 30 * 60_000;

const isNight = process.argv.includes('--night');
const env = isNight ? { ENCOURS_NIGHT: '1' } : {};

interface Part {
  readonly name: string;
  /** How to run this part alone. */
  readonly command: string;
  readonly run: (timeoutMs: number | undefined) => Promise<Tally & { readonly skipped?: number }>;
}

function suite(name: string, project: string, ...args: string[]): Part {
  return {
    name,
    command: `npx vitest run --project ${project}`,
    run: (timeoutMs) =>
      runSuite({ project, args, env, ...(timeoutMs !== undefined && { timeoutMs }) }),
  };
}

const PARTS: readonly Part[] = [
  { name: 'vérifications', command: 'npm run check', run: () => runChecks() },
  suite('architecture', 'architecture'),
  suite('règles', 'pure', '--coverage'),
  { name: 'construction', command: 'npm run build', run: () => build() },
  suite('grand livre', 'ledger'),
  suite('application construite', 'built'),
  suite('parcours', 'e2e'),
];

async function build(): Promise<Tally> {
  const end = await runNode(binOf('electron-vite', 'electron-vite'), ['build']);
  if (end.exitCode === 0) return { passed: 1, failed: 0 };
  process.stdout.write(end.output);
  return { passed: 0, failed: 1 };
}

const startedAt = performance.now();
const lines: string[] = [];
let passed = 0;
let failed = 0;

for (const part of PARTS) {
  const spentMs = performance.now() - startedAt;
  process.stdout.write(`\n── ${part.name} ── ${part.command}\n`);
  const tally = await part.run(isNight ? undefined : Math.max(1_000, LIMIT_MS - spentMs));
  passed += tally.passed;
  failed += tally.failed;
  const time = secondsOf(performance.now() - startedAt - spentMs);
  const skipped = tally.skipped ? `, ${tally.skipped} sautés` : '';
  const counts = `${tally.passed} réussis, ${tally.failed} échoués${skipped}`;
  lines.push(`${part.name.padEnd(24)}${time.padStart(9)}  ${counts}`);
}

const totalMs = performance.now() - startedAt;
lines.push(`${'total'.padEnd(24)}${secondsOf(totalMs).padStart(9)}`);
if (!isNight && totalMs > AIM_MS) lines.push('La suite dépasse les huit minutes visées.');
process.stdout.write(`\n${lines.join('\n')}\n\n${passed} passed, ${failed} failed\n`);
process.exitCode = failed === 0 ? 0 : 1;
