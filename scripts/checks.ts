/** What must hold before any test is run. */
import { binOf, runNode, secondsOf } from './tools.ts';

interface Check {
  readonly name: string;
  readonly script: string;
  readonly args: readonly string[];
}

const CHECKS: readonly Check[] = [
  { name: 'types', script: binOf('typescript', 'tsc'), args: ['-b'] },
  {
    name: 'couches',
    script: binOf('dependency-cruiser', 'depcruise'),
    args: ['src', '--config', 'dependency-cruiser.config.ts'],
  },
  {
    name: 'forme',
    script: binOf('@biomejs/biome', 'biome'),
    args: ['check', '--max-diagnostics=200', '--error-on-warnings', '.'],
  },
  {
    name: 'code mort',
    script: binOf('knip', 'knip'),
    args: ['--no-progress', '--treat-config-hints-as-errors'],
  },
  {
    name: 'code mort du produit',
    script: binOf('knip', 'knip'),
    args: ['--production', '--include', 'files', '--no-progress', '--no-config-hints'],
  },
];

export interface Tally {
  readonly passed: number;
  readonly failed: number;
}

/** Runs every check, prints its time and, where it fails, all it has to say. */
export async function runChecks(): Promise<Tally> {
  let passed = 0;
  for (const check of CHECKS) {
    const startedAt = performance.now();
    const end = await runNode(check.script, check.args);
    const isGood = end.exitCode === 0;
    if (isGood) passed += 1;
    const mark = isGood ? 'ok' : 'ÉCHEC';
    const time = secondsOf(performance.now() - startedAt);
    process.stdout.write(`${check.name.padEnd(24)}${time.padStart(8)}  ${mark}\n`);
    if (!isGood) process.stdout.write(`${end.output.trimEnd()}\n\n`);
  }
  return { passed, failed: CHECKS.length - passed };
}
