/** The slip at the foot of the last page, cut off by the payer and sent back with the payment. */
import { formatIban } from '../../../shared/domain/bank-account/iban.ts';
import { formatCents } from '../../../shared/format/amount.ts';
import { formatDate } from '../../../shared/format/date.ts';
import type { Cents } from '../../../shared/kernel/cents.ts';
import { toFactorsCents } from '../../../shared/text/factor-notes.ts';
import { LETTER_WORDS } from '../../../shared/text/letter.ts';
import { ACCENT, MM, MUTED, printable, RULE } from '../pdf-parts.ts';
import type { Content, Node } from '../pdf-types.ts';
import type { Letter } from './letter.ts';
import { LEFT_MM, RIGHT_MM } from './letter-head.ts';
import { qrPicture } from './qr-picture.ts';

/** From the top of the page to the cut; the slip ends 8 mm above the edge of the sheet. */
export const CUT_MM = 226;
const QR_MM = 38;

/** What the payer is asked for by this letter: with interest and indemnity where it claims them. */
export function askedCents({ facts }: Letter): Cents {
  return (facts.charges?.totalCents ?? facts.totals.dueCents) - toFactorsCents(facts);
}

/** A slip makes sense where money is asked for and there is an account to pay it to. */
export function hasSlip(letter: Letter): boolean {
  const { layout, facts } = letter;
  return layout.hasPaymentSlip && facts.issuer.bank.iban !== '' && askedCents(letter) > 0;
}

/** The slip, its cut at this height. */
export function paymentSlip(letter: Letter, cutMm: number): Content[] {
  const words = LETTER_WORDS[letter.facts.language].slip;
  const width = (RIGHT_MM - LEFT_MM) * MM;
  const hasQr = letter.paymentQr !== null;
  return [
    {
      absolutePosition: { x: LEFT_MM * MM, y: cutMm * MM },
      canvas: [
        {
          type: 'line',
          x1: -LEFT_MM * MM + 6,
          y1: 0,
          x2: width + LEFT_MM * MM - 6,
          y2: 0,
          lineWidth: 0.6,
          lineColor: MUTED,
          dash: { length: 4, space: 3 },
        },
      ],
    },
    {
      absolutePosition: { x: LEFT_MM * MM, y: (cutMm + 1.3) * MM },
      text: words.cutHere,
      fontSize: 6.5,
      color: MUTED,
    },
    {
      absolutePosition: { x: LEFT_MM * MM, y: (cutMm + 5) * MM },
      columns: [
        slipText(letter, width - (hasQr ? (QR_MM + 8) * MM : 0)),
        ...(letter.paymentQr === null ? [] : [qrColumn(letter, letter.paymentQr)]),
      ],
      columnGap: 8 * MM,
    },
  ];
}

function qrColumn({ facts }: Letter, payload: string): Node {
  return {
    width: QR_MM * MM,
    stack: [
      { image: qrPicture(payload), fit: [QR_MM * MM, QR_MM * MM] },
      {
        text: LETTER_WORDS[facts.language].slip.scan,
        fontSize: 6.5,
        color: MUTED,
        alignment: 'center',
      },
    ],
  };
}

function slipText(letter: Letter, width: number): Node {
  const { facts } = letter;
  const words = LETTER_WORDS[facts.language];
  const { bank } = facts.issuer;
  const { recipient, currency, language } = facts;
  const amount = formatCents(askedCents(letter), { currency, style: 'document', language });
  const rows: Content[][] = [
    row(words.slip.payer, `${recipient.name} (${recipient.code})`, 'plain'),
    row(words.bank.reference, facts.paymentReference, 'strong'),
    row(words.bank.holder, bank.holder, 'plain'),
    row('IBAN', formatIban(bank.iban), 'strong'),
    ...(bank.bic === '' ? [] : [row('BIC', `${bank.bic}  ${bank.bankName}`.trim(), 'plain')]),
    row(words.slip.amount, amount, 'amount'),
    row(words.slip.deadline, formatDate(facts.deadline), 'plain'),
  ];
  return {
    width,
    stack: [
      {
        columns: [
          { text: words.slip.title, bold: true, fontSize: 11, color: ACCENT, width: 'auto' },
          {
            text: words.slip.hint,
            color: MUTED,
            fontSize: 8,
            width: '*',
            margin: [0, 2.5, 0, 0],
          },
        ],
        columnGap: 8,
      },
      {
        margin: [0, 4, 0, 0],
        layout: {
          hLineWidth: (index) => (index === 0 ? 0 : 0.3),
          vLineWidth: () => 0,
          hLineColor: () => RULE,
          paddingLeft: () => 0,
          paddingRight: () => 4,
          paddingTop: () => 2,
          paddingBottom: () => 1.6,
        },
        table: { widths: [104, '*'], body: rows },
      },
      {
        margin: [0, 4, 0, 0],
        fontSize: 7.5,
        color: MUTED,
        text: printable(words.slip.cheque(bank.holder)),
      },
    ],
  };
}

function row(label: string, value: string, weight: 'plain' | 'strong' | 'amount'): Content[] {
  return [
    { text: label, color: MUTED, fontSize: 8 },
    {
      text: printable(value),
      bold: weight !== 'plain',
      fontSize: weight === 'amount' ? 11 : 9,
    },
  ];
}
