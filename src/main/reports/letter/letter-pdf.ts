/**
 * A letter as an A4 PDF: letterhead, address in the window of its envelope, text, items with
 * carried totals, and a slip to cut off at the foot of its last page (LEGAL § 9).
 *
 * Every page keeps the legal mentions of the company at its foot (C. com. R123-237) and says which
 * page of how many it is.
 */
import { LETTER_WORDS } from '../../../shared/text/letter.ts';
import { type MadePdf, makePdf } from '../pdf-document.ts';
import { MM, MUTED, printable } from '../pdf-parts.ts';
import type { Content, TDocumentDefinitions } from '../pdf-types.ts';
import type { Letter } from './letter.ts';
import { letterBody } from './letter-body.ts';
import {
  firstPageFixtures,
  foldMarks,
  LEFT_MM,
  opening,
  runningHead,
  TOP_MM,
} from './letter-head.ts';
import { BROUGHT_FORWARD_HEIGHT, type ItemTable, itemTables } from './letter-items.ts';
import { CUT_MM, hasSlip, paymentSlip } from './payment-slip.ts';

const PAGE_HEIGHT_MM = 297;
/** Below the text: a carried total, the mentions, the edge that printers leave white. */
const BOTTOM_MM = 30;
const MENTIONS_MM = 275;
/** pdfmake counts the places of a foot from here. */
const FOOT_TOP_MM = PAGE_HEIGHT_MM - BOTTOM_MM;
/** Distance of the mentions above the cut of the slip. */
const MENTIONS_ABOVE_CUT_MM = 12;

/** Makes the letter. Throws only for a broken definition. */
export function makeLetter(letter: Letter): Promise<MadePdf> {
  return makePdf(letterDocument(letter));
}

/** What pdfmake is given; it serves once, since pdfmake writes into it. */
export function letterDocument(letter: Letter): TDocumentDefinitions {
  const { facts, content } = letter;
  const tables = itemTables(facts);
  const withSlip = hasSlip(letter);
  const slipRoom = (FOOT_TOP_MM - CUT_MM + MENTIONS_ABOVE_CUT_MM + 2) * MM;
  return {
    pageMargins: [LEFT_MM * MM, TOP_MM * MM, LEFT_MM * MM, BOTTOM_MM * MM],
    language: facts.language,
    defaultStyle: { fontSize: 9.5, lineHeight: 1.22 },
    info: { title: printable(content.subject), author: facts.issuer.name },
    content: [
      ...firstPageFixtures(letter),
      ...opening(letter),
      ...letterBody(letter, tables, withSlip ? slipRoom : 0),
    ],
    background: (page) => (page === 1 ? foldMarks(letter) : null),
    header: (page) => pageHead(letter, tables, page),
    footer: (page, count) => {
      const isSlipPage = withSlip && page === count;
      return {
        stack: [
          ...tables.flatMap((table) => at(table.carriedOver(page), 0)),
          mentions(letter, { page, count, topMm: mentionsTop(isSlipPage) - FOOT_TOP_MM }),
          ...(isSlipPage ? paymentSlip(letter, CUT_MM - FOOT_TOP_MM) : []),
        ],
      };
    },
  };
}

function mentionsTop(isSlipPage: boolean): number {
  return isSlipPage ? CUT_MM - MENTIONS_ABOVE_CUT_MM : MENTIONS_MM;
}

/** Nothing on the first page, which has its letterhead. */
function pageHead(letter: Letter, tables: readonly ItemTable[], page: number): Content | null {
  if (page === 1) return null;
  const broughtForwardTop = TOP_MM - BROUGHT_FORWARD_HEIGHT / MM;
  return {
    stack: [
      runningHead(letter),
      ...tables.flatMap((table) => at(table.broughtForward(page), broughtForwardTop)),
    ],
  };
}

/** Over the width of the text, its top at this height; nothing for null. */
function at(content: Content | null, topMm: number): Content[] {
  if (content === null) return [];
  const node = typeof content === 'string' ? { text: content } : content;
  const position = { x: LEFT_MM * MM, y: topMm * MM };
  return [{ columns: [{ ...node, width: (210 - 2 * LEFT_MM) * MM }], absolutePosition: position }];
}

function mentions(
  { facts }: Letter,
  { page, count, topMm }: { readonly page: number; readonly count: number; readonly topMm: number },
): Content {
  const width = (210 - 2 * LEFT_MM) * MM;
  return {
    absolutePosition: { x: LEFT_MM * MM, y: topMm * MM },
    fontSize: 7,
    color: MUTED,
    columns: [
      { text: printable(facts.issuer.mentions), width: width - 60 },
      { text: LETTER_WORDS[facts.language].page(page, count), width: 60, alignment: 'right' },
    ],
  };
}
