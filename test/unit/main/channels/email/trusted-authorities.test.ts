import { readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { systemAuthorities } from '../../../../../src/main/channels/email/trusted-authorities.ts';

const AUTHORITY = readFileSync(
  path.resolve(import.meta.dirname, '../../../../support/mail-certificates/authority.pem'),
  'utf8',
);

test('the system’s authorities are trusted, and read once', () => {
  const asked: string[] = [];
  const authorities = systemAuthorities((store) => {
    asked.push(store);
    return [AUTHORITY];
  });
  expect(asked).toEqual([]);
  expect(authorities.connectionOptions()).toMatchObject({ minVersion: 'TLSv1.2' });
  expect(authorities.connectionOptions().secureContext).toBe(
    authorities.connectionOptions().secureContext,
  );
  expect(authorities.certificates()).toEqual([AUTHORITY]);
  expect(asked).toEqual(['system']);
});

test('a system that shows none leaves those that come with Node', () => {
  const authorities = systemAuthorities((store) => (store === 'system' ? [] : [AUTHORITY]));
  expect(authorities.certificates()).toEqual([AUTHORITY]);
  expect(systemAuthorities().certificates().length).toBeGreaterThan(10);
});
