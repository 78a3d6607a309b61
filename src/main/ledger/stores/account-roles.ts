/** Roles of the customer accounts, as people confirmed them. */
import type { AccountRole } from '../../../shared/domain/statement/account-role.ts';
import { accountRole } from '../schema/people.ts';
import type { Writer } from '../session.ts';
import { query, text, word } from '../statement.ts';

const IN_FORCE = query({
  name: 'account_roles.in_force',
  params: { ledgerAccountCode: text },
  row: { role: word<AccountRole>() },
  sql: `
SELECT coalesce(
  (SELECT role FROM account_role WHERE ledger_account_code = @ledgerAccountCode
    ORDER BY entry_id DESC LIMIT 1),
  (SELECT proposed_role FROM stated_account WHERE ledger_account_code = @ledgerAccountCode
    AND import_id NOT IN (SELECT import_id FROM import_undone) ORDER BY import_id DESC LIMIT 1),
  'other') AS role`,
});

/**
 * Records the role of an account. True when it is another than the one in force, so that the lines
 * of the account must be interpreted again.
 */
export function recordAccountRole(
  writer: Writer,
  entryId: number,
  given: { readonly ledgerAccountCode: string; readonly role: AccountRole },
): boolean {
  const { ledgerAccountCode } = given;
  const before = writer.one(IN_FORCE, { ledgerAccountCode });
  writer.orm
    .insert(accountRole)
    .values({ ...given, entryId })
    .run();
  return before?.role !== given.role;
}
