/**
 * The layer rules bite: each row is an import that must be refused, and the rule that refuses it.
 *
 * The rules run on a small made-up tree, so that a rule whose path was mistyped is noticed here
 * and not the day somebody crosses the line.
 */
import { mkdirSync, mkdtempSync, readdirSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { cruise, type ICruiseResult } from 'dependency-cruiser';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import configuration from '../../dependency-cruiser.config.ts';

// from, what it imports, the rule that refuses it (null: allowed)
const CASES = [
  ['src/shared/kernel/a.ts', 'src/shared/domain/a/a.ts', 'layer-kernel'],
  ['src/shared/domain/b/b.ts', 'src/shared/kernel/day.ts', null],
  ['src/shared/domain/b/c.ts', 'src/shared/contract/c.ts', 'layer-domain'],
  ['src/shared/domain/b/d.ts', 'src/shared/text/d.ts', 'layer-domain'],
  ['src/shared/contract/e.ts', 'src/shared/text/e.ts', 'layer-contract'],
  ['src/shared/format/f.ts', 'src/shared/domain/a/a.ts', 'layer-format'],
  ['src/shared/text/g.ts', 'src/shared/format/g.ts', null],
  ['src/shared/text/h.ts', 'src/main/ports/h.ts', 'layer-text'],
  ['src/shared/domain/b/i.ts', 'node:fs', 'pure-is-pure'],
  ['src/shared/domain/b/j.ts', 'zod', 'rules-need-no-package'],
  ['src/shared/contract/k.ts', 'zod', null],
  ['src/main/ports/l.ts', 'src/main/ledger/l.ts', 'layer-ports'],
  ['src/main/ledger/m.ts', 'src/main/use-cases/m.ts', 'layer-ledger'],
  ['src/main/use-cases/n.ts', 'src/main/channels/n.ts', 'layer-use-cases'],
  ['src/main/use-cases/o.ts', 'src/main/ledger/l.ts', null],
  ['src/main/intake/fec/p.ts', 'src/main/ledger/l.ts', 'layer-intake'],
  ['src/main/intake/fec/q.ts', 'src/main/intake/bank/q.ts', 'readers-are-strangers'],
  ['src/main/intake/fec/r.ts', 'src/main/intake/fec/s.ts', null],
  ['src/main/reports/t.ts', 'src/main/ledger/l.ts', 'layer-reports'],
  ['src/main/scheduler/u.ts', 'src/main/jobs/u.ts', 'layer-scheduler'],
  ['src/main/jobs/v.ts', 'src/main/intake/fec/s.ts', null],
  ['src/main/jobs/w.ts', 'src/main/host/host.ts', 'layer-jobs'],
  ['src/main/host/x.ts', 'src/main/ledger/l.ts', 'layer-host'],
  ['src/main/host/electron/y.ts', 'src/main/host/loopback/y.ts', 'hosts-are-strangers'],
  ['src/main/app.ts', 'src/main/host/electron/z.ts', 'layer-app'],
  ['src/main/use-cases/aa.ts', 'src/main/app.ts', 'app-is-the-top'],
  ['src/renderer/screens/bb.tsx', 'src/main/ports/h.ts', 'layer-renderer'],
  ['src/renderer/screens/cc.tsx', 'src/shared/text/d.ts', null],
  ['src/renderer/parts/dd.tsx', 'src/renderer/api/dd.ts', 'parts-have-no-data'],
  ['src/main/host/loopback/ee.ts', 'electron', 'only-electron'],
  ['src/main/host/electron/ff.ts', 'electron', null],
  ['src/main/host/electron/gg.ts', 'node:http', 'only-http'],
  ['src/main/channels/email/consent.ts', 'node:http', null],
  ['src/main/channels/email/ll.ts', 'node:http', 'only-http'],
  ['src/main/reports/mm.ts', 'nodemailer', 'only-nodemailer'],
  ['src/main/channels/email/nn.ts', 'nodemailer', null],
  ['src/main/intake/fec/oo.ts', 'postal-mime', 'only-mail-readers'],
  ['src/main/ledger/hh.ts', 'better-sqlite3', 'only-sqlite'],
  ['src/main/ledger/hh.ts', 'node:sqlite', 'only-sqlite'],
  ['src/main/ledger/sqlite.ts', 'better-sqlite3', null],
  ['src/main/reports/ii.ts', 'drizzle-orm', 'only-drizzle'],
  ['src/main/reports/jj.ts', 'react', 'only-screens'],
  ['src/main/message/ll.ts', 'src/main/channels/n.ts', 'layer-message'],
  ['src/main/message/mm.ts', 'src/shared/text/d.ts', null],
  ['src/main/use-cases/nn.ts', 'src/main/message/mm.ts', null],
  ['src/main/channels/oo.ts', 'src/main/message/mm.ts', 'layer-channels'],
  ['src/main/reports/pp.ts', 'liquidjs', 'only-templates'],
  ['src/main/jobs/kk.ts', 'fast-check', 'no-tests-in-the-product'],
] as const;

const project = path.resolve(import.meta.dirname, '../..');
let tree = '';
/** `from → to` of every violation, with the names of the rules that saw it. */
const found = new Map<string, string[]>();

function write(file: string, text: string): void {
  const full = path.join(tree, file);
  mkdirSync(path.dirname(full), { recursive: true });
  writeFileSync(full, text, { flag: 'a' });
}

/** Type imports count, so half of the imports are of a type only. */
function importOf(from: string, imported: string, index: number): string {
  const target = imported.startsWith('src/')
    ? `./${path.posix.relative(path.posix.dirname(from), imported)}`.replace('./..', '..')
    : imported;
  const keyword = index % 2 === 0 ? 'import' : 'import type';
  return `${keyword} { x${index} } from '${target}'; export type T${index} = typeof x${index};\n`;
}

beforeAll(async () => {
  tree = mkdtempSync(path.join(tmpdir(), 'encours-layers-'));
  for (const [index, [from, imported]] of CASES.entries()) {
    write(from, importOf(from, imported, index));
    if (imported.startsWith('src/')) write(imported, `export const y${index} = 1;\n`);
  }
  write('src/shared/domain/b/round.ts', "export { there } from './trip.ts';\n");
  write('src/shared/domain/b/trip.ts', "export { here as there } from './round.ts';\n");
  write('src/shared/domain/b/alone.ts', 'export const alone = 1;\n');
  writeFileSync(path.join(tree, 'package.json'), '{ "type": "module" }');
  symlinkSync(path.join(project, 'node_modules'), path.join(tree, 'node_modules'), 'junction');

  const result = await cruise(['src'], {
    ...configuration.options,
    baseDir: tree,
    validate: true,
    ruleSet: { forbidden: configuration.forbidden },
  });
  for (const violation of (result.output as ICruiseResult).summary.violations) {
    const key = `${violation.from} → ${violation.to}`;
    found.set(key, [...(found.get(key) ?? []), violation.rule.name]);
  }
});

afterAll(() => rmSync(tree, { recursive: true, force: true }));

function rulesAgainst(from: string, imported: string): string[] {
  const rules: string[] = [];
  for (const [key, names] of found) {
    const [source = '', target = ''] = key.split(' → ');
    const isTarget = target === imported || target.includes(`node_modules/${imported}/`);
    const isBuiltIn = imported === `node:${target}`;
    if (source === from && (isTarget || isBuiltIn)) rules.push(...names);
  }
  return rules;
}

test('every folder of the main process has its place', () => {
  const placed = configuration.forbidden.flatMap((rule) => {
    const from = 'from' in rule ? rule.from.path : undefined;
    return typeof from === 'string' ? [from] : (from ?? []);
  });
  const folders = readdirSync(path.join(project, 'src/main'), { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map((entry) => `^src/main/${entry.name}/`);
  expect(folders.filter((folder) => !placed.includes(folder))).toEqual([]);
});

describe('layers', () => {
  test.each(CASES)('%s may not see %s: %s', (from, imported, rule) => {
    const rules = rulesAgainst(from, imported);
    if (rule === null) expect(rules).toEqual([]);
    else expect(rules).toContain(rule);
  });

  test('a cycle is refused', () => {
    expect(rulesAgainst('src/shared/domain/b/round.ts', 'src/shared/domain/b/trip.ts')).toContain(
      'no-cycles',
    );
  });

  test('a file that nobody imports and that imports nothing is refused', () => {
    const alone = 'src/shared/domain/b/alone.ts';
    expect(rulesAgainst(alone, alone)).toContain('no-orphans');
  });
});
