/**
 * The table of items of a letter, over as many pages as it takes.
 *
 * What is asked for stands first, by account where the payer has several, credits below it; what
 * falls due later is a table of its own, for information, so that no total mixes the two.
 *
 * At the foot of a page that ends within a table stands what the rows so far add up to
 * (« À reporter »), and again at the head of the next one (« Report »). The rows know their page
 * once the document is laid out, which is before pdfmake asks for heads and feet; both are
 * therefore drawn there, in a place kept free in the margins.
 */
import type {
  ItemSection,
  MessageFacts,
  MessageItem,
} from '../../../shared/domain/message/message.ts';
import { formatCents } from '../../../shared/format/amount.ts';
import { formatDate } from '../../../shared/format/date.ts';
import type { Cents } from '../../../shared/kernel/cents.ts';
import { LETTER_WORDS } from '../../../shared/text/letter.ts';
import { LATE, MUTED, printable } from '../pdf-parts.ts';
import type { Content, Node, TableLayout } from '../pdf-types.ts';

/** What a head and a carried total need above the text, in points. */
export const BROUGHT_FORWARD_HEIGHT = 35;
const FONT_SIZE = 8.5;
/** A number that no line can hold is cut anywhere. */
const LONG_NUMBER = 16;

interface ItemRow {
  readonly cells: readonly Node[];
  readonly outstandingCents: Cents;
  readonly interestCents: Cents;
  /** Not to be parted from the row below. */
  readonly isBoundToNext: boolean;
}

export interface ItemTable {
  readonly content: readonly Content[];
  /** Head of a page that goes on with this table, its bottom at the top margin; null otherwise. */
  readonly broughtForward: (page: number) => Node | null;
  /** Foot of a page that this table leaves unfinished; null otherwise. */
  readonly carriedOver: (page: number) => Node | null;
}

/** The tables of these facts: what is asked for, then what falls due later. */
export function itemTables(facts: MessageFacts): ItemTable[] {
  const words = LETTER_WORDS[facts.language];
  const asked = facts.items.filter((item) => item.section !== 'to_fall_due');
  const later = facts.items.filter((item) => item.section === 'to_fall_due');
  const tables: ItemTable[] = [];
  if (asked.length > 0) {
    const hasCredits = asked.some((item) => item.section === 'credit');
    const total = hasCredits ? words.tableNetTotal : words.tableTotal;
    tables.push(tableOf(facts, { items: asked, title: null, total, mark: 'a' }));
  }
  if (later.length > 0) {
    const title = asked.length === 0 ? null : words.toFallDue;
    tables.push(tableOf(facts, { items: later, title, total: words.toFallDueTotal, mark: 'l' }));
  }
  return tables;
}

interface TablePart {
  readonly items: readonly MessageItem[];
  readonly title: string | null;
  readonly total: string;
  readonly mark: string;
}

function tableOf(facts: MessageFacts, { items, title, total, mark }: TablePart): ItemTable {
  const hasInterest = items.some((item) => item.interestCents !== null);
  const view: TableView = { facts, hasInterest };
  const rows = withIds(mark, [
    headRow(view),
    ...bindLast(accountRows(view, items)),
    totalRow(view, total, items),
  ]);
  const pageOf = (row: ItemRow): number => row.cells[0]?.positions?.[0]?.pageNumber ?? 0;
  const sums = (isCounted: (row: ItemRow) => boolean): [Cents, Cents] =>
    rows
      .filter(isCounted)
      .reduce<[Cents, Cents]>(
        ([owed, interest], row) => [owed + row.outstandingCents, interest + row.interestCents],
        [0, 0],
      );
  const goesOnAt = (page: number): boolean =>
    rows.some((row) => pageOf(row) < page) && rows.some((row) => pageOf(row) >= page);
  return {
    content: [
      ...(title === null
        ? []
        : [{ text: title, color: MUTED, fontSize: FONT_SIZE, margin: [0, 4, 0, 2] as const }]),
      ...inBlocks(rows).map((block, index) => blockContent(view, block, index === 0)),
      { text: '', fontSize: 4 },
    ],
    broughtForward: (page) => {
      if (!goesOnAt(page)) return null;
      const words = LETTER_WORDS[facts.language];
      const sum = sums((row) => pageOf(row) < page);
      return tableNode(view, [headRow(view).cells, carryCells(view, words.broughtForward, sum)]);
    },
    carriedOver: (page) => {
      if (!goesOnAt(page + 1)) return null;
      const sum = sums((row) => pageOf(row) <= page);
      return tableNode(view, [carryCells(view, LETTER_WORDS[facts.language].carriedOver, sum)]);
    },
  };
}

