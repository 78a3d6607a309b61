/** The records of a CFONB file, however its lines end. */

const RECORD_CHARS = 120;
/** Two records or more on one line; a record with trailing blanks is never that long. */
const SEVERAL_CHARS = 2 * RECORD_CHARS - 20;

export interface CfonbRecord {
  readonly lineNumber: number;
  /** The signs of these columns, counted from 1, both included; blanks beyond the end. */
  at(from: number, to: number): string;
}

export function* cfonbRecords(text: string): Generator<CfonbRecord> {
  let lineNumber = 0;
  for (const line of text.split(/\r*\n|\r/)) {
    lineNumber += 1;
    if (line.trim() === '' || line === '\u001a') continue;
    if (line.length < SEVERAL_CHARS) yield recordOf(line, lineNumber);
    else yield* cut(line, lineNumber);
  }
}

/** Records that follow one another without a line end. */
function* cut(line: string, firstNumber: number): Generator<CfonbRecord> {
  let lineNumber = firstNumber;
  for (let at = 0; at < line.length; at += RECORD_CHARS) {
    const record = line.slice(at, at + RECORD_CHARS);
    if (record.trim() !== '') yield recordOf(record, lineNumber);
    lineNumber += 1;
  }
}

function recordOf(text: string, lineNumber: number): CfonbRecord {
  return {
    lineNumber,
    at: (from, to) => text.slice(from - 1, to).padEnd(to - from + 1),
  };
}
