/** The papers that go with a batch: the list of its letters, and the deposit slip of La Poste. */
import { formatRegisteredNumber } from '../../../shared/domain/message/registered-number.ts';
import { formatCents } from '../../../shared/format/amount.ts';
import { formatDate } from '../../../shared/format/date.ts';
import type { Language } from '../../../shared/format/language.ts';
import type { CalendarDate } from '../../../shared/kernel/calendar-date.ts';
import type { Cents } from '../../../shared/kernel/cents.ts';
import { LETTER_BATCH_WORDS } from '../../../shared/text/letter-batch.ts';
import { type MadePdf, makePdf } from '../pdf-document.ts';
import { MM, MUTED, printable, RULE, RULED } from '../pdf-parts.ts';
import type { Content, Node, TDocumentDefinitions } from '../pdf-types.ts';
import type { LetterKind } from './letter.ts';

export interface ListedLetter {
  readonly position: number;
  readonly kind: LetterKind;
  readonly payerCode: string;
  readonly payerName: string;
  /** As printed on the letter, the name first. */
  readonly addressLines: readonly string[];
  readonly town: string;
  readonly pageCount: number;
  /** What the letter asks for. */
  readonly amountCents: Cents;
  readonly currency: string;
  /** Empty until it is known. */
  readonly registeredNumber: string;
}

export interface BatchList {
  readonly reference: string;
  readonly day: CalendarDate;
  readonly language: Language;
  readonly issuer: { readonly name: string; readonly addressLines: readonly string[] };
  /** In print order. */
  readonly letters: readonly ListedLetter[];
}

/** The list (bordereau) of all the letters, with one total a currency. */
export function makeBatchList(list: BatchList): Promise<MadePdf> {
  const { language, letters } = list;
  const words = LETTER_BATCH_WORDS[language].list;
  const { columns } = words;
  const count = (kind: LetterKind): number =>
    letters.filter((letter) => letter.kind === kind).length;
  const pages = letters.reduce((sum, letter) => sum + letter.pageCount, 0);
  const money = (cents: Cents, currency: string): string =>
    formatCents(cents, { currency, style: 'document', language });
  return makePdf({
    ...sheet(list, words.title),
    content: [
      heading(list, words.title, words.counts(count('plain'), count('registered'), pages)),
      table(
        [22, '*', 116, 32, 88, 84],
        [
          head(columns.position, columns.payer, columns.town, [columns.pages], columns.kind, [
            columns.amount,
          ]),
          ...letters.map((letter) => [
            cell(`${letter.position}`),
            payerCell(letter),
            cell(letter.town),
            cell(`${letter.pageCount}`, 'right'),
            kindCell(letter, words.kinds[letter.kind]),
            cell(money(letter.amountCents, letter.currency), 'right'),
          ]),
        ],
      ),
      ...currenciesOf(letters).map((currency): Content => {
        const own = letters.filter((letter) => letter.currency === currency);
        const sum = own.reduce((total, letter) => total + letter.amountCents, 0);
        const text = `${words.total} ${money(sum, currency)}`;
        return { text, bold: true, alignment: 'right', margin: [0, 6, 3, 0] };
      }),
      { text: words.posted, margin: [0, 12 * MM, 0, 0] },
    ],
  });
}

/** The deposit slip (bordereau de dépôt) of the registered letters of the batch. */
export function makeDepositSlip(list: BatchList): Promise<MadePdf> {
  const words = LETTER_BATCH_WORDS[list.language].deposit;
  const letters = list.letters.filter((letter) => letter.kind === 'registered');
  const { columns } = words;
  return makePdf({
    ...sheet(list, words.title),
    content: [
      heading(list, words.title, words.count(letters.length)),
      {
        margin: [0, 0, 0, 10],
        stack: [
          { text: words.sender, color: MUTED, fontSize: 8 },
          { text: printable(list.issuer.name), bold: true },
          ...list.issuer.addressLines.map(printable),
        ],
      },
      table(
        [24, 140, '*', 90],
        [
          head(columns.position, columns.number, columns.recipient, columns.remark),
          ...letters.map((letter) => [
            cell(`${letter.position}`),
            letter.registeredNumber === ''
              ? { text: words.numberMissing, color: MUTED, italics: true }
              : { text: formatRegisteredNumber(letter.registeredNumber), bold: true, noWrap: true },
            addressCell(letter),
            cell(''),
          ]),
        ],
      ),
      {
        margin: [0, 10 * MM, 0, 0],
        unbreakable: true,
        columnGap: 8 * MM,
        columns: [stampBox(words.depositor), stampBox(words.office)],
      },
    ],
  });
}

function sheet(
  { language, issuer }: BatchList,
  title: string,
): Omit<TDocumentDefinitions, 'content'> {
  return {
    language,
    pageMargins: [16 * MM, 16 * MM, 16 * MM, 18 * MM],
    info: { title, author: issuer.name },
    footer: (page, count) => ({
      text: LETTER_BATCH_WORDS[language].page(page, count),
      alignment: 'right',
      fontSize: 7.5,
      color: MUTED,
      margin: [16 * MM, 6 * MM, 16 * MM, 0],
    }),
  };
}

function heading(list: BatchList, title: string, counts: string): Content {
  const subtitle = [list.issuer.name, list.reference, formatDate(list.day)].join(' · ');
  return {
    margin: [0, 0, 0, 10],
    stack: [
      { text: title, fontSize: 16, bold: true },
      { text: printable(subtitle), color: MUTED, margin: [0, 2, 0, 2] },
      { text: counts },
    ],
  };
}

function table(widths: readonly (number | string)[], body: readonly (readonly Content[])[]): Node {
  return { layout: RULED, table: { headerRows: 1, dontBreakRows: true, widths, body } };
}

/** Titles; those of figures are given in brackets and stand on the right. */
function head(...titles: readonly (string | readonly [string])[]): Content[] {
  return titles.map((title) =>
    typeof title === 'string'
      ? { text: title, bold: true, color: MUTED }
      : { text: title[0], bold: true, color: MUTED, alignment: 'right' },
  );
}

function cell(text: string, alignment: 'left' | 'right' = 'left'): Node {
  return { text: printable(text), alignment };
}

function payerCell({ payerName, payerCode }: ListedLetter): Content {
  return { text: [printable(payerName), { text: `  ${payerCode}`, color: MUTED, fontSize: 8 }] };
}

function kindCell({ registeredNumber }: ListedLetter, kind: string): Content {
  if (registeredNumber === '') return cell(kind);
  return { stack: [kind, { text: formatRegisteredNumber(registeredNumber), fontSize: 8 }] };
}

function addressCell({ addressLines }: ListedLetter): Content {
  const [name = '', ...rest] = addressLines.map(printable);
  return { stack: [name, { text: rest.join(', '), color: MUTED, fontSize: 8 }] };
}

function stampBox(title: string): Node {
  return {
    width: '*',
    layout: {
      paddingLeft: () => 6,
      paddingTop: () => 4,
      hLineColor: () => RULE,
      vLineColor: () => RULE,
    },
    table: {
      widths: ['*'],
      heights: [30 * MM],
      body: [[{ text: title, color: MUTED, fontSize: 8 }]],
    },
  };
}

function currenciesOf(letters: readonly ListedLetter[]): string[] {
  return [...new Set(letters.map((letter) => letter.currency))];
}
