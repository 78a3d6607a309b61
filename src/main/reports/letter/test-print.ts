/**
 * The page to try an envelope with: where the address is printed, what the window shows, the folds
 * and rulers in millimetres to read by how much the sheet is off.
 */
import {
  addressBlockOf,
  ENVELOPE_GEOMETRY,
  type LetterLayout,
  type MmZone,
} from '../../../shared/domain/message/letter-layout.ts';
import type { Language } from '../../../shared/format/language.ts';
import { formatDecimal } from '../../../shared/format/number.ts';
import { LETTER_BATCH_WORDS } from '../../../shared/text/letter-batch.ts';
import { type MadePdf, makePdf } from '../pdf-document.ts';
import { ACCENT, addressAt, LATE, MM, MUTED } from '../pdf-parts.ts';
import type { Content, Vector } from '../pdf-types.ts';

/** Makes the page for this layout. */
export function makeTestPrint(layout: LetterLayout, language: Language): Promise<MadePdf> {
  const words = LETTER_BATCH_WORDS[language].testPrint;
  const geometry = ENVELOPE_GEOMETRY[layout.envelope];
  const block = addressBlockOf(layout);
  const millimetres = (offset: number): string =>
    formatDecimal(offset, { style: 'document', language });
  return makePdf({
    language,
    pageMargins: [20 * MM, 108 * MM, 20 * MM, 8 * MM],
    info: { title: words.title, author: 'Encours' },
    background: () => ({
      canvas: [
        windowFrame(geometry.window),
        ...crosses(block),
        ...geometry.foldsMm.flatMap((y) => [
          line([0, y], [12, y], MUTED),
          line([198, y], [210, y], MUTED),
        ]),
        ...rulers(),
        ...measure(),
      ],
      absolutePosition: { x: 0, y: 0 },
    }),
    content: [
      ...addressAt(words.sample, block),
      note(words.window, [geometry.window.x, geometry.window.y + geometry.window.height + 1]),
      ...geometry.foldsMm.map((y) => note(words.fold, [13, y - 1.3])),
      ...rulerFigures(),
      note('100 mm', [101, 281.5]),
      { text: words.title, fontSize: 16, bold: true },
      {
        text: words.settings(
          layout.envelope.toUpperCase(),
          millimetres(layout.offsetXMm),
          millimetres(layout.offsetYMm),
        ),
        color: MUTED,
        margin: [0, 2, 0, 10],
      },
      ...words.steps.map(
        (step, index): Content => ({
          fontSize: 10.5,
          margin: [0, 0, 0, 7],
          columns: [
            { text: `${index + 1}.`, width: 16, bold: true, color: ACCENT },
            { text: step, width: '*' },
          ],
        }),
      ),
    ],
  });
}

type Point = readonly [xMm: number, yMm: number];

function line([x1, y1]: Point, [x2, y2]: Point, lineColor: string): Vector {
  const ends = { x1: x1 * MM, y1: y1 * MM, x2: x2 * MM, y2: y2 * MM };
  return { type: 'line', ...ends, lineWidth: 0.4, lineColor };
}

function windowFrame({ x, y, width, height }: MmZone): Vector {
  return {
    type: 'rect',
    x: x * MM,
    y: y * MM,
    w: width * MM,
    h: height * MM,
    lineWidth: 0.8,
    lineColor: ACCENT,
    dash: { length: 3, space: 2 },
  };
}

/** A cross at each corner of the block of the address. */
function crosses({ x, y, width, height }: MmZone): Vector[] {
  const corners: Point[] = [
    [x, y],
    [x + width, y],
    [x, y + height],
    [x + width, y + height],
  ];
  return corners.flatMap(([cornerX, cornerY]) => [
    line([cornerX - 2, cornerY], [cornerX + 2, cornerY], LATE),
    line([cornerX, cornerY - 2], [cornerX, cornerY + 2], LATE),
  ]);
}

/** Rulers over and beside the window, a stroke a millimetre, a longer one every five and ten. */
const RULER_X = { from: 100, to: 205, y: 49 };
const RULER_Y = { from: 40, to: 100, x: 94 };

function rulers(): Vector[] {
  const strokes: Vector[] = [];
  for (let x = RULER_X.from; x <= RULER_X.to; x += 1) {
    strokes.push(line([x, RULER_X.y], [x, RULER_X.y - strokeOf(x)], MUTED));
  }
  for (let y = RULER_Y.from; y <= RULER_Y.to; y += 1) {
    strokes.push(line([RULER_Y.x, y], [RULER_Y.x - strokeOf(y), y], MUTED));
  }
  return strokes;
}

function strokeOf(millimetre: number): number {
  if (millimetre % 10 === 0) return 3;
  return millimetre % 5 === 0 ? 2 : 1.2;
}

function rulerFigures(): Content[] {
  const figures: Content[] = [];
  for (let x = RULER_X.from; x <= RULER_X.to; x += 10) figures.push(note(`${x}`, [x - 1.6, 42.5]));
  for (let y = RULER_Y.from; y <= RULER_Y.to; y += 10) figures.push(note(`${y}`, [86, y - 1.3]));
  return figures;
}

/** A line of exactly 100 mm, to see whether the printer scales. */
function measure(): Vector[] {
  const y = 280;
  return [
    line([55, y], [155, y], ACCENT),
    line([55, y - 2], [55, y + 2], ACCENT),
    line([155, y - 2], [155, y + 2], ACCENT),
  ];
}

function note(text: string, [x, y]: Point): Content {
  const absolutePosition = { x: x * MM, y: y * MM };
  return { text, fontSize: 6.5, color: MUTED, noWrap: true, absolutePosition };
}
