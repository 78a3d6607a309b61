/** What the documents of a company share: its letterhead, the payer's address, ruled tables. */
import { type MmZone, placeAddress } from '../../shared/domain/message/letter-layout.ts';
import type { Content, Node, TableLayout } from './pdf-types.ts';

/** Millimetres in PostScript points. */
export const MM = 72 / 25.4;
export const ACCENT = '#0f5a5e';
export const MUTED = '#5b6770';
export const LATE = '#a3231f';
export const RULE = '#aab4ba';

interface Issuer {
  readonly name: string;
  readonly addressLines: readonly string[];
  readonly phone: string;
  readonly email: string;
  readonly website?: string;
  readonly logo: {
    readonly mediaType: 'image/png' | 'image/jpeg';
    readonly base64: string;
  } | null;
}

/** Logo, name and address of the company that writes. */
export function letterhead({ name, addressLines, phone, email, website, logo }: Issuer): Node {
  const contact = [phone, email].filter((part) => part !== '').join(' · ');
  const picture: Content[] =
    logo === null
      ? []
      : [
          {
            image: `data:${logo.mediaType};base64,${logo.base64}`,
            fit: [46 * MM, 18 * MM],
            margin: [0, 0, 0, 3],
          },
        ];
  return {
    stack: [
      ...picture,
      { text: name, bold: true, fontSize: 12, color: ACCENT, margin: [0, 0, 0, 2] },
      ...[...addressLines, contact, website ?? '']
        .filter((line) => line !== '')
        .map((line) => ({ text: line, color: MUTED })),
    ],
  };
}

/** Signs that fit at the usual size, and at the smaller one (NF Z10-011 allows no more). */
const USUAL_LENGTH = 34;
const LONGEST = 38;

/** The payer's address at the bottom of its block, each line at its place. */
export function addressAt(lines: readonly string[], block: MmZone): Content[] {
  const placed = placeAddress(lines, block);
  const length = Math.max(...lines.map((line) => line.length));
  const isTight = lines.length > 6 || length > USUAL_LENGTH;
  // A line that nobody shortened still ends on the sheet.
  const fontSize = (isTight ? 9 : 10) * Math.min(1, LONGEST / length);
  return placed.lines.map(({ text, yMm }) => ({
    text,
    fontSize,
    lineHeight: 1,
    noWrap: true,
    absolutePosition: { x: block.x * MM, y: yMm * MM },
  }));
}

/** Thin rules between rows, a stronger one below the head and at the end. */
export const RULED: TableLayout = {
  hLineWidth: (row, node) =>
    row === 1 ? 0.8 : row === node.table.body.length ? 0.8 : row === 0 ? 0 : 0.3,
  vLineWidth: () => 0,
  hLineColor: () => RULE,
  paddingLeft: () => 3,
  paddingRight: () => 3,
  paddingTop: () => 2.5,
  paddingBottom: () => 2.5,
};

/**
 * Text that Roboto can show: it has no narrow no-break space, which pages would show as a box
 * while readers of text see nothing wrong.
 */
export function printable(text: string): string {
  return text.replace(/[\u202f\u2007]/gu, '\u00a0');
}
