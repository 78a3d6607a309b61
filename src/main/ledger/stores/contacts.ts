/** Contacts of customers, typed by people. A new state of a contact is a new row; the last wins. */
import { max } from 'drizzle-orm';
import { contact } from '../schema/people.ts';
import type { Reader, Writer } from '../session.ts';
import { flag, int, nullable, query, text } from '../statement.ts';

export interface ContactState {
  readonly customerId: number;
  readonly name: string;
  readonly role: string;
  readonly email: string | null;
  readonly phone: string | null;
  readonly mobile: string | null;
  readonly comment: string;
}

const CONTACT = query({
  name: 'contacts.one',
  params: { contactId: int },
  row: {
    contactId: int,
    customerId: int,
    name: text,
    role: text,
    email: nullable(text),
    phone: nullable(text),
    mobile: nullable(text),
    comment: text,
    isRemoved: flag,
  },
  sql: `
SELECT contact_id AS contactId, customer_id AS customerId, name, role, email, phone, mobile,
  comment,
  is_removed AS isRemoved
FROM contact WHERE contact_id = @contactId ORDER BY entry_id DESC LIMIT 1`,
});

/** A contact as it stands; null when unknown or removed. */
export function loadContact(
  reader: Reader,
  contactId: number,
): (ContactState & { readonly contactId: number }) | null {
  const row = reader.one(CONTACT, { contactId });
  return row === null || row.isRemoved ? null : row;
}

/**
 * Records a state of a contact and gives its id; `contactId` null makes a new one. The customer's
 * row must then be refreshed (`refreshCustomerRows`).
 */
export function recordContact(
  writer: Writer,
  entryId: number,
  state: ContactState & { readonly contactId: number | null },
): number {
  const contactId = state.contactId ?? nextContactId(writer);
  writer.orm
    .insert(contact)
    .values({ ...state, contactId, entryId, isRemoved: false })
    .run();
  writer.touch(['contacts'], [state.customerId]);
  return contactId;
}

/** Ends a contact: its last state is kept, with the word that it ended. */
export function removeContact(writer: Writer, entryId: number, contactId: number): void {
  const state = loadContact(writer, contactId);
  if (state === null) throw new RangeError(`Contact ${contactId} is not there.`);
  writer.orm
    .insert(contact)
    .values({ ...state, entryId, isRemoved: true })
    .run();
  writer.touch(['contacts'], [state.customerId]);
}

function nextContactId(writer: Writer): number {
  const [row] = writer.orm
    .select({ last: max(contact.contactId) })
    .from(contact)
    .all();
  return (row?.last ?? 0) + 1;
}
