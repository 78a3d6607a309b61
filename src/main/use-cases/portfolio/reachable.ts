/**
 * Who can be called, and at which number: a person's own first, then the customer's switchboard.
 */
import type { Reader } from '../../ledger/session.ts';
import {
  readStatedContacts,
  readStatedReach,
  readTypedContacts,
} from '../../ledger/views/customers.ts';
import type { Reachable } from './portfolio.ts';

/** Of everybody (null) or of one customer; who is absent can't be reached. */
export function readReachable(reader: Reader, customerId: number | null): Map<number, Reachable> {
  const reach = new Map<number, Reachable>();
  for (const row of readStatedReach(reader, customerId)) {
    const known = reach.get(row.customerId);
    const phone = row.phone ?? known?.phone ?? null;
    reach.set(row.customerId, {
      reach: phone === null ? 'mail' : 'switchboard',
      phone,
      contactName: null,
    });
  }
  const people = [
    ...readStatedContacts(reader, customerId).map((row) => ({ ...row, mobile: null })),
    ...readTypedContacts(reader, customerId),
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
