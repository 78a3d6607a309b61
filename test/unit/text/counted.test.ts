import { expect, test } from 'vitest';
import { counted } from '../../../src/shared/text/counted.ts';

test.each([
  ['0', '0 pièce', '0 items'],
  ['1', '1 pièce', '1 item'],
  ['2', '2 pièces', '2 items'],
  ['1\u202f000', '1\u202f000 pièces', '1\u202f000 items'],
])('%s', (count, fr, en) => {
  expect(counted.fr(count, 'pièce', 'pièces')).toBe(fr);
  expect(counted.en(count, 'item', 'items')).toBe(en);
});
