/** The roles of the customer accounts: confirmed once, changed at any time. */
import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { importsText } from '../../../shared/text/screens/imports.ts';
import { useApi } from '../../api/connection.tsx';
import { useCommand } from '../../commands/use-command.tsx';
import { failureOf } from '../../failure/failure.ts';
import { useText } from '../../parts/reader.tsx';
import { EmptyState, ErrorState, Skeleton } from '../../parts/states.tsx';
import { AccountRoles, type Roles } from './account-roles.tsx';
import styles from './imports.module.css';

export function AccountsTab() {
  const api = useApi();
  const words = useText(importsText);
  const [changed, setChanged] = useState<Roles>(new Map());
  const accounts = useQuery(api.query.imports.accounts.queryOptions());
  const confirm = useCommand((call) => call.imports.setAccountRoles, {
    said: () => words.rolesConfirmed,
  });
  if (accounts.isError) {
    return (
      <ErrorState failure={failureOf(accounts.error)} onRetry={() => void accounts.refetch()} />
    );
  }
  if (accounts.data === undefined) return <Skeleton lines={6} height={16} />;
  if (accounts.data.length === 0) return <EmptyState sentence={words.accountsEmpty} />;
  const roles = accounts.data.flatMap(({ ledgerAccountCode, role, isConfirmed }) => {
    const chosen = changed.get(ledgerAccountCode) ?? role;
    return isConfirmed && chosen === role ? [] : [{ ledgerAccountCode, role: chosen }];
  });
  const save = async () => {
    const outcome = await confirm.run({ roles });
    if (outcome.isDone) setChanged(new Map());
  };
  return (
    <div className={styles.scroll} data-print="scroll">
      <div className={styles.bar}>
        <p className={styles.quiet}>{words.accountsNote}</p>
        <span className={styles.space} />
        <Button
          variant="filled"
          disabled={roles.length === 0}
          loading={confirm.isRunning}
          onClick={() => void save()}
        >
          {words.confirmRoles}
        </Button>
      </div>
      <AccountRoles accounts={accounts.data} roles={changed} onChange={setChanged} />
    </div>
  );
}
