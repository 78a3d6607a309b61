/** The chain of the journal holds from its first entry to its last. */
import { verifyJournal } from '../../../src/main/ledger/journal.ts';
import { type Checker, same } from './checker.ts';

export const journal: Checker = async ({ ledger }) => {
  const { isIntact } = ledger.read(({ connection }) => verifyJournal(connection));
  same('the journal', isIntact, true);
};
