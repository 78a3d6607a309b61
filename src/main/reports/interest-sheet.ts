/**
 * The calculation sheet of late-payment interest, as a workbook: what is asked for by invoice, then
 * every segment of the calculation with its balance, its rate and where the rate comes from, so
 * that the debtor, or a court, can do the sum again.
 *
 * Nothing is computed here: each figure is the engine's.
 */
import type { Charges, ItemCharges } from '../../shared/domain/interest/charges.ts';
import { formatDate } from '../../shared/format/date.ts';
import type { Language } from '../../shared/format/language.ts';
import { chargesNote, describeRate, interestText } from '../../shared/text/interest.ts';
import { interestSheetText } from '../../shared/text/interest-sheet.ts';
import {
  type ColumnKind,
  type WorkbookCell,
  type WorkbookColumn,
  type WorkbookSheet,
  writeWorkbook,
} from './workbook.ts';

export interface InterestSheet {
  readonly language: Language;
  readonly companyName: string;
  readonly customerName: string;
  /** One currency a sheet. */
  readonly currency: string;
  readonly charges: Charges;
}

type ColumnKey = keyof (typeof interestSheetText)['fr']['columns'];
type Row = Readonly<Partial<Record<ColumnKey, WorkbookCell>>>;
/** Key, kind, width, and `total` where a total stands below. */
type Column = readonly [ColumnKey, ColumnKind, number, 'total'?];

const SUMMARY: readonly Column[] = [
  ['document', 'text', 20],
  ['account', 'text', 14],
  ['due', 'day', 12],
  ['amount', 'amount', 15, 'total'],
  ['decision', 'text', 14],
  ['interest', 'amount', 16, 'total'],
  ['paid', 'amount', 16, 'total'],
  ['fee', 'amount', 12, 'total'],
  ['charges', 'amount', 15, 'total'],
  ['note', 'text', 60],
];

const DETAIL: readonly Column[] = [
  ['document', 'text', 20],
  ['account', 'text', 14],
  ['due', 'day', 12],
  ['from', 'day', 12],
  ['to', 'day', 12],
  ['days', 'count', 8],
  ['balance', 'amount', 15],
  ['rate', 'rate', 10],
  ['yearDays', 'count', 8],
  ['term', 'amount', 14, 'total'],
  ['asked', 'amount', 14, 'total'],
  ['origin', 'text', 60],
];

/** Writes the sheet by invoice and the sheet of the calculation. */
export async function writeInterestWorkbook(path: string, sheet: InterestSheet): Promise<void> {
  const words = interestSheetText[sheet.language];
  const { items } = sheet.charges;
  const summary = items.map((charges) => summaryRow(charges, sheet));
  const detail = items.flatMap((charges) => detailRows(charges, sheet.language));
  await writeWorkbook(
    path,
    [
      { name: words.summary, rows: summary, ...frameOf(sheet, SUMMARY) },
      { name: words.detail, rows: detail, ...frameOf(sheet, DETAIL) },
    ],
    () => {},
  );
}

function frameOf(
  { language, companyName, customerName, currency, charges }: InterestSheet,
  columns: readonly Column[],
): Omit<WorkbookSheet, 'name' | 'rows'> {
  const words = interestSheetText[language];
  return {
    title: words.title(customerName),
    subtitle: words.subtitle(companyName, formatDate(charges.computedTo), currency),
    totalLabel: words.total,
    columns: columns.map(
      ([key, kind, width, total]): WorkbookColumn => ({
        key,
        kind,
        width,
        title: words.columns[key],
        isTotalled: total !== undefined,
      }),
    ),
  };
}

function summaryRow(charges: ItemCharges, { language, charges: all }: InterestSheet): Row {
  const { item, decision, interest, interestCents, feeCents } = charges;
  return {
    document: item.documentNumber,
    account: item.customerCode,
    due: item.dueDate,
    amount: item.amountCents,
    decision: interestText[language].decisions[decision],
    interest: interestCents,
    paid: interestCents === 0 ? 0 : (interest?.paidCents ?? 0),
    fee: feeCents,
    charges: interestCents + feeCents,
    note: chargesNote(charges, all.missing, language),
  };
}

function detailRows({ item, interest, interestCents }: ItemCharges, language: Language): Row[] {
  return (interest?.segments ?? []).map((segment) => ({
    document: item.documentNumber,
    account: item.customerCode,
    due: item.dueDate,
    from: segment.from,
    to: segment.to,
    days: segment.days,
    balance: segment.balanceCents,
    rate: segment.rate.basisPoints,
    yearDays: segment.yearDays,
    term: segment.amountCents,
    asked: interestCents === 0 ? 0 : segment.amountCents,
    origin: describeRate(segment.rate, language),
  }));
}
