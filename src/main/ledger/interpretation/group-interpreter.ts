/**
 * Interprets groups of customers from a view of their facts, without writing anything.
 *
 * The ledger gives one view (what stands in it); an import that is being previewed gives another
 * (what would stand in it), so that both go through the same rules.
 */

import { interpret } from '../../../shared/domain/interpretation/interpret.ts';
import type {
  ConfirmedReceipt,
  CustomerFacts,
  Interpretation,
} from '../../../shared/domain/interpretation/interpretation.ts';
import type { Cents } from '../../../shared/kernel/cents.ts';
import type { Reader } from '../session.ts';
import { loadConfirmedReceipts } from './confirmed-receipts.ts';
import type { InterpretationContext } from './context.ts';
import { controlDifferenceOf, controllingImport, loadStatedTotals } from './control.ts';
import type { CustomerFolded } from './customer-rows.ts';
import { foldCustomers } from './customer-rows.ts';
import type { DueDatesByKey, StatedFacts } from './facts.ts';
import { ledgerFacts, loadDueDateOverrides, loadInvoiceDueDates } from './facts.ts';
import { importsOf } from './scopes.ts';

/** A customer to interpret. */
export interface CustomerKey {
  readonly customerId: number;
  readonly code: string;
}

/** Everything that is known of groups of customers. */
export interface FactsView {
  readonly context: InterpretationContext;
  facts(customers: readonly CustomerKey[]): ReadonlyMap<number, StatedFacts>;
  folded(customers: readonly CustomerKey[]): ReadonlyMap<number, CustomerFolded>;
  /** What the controlling file says of them. */
  statedTotals(importId: number, customers: readonly CustomerKey[]): ReadonlyMap<number, Cents>;
  /** Those typed by a person. */
  dueDates(customers: readonly CustomerKey[]): ReadonlyMap<number, DueDatesByKey>;
  /** Those that electronic invoices state. */
  invoiceDueDates(customers: readonly CustomerKey[]): ReadonlyMap<number, DueDatesByKey>;
  /** What people said of movements of the bank. */
  receipts(customers: readonly CustomerKey[]): ReadonlyMap<number, readonly ConfirmedReceipt[]>;
}

/** What one customer's lines mean, with what was needed to say so. */
export interface InterpretedCustomer {
  readonly customerId: number;
  readonly facts: StatedFacts;
  readonly interpretation: Interpretation;
  readonly folded: CustomerFolded;
  readonly controlDifferenceCents: Cents;
}

const NO_FACTS: StatedFacts = { lines: [], items: [], rows: [] };
const NO_DUE_DATES: DueDatesByKey = new Map();
const NO_RECEIPTS: readonly ConfirmedReceipt[] = [];

/** What stands in the ledger, as this reader sees it. */
export function ledgerView(reader: Reader, context: InterpretationContext): FactsView {
  const source = ledgerFacts(reader, context);
  const idsOf = (customers: readonly CustomerKey[]) => customers.map((one) => one.customerId);
  return {
    context,
    facts: source,
    folded: (customers) => foldCustomers(reader, idsOf(customers), context),
    statedTotals: (importId, customers) => loadStatedTotals(reader, importId, idsOf(customers)),
    dueDates: (customers) => loadDueDateOverrides(reader, idsOf(customers)),
    invoiceDueDates: (customers) => loadInvoiceDueDates(reader, idsOf(customers)),
    receipts: (customers) => loadConfirmedReceipts(reader, idsOf(customers)),
  };
}

/** Interprets one group of customers, in the order given. */
export function interpretGroup(
  view: FactsView,
  customers: readonly CustomerKey[],
): InterpretedCustomer[] {
  const { context } = view;
  const facts = view.facts(customers);
  const folded = view.folded(customers);
  const dueDates = view.dueDates(customers);
  const ofInvoices = view.invoiceDueDates(customers);
  const receipts = view.receipts(customers);
  const control = controllingImport(context.imports);
  const totals = control === null ? null : view.statedTotals(control.importId, customers);
  const made: InterpretedCustomer[] = [];
  for (const { customerId } of customers) {
    const customer = folded.get(customerId);
    if (customer === undefined) continue;
    const stated = facts.get(customerId) ?? NO_FACTS;
    const given: CustomerFacts = {
      ...stated,
      imports: importsOf(context.imports, customer, stated),
      roles: context.roles,
      natureRules: context.natureRules,
      terms: customer.terms,
      invoiceDueDates: ofInvoices.get(customerId) ?? NO_DUE_DATES,
      dueDateOverrides: dueDates.get(customerId) ?? NO_DUE_DATES,
      receipts: receipts.get(customerId) ?? NO_RECEIPTS,
    };
    const interpretation = interpret(given);
    const controlDifferenceCents =
      control === null
        ? 0
        : controlDifferenceOf(control, totals?.get(customerId) ?? 0, interpretation);
    made.push({
      customerId,
      facts: stated,
      interpretation,
      folded: customer,
      controlDifferenceCents,
    });
  }
  return made;
}
