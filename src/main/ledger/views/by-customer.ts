/**
 * Views that are read for everybody, for one customer, or for a run of customers: one text, three
 * plans. A large ledger is read run by run, so that the thread is given back between two.
 */
import type { Arguments, Reader } from '../session.ts';
import type { Columns, Query, ValuesOf } from '../statement.ts';
import { int, query } from '../statement.ts';

/** Customers whose ids follow one another, both ends included. */
export interface CustomerRun {
  readonly fromCustomerId: number;
  readonly toCustomerId: number;
}

/** Whose rows are read: everybody's (null), one customer's, or those of a run. */
export type Whose = number | CustomerRun | null;

export interface ByCustomer<Params, Row> {
  readonly ofAll: Query<Params, Row>;
  readonly ofOne: Query<Params & { readonly customerId: number }, Row>;
  readonly ofRun: Query<Params & CustomerRun, Row>;
}

/**
 * Declares the statements of a view. `:scope` stands in the SQL where the customer is chosen,
 * `column` is what it is compared with: SQLite then uses the index of the one and of the run, and
 * scans for all.
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
    ofRun: query({
      name: `${name}.run`,
      params: { ...params, fromCustomerId: int, toCustomerId: int },
      row,
      sql: sql.replaceAll(':scope', `${column} BETWEEN @fromCustomerId AND @toCustomerId`),
    }) as Query<ValuesOf<Params> & CustomerRun, ValuesOf<Row>>,
  };
}

/** Reads such a view with its own parameters. */
export function readByCustomer<Params extends object, Row>(
  reader: Reader,
  view: ByCustomer<Params, Row>,
  whose: Whose,
  params: Params = {} as Params,
): Row[] {
  // Whether a statement takes parameters is only known where its view is.
  const given = <Given>(own: Given) => [own] as Arguments<Given>;
  if (whose === null) return reader.all(view.ofAll, ...given(params));
  if (typeof whose === 'number') {
    return reader.all(view.ofOne, ...given({ ...params, customerId: whose }));
  }
  return reader.all(view.ofRun, ...given({ ...params, ...whose }));
}
