/** A settled item as the customer file shows it. */
import type { Item } from '../../../shared/contract/customers.ts';
import type { Language } from '../../../shared/format/language.ts';
import { verdictText } from '../../../shared/text/verdict.ts';
import type { readSettledItems } from '../../ledger/views/customer-items.ts';

type SettledRecord = ReturnType<typeof readSettledItems>['rows'][number];

export function settledRow(row: SettledRecord, language: Language): Item {
  return {
    receivableId: row.receivableId,
    paymentId: null,
    customerId: row.customerId,
    kind: row.kind,
    role: row.role,
    documentNumber: row.documentNumber,
    documentDate: row.documentDate,
    dueDate: row.dueDate,
    dueBasis: row.dueBasis,
    dueRule: null,
    amountCents: row.amountCents,
    outstandingCents: 0,
    currency: row.currency,
    label: row.label,
    daysPastDue: null,
    settledDate: row.settledDate,
    settledNature: row.settledNature,
    isVirtual: row.isVirtual,
    promisedFor: null,
    promisedCents: 0,
    disputedCents: 0,
    isOnHold: false,
    verdict: 'settled',
    verdictSentence: verdictText[language].settled,
    delayCause: null,
    delayOwner: '',
    isWithdrawn: false,
    hasInvoicePdf: false,
  };
}
