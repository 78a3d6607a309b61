/** What the import screen shows of a staging: its header, its control and what it would change. */
import type { ImportPreview } from '../../../shared/contract/imports.ts';
import { compareSnapshots } from '../../../shared/domain/statement/snapshot-guard.ts';
import { followStatements } from '../../../shared/domain/statement/statement-continuity.ts';
import type { Cents } from '../../../shared/kernel/cents.ts';
import { bankChanges } from '../../ledger/imports/bank-changes.ts';
import { sidesOf } from '../../ledger/imports/commit-bank.ts';
import type { ImportFigures } from '../../ledger/imports/preview-import.ts';
import { previewImport } from '../../ledger/imports/preview-import.ts';
import type { Ledger } from '../../ledger/ledger.ts';
import { StagingReader } from '../../ledger/staging/staging-reader.ts';
import { loadStatements } from '../../ledger/stores/bank-movements.ts';
import { readAccounts } from '../../ledger/views/imports.ts';
import type { JobTools } from '../../ports/jobs.ts';

export type Guard = ImportPreview['guards'][number];

/** Interprets the staging over the ledger; `typedTotalCents` is what a person read in the books. */
export function previewOf(
  ledger: Ledger,
  staged: { readonly stagingId: string; readonly stagingFile: string },
  typedTotalCents: Cents | null,
  tools: JobTools,
): ImportPreview {
  const staging = new StagingReader(staged.stagingFile);
  try {
    const figures = ledger.read((reader) =>
      previewImport(reader, staging, {
        asOf: tools.today,
        roles: new Map(),
        tick: (done, total) => {
          tools.progress(done, total, 'interpreting');
          tools.stopIfCancelled();
        },
      }),
    );
    const preview = previewFrom(ledger, { ...staged, staging }, { figures, typedTotalCents });
    staging.keepPreview(preview);
    return preview;
  } finally {
    staging.close();
  }
}

function previewFrom(
  ledger: Ledger,
  { stagingId, staging }: { readonly stagingId: string; readonly staging: StagingReader },
  of: { readonly figures: ImportFigures; readonly typedTotalCents: Cents | null },
): ImportPreview {
  const { header } = staging;
  const { openBefore, openAfter, customersDifferingCount, ...figures } = of.figures;
  const { ledgerLineCount, letteredLineCount } = header;
  const problemsByCode = staging.problemsByCode();
  return {
    stagingId,
    ...headerPart(header),
    ...figures,
    customersDiffering: [...figures.customersDiffering],
    accounts: accountsOf(ledger, staging),
    letteredShare: ledgerLineCount === 0 ? null : letteredLineCount / ledgerLineCount,
    bank: bankPart(ledger, staging),
    problemCount: problemsByCode.reduce((sum, { count }) => sum + count, 0),
    problemsByCode,
    guards: guardsOf(header.meaning, of.figures, of.typedTotalCents),
  };
}

/** The accounts of a bank's file, each with how it follows what is there. */
function bankPart(ledger: Ledger, staging: StagingReader): ImportPreview['bank'] {
  const reading = staging.bank();
  if (reading === null) return null;
  return ledger.read((reader) => {
    const known = loadStatements(reader);
    return bankChanges(reader, reading).map((changes) => {
      const { statements, currency } = changes.account;
      const before = known.filter((one) => one.bankAccountId === changes.bankAccountId);
      const [first] = statements;
      const placed = followStatements([...before, ...statements]);
      const own = placed.find(({ statement }) => statement === first);
      const knownCount = changes.knownIds.filter((id) => id !== null).length;
      const { movementCount, ...sides } = sidesOf(changes);
      return {
        account: changes.stated,
        currency,
        statementCount: statements.length,
        from: first?.from ?? null,
        to: statements.at(-1)?.to ?? null,
        openingCents: first?.openingCents ?? null,
        closingCents: statements.at(-1)?.closingCents ?? null,
        ...sides,
        newCount: movementCount - knownCount,
        knownCount,
        continuity: own?.continuity ?? ('first' as const),
        differenceCents: own?.differenceCents ?? 0,
      };
    });
  });
}

function headerPart(header: StagingReader['header']) {
  const { reader, meaning, encoding, separator, coversFromDate, coversToDate } = header;
  const { statedOnDate, bankDate, linesRead, linesKept, linesRejected, linesOutOfScope } = header;
  return {
    reader,
    meaning,
    encoding,
    separator,
    coversFromDate,
    coversToDate,
    statedOnDate,
    bankDate,
    linesRead,
    linesKept,
    linesRejected,
    linesOutOfScope,
    debitCents: header.debitCents,
    creditCents: header.creditCents,
  };
}

/** The accounts of the file, each with the role in force once it is in. */
function accountsOf(ledger: Ledger, staging: StagingReader): ImportPreview['accounts'] {
  const confirmed = new Map(
    ledger
      .read(readAccounts)
      .map(({ ledgerAccountCode, confirmedRole }) => [ledgerAccountCode, confirmedRole]),
  );
  return staging.accounts().map(({ debitCents, creditCents, ...account }) => {
    const role = confirmed.get(account.ledgerAccountCode) ?? null;
    return {
      ...account,
      balanceCents: debitCents - creditCents,
      role: role ?? account.proposedRole,
      isConfirmed: role !== null,
    };
  });
}

/** What a person must answer before the file goes in. */
function guardsOf(
  meaning: ImportPreview['meaning'],
  figures: ImportFigures,
  typedTotalCents: Cents | null,
): Guard[] {
  const guards: Guard[] = [];
  if (figures.sameAsImportId !== null) {
    guards.push({ code: 'same_file', detail: String(figures.sameAsImportId) });
  }
  if (meaning !== 'open_items') return guards;
  const verdict = compareSnapshots({
    previous: figures.openBefore,
    next: figures.openAfter,
    typedTotalCents,
  });
  const isLeaving = verdict.reasons.some((reason) => reason !== 'total_differs');
  if (isLeaving) {
    guards.push({ code: 'partial_file_suspected', detail: String(verdict.left.lineCount) });
  }
  if (verdict.reasons.includes('total_differs')) {
    guards.push({ code: 'totals_differ', detail: String(verdict.totalCents) });
  }
  return guards;
}
