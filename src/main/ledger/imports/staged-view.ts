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
  /** Everybody whose figures would change, ascending by id. */
  readonly customers: readonly CustomerKey[];
  readonly newCustomerCount: number;
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
  const known = new Map(reader.all(IDENTITIES).map((row) => [row.code, row.customerId]));
  const ranks = new Map<number, number>();
  const codes = new Map<number, string>();
  let lastId = [...known.values()].at(-1) ?? 0;
  for (const { n, code } of staging.customers()) {
    const customerId = known.get(code) ?? lastId + 1;
    lastId = Math.max(lastId, customerId);
    ranks.set(customerId, n);
    codes.set(customerId, code);
  }
  const newCustomerCount =
    ranks.size - [...codes.values()].filter((code) => known.has(code)).length;
  const touched = new Set([...touchedBy(reader, staging.header, base.imports), ...ranks.keys()]);
  for (const [code, customerId] of known) if (touched.has(customerId)) codes.set(customerId, code);
  const customers = [...touched]
    .sort((a, b) => a - b)
    .map((customerId) => ({ customerId, code: codes.get(customerId) ?? '' }));
  const totals = staging.totals();
  const context = withStaging(base, staging, { importId, roles });
  return {
    customers,
    newCustomerCount,
    view: overlaid(reader, staging, { base, context, ranks, importId }),
    statedCents: (customerId) => totals.get(ranks.get(customerId) ?? 0) ?? 0,
    isNamed: (customerId) => ranks.has(customerId),
  };
}

interface Overlay {
  readonly base: InterpretationContext;
  readonly context: InterpretationContext;
  /** Rank in the file by customer id. */
  readonly ranks: ReadonlyMap<number, number>;
  readonly importId: number;
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
  const imports = [...base.imports, { ...header, importId: given.importId }];
  return { ...base, roles, imports, accountLabels: labels };
}

function overlaid(reader: Reader, staging: StagingReader, overlay: Overlay): FactsView {
  const below = ledgerView(reader, overlay.base);
  const ranksOf = (customers: readonly CustomerKey[]) =>
    customers.flatMap(({ customerId }) => {
      const n = overlay.ranks.get(customerId);
      return n === undefined ? [] : [{ customerId, n }];
    });
  return {
    context: overlay.context,
    dueDates: (customers) => below.dueDates(customers),
    facts: (customers) => {
      const found = new Map(below.facts(customers));
      const named = ranksOf(customers);
      const staged = staging.facts(
        named.map(({ n }) => n),
        overlay.importId,
      );
      for (const { customerId, n } of named) {
        found.set(customerId, together(found.get(customerId), staged.get(n)));
      }
      return found;
    },
    folded: (customers) => {
      const found = new Map<number, CustomerFolded>(below.folded(customers));
      const named = ranksOf(customers);
      const said: ReadonlyMap<number, StatedCustomer> = staging.described(named.map(({ n }) => n));
      for (const { customerId, n } of named) {
        const code = customers.find((one) => one.customerId === customerId)?.code ?? '';
        const before = found.get(customerId) ?? newCustomer({ customerId, code }, overlay.context);
        const now = said.get(n);
        found.set(
          customerId,
          now === undefined ? before : withStated(before, now, overlay.context),
        );
      }
      return found;
    },
    statedTotals: (importId, customers) => {
      if (importId !== overlay.importId) return below.statedTotals(importId, customers);
      const totals = staging.totals();
      return new Map(
        ranksOf(customers).map(({ customerId, n }) => [customerId, totals.get(n) ?? 0]),
      );
    },
  };
}

function together(below: StatedFacts | undefined, above: StatedFacts | undefined): StatedFacts {
  const empty: StatedFacts = { lines: [], items: [], rows: [] };
  const a = below ?? empty;
  const b = above ?? empty;
  return {
    lines: [...a.lines, ...b.lines],
    items: [...a.items, ...b.items],
    rows: [...a.rows, ...b.rows],
  };
}
