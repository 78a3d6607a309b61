/**
 * Keys that stay: what makes a receivable the same one from one import to the next.
 *
 * The key of an item is its document number, its rank among the lines of that document, and its
 * side (D debit, C credit). The due date is no part of it: terms are corrected, and calls,
 * promises and levels must keep hanging on the item.
 *
 * References are not always invoice numbers. One that comes back on another day (`VE0122`, a
 * journal and a month) names nothing: its first day keeps the plain key, so that later lines never
 * change an earlier one, and the other days carry theirs. Lines of one reference and day whose
 * labels differ are told apart by amount and label. Without a piece number, date, amount and label
 * make the key, with an ordinal between perfect twins.
 */
import type { CalendarDate } from '../../kernel/calendar-date.ts';
import type { Cents } from '../../kernel/cents.ts';

const PLAIN = /^[A-Z0-9]+$/;
const HAS_DIGIT = /[1-9]/;

/** Document number as it is compared: capitals and digits only (`FA  220061` is `FA220061`). */
export function normaliseDocumentNumber(text: string): string {
  if (PLAIN.test(text)) return text;
  return text.toUpperCase().replace(/[^A-Z0-9]+/g, '');
}

/** The document number to compare by, or '' for one that names nothing (`RAN`, `0000000`, `CB`). */
export function documentKeyOf(documentNumber: string): string {
  return HAS_DIGIT.test(documentNumber) ? normaliseDocumentNumber(documentNumber) : '';
}

/** What the key of an item is made of. */
export interface KeyParts {
  readonly documentNumber: string;
  readonly documentDate: CalendarDate;
  /** Due date the file states; ranks instalments, but is no part of the key. */
  readonly statedDueDate: CalendarDate | null;
  /** Signed: a credit has its own ranks. */
  readonly amountCents: Cents;
  readonly label: string;
  /** Rank the file gives, where it does; it wins. */
  readonly rank?: number;
}

/** Keys of the items of one customer, in the order given. Equal items get equal sets of keys. */
export function naturalKeysOf(all: readonly KeyParts[]): string[] {
  const keys = new Array<string>(all.length);
  const byDocument = new Map<string, number[]>();
  const firstOf = new Map<string, number>();
  for (let index = 0; index < all.length; index += 1) {
    const parts = all[index] as KeyParts;
    const side = parts.amountCents < 0 ? 'C' : 'D';
    const document = documentKeyOf(parts.documentNumber);
    if (document !== '' && parts.rank !== undefined) {
      keys[index] = `${document}/${parts.rank}/${side}`;
      continue;
    }
    const group = `${document}/${side}`;
    const first = firstOf.get(group);
    if (first === undefined) {
      firstOf.set(group, index);
      if (document !== '') keys[index] = `${document}/1/${side}`;
      else byDocument.set(group, [index]);
      continue;
    }
    const known = byDocument.get(group);
    if (known === undefined) byDocument.set(group, [first, index]);
    else known.push(index);
  }
  for (const [group, indexes] of byDocument) keyDocument(group, indexes, all, keys);
  return keys;
}

/** The same key with the next rank: for an item that another source told already. */
export function nextKey(key: string): string {
  return key.replace(/(\d+)(?=\/[DC]$)/, (rank) => String(Number.parseInt(rank, 10) + 1));
}

/** Several lines of one reference: by day, the first day plain. */
function keyDocument(
  group: string,
  indexes: readonly number[],
  all: readonly KeyParts[],
  keys: string[],
): void {
  const [document, side] = group.split('/') as [string, string];
  const byDay = Map.groupBy(indexes, (index) => (all[index] as KeyParts).documentDate);
  const days = [...byDay].sort(([a], [b]) => compareText(a, b));
  for (const [order, [day, ofDay]] of days.entries()) {
    const name = document === '' ? `~${day}` : order === 0 ? document : `${document}@${day}`;
    const parts = ofDay.map((index) => ({ index, parts: all[index] as KeyParts }));
    const isRanked = document !== '' && areParts(parts.map((one) => one.parts));
    parts.sort((a, b) => orderOf(a.parts, b.parts));
    const twins = new Map<string, number>();
    for (const one of parts) {
      const body = isRanked
        ? ''
        : `~${Math.abs(one.parts.amountCents)}~${plainLabel(one.parts.label)}`;
      const ordinal = (twins.get(body) ?? 0) + 1;
      twins.set(body, ordinal);
      keys[one.index] = `${name}${body}/${ordinal}/${side}`;
    }
  }
}

/** Lines of one document: the same label on all (splits by VAT), or each its own due date. */
function areParts(lines: readonly KeyParts[]): boolean {
  const labels = new Set(lines.map((line) => plainLabel(line.label)));
  if (labels.size === 1) return true;
  const dueDates = new Set(lines.map((line) => line.statedDueDate));
  return dueDates.size === lines.length && !dueDates.has(null);
}

function orderOf(a: KeyParts, b: KeyParts): number {
  return (
    compareText(a.statedDueDate ?? '', b.statedDueDate ?? '') ||
    a.amountCents - b.amountCents ||
    compareText(plainLabel(a.label), plainLabel(b.label))
  );
}

/** Order of code units: the same on every machine, whatever its language. */
export function compareText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

function plainLabel(label: string): string {
  return label.toUpperCase().replace(/[^A-Z0-9]+/g, '');
}
