/** What a fresh machine needs for `npm ci` to succeed, whatever its system. */
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { projectFolder } from './source-tree.ts';

interface LockedPackage {
  readonly resolved?: string;
  readonly optionalDependencies?: Readonly<Record<string, string>>;
}

const lock = JSON.parse(readFileSync(path.join(projectFolder, 'package-lock.json'), 'utf8')) as {
  readonly packages: Readonly<Record<string, LockedPackage>>;
};
const locked = Object.entries(lock.packages);

test('the lock file holds the builds of every system: npm ci refuses one that lacks some', () => {
  const missing = locked.flatMap(([place, { optionalDependencies = {} }]) =>
    Object.keys(optionalDependencies).filter(
      (name) =>
        !(
          `node_modules/${name}` in lock.packages ||
          `${place}/node_modules/${name}` in lock.packages
        ),
    ),
  );
  expect(missing).toEqual([]);
});

test('every package comes from the npm registry', () => {
  const elsewhere = locked.flatMap(([place, { resolved }]) =>
    resolved === undefined || resolved.startsWith('https://registry.npmjs.org/') ? [] : [place],
  );
  expect(elsewhere).toEqual([]);
});
