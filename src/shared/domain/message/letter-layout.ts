/**
 * Where things stand on a French letter, in millimetres from the top left corner of an A4 sheet.
 *
 * The address stands on the right, at the bottom of its block, since La Poste reads from there
 * (NF Z10-011). The zones are what a window shows wherever the sheet has slipped in its envelope:
 *  - DL, sheet folded in three, window 35 × 100 at 20 mm from the right and from the bottom;
 *  - C5, sheet folded in two, window 45 × 100 at 20 mm from the right and 60 mm from the bottom.
 * Windows are a habit of the trade, not a standard: hence the offsets, and a test print.
 */

export const ENVELOPES = ['dl', 'c5'] as const;
export type Envelope = (typeof ENVELOPES)[number];

/** How far the address may be moved, either way, in millimetres. */
export const ADDRESS_OFFSET_MAX_MM = 15;

export interface LetterLayout {
  readonly envelope: Envelope;
  /** To the right when positive, −15 to 15. */
  readonly offsetXMm: number;
  /** Downwards when positive, −15 to 15. */
  readonly offsetYMm: number;
  readonly hasFoldMarks: boolean;
  /** A slip to cut off at the foot of the last page, where something is asked for. */
  readonly hasPaymentSlip: boolean;
  /** Printed on both sides: each letter of a batch begins on a sheet of its own. */
  readonly isDuplex: boolean;
}

export const DEFAULT_LETTER_LAYOUT: LetterLayout = {
  envelope: 'dl',
  offsetXMm: 0,
  offsetYMm: 0,
  hasFoldMarks: true,
  hasPaymentSlip: true,
  isDuplex: false,
};

export interface MmZone {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

interface EnvelopeGeometry {
  /** The block of six lines of 3.8 mm. */
  readonly block: MmZone;
  /** What the window shows wherever the sheet has slipped. */
  readonly window: MmZone;
  /** Distances of the folds from the top of the sheet. */
  readonly foldsMm: readonly number[];
}

export const ENVELOPE_GEOMETRY: Readonly<Record<Envelope, EnvelopeGeometry>> = {
  dl: {
    block: { x: 110, y: 56, width: 80, height: 22.8 },
    window: { x: 100, y: 55, width: 90, height: 24 },
    foldsMm: [99, 198],
  },
  c5: {
    block: { x: 111, y: 61, width: 79, height: 22.8 },
    window: { x: 109, y: 57, width: 81, height: 31.5 },
    foldsMm: [148.5],
  },
};

/** The block where the address of this layout is printed. */
export function addressBlockOf({ envelope, offsetXMm, offsetYMm }: LetterLayout): MmZone {
  const { block } = ENVELOPE_GEOMETRY[envelope];
  return { ...block, x: block.x + offsetXMm, y: block.y + offsetYMm };
}

export interface PlacedLine {
  readonly text: string;
  /** Top of the line. */
  readonly yMm: number;
}

/** Lines of the address put at the bottom of their block; seven are set closer than six. */
export function placeAddress(
  lines: readonly string[],
  block: MmZone,
): { readonly pitchMm: number; readonly lines: readonly PlacedLine[] } {
  const pitchMm = block.height / Math.max(6, lines.length);
  const top = block.y + block.height - pitchMm * lines.length;
  return { pitchMm, lines: lines.map((text, index) => ({ text, yMm: top + pitchMm * index })) };
}
