/**
 * Which sign separates the fields of a text table.
 *
 * Every candidate cuts the first lines; the one that gives most lines the same number of fields,
 * more than one, is taken. A comma inside French amounts cuts too, but never evenly.
 */
import { CsvSplitter } from './csv-rows.ts';
import type { TableRow } from './table-source.ts';

const CANDIDATES = [';', '\t', '|', ','] as const;
const ROWS_JUDGED = 200;

export interface SeparatedRows {
  readonly separator: string;
  readonly rows: readonly TableRow[];
  /** Lines to leave out: the « sep=; » that Excel understands. */
  readonly skippedLines: number;
}

/** The best separator of a text, or null where it holds no table. */
export function findSeparator(
  text: string,
  endsWithCr: boolean,
  isWhole: boolean,
): SeparatedRows | null {
  const declared = /^sep=(.)\r?\n/iu.exec(text)?.[1];
  let best: SeparatedRows | null = null;
  let bestScore = 0;
  for (const separator of declared === undefined ? CANDIDATES : [declared]) {
    const rows = cut(text, separator, { endsWithCr, isWhole });
    const score = evennessOf(rows.slice(0, ROWS_JUDGED));
    if (score > bestScore) {
      bestScore = score;
      best = { separator, rows, skippedLines: declared === undefined ? 0 : 1 };
    }
  }
  return best;
}

function cut(
  text: string,
  separator: string,
  { endsWithCr, isWhole }: { endsWithCr: boolean; isWhole: boolean },
): TableRow[] {
  const splitter = new CsvSplitter(separator, endsWithCr);
  const rows = splitter.push(text);
  return isWhole ? [...rows, ...splitter.finish()] : rows;
}

/** Share of rows with the commonest number of fields, raised by how many there are. */
function evennessOf(rows: readonly TableRow[]): number {
  const counts = new Map<number, number>();
  let filled = 0;
  for (const { cells } of rows) {
    const isBlank = cells.every((cell) => typeof cell === 'string' && cell.trim() === '');
    if (isBlank && cells.length < 2) continue;
    filled += 1;
    counts.set(cells.length, (counts.get(cells.length) ?? 0) + 1);
  }
  let best = 0;
  for (const [width, count] of counts) {
    if (width > 1) best = Math.max(best, (count / filled) ** 2 * Math.log2(1 + width));
  }
  return best;
}
