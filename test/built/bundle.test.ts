/**
 * What each built entry drags along.
 *
 * The core must start in a tenth of a second and must run without Electron: one import too many,
 * through a shared chunk, breaks both without any rule on the sources noticing.
 */
import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { isBuiltin } from 'node:module';
import path from 'node:path';
import { describe, expect, test } from 'vitest';

const folder = path.resolve(import.meta.dirname, '../../out/main');

interface Closure {
  readonly files: ReadonlySet<string>;
  /** Packages and built-in modules that stay outside the bundle. */
  readonly externals: ReadonlySet<string>;
}

interface Import {
  readonly specifier: string;
  readonly isDynamic: boolean;
}

/** The files that an entry loads: at once, and with `withLazy` also those it may load later. */
function closureOf(entry: string, withLazy: boolean): Closure {
  const files = new Set<string>();
  const externals = new Set<string>();
  const visit = (file: string): void => {
    if (files.has(file)) return;
    files.add(file);
    for (const { specifier, isDynamic } of importsOf(file)) {
      if (isDynamic && !withLazy) continue;
      if (specifier.startsWith('.')) visit(path.join(path.dirname(file), specifier));
      else externals.add(specifier);
    }
  };
  visit(path.join(folder, `${entry}.js`));
  return { files, externals };
}

/**
 * The bundler writes each static import on a line of its own; a text that looks like one is not.
 */
const STATIC_IMPORT = /^(?:import|export)\b[^'"\n]*["']([^'"\n]+)["'];?$/gm;
const LAZY_IMPORT = /\bimport\(\s*["'](\.\/[\w.-]+\.js|[a-z@][^"'\n]*)["']\s*\)/g;
const REQUIRED_ELECTRON = /\brequire\(\s*["'](electron(?:\/[^"']+)?)["']/g;

/** A type that a comment imports is nothing that runs. */
const COMMENT_LINE = /^\s*\/?\*.*$/gm;

function importsOf(file: string): Import[] {
  const text = readFileSync(file, 'utf8').replace(COMMENT_LINE, '');
  const all = (pattern: RegExp, isDynamic: boolean): Import[] =>
    [...text.matchAll(pattern)].map(([, specifier = '']) => ({ specifier, isDynamic }));
  return [
    ...all(STATIC_IMPORT, false),
    ...all(REQUIRED_ELECTRON, false),
    ...all(LAZY_IMPORT, true),
  ];
}

/** The source files that a closure was made of, from its source maps. */
function sourcesOf(closure: Closure): string[] {
  return [...closure.files].flatMap((file) => {
    // What the bundler adds of its own has no source.
    if (!existsSync(`${file}.map`)) return [];
    const map = JSON.parse(readFileSync(`${file}.map`, 'utf8')) as { readonly sources: string[] };
    return map.sources;
  });
}

describe('the built entries', () => {
  test.each(['loopback', 'core', 'job'])('%s runs without Electron', (entry) => {
    const externals = [...closureOf(entry, true).externals];
    expect(externals.filter((name) => /^electron(\/|$)/.test(name))).toEqual([]);
  });

  test.each(['electron', 'loopback', 'core', 'job'])(
    '%s leaves outside only Node and the native packages',
    (entry) => {
      const externals = [...closureOf(entry, true).externals].filter(
        (name) => !(isBuiltin(name) || ['electron', 'better-sqlite3'].includes(name)),
      );
      expect(externals.filter((name) => !name.startsWith('@napi-rs/keyring'))).toEqual([]);
    },
  );

  test('every file is a program: what no entry loads at start would fail in its job only', () => {
    const files = readdirSync(folder).filter((name) => name.endsWith('.js'));
    const wrong = files.filter(
      (name) => spawnSync(process.execPath, ['--check', path.join(folder, name)]).status !== 0,
    );
    expect(files.length).toBeGreaterThan(10);
    expect(wrong).toEqual([]);
  }, 60_000);

  test.each(['core', 'job'])('%s opens the ledger', (entry) => {
    expect(closureOf(entry, true).externals.has('better-sqlite3')).toBe(true);
  });

  test.each(['electron', 'loopback'])('%s opens no ledger', (entry) => {
    expect(closureOf(entry, true).externals.has('better-sqlite3')).toBe(false);
  });

  test('the core loads no writer of PDFs or workbooks at start', () => {
    const heavy = /node_modules\/(pdfmake|pdfkit|exceljs|echarts|react)\//;
    expect(sourcesOf(closureOf('core', false)).filter((source) => heavy.test(source))).toEqual([]);
  });

  test('the job thread loads its readers and writers only when asked', () => {
    const heavy = /node_modules\/(pdfmake|pdfkit|exceljs|react)\//;
    expect(sourcesOf(closureOf('job', false)).filter((source) => heavy.test(source))).toEqual([]);
  });
});
