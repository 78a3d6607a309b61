/** One suite of vitest, run to its end and counted. */
import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs';
import path from 'node:path';
import type { Tally } from './checks.ts';
import { binOf, projectFolder, runNode } from './tools.ts';

export interface SuiteOptions {
  readonly project: string;
  readonly args?: readonly string[];
  readonly env?: Readonly<Record<string, string>>;
  readonly timeoutMs?: number;
}

/** The part of vitest's JSON report that is counted. */
interface Report {
  readonly numPassedTests: number;
  readonly numFailedTests: number;
  readonly numPendingTests: number;
  readonly testResults: readonly {
    readonly status: string;
    readonly assertionResults: readonly { readonly status: string }[];
  }[];
}

export interface SuiteTally extends Tally {
  /** Tests that say why they could not run here: no real files, no Electron. */
  readonly skipped: number;
  readonly timedOut: boolean;
}

/**
 * Runs one project of vitest.config.ts.
 *
 * A file that does not load counts as one failure, and so does a run that ends badly with every
 * test passed (a threshold of coverage, an error after the last test).
 */
export async function runSuite(options: SuiteOptions): Promise<SuiteTally> {
  const folder = path.join(projectFolder, 'node_modules/.cache/tests');
  mkdirSync(folder, { recursive: true });
  const reportFile = path.join(folder, `${options.project}.json`);
  rmSync(reportFile, { force: true });
  const end = await runNode(
    binOf('vitest', 'vitest'),
    [
      'run',
      `--project=${options.project}`,
      '--reporter=dot',
      '--reporter=json',
      `--outputFile.json=${reportFile}`,
      ...(options.args ?? []),
    ],
    {
      isShown: true,
      ...(options.env && { env: options.env }),
      ...(options.timeoutMs !== undefined && { timeoutMs: options.timeoutMs }),
    },
  );
  const { passed, failed, skipped } = tallyOf(reportFile);
  const isSilentFailure = end.exitCode !== 0 && failed === 0;
  if (isSilentFailure) {
    const why = end.timedOut ? 'arrêté à la limite de temps' : `terminé avec ${end.exitCode}`;
    process.stdout.write(`${options.project} : ${why}\n`);
  }
  return { passed, failed: failed + (isSilentFailure ? 1 : 0), skipped, timedOut: end.timedOut };
}

function tallyOf(reportFile: string): { passed: number; failed: number; skipped: number } {
  if (!existsSync(reportFile)) return { passed: 0, failed: 0, skipped: 0 };
  const report = JSON.parse(readFileSync(reportFile, 'utf8')) as Report;
  const broken = report.testResults.filter(
    (file) =>
      file.status === 'failed' &&
      !file.assertionResults.some((assertion) => assertion.status === 'failed'),
  );
  return {
    passed: report.numPassedTests,
    failed: report.numFailedTests + broken.length,
    skipped: report.numPendingTests,
  };
}
