/** Everything that is not at zero, flat, as the rules of the domain read it. */
import type { OpenItem, OpenItemKind } from '../../../shared/domain/receivable/open-item.ts';
import type { AccountRole } from '../../../shared/domain/statement/account-role.ts';
import type { DueBasis } from '../../../shared/domain/terms/payment-terms.ts';
import type { Reader } from '../session.ts';
import { amount, day, flag, int, nullable, query, text, word } from '../statement.ts';

const row = {
  receivableId: nullable(int),
  paymentId: nullable(int),
  customerId: int,
  kind: word<OpenItemKind>(),
  role: word<AccountRole>(),
  documentNumber: text,
  documentDate: day,
  dueDate: nullable(day),
  dueBasis: word<DueBasis>(),
  amountCents: amount,
  outstandingCents: amount,
  currency: text,
  namesDocumentNumber: nullable(text),
  isVirtual: flag,
};

const ALL = query({
  name: 'view.open_items',
  row,
  sql: `
SELECT receivable_id AS receivableId, payment_id AS paymentId, customer_id AS customerId, kind,
  role, document_number AS documentNumber, document_date AS documentDate, due_date AS dueDate,
  due_basis AS dueBasis, amount_cents AS amountCents, outstanding_cents AS outstandingCents,
  currency, names_document_number AS namesDocumentNumber, is_virtual AS isVirtual
FROM derived_open_item`,
});

const OF_CUSTOMERS = query({
  name: 'view.open_items_of',
  params: { customerIds: text },
  row,
  sql: `
SELECT o.receivable_id AS receivableId, o.payment_id AS paymentId, o.customer_id AS customerId,
  o.kind, o.role, o.document_number AS documentNumber, o.document_date AS documentDate,
  o.due_date AS dueDate, o.due_basis AS dueBasis, o.amount_cents AS amountCents,
  o.outstanding_cents AS outstandingCents, o.currency,
  o.names_document_number AS namesDocumentNumber, o.is_virtual AS isVirtual
FROM json_each(@customerIds) AS wanted
CROSS JOIN derived_open_item AS o ON o.customer_id = wanted.value`,
});

/** Every open item of the ledger, as of the day its derived tables stand for. */
export function readOpenItems(reader: Reader): OpenItem[] {
  return reader.all(ALL);
}

/** The open items of some customers. */
export function readOpenItemsOf(reader: Reader, customerIds: readonly number[]): OpenItem[] {
  return reader.all(OF_CUSTOMERS, { customerIds: JSON.stringify(customerIds) });
}
