import { expect, test } from 'vitest';
import { measuredMinutes } from '../../../../src/shared/domain/metrics/measured-time.ts';
import { instant } from '../../../../src/shared/kernel/instant.ts';

const at = (time: string) => instant(`2026-11-23T${time}.000Z`);

test.each([
  [[], 0],
  [['09:00:00'], 0],
  [['09:00:00', '09:04:00', '09:09:00'], 9],
  [['09:00:00', '09:10:00'], 10], // ten minutes are still work
  [['09:00:00', '09:10:01', '09:12:01'], 2], // a longer pause is not
  [['09:00:00', '08:59:00', '09:01:00'], 2], // the clock was set back
])('%j shows %i minutes', (times, minutes) => {
  expect(measuredMinutes(times.map(at))).toBe(minutes);
});
