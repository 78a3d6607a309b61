import { expect, test, vi } from 'vitest';
import {
  makeDelayBoard,
  publishDelays,
  readDelayBoard,
  startDelayMeter,
} from '../../src/main/host/thread-delay.ts';

function holdThread(ms: number): void {
  const end = performance.now() + ms;
  while (performance.now() < end);
}

test('a thread that was held says for how long, to itself and on the board', async () => {
  const board = makeDelayBoard();
  expect(readDelayBoard(board)).toEqual({ maxMs: 0, p99Ms: 0, meanMs: 0 });
  const meter = startDelayMeter();
  const stop = publishDelays(board);
  await new Promise((resolve) => setTimeout(resolve, 50));
  holdThread(150);
  await vi.waitFor(() => expect(meter.read().maxMs).toBeGreaterThanOrEqual(120));
  expect(meter.read().maxMs).toBeLessThan(1000);
  await vi.waitFor(() => expect(readDelayBoard(board).maxMs).toBeGreaterThanOrEqual(120), {
    timeout: 4000,
  });
  stop();
  meter.stop();
});
