/** Ctrl+K: customers first, then documents, contacts, amounts and whole balances. */
import { parseAmount } from '../../../shared/format/amount.ts';
import { formatDate } from '../../../shared/format/date.ts';
import type { Ledger } from '../../ledger/ledger.ts';
import { search } from '../../ledger/views/search.ts';

const ROWS_MAX = 10;

/** What may be meant by the text; nothing under two signs. */
export function findAnswer(ledger: Ledger, typed: string) {
  const text = typed.trim();
  if (text.length < 2) return { rows: [] };
  const amountCents = parseAmount(text);
  const found = ledger.read((reader) =>
    search(reader, { typed: text, amountCents, limit: ROWS_MAX }),
  );
  const customers = [...found.customers, ...found.balances.map((row) => ({ ...row, city: null }))];
  return {
    rows: [
      ...customers.map((row) => ({
        kind: 'customer' as const,
        customerId: row.customerId,
        receivableId: null,
        title: row.name,
        detail: joined([row.code, row.city]),
        amountCents: row.outstandingCents,
      })),
      ...found.documents.map((row) => documentRow('document', row)),
      ...found.contacts.map((row) => ({
        kind: 'contact' as const,
        customerId: row.customerId,
        receivableId: null,
        title: row.contactName,
        detail: joined([row.customerName, row.phone, row.email]),
        amountCents: null,
      })),
      ...found.amounts.map((row) => documentRow('amount', row)),
    ],
  };
}

type DocumentFound = ReturnType<typeof search>['amounts'][number];

function documentRow(kind: 'document' | 'amount', row: DocumentFound) {
  return {
    kind,
    customerId: row.customerId,
    receivableId: row.receivableId,
    title: row.documentNumber,
    detail: joined([row.customerName, formatDate(row.documentDate)]),
    amountCents: row.outstandingCents,
  };
}

function joined(parts: readonly (string | null)[]): string {
  return parts.filter((part) => part !== null && part !== '').join(' · ');
}
