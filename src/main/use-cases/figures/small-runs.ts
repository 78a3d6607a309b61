/**
 * Runs of few customers: their whole history or their months of three years are read and computed
 * at once, and the thread is given back between two.
 */
import type { Ledger } from '../../ledger/ledger.ts';
import type { CustomerRun } from '../../ledger/views/by-customer.ts';
import { readLastCustomerId } from '../../ledger/views/customers.ts';

const RUN_CUSTOMERS = 100;

/** The runs that all the customers make. */
export function* smallRuns(ledger: Ledger): Generator<CustomerRun> {
  const lastId = ledger.read(readLastCustomerId);
  for (let fromId = 1; fromId <= lastId; fromId += RUN_CUSTOMERS) {
    yield { fromCustomerId: fromId, toCustomerId: fromId + RUN_CUSTOMERS - 1 };
  }
}
