/** The first page of a letter down to its references, and the heads of the pages after it. */
import { addressBlockOf, ENVELOPE_GEOMETRY } from '../../../shared/domain/message/letter-layout.ts';
import { formatRegisteredNumber } from '../../../shared/domain/message/registered-number.ts';
import { formatDay } from '../../../shared/format/date.ts';
import { partsOf } from '../../../shared/kernel/calendar-date.ts';
import { LETTER_WORDS } from '../../../shared/text/letter.ts';
import { addressAt, letterhead, MM, MUTED, printable, RULE } from '../pdf-parts.ts';
import type { Content, Vector } from '../pdf-types.ts';
import type { Letter } from './letter.ts';

export const LEFT_MM = 20;
export const RIGHT_MM = 190;
/** Where the text of every page begins; heads and carried totals stand above. */
export const TOP_MM = 31;
const LETTERHEAD_TOP_MM = 14;
const REGISTERED_TOP_MM = 37;
const CONTACT_TOP_MM = 58;
/** The date stands below the window, the subject below the first fold of a DL sheet. */
const DATE_TOP_MM = 90;

/** What stands at a place of its own on the first page. */
export function firstPageFixtures(letter: Letter): Content[] {
  const { facts, layout } = letter;
  const block = addressBlockOf(layout);
  return [
    {
      ...letterhead(facts.issuer),
      absolutePosition: { x: LEFT_MM * MM, y: LETTERHEAD_TOP_MM * MM },
      fontSize: 8.5,
    },
    ...registeredMention(letter, block.x),
    ...addressAt(letter.addressLines.map(printable), block),
    contactBlock(letter),
  ];
}

function registeredMention({ facts, kind }: Letter, xMm: number): Content[] {
  if (kind !== 'registered') return [];
  const words = LETTER_WORDS[facts.language];
  const number =
    facts.registeredNumber === ''
      ? []
      : [words.registeredNumber(formatRegisteredNumber(facts.registeredNumber))];
  return [
    {
      absolutePosition: { x: xMm * MM, y: REGISTERED_TOP_MM * MM },
      fontSize: 9,
      bold: true,
      stack: [words.registered, ...number],
    },
  ];
}

/** Who follows the matter, on the left, where no window looks. */
function contactBlock({ facts }: Letter): Content {
  const { sender, issuer, language } = facts;
  const lines = [sender.name, sender.title, sender.phone, sender.email]
    .filter((line) => line !== '' && line !== issuer.name)
    .map((text) => ({ text: printable(text), noWrap: true }));
  if (lines.length === 0) return { text: '' };
  return {
    absolutePosition: { x: LEFT_MM * MM, y: CONTACT_TOP_MM * MM },
    fontSize: 8.5,
    stack: [{ text: LETTER_WORDS[language].followedBy, color: MUTED, fontSize: 7.5 }, ...lines],
  };
}

/** Place and date, subject, references: the beginning of the text. */
export function opening(letter: Letter): Content[] {
  const { facts, content, layout } = letter;
  const words = LETTER_WORDS[facts.language];
  const block = addressBlockOf(layout);
  const dateTop = Math.max(DATE_TOP_MM, block.y + block.height + 7);
  const references = [
    words.account(facts.recipient.code),
    facts.recipient.siren === '' ? '' : words.siren(facts.recipient.siren),
    facts.paymentReference === '' ? '' : words.paymentReference(facts.paymentReference),
  ].filter((part) => part !== '');
  return [
    {
      text: words.placeAndDate(facts.issuer.city, longDay(letter)),
      margin: [(block.x - LEFT_MM) * MM, (dateTop - TOP_MM) * MM, 0, 9 * MM],
    },
    {
      columns: [
        { text: words.subject, bold: true, width: 58 },
        { text: printable(content.subject), bold: true, width: '*' },
      ],
    },
    {
      columns: [
        { text: words.references, color: MUTED, width: 58 },
        { text: printable(references.join(' · ')), color: MUTED, width: '*' },
      ],
      margin: [0, 2, 0, 5 * MM],
    },
  ];
}

function longDay({ facts: { today, language } }: Letter): string {
  return `${formatDay(today, { language })} ${partsOf(today).year}`;
}

/** Head of the second page and of those after it. */
export function runningHead({ facts }: Letter): Content {
  const words = LETTER_WORDS[facts.language];
  const { recipient, issuer } = facts;
  return {
    stack: [
      {
        columns: [
          { text: issuer.name, bold: true, width: '*' },
          {
            text: printable(`${recipient.name} · ${words.account(recipient.code)}`),
            width: '*',
            alignment: 'right',
          },
        ],
      },
      { canvas: [rule(0, (RIGHT_MM - LEFT_MM) * MM)], margin: [0, 3, 0, 0] },
    ],
    fontSize: 8,
    color: MUTED,
    margin: [LEFT_MM * MM, 11 * MM, LEFT_MM * MM, 0],
  };
}

/** Marks at the left edge where the sheet is folded. */
export function foldMarks({ layout }: Letter): Content | null {
  if (!layout.hasFoldMarks) return null;
  const lines = ENVELOPE_GEOMETRY[layout.envelope].foldsMm.map(
    (y): Vector => ({
      type: 'line',
      x1: 4 * MM,
      y1: y * MM,
      x2: 9 * MM,
      y2: y * MM,
      lineWidth: 0.4,
      lineColor: RULE,
    }),
  );
  return { canvas: lines, absolutePosition: { x: 0, y: 0 } };
}

/** A thin rule from x1 to x2, in points. */
export function rule(x1: number, x2: number): Vector {
  return { type: 'line', x1, y1: 0, x2, y2: 0, lineWidth: 0.5, lineColor: RULE };
}
