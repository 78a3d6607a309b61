/** The blocks of a message as they stand in a letter: the same ones the e-mail shows. */
import { formatIban } from '../../../shared/domain/bank-account/iban.ts';
import type {
  MessageBlock,
  MessageCharges,
  MessageFacts,
} from '../../../shared/domain/message/message.ts';
import { formatCents } from '../../../shared/format/amount.ts';
import { formatDate } from '../../../shared/format/date.ts';
import type { Cents } from '../../../shared/kernel/cents.ts';
import { factorNotes } from '../../../shared/text/factor-notes.ts';
import { LETTER_WORDS } from '../../../shared/text/letter.ts';
import { ACCENT, MM, MUTED, printable, RULE } from '../pdf-parts.ts';
import type { Content, Margins, Node, TableLayout } from '../pdf-types.ts';
import type { Letter } from './letter.ts';
import type { ItemTable } from './letter-items.ts';

const GAP: Margins = [0, 0, 0, 7];
/** A last paragraph up to this long is kept with the signature. */
const SHORT_PARAGRAPH = 600;
/** Room for a signature by hand. */
const SIGNATURE_ROOM_MM = 14;

/**
 * The text of the letter. `room` is the height in points that its last page keeps free at the
 * foot; the signature is never parted from the end of the text.
 */
export function letterBody(letter: Letter, tables: readonly ItemTable[], room: number): Content[] {
  const { blocks } = letter.content;
  const tailAt = tailStartOf(blocks);
  const content = (block: MessageBlock): Content[] => blockContent(letter, tables, block);
  return [
    ...blocks.slice(0, tailAt).flatMap(content),
    {
      unbreakable: true,
      stack: [
        ...blocks.slice(tailAt).flatMap(content),
        ...enclosures(letter.facts),
        ...(room === 0 ? [] : [roomOf(room)]),
      ],
    },
  ];
}

function tailStartOf(blocks: readonly MessageBlock[]): number {
  const signatureAt = blocks.findIndex((block) => block.kind === 'signature');
  if (signatureAt === -1) return blocks.length;
  if (blocks.slice(signatureAt).some((block) => block.kind === 'items')) return blocks.length;
  const before = blocks[signatureAt - 1];
  const isKept = before?.kind === 'paragraph' && before.text.length <= SHORT_PARAGRAPH;
  return isKept ? signatureAt - 1 : signatureAt;
}

/** An empty row of this height. */
function roomOf(height: number): Node {
  const none = (): number => 0;
  return {
    layout: {
      hLineWidth: none,
      vLineWidth: none,
      paddingLeft: none,
      paddingRight: none,
      paddingTop: none,
      paddingBottom: none,
    },
    table: { widths: ['*'], heights: [height], body: [[{ text: '', fontSize: 1 }]] },
  };
}

function blockContent(
  letter: Letter,
  tables: readonly ItemTable[],
  block: MessageBlock,
): Content[] {
  const { facts } = letter;
  switch (block.kind) {
    case 'paragraph':
      return [{ text: printable(block.text), margin: GAP }];
    case 'items':
      return tables.length === 0
        ? []
        : [...tables.flatMap((table) => table.content), bankDateLine(facts)];
    case 'totals':
      return totals(facts);
    case 'charges':
      return facts.charges === null ? [] : [charges(facts, facts.charges)];
    case 'bank':
      return bank(facts);
    case 'answers':
      return answers(facts);
    case 'signature':
      return [signature(facts)];
  }
}

function bankDateLine({ bankDate, language }: MessageFacts): Content {
  if (bankDate === null) return { text: '', margin: GAP };
  const text = LETTER_WORDS[language].bankDate(formatDate(bankDate));
  return { text, color: MUTED, fontSize: 8, margin: [0, 0, 0, 9] };
}

/** A sum with a label, the last one of its table strong. */
type Sum = readonly [label: string, cents: Cents];

const SUMS: TableLayout = {
  hLineWidth: (row, node) => (row === node.table.body.length - 1 ? 0.8 : 0),
  vLineWidth: () => 0,
  hLineColor: () => RULE,
  paddingLeft: () => 3,
  paddingRight: () => 3,
  paddingTop: () => 2,
  paddingBottom: () => 2,
};

function sumsTable({ currency, language }: MessageFacts, sums: readonly Sum[]): Node {
  const last = sums.length - 1;
  return {
    layout: SUMS,
    table: {
      widths: ['*', 90],
      body: sums.map(([label, cents], index) => [
        { text: printable(label), bold: index === last, color: index === last ? ACCENT : MUTED },
        {
          text: formatCents(cents, { currency, style: 'document', language }),
          bold: index === last,
          alignment: 'right',
          noWrap: true,
        },
      ]),
    },
  };
}

