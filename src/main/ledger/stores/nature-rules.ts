/** How settlements of a pattern are to be understood: asked once, kept for all that look so. */
import type { SettlementNature } from '../../../shared/domain/interpretation/interpretation.ts';
import { natureRule } from '../schema/people.ts';
import type { Reader, Writer } from '../session.ts';
import { int, query, text } from '../statement.ts';

const CUSTOMERS_ASKING = query({
  name: 'nature_rules.customers_asking',
  params: { pattern: text },
  row: { customerId: int },
  sql: 'SELECT customer_id AS customerId FROM derived_question WHERE pattern = @pattern',
});

/** The customers whose lines left this question open: those to interpret again after an answer. */
export function loadCustomersAsking(reader: Reader, pattern: string): number[] {
  return reader.all(CUSTOMERS_ASKING, { pattern }).map(({ customerId }) => customerId);
}

/** Records the answer to a question of nature. */
export function recordNatureRule(
  writer: Writer,
  entryId: number,
  rule: { readonly pattern: string; readonly nature: SettlementNature },
): void {
  writer.orm
    .insert(natureRule)
    .values({ ...rule, entryId })
    .run();
}
