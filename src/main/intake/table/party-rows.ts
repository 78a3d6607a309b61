/**
 * Lines of directories: customers and contacts.
 */
import type { StatedContact } from '../../../shared/domain/statement/statement.ts';
import type { TableProfile } from '../../../shared/domain/statement/table-mapping.ts';
import type { ColumnReaders } from './column-readers.ts';
import { emailOf } from './customer-book.ts';
import type { Complain } from './item-rows.ts';
import type { RowParty } from './row-party.ts';
import type { Cell, TableRow } from './table-source.ts';

export class PartyRows {
  readonly #profile: TableProfile;
  readonly #readers: ColumnReaders;

  constructor(profile: TableProfile, readers: ColumnReaders) {
    this.#profile = profile;
    this.#readers = readers;
  }

  /**
   * The contact of a line: the line itself in a directory of contacts, a person named beside the
   * customer in one of customers. Null where there is none.
   */
  contact(row: TableRow, party: RowParty, complain: Complain): StatedContact | null {
    const { cells } = row;
    const readers = this.#readers;
    this.#checkCodes(cells, complain);
    const name = this.#contactName(cells);
    if (this.#profile.kind === 'customers' && name === '') return null;
    const email = emailOf(readers.name('email', cells));
    const phone = readers.name('phone', cells) || null;
    if (name === '' && email === null && phone === null) return null;
    return {
      lineNumber: row.lineNumber,
      customerCode: party.customerCode,
      name: name === '' ? (email ?? party.name) : name,
      role: readers.name('contact_role', cells) || null,
      email,
      phone,
    };
  }

  #contactName(cells: readonly Cell[]): string {
    const last = this.#readers.name('contact_name', cells);
    const first = this.#readers.name('contact_first_name', cells);
    return [first, last].filter((part) => part !== '').join(' ');
  }

  /** What a directory says that cannot be so; the line goes in without it. */
  #checkCodes(cells: readonly Cell[], complain: Complain): void {
    const email = this.#readers.name('email', cells);
    if (email !== '' && emailOf(email) === null) {
      const columnName = this.#readers.columnName('email');
      complain({ code: 'email_unreadable', columnName, value: email }, 'warning');
    }
    for (const [field, length] of [
      ['siren', 9],
      ['siret', 14],
    ] as const) {
      const value = this.#readers.code(field, cells);
      const digits = value.replace(/[\s.]/gu, '');
      if (value !== '' && !(digits.length === length && /^\d+$/u.test(digits))) {
        const columnName = this.#readers.columnName(field);
        complain({ code: 'siren_unreadable', columnName, value }, 'warning');
      }
    }
  }
}
