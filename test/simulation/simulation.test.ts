/** Short lives in the suite, long ones at night (`npm run simulate` lives any). */
import { expect, test } from 'vitest';
import { runSimulation } from './run-simulation.ts';

const isNight = process.env.ENCOURS_NIGHT === '1';
const SEEDS = Array.from({ length: isNight ? 50 : 4 }, (_, index) => 1_000 + index);
const DAYS = isNight ? 365 : 35;

test.each(SEEDS)('the life of a company from seed %i breaks no law', async (seed) => {
  const lived = await runSimulation(seed, DAYS);
  expect(lived.days).toBe(DAYS);
  expect(lived.imports).toBeGreaterThan(3);
});