interface TableView {
  readonly facts: MessageFacts;
  readonly hasInterest: boolean;
}

/** pdfmake tells the page of what has an id; two of the same in a document are an error. */
function withIds(mark: string, rows: readonly ItemRow[]): ItemRow[] {
  return rows.map((row, at) => ({
    ...row,
    cells: row.cells.map((cell, column) => (column === 0 ? { ...cell, id: `${mark}${at}` } : cell)),
  }));
}

/** Rows bound to the next one stay with it; what is between two bindings may be parted. */
function inBlocks(rows: readonly ItemRow[]): ItemRow[][] {
  const blocks: ItemRow[][] = [];
  let isOpen = false;
  let wasBound = false;
  for (const row of rows) {
    const isBound = wasBound || row.isBoundToNext;
    const last = blocks.at(-1);
    if (last === undefined || isBound !== isOpen || (isBound && !wasBound)) blocks.push([row]);
    else last.push(row);
    isOpen = isBound;
    wasBound = row.isBoundToNext;
  }
  return blocks;
}

function blockContent(view: TableView, rows: readonly ItemRow[], isFirst: boolean): Content {
  const isBound = rows[0]?.isBoundToNext ?? false;
  const table = tableNode(
    view,
    rows.map((row) => row.cells),
  );
  return { ...table, unbreakable: isBound, margin: [0, isFirst ? 4 : 0, 0, 0] };
}

/** A rule below each row: a table that goes on in another block looks like one. */
const RULED_ROWS: TableLayout = {
  hLineWidth: (row) => (row === 0 ? 0 : 0.4),
  vLineWidth: () => 0,
  hLineColor: () => '#d3dade',
  paddingLeft: () => 3,
  paddingRight: () => 3,
  paddingTop: () => 2.4,
  paddingBottom: () => 2.4,
};

function tableNode({ hasInterest }: TableView, body: readonly (readonly Node[])[]): Node {
  const amount = hasInterest ? 62 : 72;
  const widths = ['*', 52, 52, amount, amount, 38, ...(hasInterest ? [50] : [])];
  return {
    fontSize: FONT_SIZE,
    layout: RULED_ROWS,
    table: { dontBreakRows: true, widths, body },
  };
}

function headRow({ facts, hasInterest }: TableView): ItemRow {
  const { columns } = LETTER_WORDS[facts.language];
  const titles = [
    columns.document,
    columns.date,
    columns.due,
    columns.amount,
    columns.outstanding,
    columns.late,
    ...(hasInterest ? [columns.interest] : []),
  ];
  const cells = titles.map(
    (text, index): Node => ({
      text,
      color: MUTED,
      fontSize: 8,
      fillColor: '#eef3f4',
      alignment: index < 3 ? 'left' : 'right',
      noWrap: true,
    }),
  );
  return { cells, outstandingCents: 0, interestCents: 0, isBoundToNext: true };
}

const SECTION_ORDER: readonly ItemSection[] = ['due', 'credit', 'to_fall_due'];

/** Rows account by account, in the order in which the accounts first appear. */
function accountRows(view: TableView, items: readonly MessageItem[]): ItemRow[] {
  const accounts = [...new Set(items.map((item) => item.customerCode))];
  const words = LETTER_WORDS[view.facts.language];
  return accounts.flatMap((code) => {
    const own = items.filter((item) => item.customerCode === code);
    const rows = sectionRows(view, own);
    if (accounts.length === 1) return rows;
    const name = own[0]?.customerName ?? '';
    const heading = words.accountHeading(code, name);
    const title = headingRow(view, heading, true);
    if (own.length === 1) return [title, ...rows];
    return [title, ...bindLast(rows), sumRow(view, words.accountTotal(code), own)];
  });
}

