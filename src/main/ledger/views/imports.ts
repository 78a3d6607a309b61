/** Imports as the user sees them: history, problems, accounts, questions, freshness. */
import type { AccountRole } from '../../../shared/domain/statement/account-role.ts';
import type { Reader } from '../session.ts';
import { amount, day, flag, int, moment, nullable, query, text, word } from '../statement.ts';

const HISTORY = query({
  name: 'imports.history',
  row: {
    importId: int,
    importedAt: moment,
    fileName: text,
    meaning: word<'period' | 'open_items' | 'rows' | 'bank' | 'einvoice'>(),
    reader: text,
    scope: text,
    statedOnDate: day,
    coversFromDate: nullable(day),
    coversToDate: nullable(day),
    bankDate: nullable(day),
    lineCount: int,
    rejectedCount: int,
    debitCents: amount,
    creditCents: amount,
    undoneAt: nullable(moment),
    mayUndo: flag,
  },
  sql: `
SELECT b.import_id AS importId, e.recorded_at AS importedAt, b.file_name AS fileName, b.meaning,
  b.reader, b.scope, b.stated_on_date AS statedOnDate, b.covers_from_date AS coversFromDate,
  b.covers_to_date AS coversToDate, b.bank_date AS bankDate, b.line_count AS lineCount,
  b.rejected_count AS rejectedCount, b.debit_cents AS debitCents, b.credit_cents AS creditCents,
  ue.recorded_at AS undoneAt,
  ue.recorded_at IS NULL AND NOT EXISTS (SELECT 1 FROM import_batch AS later
    WHERE later.import_id > b.import_id AND b.meaning = 'period' AND later.meaning = 'period'
      AND later.import_id NOT IN (SELECT import_id FROM import_undone)
      AND b.covers_from_date <= later.covers_to_date
      AND later.covers_from_date <= b.covers_to_date) AS mayUndo
FROM import_batch AS b JOIN entry AS e ON e.entry_id = b.entry_id
LEFT JOIN import_undone AS u ON u.import_id = b.import_id
LEFT JOIN entry AS ue ON ue.entry_id = u.entry_id
ORDER BY b.import_id DESC`,
});

/** Every import, the latest first. */
export function readImportHistory(reader: Reader) {
  return reader.all(HISTORY);
}

const PROBLEMS = query({
  name: 'imports.problems',
  params: { importId: int, code: nullable(text), offset: int, limit: int },
  row: {
    lineNumber: int,
    columnName: nullable(text),
    code: text,
    value: text,
    severity: word<'error' | 'warning'>(),
  },
  sql: `
SELECT line_number AS lineNumber, column_name AS columnName, code, value, severity
FROM import_problem WHERE import_id = @importId AND (@code IS NULL OR code = @code)
ORDER BY line_number, problem_number LIMIT @limit OFFSET @offset`,
});

const PROBLEM_COUNT = query({
  name: 'imports.problem_count',
  params: { importId: int, code: nullable(text) },
  row: { total: int },
  sql: `
SELECT count(*) AS total FROM import_problem
WHERE import_id = @importId AND (@code IS NULL OR code = @code)`,
});

/** A window of the problems of an import, of all codes (null) or of one. */
export function readImportProblems(
  reader: Reader,
  page: {
    readonly importId: number;
    readonly code: string | null;
    readonly offset: number;
    readonly limit: number;
  },
) {
  const { importId, code } = page;
  const total = reader.one(PROBLEM_COUNT, { importId, code })?.total ?? 0;
  return { total, rows: reader.all(PROBLEMS, page) };
}

const ACCOUNTS = query({
  name: 'imports.accounts',
  row: {
    ledgerAccountCode: text,
    label: text,
    lineCount: int,
    balanceCents: amount,
    nameCount: int,
    proposedRole: word<AccountRole>(),
    confirmedRole: nullable(word<AccountRole>()),
    isShared: flag,
  },
  sql: `
SELECT a.ledger_account_code AS ledgerAccountCode, a.label, a.line_count AS lineCount,
  a.debit_cents - a.credit_cents AS balanceCents, a.name_count AS nameCount,
  a.proposed_role AS proposedRole,
  (SELECT r.role FROM account_role AS r WHERE r.ledger_account_code = a.ledger_account_code
    ORDER BY r.entry_id DESC LIMIT 1) AS confirmedRole,
  a.is_shared AS isShared
FROM stated_account AS a JOIN (
  SELECT ledger_account_code AS code, max(import_id) AS last FROM stated_account
  WHERE import_id NOT IN (SELECT import_id FROM import_undone) GROUP BY ledger_account_code
) ON code = a.ledger_account_code AND last = a.import_id
ORDER BY a.ledger_account_code`,
});

/** The 41x accounts, as the last live file that names each shows them, with their roles. */
export function readAccounts(reader: Reader) {
  return reader.all(ACCOUNTS);
}

const QUESTIONS = query({
  name: 'imports.nature_questions',
  row: { pattern: text, lineCount: int, amountCents: amount, exampleLabel: text },
  sql: `
SELECT pattern, sum(line_count) AS lineCount, sum(amount_cents) AS amountCents,
  min(example_label) AS exampleLabel
FROM derived_question GROUP BY pattern ORDER BY sum(abs(amount_cents)) DESC, pattern`,
});

/** Patterns of settlement whose nature the lines do not tell, the largest amount first. */
export function readNatureQuestions(reader: Reader) {
  return reader.all(QUESTIONS);
}

const LETTERED = query({
  name: 'imports.lettered_share',
  row: { letteredCount: int, lineCount: int },
  sql: `
SELECT count(letter) AS letteredCount, count(*) AS lineCount FROM ledger_line
WHERE import_id = (SELECT max(import_id) FROM import_batch WHERE meaning = 'period'
  AND import_id NOT IN (SELECT import_id FROM import_undone))`,
});

/** How many lines of the last ledger file the accountant has lettered. */
export function readLetteredShare(reader: Reader) {
  return reader.one(LETTERED) ?? { letteredCount: 0, lineCount: 0 };
}
