/**
 * `npm run simulate -- [--seed N] [--seeds N] [--days N]`: lives of a company, every law checked
 * after each day. Without a seed, one is drawn and printed: it replays the same life.
 */
import { randomInt } from 'node:crypto';
import { parseArgs } from 'node:util';
import { runSimulation } from './run-simulation.ts';

const { values } = parseArgs({
  options: {
    seed: { type: 'string' },
    seeds: { type: 'string', default: '1' },
    days: { type: 'string', default: '120' },
  },
});
const whole = (text: string) => Number.parseInt(text, 10);
const first = values.seed === undefined ? randomInt(1, 2 ** 31) : whole(values.seed);

let failed = 0;
for (let index = 0; index < whole(values.seeds); index += 1) {
  const seed = first + index;
  const startedAt = performance.now();
  try {
    const lived = await runSimulation(seed, whole(values.days));
    const seconds = Math.round((performance.now() - startedAt) / 100) / 10;
    process.stdout.write(`graine ${seed} : ${JSON.stringify(lived)} en ${seconds} s\n`);
  } catch (error) {
    failed += 1;
    const parts: string[] = [];
    for (let one: unknown = error; one instanceof Error; one = one.cause) parts.push(one.message);
    process.stdout.write(`graine ${seed} : ${parts.join('\n  ')}\n`);
  }
}
process.stdout.write(`${whole(values.seeds) - failed} passed, ${failed} failed\n`);
process.exitCode = failed === 0 ? 0 : 1;