function sectionRows(view: TableView, items: readonly MessageItem[]): ItemRow[] {
  return SECTION_ORDER.flatMap((section) => {
    const own = items.filter((item) => item.section === section);
    const rows = own.map((item) => itemRow(view, item));
    if (section !== 'credit' || own.length === 0) return rows;
    const text = LETTER_WORDS[view.facts.language].credits;
    return [headingRow(view, text, false), ...rows];
  });
}

/** The last row of an account stays with its total. */
function bindLast(rows: readonly ItemRow[]): ItemRow[] {
  return rows.map((row, index) => ({
    ...row,
    isBoundToNext: row.isBoundToNext || index === rows.length - 1,
  }));
}

function itemRow(view: TableView, item: MessageItem): ItemRow {
  const { language } = view.facts;
  const late = item.daysLate ?? 0;
  const interest = item.interestCents === null ? '' : amount(view, item.interestCents);
  const cells: Node[] = [
    {
      text: printable(item.documentNumber),
      ...(item.documentNumber.length > LONG_NUMBER ? { wordBreak: 'break-all' as const } : {}),
    },
    { text: formatDate(item.documentDate), noWrap: true },
    { text: item.dueDate === null ? '' : formatDate(item.dueDate), noWrap: true },
    { text: amount(view, item.amountCents), alignment: 'right', noWrap: true },
    { text: amount(view, item.outstandingCents), alignment: 'right', noWrap: true },
    {
      text: late > 0 ? LETTER_WORDS[language].days(late) : '',
      alignment: 'right',
      noWrap: true,
      color: LATE,
    },
    ...(view.hasInterest ? [{ text: interest, alignment: 'right' as const, noWrap: true }] : []),
  ];
  return {
    cells,
    outstandingCents: item.outstandingCents,
    interestCents: item.interestCents ?? 0,
    isBoundToNext: false,
  };
}

function headingRow(view: TableView, text: string, isBold: boolean): ItemRow {
  const filler = Array.from({ length: view.hasInterest ? 6 : 5 }, () => ({ text: '' }));
  const cell: Node = {
    text: printable(text),
    colSpan: filler.length + 1,
    bold: isBold,
    ...(isBold ? {} : { color: MUTED }),
  };
  return { cells: [cell, ...filler], outstandingCents: 0, interestCents: 0, isBoundToNext: true };
}

function sumRow(view: TableView, text: string, items: readonly MessageItem[]): ItemRow {
  const owed = items.reduce((sum, item) => sum + item.outstandingCents, 0);
  const interest = items.reduce((sum, item) => sum + (item.interestCents ?? 0), 0);
  return {
    cells: carryCells(view, text, [owed, interest]),
    outstandingCents: 0,
    interestCents: 0,
    isBoundToNext: false,
  };
}

function totalRow(view: TableView, text: string, items: readonly MessageItem[]): ItemRow {
  const row = sumRow(view, text, items);
  return { ...row, cells: row.cells.map((cell) => ({ ...cell, fillColor: '#eef3f4' })) };
}

/** A label over the first columns, then the sums of what is owed and of interest. */
function carryCells(
  view: TableView,
  text: string,
  [owed, interest]: readonly [Cents, Cents],
): Node[] {
  const money = (cents: Cents): Node => ({
    text: amount(view, cents),
    bold: true,
    alignment: 'right',
    noWrap: true,
  });
  return [
    { text: printable(text), colSpan: 4, bold: true },
    { text: '' },
    { text: '' },
    { text: '' },
    money(owed),
    { text: '' },
    ...(view.hasInterest ? [money(interest)] : []),
  ];
}

function amount({ facts }: TableView, cents: Cents): string {
  const { currency, language } = facts;
  return formatCents(cents, { currency, style: 'document', language });
}
