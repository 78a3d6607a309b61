/** Accounts with the role of each: proposed, then confirmed by a person, once. */
import { Select } from '@mantine/core';
import { ACCOUNT_ROLES, type AccountRole } from '../../../shared/domain/statement/account-role.ts';
import { importsText } from '../../../shared/text/screens/imports.ts';
import type { ApiClient } from '../../api/client.ts';
import { Amount } from '../../parts/amount.tsx';
import { Badge } from '../../parts/badge.tsx';
import { end, PlainTable } from '../../parts/plain-table.tsx';
import { useText } from '../../parts/reader.tsx';
import { useCount } from './use-count.ts';

export type AccountRow = Awaited<ReturnType<ApiClient['imports']['accounts']>>[number];
export type Roles = ReadonlyMap<string, AccountRole>;

export function AccountRoles(props: {
  readonly accounts: readonly AccountRow[];
  readonly roles: Roles;
  readonly onChange: (roles: Roles) => void;
}) {
  const { accounts, roles, onChange } = props;
  const words = useText(importsText);
  const count = useCount();
  const set = (code: string, role: AccountRole) => onChange(new Map(roles).set(code, role));
  return (
    <PlainTable
      label={words.tabs.accounts}
      head={[
        words.account,
        words.label,
        end(words.lines),
        end(words.names),
        end(words.balance),
        words.role,
        words.state,
      ]}
      rows={accounts.map((account) => ({
        key: account.ledgerAccountCode,
        cells: [
          account.ledgerAccountCode,
          account.label,
          count(account.lineCount),
          count(account.nameCount),
          <Amount key="balance" cents={account.balanceCents} />,
          <RoleSelect
            key="role"
            account={account}
            role={roles.get(account.ledgerAccountCode) ?? account.role}
            onChange={(role) => set(account.ledgerAccountCode, role)}
          />,
          <RoleState key="state" account={account} />,
        ],
      }))}
    />
  );
}

function RoleSelect(props: {
  readonly account: AccountRow;
  readonly role: AccountRole;
  readonly onChange: (role: AccountRole) => void;
}) {
  const { account, role, onChange } = props;
  const words = useText(importsText);
  return (
    <Select
      w={200}
      size="xs"
      aria-label={words.roleOf(account.ledgerAccountCode)}
      allowDeselect={false}
      value={role}
      data={ACCOUNT_ROLES.map((value) => ({ value, label: words.roles[value] ?? value }))}
      onChange={(value) => {
        const chosen = ACCOUNT_ROLES.find((one) => one === value);
        if (chosen !== undefined) onChange(chosen);
      }}
    />
  );
}

function RoleState({ account }: { readonly account: AccountRow }) {
  const words = useText(importsText);
  return (
    <>
      <Badge tone={account.isConfirmed ? 'green' : 'amber'}>
        {account.isConfirmed ? words.confirmed : words.proposed}
      </Badge>{' '}
      {account.isShared && <Badge tone="danger">{words.shared}</Badge>}
    </>
  );
}
