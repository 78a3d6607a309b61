/**
 * Whom a list of open items speaks for.
 *
 * The scope of a list is declared when it is imported: `all` customers, those of a rep, an agency,
 * a sector or a profile (`rep:DUPAS`), or only the customers `file` names. A customer outside the
 * scope is not concerned by what the list leaves out; a customer the list names always is.
 */
import type { LiveImport } from '../../../shared/domain/interpretation/interpretation.ts';
import type { LiveImportFact } from './context.ts';
import type { CustomerFolded } from './customer-rows.ts';
import type { StatedFacts } from './facts.ts';

const SCOPE_ALL = 'all';

const DIMENSIONS = {
  rep: 'repCode',
  agency: 'agencyCode',
  sector: 'sector',
  profile: 'profile',
} as const;

/** The live imports that speak for this customer, in the order in which they were committed. */
export function importsOf(
  imports: readonly LiveImportFact[],
  customer: CustomerFolded,
  facts: StatedFacts,
): LiveImport[] {
  return imports.filter(
    (one) =>
      one.meaning !== 'open_items' ||
      isInScope(one.scope, customer) ||
      facts.items.some(({ importId }) => importId === one.importId),
  );
}

/** Whether a declared scope covers a customer whom the list does not name. */
export function isInScope(scope: string, customer: CustomerFolded): boolean {
  if (scope === SCOPE_ALL) return true;
  const [dimension = '', ...rest] = scope.split(':');
  if (!isDimension(dimension)) return false;
  const field = DIMENSIONS[dimension];
  const value = customer.typed.get(field) ?? customer.stated[field];
  return value === rest.join(':').trim();
}

function isDimension(name: string): name is keyof typeof DIMENSIONS {
  return Object.hasOwn(DIMENSIONS, name);
}
