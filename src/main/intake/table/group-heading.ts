/**
 * Lines that head a group of lines, in exports laid out like a printed list:
 *
 *     Client : C0012  DUPONT SARL
 *        FA001   31/10/2026   1 200,00
 *        FA007   30/11/2026     300,00
 *     Total client C0012       1 500,00
 */
import { type Cell, cellText, type TableRow } from './table-source.ts';

export interface GroupHeading {
  readonly columnIndex: number;
  readonly customerCode: string;
  readonly customerName: string;
}

const TITLE = String.raw`(?:(?:code|compte|n°|num[ée]ro)\s+)?`;
const PARTY = 'client|compte|tiers|auxiliaire|customer|account';
const CODE = String.raw`(?<code>[\p{L}\d][\p{L}\d._/-]*)`;
const HEADING = new RegExp(
  String.raw`^${TITLE}(?:${PARTY})\s*(?:n°\s*)?[:\s-]\s*${CODE}(?:\s*[-–:]?\s+(?<name>\S.*))?$`,
  'iu',
);

const FILLED_MAX = 4;

/** The customer a line announces, or null for any other line. */
export function groupHeadingOf(row: TableRow): GroupHeading | null {
  const filled: { text: string; index: number }[] = [];
  row.cells.forEach((cell: Cell, index) => {
    const text = cellText(cell);
    if (text !== '') filled.push({ text, index });
  });
  const [first] = filled;
  if (first === undefined || filled.length > FILLED_MAX) return null;
  const groups = HEADING.exec(first.text.replace(/\s+/gu, ' '))?.groups;
  const rest = filled.slice(1).map(({ text }) => text);
  if (groups?.code !== undefined) {
    const name = [groups.name ?? '', ...rest].filter((text) => text !== '').join(' ');
    return { columnIndex: first.index, customerCode: groups.code, customerName: name };
  }
  // « Client : » in one cell, its code and name in the next ones.
  const code = rest[0];
  if (code === undefined || !/^(?:code )?(?:client|compte|tiers) ?:?$/iu.test(first.text)) {
    return null;
  }
  return { columnIndex: first.index, customerCode: code, customerName: rest.slice(1).join(' ') };
}
