/** The fields of a SWIFT message, with the lines that each covers. */

export interface Mt940Field {
  /** `20`, `28C`, `60F`. */
  readonly tag: string;
  readonly lines: string[];
  readonly lineNumber: number;
}

const FIELD = /^:(\d{2}[A-Z]?):(.*)$/;
/** `-`, `-}`, at some banks with three letters: the end of a message. */
const END = /^-(\}.*|[A-Z]{3})?\s*$/;
/** A text of six lines of 65 signs at most; banks go beyond, damaged files much further. */
const LINES_MAX = 100;

export function* mt940Fields(text: string): Generator<Mt940Field> {
  let field: Mt940Field | null = null;
  let lineNumber = 0;
  for (const raw of text.split(/\r*\n|\r/)) {
    lineNumber += 1;
    const line = raw
      .replace(/^\p{Cc}+/u, '')
      .replace(/^(\{\d:[^}]*\})*\{4:/, '')
      .replace(/\p{Cc}/gu, ' ');
    const begun = FIELD.exec(line);
    if (begun !== null) {
      if (field !== null) yield field;
      field = { tag: begun[1] ?? '', lines: [begun[2] ?? ''], lineNumber };
    } else if (END.test(line)) {
      if (field !== null) yield field;
      field = null;
    } else if (field !== null && field.lines.length < LINES_MAX && line.trim() !== '') {
      field.lines.push(line);
    }
  }
  if (field !== null) yield field;
}
