/** Views that are read for everybody or for one customer: one text, two plans. */
import type { Reader } from '../session.ts';
import type { Columns, Query, ValuesOf } from '../statement.ts';
import { int, query } from '../statement.ts';

export interface ByCustomer<Params, Row> {
  readonly ofAll: Query<Params, Row>;
  readonly ofOne: Query<Params & { readonly customerId: number }, Row>;
}

/**
 * Declares both statements of a view. `:scope` stands in the SQL where the customer is chosen,
 * `column` is what it is compared with: SQLite then uses the index of the one, and scans for all.
 */
export function queryByCustomer<
  Row extends Columns,
  Params extends Columns = Record<never, never>,
>(definition: {
  readonly name: string;
  readonly column: string;
  readonly params?: Params;
  readonly row: Row;
  readonly sql: string;
}): ByCustomer<ValuesOf<Params>, ValuesOf<Row>> {
  const { name, column, row, sql } = definition;
  const params = definition.params ?? ({} as Params);
  return {
    ofAll: query({ name: `${name}.all`, params, row, sql: sql.replaceAll(':scope', 'TRUE') }),
    ofOne: query({
      name: `${name}.one`,
      params: { ...params, customerId: int },
      row,
      sql: sql.replaceAll(':scope', `${column} = @customerId`),
    }) as Query<ValuesOf<Params> & { readonly customerId: number }, ValuesOf<Row>>,
  };
}

/** Reads such a view without parameters of its own; null reads it for everybody. */
export function readByCustomer<Row>(
  reader: Reader,
  view: ByCustomer<Record<never, never>, Row>,
  customerId: number | null,
): Row[] {
  return customerId === null ? reader.all(view.ofAll) : reader.all(view.ofOne, { customerId });
}
