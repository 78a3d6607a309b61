/**
 * Reads an EBP export (`.edi`): six lines of heading, then accounts and lines of entries.
 *
 *     EBP.EDI / ASCII / 01 / company / first day / last day of the year
 *     C;411LET;LETICO;C                                                 account; label; kind
 *     E;411LET;01062008;ANX;; ;REPORT A NOUVEAU;D;     1241.39;;        line
 *       account; day; journal; entry; ; label; D or C; amount; ; letter
 *
 * Amounts have a decimal point, days are JJMMAAAA. The journal has no label. Nothing in it is a
 * due date.
 */
import { done, type Result, refused } from '../../../shared/kernel/result.ts';
import type { LedgerFileSummary } from '../ledger-summary.ts';
import type { FileRefused, LedgerSink } from '../statement-sink.ts';
import {
  type ByteSource,
  decodeText,
  detectEncoding,
  lineEndOf,
  splitLines,
} from '../text-source.ts';
import { PackageLines, type PackageOptions, packageDate, wholeFile } from './package-lines.ts';

const HEADING_LINES = 6;
/** Cells of a line of an entry; the letter, last, is often left out. */
const CELLS_MIN = 9;

/** True for a text that begins as an EBP export does. */
export function looksLikeEdi(head: string): boolean {
  return /^EBP\.EDI\s*[\r\n]/.test(head);
}

/** Reads the file to its end; the sink gets customers, lines and problems. */
export async function readEdi(
  source: ByteSource,
  options: PackageOptions,
  sink: LedgerSink,
): Promise<Result<LedgerFileSummary, FileRefused>> {
  const whole = await wholeFile(source);
  if (!whole.isDone) return whole;
  const bytes = whole.value;
  const { encoding } = detectEncoding(bytes, true);
  const texts = splitLines(decodeText(bytes, encoding));
  if (!looksLikeEdi(`${texts[0] ?? ''}\n`)) {
    return refused({ code: 'edi_not_recognised', value: source.fileName });
  }
  const lines = new PackageLines(options, sink);
  const read = readRecords(texts, lines);
  if (!read.isDone) return read;
  return lines.finish(
    {
      format: 'edi',
      encoding,
      lineEnd: lineEndOf(bytes),
      separator: ';',
      variant: 'montant_sens',
      columnNames: [],
      absentColumns: [],
      siren: null,
      closingDate: packageDate((texts[5] ?? '').trim()),
    },
    source,
  );
}

function readRecords(texts: readonly string[], lines: PackageLines): Result<null, FileRefused> {
  const labels = new Map<string, string>();
  let entry = '';
  for (const [index, text] of texts.entries()) {
    if (index < HEADING_LINES || text.trim() === '') continue;
    if (lines.isStopped()) return refused({ code: 'cancelled', value: '' });
    const cells = text.split(';').map((cell) => cell.trim());
    if (cells[0] === 'C') labels.set(cells[1] ?? '', cells[2] ?? '');
    else if (cells[0] === 'E') entry = readLine(cells, index + 1, { lines, labels, entry });
  }
  return done(null);
}

interface EdiState {
  readonly lines: PackageLines;
  readonly labels: ReadonlyMap<string, string>;
  /** Key of the entry that the line before was of. */
  readonly entry: string;
}

/** Reads one line of an entry; returns the key of its entry. */
function readLine(cells: readonly string[], lineNumber: number, state: EdiState): string {
  const { lines } = state;
  // A semicolon inside the label makes one cell too many; side and amount stand after it.
  const side = cells.findLastIndex((cell, at) => at >= 7 && (cell === 'D' || cell === 'C'));
  if (cells.length < CELLS_MIN || side < 0) {
    const value = cells.join(';').slice(0, 200);
    const code = 'fields_missing';
    lines.output.problems.add({ lineNumber, columnName: null, code, value, severity: 'error' });
    lines.output.tally.totals.linesRead += 1;
    lines.output.tally.totals.linesRejected += 1;
    return state.entry;
  }
  const [, accountCode = '', dateText = '', journalCode = '', entryNumber = ''] = cells;
  const key = `${journalCode}\n${entryNumber}\n${dateText}`;
  if (key !== state.entry) {
    lines.begin(lines.output.tally.journal(journalCode, ''), entryNumber, dateText);
  }
  const amount = cells[side + 1] ?? '';
  const isDebit = cells[side] === 'D';
  lines.add({
    lineNumber,
    accountCode,
    accountLabel: state.labels.get(accountCode) ?? '',
    dateText,
    debitText: isDebit ? amount : '',
    creditText: isDebit ? '' : amount,
    documentNumber: entryNumber,
    documentDate: null,
    label: cells.slice(6, side).join(';'),
    letter: cells[side + 3] || null,
    letteredOnDate: null,
    currency: 'EUR',
    dueParts: [],
  });
  return key;
}
