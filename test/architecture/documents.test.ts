/** The documents say what the code does: complete, short where they must be, no dead link. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { codesWithoutCause, errorsFile, errorsPage } from '../../scripts/errors-page.ts';
import { projectFolder } from './source-tree.ts';

const read = (name: string): string => readFileSync(path.join(projectFolder, name), 'utf8');

test('ERRORS.md holds every code with its sentence and its cause', () => {
  const page = readFileSync(errorsFile, 'utf8');
  expect(page).toBe(errorsPage(page));
  expect(codesWithoutCause(page)).toEqual([]);
});

test('the README is at most 80 lines', () => {
  expect(read('README.md').trimEnd().split('\n').length).toBeLessThanOrEqual(80);
});

test('each dependency has its line in DECISIONS.md, and no other is named there', () => {
  const manifest = JSON.parse(read('package.json')) as {
    readonly dependencies: Readonly<Record<string, string>>;
    readonly devDependencies: Readonly<Record<string, string>>;
  };
  const declared = Object.keys({ ...manifest.dependencies, ...manifest.devDependencies });
  const [, lines = ''] = read('docs/DECISIONS.md').split('\n## Dependencies\n');
  const heads = lines.split('\n').map((line) => line.split(/ — |; /)[0] ?? '');
  const named = heads.flatMap((head) => [...head.matchAll(/`([^`]+)`/g)].map(([, name]) => name));
  expect(declared.filter((name) => !lines.includes(`\`${name}\``))).toEqual([]);
  expect(named.filter((name) => name !== undefined && !declared.includes(name))).toEqual([
    'node:sqlite',
  ]);
});

describe('links', () => {
  const documents = [
    'README.md',
    ...readdirSync(path.join(projectFolder, 'docs'))
      .filter((name) => name.endsWith('.md'))
      .map((name) => `docs/${name}`),
  ];

  test.each(documents)('%s points to what exists', (document) => {
    const targets = [...read(document).matchAll(/\]\(([^)#]+)(#[^)]*)?\)/g)].map(([, to]) => to);
    const missing = targets.filter(
      (to) =>
        to !== undefined &&
        !to.startsWith('http') &&
        !existsSync(path.join(projectFolder, path.dirname(document), to)),
    );
    expect(missing).toEqual([]);
  });

  test('every path that ARCHITECTURE.md names is there', () => {
    const named = [...read('docs/ARCHITECTURE.md').matchAll(/`((?:src|test|docs)\/[\w./-]+)`/g)];
    const missing = named.filter(([, to]) => !existsSync(path.join(projectFolder, to ?? '')));
    expect(missing.map(([, to]) => to)).toEqual([]);
  });
});
