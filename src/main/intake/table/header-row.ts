/**
 * Where the headers of a table are: not always on its first line.
 *
 * Exports begin with the company's name, a title, « Arrêté au 31/10/2026 ». The headers are the
 * line of words that name fields, above lines that are filled the same way and hold figures.
 */
import type { CalendarDate } from '../../../shared/kernel/calendar-date.ts';
import { isPlausible, parseDateText } from '../date-text.ts';
import { looksLikeAmount, looksLikeDate } from './column-forms.ts';
import { bestLikeness } from './field-match.ts';
import { cellText, isBlank, type TableRow } from './table-source.ts';

const ROWS_SEARCHED = 60;

/** Index of the header row among these rows, or null where the table has none. */
export function findHeaderRow(rows: readonly TableRow[]): number | null {
  let best: number | null = null;
  let bestScore = 0;
  for (let index = 0; index < Math.min(rows.length, ROWS_SEARCHED); index += 1) {
    const row = rows[index];
    if (row === undefined) break;
    const score = headerScore(row, rows.slice(index + 1, index + 6));
    if (score > bestScore + 0.001) {
      bestScore = score;
      best = index;
    }
  }
  return best;
}

/** How much a row looks like headers; 0 for one that can't be. */
export function headerScore(row: TableRow, below: readonly TableRow[]): number {
  const texts = row.cells.map(cellText);
  const filled = texts.filter((text) => text !== '');
  if (filled.length < 2) return 0;
  const figures = filled.filter((text) => looksLikeAmount(text) || looksLikeDate(text));
  if (figures.length > filled.length / 3) return 0;
  if (filled.some((text) => text.length > 120)) return 0;
  const named = filled.reduce((sum, text) => sum + bestLikeness(text), 0);
  const different = new Set(filled.map((text) => text.toLowerCase())).size / filled.length;
  const under = columnsFilledUnder(texts, below);
  return named * 2 + different + under + Math.min(1, filled.length / 10);
}

/** Share of the named columns that the next rows fill. */
function columnsFilledUnder(texts: readonly string[], below: readonly TableRow[]): number {
  if (below.length === 0) return 0;
  let named = 0;
  let filled = 0;
  texts.forEach((text, index) => {
    if (text === '') return;
    named += 1;
    if (below.some((row) => !isBlank(row.cells[index]))) filled += 1;
  });
  return named === 0 ? 0 : filled / named;
}

const STATED_WORDS = [
  String.raw`\bau`,
  String.raw`\ble`,
  'date du',
  'arr[eê]t[eé]{1,2}s?(?: comptable)? (?:au|le)',
  'situation au',
  'as of',
  'as at',
];
const STATED_ON = new RegExp(
  String.raw`(?:${STATED_WORDS.join('|')})\s*:?\s*(\d{1,2}[/.-]\d{1,2}[/.-]\d{2,4})`,
  'iu',
);

/** The day a list says it stands for: « Échéancier clients au 31/10/2026 ». Null if it doesn't. */
export function statedOnDateIn(titleRows: readonly TableRow[]): CalendarDate | null {
  let found: CalendarDate | null = null;
  for (const { cells } of titleRows) {
    for (const cell of cells) {
      const text = STATED_ON.exec(cellText(cell))?.[1];
      const day = text === undefined ? null : parseDateText(text);
      if (day !== null && isPlausible(day) && (found === null || day > found)) found = day;
    }
  }
  return found;
}
