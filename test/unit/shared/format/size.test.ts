import { expect, test } from 'vitest';
import { formatSize } from '../../../../src/shared/format/size.ts';

test.each([
  [0, '0 ko', '0 KB'],
  [1, '1 ko', '1 KB'],
  [1024, '1 ko', '1 KB'],
  [34_500, '34 ko', '34 KB'],
  [1_048_575, '1 024 ko', '1,024 KB'],
  [1_258_292, '1,2 Mo', '1.2 MB'],
])('%d bytes read %s, in English %s', (bytes, french, english) => {
  const plain = (text: string) => text.replace(/[\u00a0\u202f]/gu, ' ');
  expect(plain(formatSize(bytes))).toBe(french);
  expect(plain(formatSize(bytes, { language: 'en' }))).toBe(english);
});
