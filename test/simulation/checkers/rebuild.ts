/** The derived tables, written customer by customer, are what they would be made anew. */
import { rebuildDerived } from '../../../src/main/ledger/interpretation/reinterpret.ts';
import { verifyDerived } from '../../../src/main/ledger/interpretation/verify-derived.ts';
import { dumpDerived } from '../../support/ledger-facts.ts';
import { type Checker, same } from './checker.ts';

const WHOLLY_EVERY_DAYS = 10;

export const rebuild: Checker = async ({ ledger, day, dayNumber }) => {
  same('customers that differ', ledger.read(verifyDerived), []);
  if (dayNumber % WHOLLY_EVERY_DAYS !== 0) return;
  const before = dumpDerived(ledger);
  if (before.asOf.length === 0) return;
  await ledger.write((writer) => {
    rebuildDerived(writer, { asOf: day });
    writer.touch(['items'], 'all');
  });
  same('the derived tables', dumpDerived(ledger), before);
};
