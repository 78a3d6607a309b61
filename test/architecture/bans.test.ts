/**
 * What may not be written, and what to write instead.
 *
 * Each ban carries an example that it must catch, so that a rule which no longer bites is
 * noticed. Sizes of files and functions, kebab-case names, `console` and the like are Biome's.
 */
import { describe, expect, test } from 'vitest';
import {
  dottedName,
  isNode,
  nodesOf,
  type SourceFile,
  type SyntaxNode,
  sourceFiles,
} from './source-tree.ts';

interface Ban {
  readonly name: string;
  readonly instead: string;
  /** Code that the ban must catch. */
  readonly example: string;
  /** Files where it is allowed. */
  readonly allowedIn?: RegExp;
  readonly isBanned: (node: SyntaxNode) => boolean;
}

const isCall = (node: SyntaxNode): boolean => node.type === 'CallExpression';
const calleeOf = (node: SyntaxNode): string => dottedName(node.callee);
const firstArgument = (node: SyntaxNode): unknown =>
  (node.arguments as readonly { readonly expression: unknown }[] | undefined)?.[0]?.expression;

const CLOCKS =
  /^src\/shared\/kernel\/(calendar-date|time-zone|instant)\.ts$|^src\/main\/(.*\/)?(system-)?clock\.ts$/;
const ID_MAKERS = /\/(ids|random-ids|launch-code|command-id)\.ts$/;
const NUMBER_READERS =
  /^src\/main\/intake\/|^src\/shared\/format\/|^src\/shared\/kernel\/(calendar-date|cents|time-zone)\.ts$/;

/** A workbook's cell is a number of euros: the reader's spreadsheet does the formatting. */
const NUMBER_WRITERS = new RegExp(`${NUMBER_READERS.source}|^src/main/reports/workbook\\.ts$`);

/** A row's key, which may be a bigint; a yes or no, to be sorted by. */
const IS_NO_TEXT = /\.lastInsertRowid$|(^|\.)(is|has|can|may)[A-Z]\w*$/;

/** SQL glued together instead of bound: a template with expressions, or a sum of texts. */
function isBuiltText(value: unknown): boolean {
  if (!isNode(value)) return false;
  if (value.type === 'BinaryExpression') return value.operator === '+';
  return value.type === 'TemplateLiteral' && (value.expressions as unknown[]).length > 0;
}

const BANS: readonly Ban[] = [
  {
    name: 'new Date, Date.now, Date.parse',
    instead: 'clock.today(), clock.now(), CalendarDate',
    example: 'const day = new Date();',
    allowedIn: CLOCKS,
    isBanned: (node) =>
      (node.type === 'NewExpression' && calleeOf(node) === 'Date') ||
      (isCall(node) && ['Date', 'Date.now', 'Date.parse'].includes(calleeOf(node))),
  },
  {
    name: 'Math.random, randomUUID',
    instead: 'ids.next()',
    example: 'const id = crypto.randomUUID();',
    allowedIn: ID_MAKERS,
    isBanned: (node) => isCall(node) && /(^|\.)(Math\.random|randomUUID)$/.test(calleeOf(node)),
  },
  {
    name: 'Number(text), parseFloat',
    instead: 'parseAmount, parseQuantity of shared/format',
    example: 'const amount = Number(cell);',
    allowedIn: NUMBER_READERS,
    isBanned: (node) =>
      isCall(node) &&
      /^(Number|(Number\.)?parseFloat)$/.test(calleeOf(node)) &&
      !IS_NO_TEXT.test(dottedName(firstArgument(node))),
  },
  {
    name: 'toFixed',
    instead: 'formatCents, formatNumber of shared/format',
    example: 'const shown = rate.toFixed(2);',
    allowedIn: NUMBER_READERS,
    isBanned: (node) => isCall(node) && /\.toFixed$/.test(calleeOf(node)),
  },
  {
    name: 'division by 100',
    instead: 'formatCents, or ratioOf for a percentage',
    example: 'const euros = amountCents / 100;',
    allowedIn: NUMBER_WRITERS,
    isBanned: (node) =>
      node.type === 'BinaryExpression' &&
      node.operator === '/' &&
      isNode(node.right) &&
      node.right.type === 'NumericLiteral' &&
      node.right.value === 100,
  },
  {
    name: 'ipcMain, ipcRenderer, contextBridge',
    instead: 'the API over handle(Request)',
    example: "import { ipcMain } from 'electron';",
    isBanned: (node) =>
      node.type === 'Identifier' &&
      ['ipcMain', 'ipcRenderer', 'contextBridge'].includes(String(node.value)),
  },
  {
    name: 'string-built SQL',
    instead: 'bound parameters',
    example: 'database.prepare(`SELECT * FROM $' + '{table}`);',
    allowedIn: /^src\/main\/ledger\/migrations\//,
    isBanned: (node) =>
      isCall(node) &&
      (calleeOf(node) === 'sql.raw' ||
        (/\.(prepare|exec)$/.test(calleeOf(node)) && isBuiltText(firstArgument(node)))),
  },
  {
    name: 'await inside ledger.write',
    instead: 'the input and output before or after',
    example: 'ledger.write(async () => 1);',
    isBanned: (node) => {
      const argument = firstArgument(node);
      return (
        isCall(node) &&
        /(^|\.)ledger\.(write|read)$/i.test(calleeOf(node)) &&
        isNode(argument) &&
        argument.async === true
      );
    },
  },
  {
    name: 'as any, as unknown as',
    instead: 'narrow, or satisfies',
    example: 'const row = value as unknown as Row;',
    isBanned: (node) => {
      if (node.type !== 'TsAsExpression') return false;
      const isKeyword = (type: unknown, kind: string): boolean =>
        isNode(type) && type.type === 'TsKeywordType' && type.kind === kind;
      if (isKeyword(node.typeAnnotation, 'any')) return true;
      const inner = node.expression;
      return (
        isNode(inner) &&
        inner.type === 'TsAsExpression' &&
        isKeyword(inner.typeAnnotation, 'unknown')
      );
    },
  },
  {
    name: 'the ! that silences null',
    instead: 'narrow',
    example: 'const name = row!.name;',
    isBanned: (node) => node.type === 'TsNonNullExpression',
  },
  {
    name: 'errors told apart by their message',
    instead: 'error.code',
    example: "if (error.message.includes('locked')) retry();",
    isBanned: (node) =>
      isCall(node) &&
      /\.message\.(includes|startsWith|endsWith|match|indexOf|search)$/.test(calleeOf(node)),
  },
];

