/** Tells the sink each customer of a ledger file once, before the first line that names it. */
import { isSundryLabel } from '../../shared/domain/statement/account-role.ts';
import type { StatedCustomer } from '../../shared/domain/statement/statement.ts';

export class CustomerRegister {
  /** Customers whose name is that of a crowd. */
  readonly sundryCodes = new Set<string>();
  readonly #told = new Set<string>();
  readonly #tell: (customer: StatedCustomer) => void;

  constructor(tell: (customer: StatedCustomer) => void) {
    this.#tell = tell;
  }

  get count(): number {
    return this.#told.size;
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
