/**
 * Where a customer is written to: the address of whoever answers for the reminders, and the others
 * who could stand in for him. An address that refuses is not one.
 */
import type { Reader } from '../../ledger/session.ts';
import {
  readStatedContacts,
  readStatedReach,
  readTypedContacts,
} from '../../ledger/views/customers.ts';
import { readRefusedAddresses } from '../../ledger/views/dunning-facts.ts';

export interface MailContact {
  readonly address: string;
  /** Empty for an address without a person. */
  readonly name: string;
  readonly role: string;
}

export interface CustomerAddresses {
  /** Best first. */
  readonly mails: readonly MailContact[];
  /** Known, and refusing. */
  readonly refused: readonly MailContact[];
  readonly hasPhone: boolean;
}

/** Reminders go to the accounts department; who decides comes next, the sales rep last. */
const ROLE_ORDER = ['accounting', 'other', 'decision', 'head_office', 'site', 'dispute', 'sales'];

const NONE: CustomerAddresses = { mails: [], refused: [], hasPhone: false };

/** Of everybody (null) or of one customer, by customer. */
export function readAddresses(
  reader: Reader,
  customerId: number | null,
): ReadonlyMap<number, CustomerAddresses> {
  const refused = new Set(readRefusedAddresses(reader).map(({ address }) => keyOf(address)));
  const known = new Map<number, { contacts: MailContact[]; hasPhone: boolean }>();
  const of = (id: number) => {
    const own = known.get(id) ?? { contacts: [], hasPhone: false };
    known.set(id, own);
    return own;
  };
  const people = [
    ...readTypedContacts(reader, customerId),
    ...readStatedContacts(reader, customerId).map((row) => ({ ...row, mobile: null })),
  ];
  for (const { customerId: id, name, role, email, phone, mobile } of people) {
    const own = of(id);
    if (isFilled(email)) own.contacts.push({ address: email.trim(), name, role: role ?? 'other' });
    own.hasPhone ||= isFilled(phone) || isFilled(mobile);
  }
  for (const { customerId: id, email, phone } of readStatedReach(reader, customerId)) {
    const own = of(id);
    if (isFilled(email)) own.contacts.push({ address: email.trim(), name: '', role: 'other' });
    own.hasPhone ||= isFilled(phone);
  }
  const isRefused = ({ address }: MailContact) => refused.has(keyOf(address));
  const addresses = new Map<number, CustomerAddresses>();
  for (const [id, { contacts, hasPhone }] of known) {
    const sorted = bestFirst(contacts);
    const isAnyRefused = refused.size > 0 && sorted.some(isRefused);
    addresses.set(id, {
      mails: isAnyRefused ? sorted.filter((contact) => !isRefused(contact)) : sorted,
      refused: isAnyRefused ? sorted.filter(isRefused) : [],
      hasPhone,
    });
  }
  return addresses;
}

/** The addresses of a customer of whom nothing is known: none. */
export function addressesOf(
  known: ReadonlyMap<number, CustomerAddresses>,
  customerId: number,
): CustomerAddresses {
  return known.get(customerId) ?? NONE;
}

/** Addresses are compared as mail servers do in practice: without regard to case. */
export function keyOf(address: string): string {
  return address.trim().toLowerCase();
}

function bestFirst(contacts: readonly MailContact[]): readonly MailContact[] {
  if (contacts.length < 2) return contacts;
  return withoutRepeats(contacts).sort((a, b) => rankOf(a) - rankOf(b));
}

function withoutRepeats(contacts: readonly MailContact[]): MailContact[] {
  const seen = new Set<string>();
  return contacts.filter(({ address }) => {
    if (seen.has(keyOf(address))) return false;
    seen.add(keyOf(address));
    return true;
  });
}

function rankOf({ role }: MailContact): number {
  const rank = ROLE_ORDER.indexOf(role);
  return rank === -1 ? ROLE_ORDER.length : rank;
}

function isFilled(text: string | null): text is string {
  return text !== null && text.trim() !== '';
}