function violations(ban: Ban, files: readonly SourceFile[]): string[] {
  const found: string[] = [];
  for (const file of files) {
    if (ban.allowedIn?.test(file.path)) continue;
    for (const { node, line } of nodesOf(file)) {
      if (ban.isBanned(node)) found.push(`${file.path}:${line()}`);
    }
  }
  return found;
}

const product = sourceFiles('src');
const everything = [...product, ...sourceFiles('test', 'scripts')];

describe('banned in the product', () => {
  test.each(BANS)('$name → $instead', (ban) => {
    expect(violations(ban, [{ path: 'src/main/made-up.ts', text: ban.example }])).toHaveLength(1);
    expect(violations(ban, product)).toEqual([]);
  });
});

/** Lines of these files that a pattern finds. */
function linesWith(pattern: RegExp, files: readonly SourceFile[]): string[] {
  return files.flatMap((file) =>
    file.text
      .split('\n')
      .flatMap((line, index) => (pattern.test(line) ? [`${file.path}:${index + 1}`] : [])),
  );
}

describe('banned everywhere', () => {
  const elsewhere = everything.filter((file) => !file.path.startsWith('test/architecture/bans'));

  test.each([
    ['a silenced compiler or linter', /@ts-(ignore|nocheck)|eslint-disable|@ts-expect-error\s*$/],
    ['a test that runs alone', /\b(describe|test|it)(\.\w+)*\.only\(/],
    ['a note to oneself', /\b(FIXME|TODO|XXX)\b/],
  ])('%s', (_name, pattern) => {
    expect(linesWith(pattern, elsewhere)).toEqual([]);
  });
});

describe('sizes and names', () => {
  const isText = (file: SourceFile): boolean =>
    /^src\/shared\/text\/|^src\/main\/ledger\/(migrations|schema)\//.test(file.path);

  test('a line has at most 100 columns', () => {
    const files = [...product, ...sourceFiles('scripts')].filter((file) => !isText(file));
    expect(linesWith(/^(?!.*https?:\/\/).{101,}$/u, files)).toEqual([]);
  });

  test('a file opens with what it is for', () => {
    const silent = product
      .filter(({ path }) => !path.endsWith('.d.ts'))
      .filter((file) => !/^(#!.*\n)?\/\*\*/.test(file.text));
    expect(silent.map((file) => file.path)).toEqual([]);
  });

  test('no file is named after nothing, and none only re-exports', () => {
    const empty = /(^|\/)(utils?|helpers?|common|manager|data|info|misc|index)(\.tsx?$|\/)/;
    expect(everything.filter((file) => empty.test(file.path)).map((file) => file.path)).toEqual([]);
  });

  test('nothing is updated in the ledger: facts are recorded, reversed, closed', () => {
    const ledger = product.filter((file) => file.path.startsWith('src/main/ledger/'));
    expect(linesWith(/export (async )?function update/, ledger)).toEqual([]);
  });
});

describe('words', () => {
  /** Where French is read rather than said (files, labels of entries), or made up. */
  const readsFrench = new RegExp(
    [
      '^src/main/(intake|sample)/',
      '^src/shared/(text|format)/',
      '^src/shared/domain/(statement|nature|message/short-message)',
    ].join('|'),
  );

  test('sentences shown to people are in shared/text', () => {
    const found: string[] = [];
    for (const file of product.filter(({ path }) => !readsFrench.test(path))) {
      for (const { node, line } of nodesOf(file)) {
        const text = textOf(node);
        if (/[éèêëàâùûçôîïœÉÈÀÇ]/.test(text)) found.push(`${file.path}:${line()} ${text.trim()}`);
      }
    }
    expect(found).toEqual([]);
  });
});

function textOf(node: SyntaxNode): string {
  if (node.type === 'StringLiteral' || node.type === 'JSXText') return String(node.value);
  if (node.type === 'TemplateElement') return String(node.raw);
  return '';
}
