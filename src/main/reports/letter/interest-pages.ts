/**
 * The calculation of late-payment interest as pages to enclose with a letter, invoice by invoice
 * and period by period: what a debtor or a court needs to count it again.
 *
 * It shows what is claimed; its workbook, of the same figures, also shows what was waived.
 */
import type { ItemCharges } from '../../../shared/domain/interest/charges.ts';
import type { InterestSegment } from '../../../shared/domain/interest/interest.ts';
import { formatCents } from '../../../shared/format/amount.ts';
import { formatDate } from '../../../shared/format/date.ts';
import { formatCount, formatRate } from '../../../shared/format/number.ts';
import type { Cents } from '../../../shared/kernel/cents.ts';
import { describeRate } from '../../../shared/text/interest.ts';
import { interestPagesText } from '../../../shared/text/interest-pages.ts';
import { interestSheetText } from '../../../shared/text/interest-sheet.ts';
import type { InterestSheet } from '../interest-sheet.ts';
import { type MadePdf, makePdf } from '../pdf-document.ts';
import { MM, MUTED, printable, RULED } from '../pdf-parts.ts';
import type { Content, Margins, Node } from '../pdf-types.ts';

/** Makes the pages. The invoices stand in the order given. */
export function makeInterestPages(sheet: InterestSheet): Promise<MadePdf> {
  const { language, charges } = sheet;
  const words = interestSheetText[language];
  const more = interestPagesText[language];
  const claimed = charges.items.filter((item) => item.interestCents + item.feeCents > 0);
  const total = charges.interestCents + charges.feeCents;
  const title = words.title(sheet.customerName);
  const subtitle = words.subtitle(
    sheet.companyName,
    formatDate(charges.computedTo),
    sheet.currency,
  );
  return makePdf({
    language,
    pageMargins: [20 * MM, 18 * MM, 20 * MM, 20 * MM],
    info: { title, author: sheet.companyName },
    content: [
      { text: printable(title), fontSize: 16, bold: true },
      { text: printable(subtitle), color: MUTED, margin: [0, 2, 0, 12] },
      ...claimed.flatMap((item) => itemContent(sheet, item)),
      sums(sheet, [[more.grandTotal, total]], [0, 2, 0, 10]),
      { text: more.method, color: MUTED, fontSize: 8 },
    ],
    footer: (page, count) => ({
      text: more.page(page, count),
      alignment: 'right',
      fontSize: 7.5,
      color: MUTED,
      margin: [20 * MM, 6 * MM, 20 * MM, 0],
    }),
  });
}

function itemContent(sheet: InterestSheet, charges: ItemCharges): Content[] {
  const { item, interest, interestCents, feeCents } = charges;
  const { columns } = interestSheetText[sheet.language];
  const more = interestPagesText[sheet.language];
  const segments = interestCents === 0 ? [] : (interest?.segments ?? []);
  const covered = interestCents === 0 ? 0 : (interest?.paidCents ?? 0);
  const facts = [
    ...(item.dueDate === null ? [] : [more.due(formatDate(item.dueDate))]),
    more.amount(money(sheet, item.amountCents)),
  ];
  const rows: (readonly [string, Cents])[] = [
    ...(covered === 0 ? [] : [[more.covered, -covered] as const]),
    ...(interestCents === 0 ? [] : [[columns.interest, interestCents] as const]),
    ...(feeCents === 0 ? [] : [[columns.fee, feeCents] as const]),
    [more.totalOf(item.documentNumber), interestCents + feeCents],
  ];
  return [
    { text: printable(`${columns.document} ${item.documentNumber}`), bold: true, fontSize: 11 },
    { text: facts.join(' · '), color: MUTED, margin: [0, 1, 0, 3] },
    ...(segments.length === 0 ? [] : [segmentTable(sheet, segments)]),
    sums(sheet, rows, [0, 3, 0, 14]),
  ];
}

function segmentTable(sheet: InterestSheet, segments: readonly InterestSegment[]): Content {
  const { columns } = interestSheetText[sheet.language];
  const titles = [
    columns.from,
    columns.to,
    columns.days,
    columns.balance,
    columns.rate,
    columns.yearDays,
    columns.term,
  ];
  return {
    layout: RULED,
    table: {
      headerRows: 1,
      dontBreakRows: true,
      widths: [54, 54, 30, 72, '*', 30, 66],
      body: [
        titles.map((text, index) => ({
          text,
          bold: true,
          color: MUTED,
          alignment: index < 2 || index === 4 ? ('left' as const) : ('right' as const),
        })),
        ...segments.map((segment) => segmentRow(sheet, segment)),
      ],
    },
  };
}

function segmentRow(sheet: InterestSheet, segment: InterestSegment): Content[] {
  const { language } = sheet;
  const { rate } = segment;
  const right = (text: string): Node => ({ text, alignment: 'right', noWrap: true });
  const origin = rate.isConfirmed
    ? describeRate(rate, language)
    : `${describeRate(rate, language)} (${interestPagesText[language].unconfirmed})`;
  return [
    { text: formatDate(segment.from), noWrap: true },
    { text: formatDate(segment.to), noWrap: true },
    right(formatCount(segment.days, { style: 'document', language })),
    right(money(sheet, segment.balanceCents)),
    {
      stack: [
        formatRate(rate.basisPoints, { style: 'document', language }),
        { text: printable(origin), color: MUTED, fontSize: 7 },
      ],
    },
    right(`${segment.yearDays}`),
    right(money(sheet, segment.amountCents)),
  ];
}

function sums(
  sheet: InterestSheet,
  rows: readonly (readonly [string, Cents])[],
  margin: Margins,
): Content {
  return {
    margin,
    unbreakable: true,
    stack: rows.map(([label, cents], index) => ({
      bold: index === rows.length - 1,
      margin: [3, 1, 3, 1],
      columns: [
        { text: printable(label), width: '*' },
        { text: money(sheet, cents), width: 90, alignment: 'right', noWrap: true },
      ],
    })),
  };
}

function money({ currency, language }: InterestSheet, cents: Cents): string {
  return formatCents(cents, { currency, style: 'document', language });
}
