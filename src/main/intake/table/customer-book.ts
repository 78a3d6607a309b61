/**
 * What the lines of a table say of their customers, one record for each.
 *
 * The same number may stand beside several names (typing, mergers, shops of one chain): the most
 * frequent is kept, the last one among equals, and a person is told.
 */
import type { StatedCustomer } from '../../../shared/domain/statement/statement.ts';
import type { TableKind } from '../../../shared/domain/statement/table-mapping.ts';
import type { Cents } from '../../../shared/kernel/cents.ts';
import { namedCustomer } from '../customer-register.ts';
import type { ColumnReaders } from './column-readers.ts';
import { type Cell, detached } from './table-source.ts';

interface Entry {
  customer: StatedCustomer;
  sightings: number;
  readonly firstLine: number;
  readonly names: Map<string, { count: number; lastLine: number }>;
}

/** Lines of one customer that are asked for more than its name. */
const SIGHTINGS_READ = 10;
const NAMES_MAX = 50;

/** A customer whose lines do not agree on its name. */
export interface NameConflict {
  readonly lineNumber: number;
  readonly customerCode: string;
  readonly names: readonly string[];
}

export class CustomerBook {
  readonly #entries = new Map<string, Entry>();
  readonly #readers: ColumnReaders;
  readonly #takesDetails: boolean;

  /** Receipts and ledgers tell how one line was paid, not how the customer pays: names only. */
  constructor(readers: ColumnReaders, kind: TableKind) {
    this.#readers = readers;
    this.#takesDetails = kind !== 'receipts' && kind !== 'journal' && kind !== 'contacts';
  }

  get count(): number {
    return this.#entries.size;
  }

  /** Notes a line of a customer; true at its first one. */
  meet(code: string, name: string, line: { lineNumber: number; cells: readonly Cell[] }): boolean {
    let entry = this.#entries.get(code);
    const isNew = entry === undefined;
    if (entry === undefined) {
      const key = detached(code);
      const { lineNumber } = line;
      entry = {
        customer: namedCustomer(key, null),
        sightings: 0,
        firstLine: lineNumber,
        names: new Map(),
      };
      this.#entries.set(key, entry);
    }
    entry.sightings += 1;
    if (name !== '') noteName(entry, name, line.lineNumber);
    if (this.#takesDetails && entry.sightings <= SIGHTINGS_READ) {
      entry.customer = completed(entry.customer, this.#readers, line.cells);
    }
    return isNew;
  }

  /** Every customer with the name kept. */
  *customers(): Generator<StatedCustomer> {
    for (const entry of this.#entries.values()) {
      yield { ...entry.customer, name: chosenName(entry) };
    }
  }

  customer(code: string): StatedCustomer {
    const entry = this.#entries.get(code);
    if (entry === undefined) return namedCustomer(code, null);
    return { ...entry.customer, name: chosenName(entry) };
  }

  *conflicts(): Generator<NameConflict> {
    for (const [customerCode, { names, firstLine }] of this.#entries) {
      if (distinctNames(names) < 2) continue;
      yield { customerCode, lineNumber: firstLine, names: [...names.keys()] };
    }
  }
}

function noteName(entry: Entry, name: string, lineNumber: number): void {
  const known = entry.names.get(name);
  if (known !== undefined) {
    known.count += 1;
    known.lastLine = lineNumber;
  } else if (entry.names.size < NAMES_MAX) {
    entry.names.set(detached(name), { count: 1, lastLine: lineNumber });
  }
}

function chosenName({ names }: Entry): string | null {
  let chosen: string | null = null;
  let best = { count: 0, lastLine: 0 };
  for (const [name, seen] of names) {
    if (seen.count < best.count || (seen.count === best.count && seen.lastLine < best.lastLine)) {
      continue;
    }
    chosen = name;
    best = seen;
  }
  return chosen;
}

/** Names that differ by more than case, accents and blanks. */
function distinctNames(names: ReadonlyMap<string, unknown>): number {
  if (names.size < 2) return names.size;
  return new Set([...names.keys()].map(plainName)).size;
}

function plainName(name: string): string {
  return name
    .normalize('NFD')
    .replace(/[^\p{L}\d]+/gu, '')
    .toLowerCase();
}

/** What is still unknown of a customer, from one of its lines. */
function completed(
  known: StatedCustomer,
  readers: ColumnReaders,
  cells: readonly Cell[],
): StatedCustomer {
  const text = (field: Parameters<ColumnReaders['name']>[0]) =>
    detached(readers.name(field, cells)) || null;
  return {
    ...known,
    siren: known.siren ?? sirenOf(readers, cells),
    email: known.email ?? emailOf(text('email')),
    phone: known.phone ?? text('phone'),
    addressLines:
      known.addressLines.length > 0
        ? known.addressLines
        : readers.texts('address_line', cells).map(detached),
    postalCode: known.postalCode ?? text('postal_code'),
    city: known.city ?? text('city'),
    countryCode: known.countryCode ?? countryCodeOf(text('country')),
    terms: known.terms ?? text('terms'),
    paymentMethod: known.paymentMethod ?? text('payment_method'),
    repCode: known.repCode ?? text('rep_code'),
    agencyCode: known.agencyCode ?? text('agency_code'),
    sector: known.sector ?? text('sector'),
    profile: known.profile ?? text('profile'),
    creditLimitCents: known.creditLimitCents ?? limitOf(readers, cells),
  };
}

function limitOf(readers: ColumnReaders, cells: readonly Cell[]): Cents | null {
  const read = readers.amountsOf('credit_limit')[0]?.read(cells) ?? null;
  return typeof read === 'number' ? read : null;
}

/** Nine digits, from the SIREN or the beginning of the SIRET; null for anything else. */
export function sirenOf(readers: ColumnReaders, cells: readonly Cell[]): string | null {
  for (const field of ['siren', 'siret'] as const) {
    const digits = readers.code(field, cells).replace(/[\s.]/gu, '');
    if (/^\d{9}$|^\d{14}$/u.test(digits)) return detached(digits.slice(0, 9));
  }
  return null;
}

/** The first address of a cell, or null where it holds none. */
export function emailOf(text: string | null): string | null {
  const found = /[^\s@,;<>"]+@[^\s@,;<>"]+\.[a-z]{2,}/iu.exec(text ?? '')?.[0];
  return found === undefined ? null : found;
}

const COUNTRIES: Readonly<Record<string, string>> = {
  allemagne: 'DE',
  belgique: 'BE',
  espagne: 'ES',
  france: 'FR',
  germany: 'DE',
  italie: 'IT',
  italy: 'IT',
  luxembourg: 'LU',
  monaco: 'MC',
  netherlands: 'NL',
  paysbas: 'NL',
  portugal: 'PT',
  royaumeuni: 'GB',
  spain: 'ES',
  suisse: 'CH',
  switzerland: 'CH',
  unitedkingdom: 'GB',
};

/** Two letters, from the code or the commonest names; null for anything else. */
function countryCodeOf(text: string | null): string | null {
  if (text === null) return null;
  if (/^[a-z]{2}$/iu.test(text)) return text.toUpperCase();
  return COUNTRIES[plainName(text)] ?? null;
}
