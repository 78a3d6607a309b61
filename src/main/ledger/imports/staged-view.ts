/**
 * What would stand in the ledger if a staging were committed: the ledger's own view, with the
 * staging laid over it. New customers have provisional ids after the last one.
 */
import type { AccountRole } from '../../../shared/domain/statement/account-role.ts';
import type { StatedCustomer } from '../../../shared/domain/statement/statement.ts';
import type { Cents } from '../../../shared/kernel/cents.ts';
import type { InterpretationContext } from '../interpretation/context.ts';
import { loadContext } from '../interpretation/context.ts';
import type { CustomerFolded } from '../interpretation/customer-rows.ts';
import { newCustomer, withStated } from '../interpretation/customer-rows.ts';
import type { StatedFacts } from '../interpretation/facts.ts';
import type { CustomerKey, FactsView } from '../interpretation/group-interpreter.ts';
import { ledgerView } from '../interpretation/group-interpreter.ts';
import type { Reader } from '../session.ts';
import type { StagingReader } from '../staging/staging-reader.ts';
import { int, query, text } from '../statement.ts';
import { touchedBy } from './touched-customers.ts';

const IDENTITIES = query({
  name: 'imports.all_customers',
  row: { customerId: int, code: text },
  sql: 'SELECT customer_id AS customerId, code FROM customer ORDER BY customer_id',
});

const LAST_IMPORT = query({
  name: 'imports.last_id',
  row: { importId: int },
  sql: 'SELECT ifnull(max(import_id), 0) AS importId FROM import_batch',
});

export interface StagedView {
  readonly view: FactsView;
  /** The id its import would have. */
  readonly importId: number;
  /** Everybody whose figures would change, ascending by id. */
  readonly touched: readonly CustomerKey[];
  /** Everybody there is with the staging, ascending by id. */
  readonly everybody: readonly CustomerKey[];
  /** Whom nobody knew, with the ids they would have, ascending. */
  readonly newCustomers: readonly CustomerKey[];
  customerIdOf(rank: number): number;
  /** What the file says in all of a customer; zero for one it does not name. */
  statedCents(customerId: number): Cents;
  isNamed(customerId: number): boolean;
}

/** Lays a staging over the ledger; `roles` are those the user gave while looking at the preview. */
export function stagedView(
  reader: Reader,
  staging: StagingReader,
  roles: ReadonlyMap<string, AccountRole>,
): StagedView {
  const base = loadContext(reader);
  const importId = (reader.one(LAST_IMPORT)?.importId ?? 0) + 1;
  const known = reader.all(IDENTITIES);
  const { ranks, idByRank, totals, newCustomers } = identify(known, staging);
  const everybody = [...known, ...newCustomers];
  const touched = new Set([...touchedBy(reader, staging.header, base.imports), ...ranks.keys()]);
  const context = withStaging(base, staging, { importId, roles });
  return {
    importId,
    everybody,
    newCustomers,
    touched: everybody.filter(({ customerId }) => touched.has(customerId)),
    view: overlaid(reader, staging, {
      base,
      context,
      ranks,
      importId,
      totals,
      lastKnownId: known.at(-1)?.customerId ?? 0,
    }),
    customerIdOf: (rank) => idByRank.get(rank) ?? 0,
    statedCents: (customerId) => totals.get(ranks.get(customerId) ?? 0) ?? 0,
    isNamed: (customerId) => ranks.has(customerId),
  };
}

/** Who is who: the customers of the file by their codes, new ones after the last known. */
function identify(known: readonly CustomerKey[], staging: StagingReader) {
  const idByCode = new Map(known.map(({ customerId, code }) => [code, customerId]));
  const ranks = new Map<number, number>();
  const idByRank = new Map<number, number>();
  const totals = new Map<number, Cents>();
  const newCustomers: CustomerKey[] = [];
  const lastId = known.at(-1)?.customerId ?? 0;
  for (const { n, code, statedCents } of staging.customers()) {
    const knownId = idByCode.get(code);
    const customerId = knownId ?? lastId + newCustomers.length + 1;
    if (knownId === undefined) newCustomers.push({ customerId, code });
    ranks.set(customerId, n);
    idByRank.set(n, customerId);
    totals.set(n, statedCents);
  }
  return { ranks, idByRank, totals, newCustomers };
}

interface Overlay {
  readonly base: InterpretationContext;
  readonly context: InterpretationContext;
  /** Rank in the file by customer id. */
  readonly ranks: ReadonlyMap<number, number>;
  readonly importId: number;
  /** What the file says in all, by rank. */
  readonly totals: ReadonlyMap<number, Cents>;
  /** Of customers after this one the ledger says nothing: it is not asked. */
  readonly lastKnownId: number;
}

