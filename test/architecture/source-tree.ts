/** The sources as text and as syntax trees, for the tests that read the code itself. */
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { parseSync } from '@swc/core';

export const projectFolder = path.resolve(import.meta.dirname, '../..');

export interface SourceFile {
  /** From the project's folder, with slashes: `src/shared/kernel/cents.ts`. */
  readonly path: string;
  readonly text: string;
}

/** A node of the syntax tree, as swc gives it. */
export interface SyntaxNode {
  readonly type: string;
  readonly [field: string]: unknown;
}

/** Every TypeScript file under these folders. */
export function sourceFiles(...folders: readonly string[]): SourceFile[] {
  return folders.flatMap((folder) =>
    readdirSync(path.join(projectFolder, folder), { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile() && /\.tsx?$/.test(entry.name))
      .map((entry) => path.join(entry.parentPath, entry.name))
      .map((full) => ({
        path: path.relative(projectFolder, full).split(path.sep).join('/'),
        text: readFileSync(full, 'utf8'),
      })),
  );
}

interface PlacedNode {
  readonly node: SyntaxNode;
  /** The line it starts on, from 1; counted when asked. */
  readonly line: () => number;
}

const parsed = new Map<string, readonly PlacedNode[]>();

/** Every node of a file, parsed once however many rules read it. */
export function nodesOf(file: SourceFile): readonly PlacedNode[] {
  const key = `${file.path}\n${file.text}`;
  const known = parsed.get(key);
  if (known !== undefined) return known;
  const nodes = parse(file);
  parsed.set(key, nodes);
  return nodes;
}

function parse(file: SourceFile): PlacedNode[] {
  // swc counts bytes from the first token of everything it has parsed so far: a leading `;`
  // makes that token the first byte of this file.
  const bytes = Buffer.from(`;${file.text.replace(/^#!.*/, '')}`);
  const tree = parseSync(bytes.toString(), {
    syntax: 'typescript',
    tsx: file.path.endsWith('.tsx'),
    target: 'esnext',
  });
  const lineOf = (node: SyntaxNode): number => {
    const span = node.span as { readonly start: number } | undefined;
    if (span === undefined) return 1;
    return bytes
      .subarray(0, span.start - tree.span.start)
      .toString()
      .split('\n').length;
  };
  const nodes: PlacedNode[] = [];
  visitNode(tree, (node) => nodes.push({ node, line: () => lineOf(node) }));
  return nodes;
}

function visitNode(value: unknown, visit: (node: SyntaxNode) => void): void {
  if (Array.isArray(value)) {
    for (const item of value) visitNode(item, visit);
    return;
  }
  if (value === null || typeof value !== 'object') return;
  if (isNode(value)) visit(value);
  for (const child of Object.values(value)) visitNode(child, visit);
}

export function isNode(value: unknown): value is SyntaxNode {
  return typeof value === 'object' && value !== null && 'type' in value;
}

/** The dotted name of an expression: `Date.now`, `error.message.includes`; else an empty text. */
export function dottedName(value: unknown): string {
  if (!isNode(value)) return '';
  if (value.type === 'Identifier') return String(value.value);
  if (value.type === 'ThisExpression') return 'this';
  if (value.type === 'OptionalChainingExpression') return dottedName(value.base);
  if (value.type !== 'MemberExpression') return '';
  const property = value.property;
  if (!isNode(property) || property.type !== 'Identifier') return '';
  const object = dottedName(value.object);
  return `${object === '' ? '(…)' : object}.${String(property.value)}`;
}
