/**
 * An agreement to sign as an A4 PDF: the items with their own due dates, the parts, the clauses,
 * and two places to sign. The address stands where the window of a French envelope shows it.
 */
import {
  addressBlockOf,
  DEFAULT_LETTER_LAYOUT,
} from '../../../shared/domain/message/letter-layout.ts';
import { formatCents } from '../../../shared/format/amount.ts';
import { formatDate } from '../../../shared/format/date.ts';
import type { Cents } from '../../../shared/kernel/cents.ts';
import { agreementPaperText } from '../../../shared/text/agreement-paper.ts';
import { writePdf } from '../pdf-document.ts';
import { ACCENT, addressAt, letterhead, MM, MUTED, RULED } from '../pdf-parts.ts';
import type { Content } from '../pdf-types.ts';
import type { AgreementPaper } from './agreement-paper.ts';

const ADDRESS_BLOCK = addressBlockOf(DEFAULT_LETTER_LAYOUT);
/** Room left to write by hand and to stamp. */
const SIGNATURE_MM = 26;

/** Writes the paper to that path. */
export async function writeAgreementPdf(path: string, paper: AgreementPaper): Promise<void> {
  const words = agreementPaperText[paper.language];
  const { issuer, customer, kind } = paper;
  await writePdf(path, {
    pageMargins: [18 * MM, 16 * MM, 18 * MM, 22 * MM],
    info: { title: `${words.titles[kind]} ${customer.code}`, author: issuer.name },
    content: [
      letterhead(issuer),
      ...addressAt([customer.name, ...customer.addressLines], ADDRESS_BLOCK),
      heading(paper),
      { text: words.openings[kind](figuresOf(paper)), margin: [0, 0, 0, 6] },
      sectionTitle(words.items),
      itemTable(paper),
      sectionTitle(words.calendars[kind]),
      partTable(paper),
      sectionTitle(words.conditions),
      clauses(paper),
      bankLine(paper),
      signatures(paper),
    ],
    footer: (page, count) => ({
      margin: [18 * MM, 6 * MM, 18 * MM, 0],
      fontSize: 7.5,
      color: MUTED,
      columns: [
        { text: issuer.mentions, width: '*' },
        { text: words.page(page, count), width: 'auto', alignment: 'right' },
      ],
    }),
  });
}

function figuresOf(paper: AgreementPaper) {
  const agreedCents = totalOf(paper.parts);
  const last = paper.parts.at(-1);
  return {
    total: moneyOf(agreedCents + paper.waivedCents, paper),
    agreed: moneyOf(agreedCents, paper),
    waived: moneyOf(paper.waivedCents, paper),
    day: last === undefined ? '' : formatDate(last.dueDate),
    answerBy: formatDate(paper.answerBy),
    noticeDays: paper.noticeDays,
    customer: paper.customer.name,
  };
}

function totalOf(rows: readonly { readonly amountCents: Cents }[]): Cents {
  return rows.reduce((sum, { amountCents }) => sum + amountCents, 0);
}

function moneyOf(cents: Cents, { currency, language }: AgreementPaper): string {
  return formatCents(cents, { currency, style: 'document', language });
}

function heading(paper: AgreementPaper): Content {
  const words = agreementPaperText[paper.language];
  const { kind, customer, issuer, city, agreedOn } = paper;
  const headHeight = issuer.logo === null ? 36 * MM : 26 * MM;
  return {
    margin: [0, headHeight, 0, 10],
    stack: [
      { text: words.titles[kind], fontSize: 16, bold: true },
      { text: words.customer(customer.code, customer.siren), color: MUTED },
      { text: words.madeOn(city, formatDate(agreedOn)), color: MUTED },
    ],
  };
}

function sectionTitle(text: string): Content {
  return { text, bold: true, color: ACCENT, fontSize: 10.5, margin: [0, 8, 0, 3] };
}

type Cell = string | { readonly text: string; readonly bold?: boolean };

/** Two columns of words and one of amounts, with their sum. */
function amountTable(
  head: readonly [string, string, string],
  rows: readonly (readonly [string, string, string])[],
  total: readonly [string, string],
): Content {
  const cell = (value: Cell, isEnd: boolean): Content => ({
    ...(typeof value === 'string' ? { text: value } : value),
    alignment: isEnd ? 'right' : 'left',
    noWrap: isEnd,
  });
  const line = (values: readonly string[], isBold: boolean): Content[] =>
    values.map((text, index) => cell({ text, bold: isBold }, index === 2));
  return {
    layout: RULED,
    table: {
      headerRows: 1,
      dontBreakRows: true,
      widths: ['*', '*', 'auto'],
      body: [
        head.map((text, index) => ({
          text,
          bold: true,
          color: MUTED,
          alignment: index === 2 ? 'right' : 'left',
        })),
        ...rows.map((row) => line(row, false)),
        line([total[0], '', total[1]], true),
      ],
    },
  };
}

function itemTable(paper: AgreementPaper): Content {
  const words = agreementPaperText[paper.language];
  return amountTable(
    [words.document, words.dueDate, words.amount],
    paper.items.map(({ documentNumber, dueDate, amountCents }) => [
      documentNumber,
      dueDate === null ? '' : formatDate(dueDate),
      moneyOf(amountCents, paper),
    ]),
    [words.total, moneyOf(totalOf(paper.items), paper)],
  );
}

function partTable(paper: AgreementPaper): Content {
  const words = agreementPaperText[paper.language];
  return amountTable(
    [words.part, words.day, words.amount],
    paper.parts.map(({ rank, dueDate, amountCents }) => [
      String(rank),
      formatDate(dueDate),
      moneyOf(amountCents, paper),
    ]),
    [words.total, moneyOf(totalOf(paper.parts), paper)],
  );
}

function clauses(paper: AgreementPaper): Content {
  const words = agreementPaperText[paper.language];
  const lines = words.clauses[paper.kind](figuresOf(paper), paper.isInterestKept);
  return {
    stack: lines.map((text, index) => ({
      text: `${index + 1}. ${text}`,
      margin: [0, 0, 0, 2],
    })),
  };
}

function bankLine({ issuer, language }: AgreementPaper): Content {
  if (issuer.bank === null) return { text: '' };
  const { holder, iban, bic } = issuer.bank;
  return {
    margin: [0, 8, 0, 0],
    unbreakable: true,
    stack: [
      { text: agreementPaperText[language].bank(holder), color: MUTED },
      { text: `IBAN ${iban}${bic === '' ? '' : `   BIC ${bic}`}`, bold: true },
    ],
  };
}

function signatures({ issuer, customer, kind, language }: AgreementPaper): Content {
  const words = agreementPaperText[language];
  const place = (name: string, mention: string): Content => ({
    width: '*',
    stack: [
      { text: name, bold: true },
      { text: words.signature, color: MUTED, fontSize: 8 },
      { text: mention, color: MUTED, fontSize: 8, margin: [0, 0, 0, SIGNATURE_MM * MM] },
    ],
  });
  return {
    margin: [0, 14, 0, 0],
    unbreakable: true,
    columnGap: 24,
    columns: [place(issuer.name, ''), place(customer.name, words.mention[kind])],
  };
}
