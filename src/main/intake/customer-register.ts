/** Tells the sink each customer of a ledger file once, before the first line that names it. */
import { isSundryLabel } from '../../shared/domain/statement/account-role.ts';
import type { LedgerLine, StatedCustomer } from '../../shared/domain/statement/statement.ts';

export class CustomerRegister {
  /** Customers whose name is that of a crowd. */
  readonly sundryCodes = new Set<string>();
  /** Accounts whose lines name their customers by words. */
  readonly #byWords = new Set<string>();
  readonly #waiting = new Map<string, StatedCustomer>();
  readonly #told = new Set<string>();
  readonly #tell: (customer: StatedCustomer) => void;

  constructor(tell: (customer: StatedCustomer) => void) {
    this.#tell = tell;
  }

  get count(): number {
    return this.#told.size;
  }

  /** Notes a customer whom words of a line tell: he is told with the first line that is his. */
  meetByWords(account: string, customer: StatedCustomer): void {
    this.#byWords.add(account);
    if (!this.#told.has(customer.customerCode)) this.#waiting.set(customer.customerCode, customer);
  }

  /** Whether the customer of a line of this account, with this code, is told by words. */
  isByWords({ ledgerAccountCode, customerCode }: LedgerLine): boolean {
    if (this.#byWords.size === 0 || !this.#byWords.has(ledgerAccountCode)) return false;
    return customerCode === ledgerAccountCode || customerCode.startsWith(`${ledgerAccountCode}:`);
  }

  /** Tells the customer of a line if he waited for it. */
  meetWaiting(customerCode: string): void {
    const customer = this.#waiting.get(customerCode);
    if (customer === undefined) return;
    this.#waiting.delete(customerCode);
    this.meet(customer);
  }

  /** Tells a customer, unless it was told before. */
  meet(customer: StatedCustomer): void {
    const { customerCode, name } = customer;
    if (this.#told.has(customerCode)) return;
    this.#told.add(customerCode);
    if (name !== null && isSundryLabel(name)) this.sundryCodes.add(customerCode);
    this.#tell(customer);
  }
}

/** A customer of whom a ledger says only the name. */
export function namedCustomer(customerCode: string, name: string | null): StatedCustomer {
  return {
    customerCode,
    name,
    siren: null,
    email: null,
    phone: null,
    addressLines: [],
    postalCode: null,
    city: null,
    countryCode: null,
    terms: null,
    paymentMethod: null,
    repCode: null,
    agencyCode: null,
    sector: null,
    profile: null,
    creditLimitCents: null,
  };
}