function withStaging(
  base: InterpretationContext,
  staging: StagingReader,
  given: { readonly importId: number; readonly roles: ReadonlyMap<string, AccountRole> },
): InterpretationContext {
  const { header } = staging;
  const accounts = staging.accounts();
  const roles = new Map(base.roles);
  for (const { ledgerAccountCode, proposedRole } of accounts) {
    if (!base.typedRoles.has(ledgerAccountCode)) roles.set(ledgerAccountCode, proposedRole);
  }
  for (const [code, role] of given.roles) roles.set(code, role);
  const labels = new Map(base.accountLabels);
  for (const { ledgerAccountCode, label } of accounts) labels.set(ledgerAccountCode, label);
  const { meaning } = header;
  // Statements of a bank restate no account: they weigh in by what people say of them.
  const imports =
    meaning === 'bank'
      ? base.imports
      : [...base.imports, { ...header, meaning, importId: given.importId }];
  return { ...base, roles, imports, accountLabels: labels };
}

function overlaid(reader: Reader, staging: StagingReader, overlay: Overlay): FactsView {
  const below = ledgerView(reader, overlay.base);
  const { context, importId, lastKnownId } = overlay;
  const reach = reachOf(staging);
  const knownOf = (customers: readonly CustomerKey[]) =>
    customers.filter(({ customerId }) => customerId <= lastKnownId);
  const ranksOf = (customers: readonly CustomerKey[]) =>
    customers.flatMap(({ customerId, code }) => {
      const n = overlay.ranks.get(customerId);
      return n === undefined ? [] : [{ customerId, code, n }];
    });
  return {
    context,
    dueDates: (customers) => below.dueDates(knownOf(customers)),
    invoiceDueDates: (customers) => below.invoiceDueDates(knownOf(customers)),
    receipts: (customers) => below.receipts(knownOf(customers)),
    facts: (customers) => {
      const found = new Map(below.facts(knownOf(customers)));
      const named = ranksOf(customers);
      const staged = staging.facts(
        named.map(({ n }) => n),
        importId,
      );
      for (const { customerId, n } of named) {
        found.set(customerId, together(found.get(customerId), staged.get(n)));
      }
      return found;
    },
    folded: (customers) => {
      const found = new Map<number, CustomerFolded>(below.folded(knownOf(customers)));
      const named = ranksOf(customers);
      const said: ReadonlyMap<number, StatedCustomer> = staging.described(named.map(({ n }) => n));
      for (const { customerId, code, n } of named) {
        const before = found.get(customerId) ?? newCustomer({ customerId, code }, context);
        const now = said.get(n);
        const after = now === undefined ? before : withStated(before, now, context);
        found.set(customerId, reach.on(after, n));
      }
      return found;
    },
    statedTotals: (ofImportId, customers) => {
      if (ofImportId !== importId) return below.statedTotals(ofImportId, knownOf(customers));
      return new Map(
        ranksOf(customers).map(({ customerId, n }) => [customerId, overlay.totals.get(n) ?? 0]),
      );
    },
  };
}

/** What contacts and accounts of the file say of its customers, by rank. */
function reachOf(staging: StagingReader) {
  const contacts = staging.contacts();
  const withEmail = new Set(contacts.flatMap(({ n, email }) => (email ? [n] : [])));
  const withPhone = new Set(contacts.flatMap(({ n, phone }) => (phone ? [n] : [])));
  const shared = new Set(
    staging.accounts().flatMap((one) => (one.isShared ? [one.ledgerAccountCode] : [])),
  );
  return {
    on: (customer: CustomerFolded, n: number): CustomerFolded => {
      const hasEmail = customer.hasEmail || withEmail.has(n);
      const hasPhone = customer.hasPhone || withPhone.has(n);
      const isShared = customer.isShared || shared.has(customer.code);
      return { ...customer, hasEmail, hasPhone, isShared };
    },
  };
}

function together(below: StatedFacts | undefined, above: StatedFacts | undefined): StatedFacts {
  if (below === undefined && above !== undefined) return above;
  const empty: StatedFacts = { lines: [], items: [], rows: [] };
  const a = below ?? empty;
  const b = above ?? empty;
  return {
    lines: [...a.lines, ...b.lines],
    items: [...a.items, ...b.items],
    rows: [...a.rows, ...b.rows],
  };
}
