/** An electronic invoice and a line of the ledger that is its own, to be changed field by field. */
import type { Einvoice, EinvoiceParty } from '../../src/shared/domain/einvoice/einvoice.ts';
import type { EinvoiceCandidate } from '../../src/shared/domain/einvoice/match-receivable.ts';
import { calendarDate } from '../../src/shared/kernel/calendar-date.ts';

/** Three numbers whose key is right. */
export const OURS = '123456782';
export const THEIRS = '732829320';
export const OTHERS = '552100554';

export function party(over: Partial<EinvoiceParty> = {}): EinvoiceParty {
  return {
    name: 'LE CLIENT',
    tradingName: null,
    siren: THEIRS,
    siret: null,
    vatNumber: null,
    ...over,
  };
}

/** F20260023 of 31/01/2026, 1 200,00 € due on 02/03/2026. */
export function einvoice(over: Partial<Einvoice> = {}): Einvoice {
  const dueDate = calendarDate('2026-03-02');
  return {
    syntax: 'cii',
    profile: 'en16931',
    number: 'F20260023',
    typeCode: '380',
    kind: 'invoice',
    variant: 'plain',
    issueDate: calendarDate('2026-01-31'),
    dueDate,
    instalments: [{ dueDate, amountCents: null }],
    currency: 'EUR',
    seller: party({ name: 'LE FOURNISSEUR', siren: OURS }),
    buyer: party(),
    payee: null,
    totals: {
      exclVatCents: 100_000,
      vatCents: 20_000,
      inclVatCents: 120_000,
      prepaidCents: 0,
      roundingCents: 0,
      duePayableCents: 120_000,
    },
    paymentTerms: null,
    paymentMeans: [],
    paymentReference: null,
    mandateReference: null,
    buyerReference: null,
    orderNumber: null,
    contractNumber: null,
    precedingInvoices: [],
    mentions: { penalties: null, recoveryFee: null, earlyPayment: null },
    ...over,
  };
}

/** The line of the ledger that `einvoice()` enriches with certainty. */
export function candidate(over: Partial<EinvoiceCandidate> = {}): EinvoiceCandidate {
  return {
    receivableId: 1,
    customerId: 10,
    documentNumber: 'F20260023',
    documentDate: calendarDate('2026-01-31'),
    dueDate: calendarDate('2026-03-17'),
    dueBasis: 'estimated',
    amountCents: 120_000,
    currency: 'EUR',
    customerName: 'CLIENT',
    customerSiren: THEIRS,
    enrichedBySha256: null,
    ...over,
  };
}
