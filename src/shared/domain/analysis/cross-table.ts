/**
 * A cross-table (tableau croisé): one measure by the values of two dimensions, with its totals.
 *
 *               June   July   others │ total          a row and a column for each value kept,
 *     Dupas       10      5        2 │    17          the rest of an axis in « others »
 *     Martin       –      7        – │     7
 *     total       10     12        2 │    24
 *
 * Every total is made of the facts themselves and not of the cells: a sum is then the sum of its
 * cells, a number of customers counts once whoever stands in several of them, and a mean is that of
 * all the facts it covers. Turning the table on its side changes no figure.
 */

/** One item, payment or customer as the table sees it. */
export interface CrossFact {
  readonly row: string;
  readonly column: string;
  readonly customerId: number;
  /** Added up: cents, or one for what is counted. */
  readonly value: number;
  /** For a mean: days, weighted by the value. */
  readonly days: number;
}

/** What a figure says of its facts: their sum, how many customers they are of, their mean days. */
export type CrossKind = 'sum' | 'customers' | 'days';

/** What a cell or a total has gathered. */
export interface Gathered {
  readonly value: number;
  readonly weightedDays: number;
  /** Empty unless customers are counted. */
  readonly customers: ReadonlySet<number>;
}

export interface CrossLine {
  readonly cells: ReadonlyMap<string, Gathered>;
  readonly total: Gathered;
}

export interface CrossTable {
  readonly kind: CrossKind;
  readonly rows: ReadonlyMap<string, CrossLine>;
  /** Totals of the columns. */
  readonly columns: ReadonlyMap<string, Gathered>;
  readonly total: Gathered;
}

/** Key of the row or column in which the values that are not kept stand together. */
export const OTHERS = '\u0000others';

/** A table under construction: large ones are gathered part by part. */
export interface CrossGatherer {
  readonly table: CrossTable;
  /** Takes facts of one currency: amounts of two have no sum. */
  add(fact: CrossFact): void;
}

export function crossGatherer(kind: CrossKind): CrossGatherer {
  const rows = new Map<string, { cells: Map<string, Gathering>; total: Gathering }>();
  const columns = new Map<string, Gathering>();
  const total = gathering();
  return {
    table: { kind, rows, columns, total },
    add(fact) {
      let line = rows.get(fact.row);
      if (line === undefined) {
        line = { cells: new Map(), total: gathering() };
        rows.set(fact.row, line);
      }
      add(at(line.cells, fact.column), fact, kind);
      add(line.total, fact, kind);
      add(at(columns, fact.column), fact, kind);
      add(total, fact, kind);
    },
  };
}

/** The table of these facts, which are of one currency. */
export function crossTable(facts: Iterable<CrossFact>, kind: CrossKind): CrossTable {
  const gatherer = crossGatherer(kind);
  for (const fact of facts) gatherer.add(fact);
  return gatherer.table;
}

/** The figure of a cell or a total; null for the mean of nothing. */
export function figureOf(
  { value, weightedDays, customers }: Gathered,
  kind: CrossKind,
): number | null {
  if (kind === 'sum') return value;
  if (kind === 'customers') return customers.size;
  return value === 0 ? null : Math.round(weightedDays / value);
}

/** The keys of the largest totals, whatever their sign; of equal ones the first by key. */
export function largestKeys(
  totals: ReadonlyMap<string, Gathered>,
  kind: CrossKind,
  count: number,
): ReadonlySet<string> {
  const size = (one: Gathered) => Math.abs(figureOf(one, kind) ?? 0);
  const ordered = [...totals].sort(([a, x], [b, y]) => size(y) - size(x) || (a < b ? -1 : 1));
  return new Set(ordered.slice(0, count).map(([key]) => key));
}

/** Where a key stands once only these are kept: itself, or among the others. */
export function keptKey(kept: ReadonlySet<string>, key: string): string {
  return kept.has(key) ? key : OTHERS;
}

/** The same table with only these rows and columns kept, the rest among the others. */
export function keepOnly(
  table: CrossTable,
  kept: { readonly rows: ReadonlySet<string>; readonly columns: ReadonlySet<string> },
): CrossTable {
  const rows = new Map<string, { cells: Map<string, Gathering>; total: Gathering }>();
  for (const [key, { cells, total }] of table.rows) {
    const place = keptKey(kept.rows, key);
    const line = rows.get(place) ?? { cells: new Map<string, Gathering>(), total: gathering() };
    rows.set(place, line);
    for (const [column, cell] of cells) merge(at(line.cells, keptKey(kept.columns, column)), cell);
    merge(line.total, total);
  }
  const columns = new Map<string, Gathering>();
  for (const [key, total] of table.columns) merge(at(columns, keptKey(kept.columns, key)), total);
  return { ...table, rows, columns };
}

interface Gathering {
  value: number;
  weightedDays: number;
  customers: Set<number>;
}

// Shared by the many cells that count no customers: made for each, a set would be most of the cost.
const NOBODY: Set<number> = new Set();

function gathering(): Gathering {
  return { value: 0, weightedDays: 0, customers: NOBODY };
}

function at(map: Map<string, Gathering>, key: string): Gathering {
  const known = map.get(key);
  if (known !== undefined) return known;
  const made = gathering();
  map.set(key, made);
  return made;
}

function add(into: Gathering, fact: CrossFact, kind: CrossKind): void {
  into.value += fact.value;
  if (kind === 'days') into.weightedDays += fact.value * fact.days;
  if (kind !== 'customers') return;
  if (into.customers === NOBODY) into.customers = new Set();
  into.customers.add(fact.customerId);
}

function merge(into: Gathering, other: Gathered): void {
  into.value += other.value;
  into.weightedDays += other.weightedDays;
  if (other.customers.size === 0) return;
  into.customers = into.customers.union(other.customers);
}
