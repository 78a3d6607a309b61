/** The table of a bench: printed, and kept in `docs/BENCH.md` between the marks of its size. */
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

export interface ReportRow {
  readonly name: string;
  readonly ms: number;
  readonly floorMs: number | null;
  readonly note: string;
}

export interface BenchReport {
  readonly machine: string;
  readonly counts: string;
  readonly ledgerMegabytes: number;
  readonly rows: readonly ReportRow[];
}

const PAGE = fileURLToPath(new URL('../../docs/BENCH.md', import.meta.url));
const HEAD = `# Bench

\`npm run bench -- sme\` and \`npm run bench -- large\` write these tables: milliseconds, median of
seven, asked as a window asks them; the floor is the bare query, split or insert that the same work
cannot do without, measured in the same run on the same machine.
`;

/** Writes the table of this size in its place; gives it as text. */
export function writeReport(size: string, report: BenchReport): string {
  const table = tableOf(report);
  writePart(size, `## ${size}\n\n${table}`);
  return table;
}

/** Puts a text between the marks of this name; at the end of the page where there are none. */
export function writePart(name: string, text: string): void {
  const [open, close] = [`<!-- bench:${name} -->`, `<!-- /bench:${name} -->`];
  const page = existsSync(PAGE) ? readFileSync(PAGE, 'utf8') : HEAD;
  const part = `${open}\n${text}${close}\n`;
  const from = page.indexOf(open);
  const before = from < 0 ? `${page.trimEnd()}\n\n` : page.slice(0, from);
  const after = from < 0 ? '' : page.slice(page.indexOf(close) + close.length + 1);
  writeFileSync(PAGE, before + part + after);
}

function tableOf({ machine, counts, ledgerMegabytes, rows }: BenchReport): string {
  const figure = (ms: number) => (ms < 10 ? String(Math.round(ms * 10) / 10) : `${Math.round(ms)}`);
  const lines = rows.map(({ name, ms, floorMs, note }) => {
    const floor = floorMs === null ? '' : figure(floorMs);
    const ratio = floorMs === null ? '' : `× ${Math.round((ms / floorMs) * 10) / 10}`;
    return `| ${name} | ${figure(ms)} | ${floor} | ${ratio} | ${note} |`;
  });
  return [
    `${counts}; ${ledgerMegabytes} Mo. ${machine}.`,
    '',
    '| | ms | plancher | rapport | |',
    '|---|---:|---:|---:|---|',
    ...lines,
    '',
    '',
  ].join('\n');
}
