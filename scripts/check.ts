/**
 * `npm run check`: types, layers, form, dead code. Each part's time, then one line.
 *
 * What fails is printed whole; what passes says nothing.
 */
import { runChecks } from './checks.ts';

const { passed, failed } = await runChecks();
process.stdout.write(`\n${passed} passed, ${failed} failed\n`);
process.exitCode = failed === 0 ? 0 : 1;
