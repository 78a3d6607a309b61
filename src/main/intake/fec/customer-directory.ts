/**
 * Finds the customer of a line again by the bytes of its code, so that a million lines share
 * twenty thousand strings.
 */
import { type CustomerIdentity, customerOf } from '../customer-identity.ts';
import { type CustomerRegister, namedCustomer } from '../customer-register.ts';
import type { FecColumn } from './fec-columns.ts';
import type { FieldScanner } from './field-scanner.ts';

/** Identities kept at most where no code stands; beyond, they are worked out again. */
const IDENTITIES_MAX = 100_000;

interface KnownCode {
  readonly customerCode: string;
  readonly bytes: Uint8Array;
}

export interface NamedAccount {
  readonly code: string;
  readonly label: string;
}

export class CustomerDirectory {
  readonly #scanner: FieldScanner;
  readonly #at: Readonly<Record<FecColumn, number>>;
  readonly #register: CustomerRegister;
  readonly #codes = new Map<number, KnownCode>();
  readonly #identities = new Map<string, CustomerIdentity>();

  constructor(
    scanner: FieldScanner,
    at: Readonly<Record<FecColumn, number>>,
    register: CustomerRegister,
  ) {
    this.#scanner = scanner;
    this.#at = at;
    this.#register = register;
  }

  /** The code of the customer of the current line. */
  codeOf(account: NamedAccount): string {
    const scanner = this.#scanner;
    const field = this.#at.compauxnum;
    if (scanner.isFieldBlank(field)) return this.#codeWithoutAuxiliary(account);
    const hash = scanner.hash(field);
    const known = this.#codes.get(hash);
    if (known !== undefined && scanner.equals(field, known.bytes)) return known.customerCode;
    const auxiliaryCode = scanner.text(field);
    const auxiliaryLabel = scanner.text(this.#at.compauxlib);
    const { customerCode, name } = identityOf(account, auxiliaryCode, auxiliaryLabel);
    this.#codes.set(hash, { customerCode, bytes: scanner.copy(field) });
    this.#register.meet(namedCustomer(customerCode, name));
    return customerCode;
  }

  #codeWithoutAuxiliary(account: NamedAccount): string {
    const auxiliaryLabel = this.#scanner.text(this.#at.compauxlib);
    const key = `${account.code}\n${auxiliaryLabel}`;
    const known = this.#identities.get(key);
    if (known !== undefined) return known.customerCode;
    const identity = identityOf(account, '', auxiliaryLabel);
    if (this.#identities.size < IDENTITIES_MAX) this.#identities.set(key, identity);
    const { customerCode, name, isByWords } = identity;
    const customer = namedCustomer(customerCode, name);
    if (isByWords) this.#register.meetByWords(account.code, customer);
    else this.#register.meet(customer);
    return customerCode;
  }
}

function identityOf(
  account: NamedAccount,
  auxiliaryCode: string,
  auxiliaryLabel: string,
): CustomerIdentity {
  return customerOf({
    ledgerAccountCode: account.code,
    ledgerAccountLabel: account.label,
    auxiliaryCode,
    auxiliaryLabel,
  });
}
