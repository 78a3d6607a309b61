/**
 * What the interpretation of every customer shares: live imports, roles, natures, labels, terms.
 */
import type {
  LiveImport,
  NatureRule,
  SettlementNature,
} from '../../../shared/domain/interpretation/interpretation.ts';
import type { AccountRole } from '../../../shared/domain/statement/account-role.ts';
import type { PaymentTerms } from '../../../shared/domain/terms/payment-terms.ts';
import type { Reader } from '../session.ts';
import { day, flag, int, nullable, query, text, word } from '../statement.ts';
import { loadSetting } from '../stores/settings.ts';
import { FALLBACK_TERMS } from './terms-in-force.ts';

/** A live import with what the ledger itself needs to know of it. */
export interface LiveImportFact extends LiveImport {
  readonly scope: string;
  readonly hasOpenings: boolean;
}

export interface InterpretationContext {
  /** In the order in which they were committed. */
  readonly imports: readonly LiveImportFact[];
  readonly roles: ReadonlyMap<string, AccountRole>;
  /** Accounts whose role a person gave; a file proposes nothing for them any more. */
  readonly typedRoles: ReadonlySet<string>;
  readonly natureRules: readonly NatureRule[];
  readonly defaultTerms: PaymentTerms;
  /** By import and account; an import stated later knows better. */
  readonly accountLabels: ReadonlyMap<string, string>;
  readonly journalLabels: ReadonlyMap<string, string>;
}

const LIVE_IMPORTS = query({
  name: 'interpretation.live_imports',
  row: {
    importId: int,
    meaning: word<'period' | 'open_items' | 'rows'>(),
    statedOnDate: day,
    coversFromDate: nullable(day),
    coversToDate: nullable(day),
    scope: text,
    hasOpenings: flag,
  },
  sql: `
SELECT import_id AS importId, meaning, stated_on_date AS statedOnDate,
  covers_from_date AS coversFromDate, covers_to_date AS coversToDate, scope,
  has_openings AS hasOpenings
FROM import_batch
WHERE meaning IN ('period', 'open_items', 'rows')
  AND import_id NOT IN (SELECT import_id FROM import_undone)
ORDER BY import_id`,
});

// A role typed by a person wins; before, what the last file that names the account proposed.
const ROLES = query({
  name: 'interpretation.roles',
  row: { ledgerAccountCode: text, role: word<AccountRole>(), isTyped: flag },
  sql: `
SELECT ledger_account_code AS ledgerAccountCode, proposed_role AS role, 0 AS isTyped
FROM stated_account JOIN (
  SELECT ledger_account_code AS code, max(import_id) AS last FROM stated_account
  WHERE import_id NOT IN (SELECT import_id FROM import_undone) GROUP BY ledger_account_code
) ON code = ledger_account_code AND last = import_id
UNION ALL
SELECT ledger_account_code, role, 1 FROM account_role
WHERE (ledger_account_code, entry_id) IN (
  SELECT ledger_account_code, max(entry_id) FROM account_role GROUP BY ledger_account_code)
ORDER BY isTyped`,
});

const NATURE_RULES = query({
  name: 'interpretation.nature_rules',
  row: { pattern: text, nature: word<SettlementNature>() },
  sql: `
SELECT pattern, nature FROM nature_rule
WHERE (pattern, entry_id) IN (SELECT pattern, max(entry_id) FROM nature_rule GROUP BY pattern)`,
});

const ACCOUNT_LABELS = query({
  name: 'interpretation.account_labels',
  row: { code: text, label: text },
  sql: 'SELECT ledger_account_code AS code, label FROM stated_account ORDER BY import_id',
});

const JOURNAL_LABELS = query({
  name: 'interpretation.journal_labels',
  row: { code: text, label: text },
  sql: 'SELECT journal_code AS code, label FROM stated_journal ORDER BY import_id',
});

/** The terms of a customer of whom nothing else is known. */
export function loadDefaultTerms(reader: Reader): PaymentTerms {
  const terms = loadSetting(reader, 'terms') as { readonly defaultTerms?: PaymentTerms } | null;
  return terms?.defaultTerms ?? FALLBACK_TERMS;
}

/** Reads what every customer's interpretation shares, as it stands for this reader. */
export function loadContext(reader: Reader): InterpretationContext {
  const roles = reader.all(ROLES);
  return {
    imports: reader.all(LIVE_IMPORTS),
    roles: new Map(roles.map((row) => [row.ledgerAccountCode, row.role])),
    typedRoles: new Set(roles.flatMap((row) => (row.isTyped ? [row.ledgerAccountCode] : []))),
    natureRules: reader.all(NATURE_RULES),
    defaultTerms: loadDefaultTerms(reader),
    accountLabels: new Map(reader.all(ACCOUNT_LABELS).map(({ code, label }) => [code, label])),
    journalLabels: new Map(reader.all(JOURNAL_LABELS).map(({ code, label }) => [code, label])),
  };
}
