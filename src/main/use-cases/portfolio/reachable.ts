/**
 * Who can be called, and at which number: a person's own first, then the customer's switchboard.
 */
import type { Reader } from '../../ledger/session.ts';
import type { Whose } from '../../ledger/views/by-customer.ts';
import {
  readStatedContacts,
  readStatedReach,
  readTypedContacts,
} from '../../ledger/views/customers.ts';
import type { Reachable } from './portfolio.ts';

/** Who of these customers can be reached, and how; who is absent can't be. */
export function readReachable(reader: Reader, whose: Whose): Map<number, Reachable> {
  const reach = new Map<number, Reachable>();
  for (const row of readStatedReach(reader, whose)) {
    const known = reach.get(row.customerId);
    const phone = row.phone ?? known?.phone ?? null;
    reach.set(row.customerId, {
      reach: phone === null ? 'mail' : 'switchboard',
      phone,
      contactName: null,
    });
  }
  const people = [
    ...readStatedContacts(reader, whose).map((row) => ({ ...row, mobile: null })),
    ...readTypedContacts(reader, whose),
  ];
  for (const { customerId: id, name, email, phone, mobile } of people) {
    const direct = filled(phone) ?? filled(mobile);
    if (direct !== null) reach.set(id, { reach: 'direct_phone', phone: direct, contactName: name });
    else if (filled(email) !== null && !reach.has(id)) {
      reach.set(id, { reach: 'mail', phone: null, contactName: name });
    }
  }
  return reach;
}

function filled(text: string | null): string | null {
  return text === null || text.trim() === '' ? null : text;
}