function totals(facts: MessageFacts): Content[] {
  const words = LETTER_WORDS[facts.language].totals;
  const { overdueCents, creditsCents, dueCents, notDueCents } = facts.totals;
  const sums: Sum[] = [
    ...(notDueCents === 0 ? [] : [[words.notDue, notDueCents] as const]),
    ...(creditsCents === 0
      ? []
      : [[words.overdue, overdueCents] as const, [words.credits, -creditsCents] as const]),
    [words.due, dueCents],
  ];
  return [
    {
      unbreakable: true,
      columns: [
        { text: '', width: '*' },
        { ...sumsTable(facts, sums), width: 280 },
      ],
      margin: [0, 0, 0, 9],
    },
  ];
}

/** The décompte: principal, credits, interest and indemnity, each on its own line (LEGAL § 4.2). */
function charges(facts: MessageFacts, claim: MessageCharges): Content {
  const { currency, language } = facts;
  const words = LETTER_WORDS[language].charges;
  const isConsumer =
    facts.kind === 'formal_notice_consumer' || facts.recipient.profile === 'consumer';
  const each = claim.indemnityCount === 0 ? 0 : claim.indemnityCents / claim.indemnityCount;
  const eachText = formatCents(each, { currency, style: 'document', language });
  const interest = isConsumer ? words.legalInterest : words.interest;
  const { overdueCents, creditsCents } = facts.totals;
  const sums: Sum[] = [
    [words.principal, overdueCents],
    ...(creditsCents === 0 ? [] : [[words.credits, -creditsCents] as const]),
    ...(claim.interestCents === 0
      ? []
      : [[interest(claim.rateLabel), claim.interestCents] as const]),
    ...(claim.indemnityCount === 0
      ? []
      : [[words.indemnity(claim.indemnityCount, eachText), claim.indemnityCents] as const]),
    [words.total, claim.totalCents],
  ];
  return {
    unbreakable: true,
    margin: [0, 0, 0, 9],
    stack: [
      {
        text: words.title(formatDate(claim.computedTo)),
        bold: true,
        margin: [0, 0, 0, 3],
      },
      sumsTable(facts, sums),
      ...(claim.interestCents === 0
        ? []
        : [{ text: words.running, color: MUTED, fontSize: 8, margin: [3, 2, 0, 0] as const }]),
    ],
  };
}

function bank(facts: MessageFacts): Content[] {
  const { issuer, language, paymentReference, paymentLink } = facts;
  const words = LETTER_WORDS[language].bank;
  const { holder, iban, bic, bankName } = issuer.bank;
  if (iban === '') return [];
  const details: (readonly [string, string])[] = [
    [words.holder, holder],
    ['IBAN', formatIban(iban)],
    ['BIC', [bic, bankName].filter((part) => part !== '').join(' · ')],
    [words.reference, paymentReference],
    [words.online, paymentLink],
  ];
  return [
    {
      unbreakable: true,
      margin: [0, 0, 0, 9],
      stack: [
        { text: words.title, bold: true, margin: [0, 0, 0, 2] },
        {
          layout: { ...SUMS, hLineWidth: () => 0, paddingTop: () => 1, paddingBottom: () => 1 },
          table: {
            widths: [110, '*'],
            body: details
              .filter(([, value]) => value !== '')
              .map(([label, value]) => [{ text: label, color: MUTED }, { text: printable(value) }]),
          },
        },
        ...factorNotes(facts).map((note) => ({
          text: printable(note),
          fontSize: 8.5,
          margin: [0, 3, 0, 0] as const,
        })),
      ],
    },
  ];
}

function answers({ answerCode, sender, issuer, language }: MessageFacts): Content[] {
  const email = sender.email === '' ? issuer.email : sender.email;
  if (answerCode === '' || email === '') return [];
  const text = LETTER_WORDS[language].answers(email, answerCode);
  return [{ text, color: MUTED, fontSize: 8.5, margin: GAP }];
}

function signature({ sender, issuer }: MessageFacts): Content {
  const name = sender.name === '' ? issuer.name : sender.name;
  return {
    margin: [90 * MM, SIGNATURE_ROOM_MM * MM, 0, 8],
    stack: [
      { text: printable(name), bold: true },
      ...(sender.title === '' ? [] : [{ text: printable(sender.title), color: MUTED }]),
    ],
  };
}

function enclosures({ enclosures: names, language }: MessageFacts): Content[] {
  if (names.length === 0) return [];
  return [
    {
      fontSize: 8.5,
      columns: [
        { text: LETTER_WORDS[language].enclosures, bold: true, width: 32 },
        { stack: names.map(printable), width: '*' },
      ],
    },
  ];
}
