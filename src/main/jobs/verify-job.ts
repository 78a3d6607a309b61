/** Looks whether the ledger still holds together: pages, journal, facts, derived tables. */
import { done } from '../../shared/kernel/result.ts';
import { verifyRecords } from '../ledger/imports/verify-records.ts';
import { verifyDerived } from '../ledger/interpretation/verify-derived.ts';
import { verifyJournal } from '../ledger/journal.ts';
import type { JobRun } from '../ports/jobs.ts';
import type { JobCompany, verify } from '../use-cases/imports/import-jobs.ts';
import { withLedger } from './job-ledger.ts';

type Verdict = ReturnType<NonNullable<(typeof verify)['types']>>;

export const run: JobRun<JobCompany, Verdict> = (input, tools) =>
  withLedger(input, tools, (ledger) =>
    ledger.read((reader) => {
      tools.progress(0, null, 'checking');
      const answer = reader.connection.pragma('integrity_check(1)', { simple: true });
      const journal = verifyJournal(reader.connection);
      const differingCustomerIds = verifyDerived(reader, (customers, total) => {
        tools.progress(customers, total, 'interpreting');
        tools.stopIfCancelled();
      });
      const changedImportIds = verifyRecords(reader, (imports, total) => {
        tools.progress(imports, total, 'checking');
        tools.stopIfCancelled();
      });
      return done({
        entryCount: journal.entryCount,
        firstBrokenEntryId: journal.firstBrokenEntryId,
        differingCustomerIds,
        changedImportIds,
        isFileSound: answer === 'ok',
      });
    }),
  );
