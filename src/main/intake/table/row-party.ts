/**
 * Who the customer of a line is.
 *
 *  1. the column of codes, where it is filled;
 *  2. in a list of open items, the account, for packages that open one per customer;
 *  3. the heading of the group, or the customer of the line above, where the list is printed so;
 *  4. the name itself.
 *
 * Lines of other parties (suppliers, banks) that stand in the same export are told apart by their
 * account and are out of scope.
 */
import type { TableProfile } from '../../../shared/domain/statement/table-mapping.ts';
import type { ColumnReaders } from './column-readers.ts';
import type { GroupHeading } from './group-heading.ts';
import type { Cell } from './table-source.ts';

export interface RowParty {
  /** Empty where the line names nobody. */
  readonly customerCode: string;
  readonly name: string;
  readonly isOutOfScope: boolean;
}

const NOT_A_CUSTOMER = /^(?:[1-3567]\d{2}|40|42|43|44|45|46|47|48|49)/u;

export class PartyResolver {
  readonly #readers: ColumnReaders;
  readonly #profile: TableProfile;
  readonly #usesAccount: boolean;
  #above: { customerCode: string; name: string } | null = null;

  constructor(profile: TableProfile, readers: ColumnReaders) {
    this.#profile = profile;
    this.#readers = readers;
    this.#usesAccount = !readers.has('customer_code') && profile.kind !== 'customers';
  }

  /** Takes the customer that a heading announces. */
  enter(heading: GroupHeading | null): void {
    if (heading === null) return;
    const { customerCode, customerName } = heading;
    this.#above = { customerCode: customerCode || customerName, name: customerName };
  }

  partyOf(cells: readonly Cell[]): RowParty {
    const readers = this.#readers;
    const account = readers.code('account_code', cells);
    if (account !== '' && this.#isOther(account)) {
      return { customerCode: account, name: '', isOutOfScope: true };
    }
    const name = this.#name(cells);
    const own = readers.code('customer_code', cells);
    const customerCode = own !== '' ? own : this.#usesAccount ? account : '';
    const { fillsDownCustomer } = this.#profile;
    if (customerCode === '' && name === '' && fillsDownCustomer && this.#above !== null) {
      return { ...this.#above, isOutOfScope: false };
    }
    const code = customerCode !== '' ? customerCode : name;
    const party = { customerCode: code.slice(0, 100), name };
    if (code !== '') this.#above = party;
    return { ...party, isOutOfScope: isSupplierOnly(this.#profile, account, code) };
  }

  /** Accounts of other classes; a code like `9DUPONT` or `CDUPONT` says nothing. */
  #isOther(account: string): boolean {
    return /^\d{3}/u.test(account) && NOT_A_CUSTOMER.test(account);
  }

  #name(cells: readonly Cell[]): string {
    const readers = this.#readers;
    const name = readers.name('customer_name', cells);
    const first = readers.code('customer_first_name', cells);
    if (first === '') return name;
    return name === '' ? first : `${name} ${first}`;
  }
}

/** In a directory with an account column, a line without one is no customer. */
function isSupplierOnly(profile: TableProfile, account: string, code: string): boolean {
  if (profile.kind !== 'customers' || code === '') return false;
  return account === '' && profile.columns.some(({ field }) => field === 'account_code');
}
