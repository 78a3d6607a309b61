/** Every procedure of the contract is asked by a test of this folder, and every refusal named. */
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { contract } from '../../src/shared/contract/contract.ts';

const folder = import.meta.dirname;
const support = path.join(folder, '../support/running-application.ts');
const tests = readdirSync(folder)
  .filter((name) => name.endsWith('.ts') && !name.startsWith('contract-coverage'))
  .map((name) => readFileSync(path.join(folder, name), 'utf8'));
const text = [...tests, readFileSync(support, 'utf8')].join('\n');

const procedures = Object.entries(contract).flatMap(([area, verbs]) =>
  Object.keys(verbs).map((verb) => [area, verb] as const),
);

test.each(procedures)('%s.%s', (area, verb) => {
  const asked = new RegExp(
    `\\b${area}\\s*\\.\\s*${verb}\\b|[{,]\\s*${verb}\\b[^;]*\\}\\s*=\\s*\\S*\\.${area}\\b`,
  );
  const byArea = new RegExp(`\\{[^}]*\\b${area}\\b[^}]*\\}[\\s\\S]{0,400}\\b${area}\\.${verb}\\b`);
  expect(asked.test(text) || byArea.test(text)).toBe(true);
});
