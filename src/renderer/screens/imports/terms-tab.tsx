/** Payment terms by group of customers, confirmed in bulk: nothing automatic leaves before. */
import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { importsText } from '../../../shared/text/screens/imports.ts';
import { useApi } from '../../api/connection.tsx';
import { useCommand } from '../../commands/use-command.tsx';
import { failureOf } from '../../failure/failure.ts';
import { Amount } from '../../parts/amount.tsx';
import { Badge } from '../../parts/badge.tsx';
import { end, PlainTable } from '../../parts/plain-table.tsx';
import { useText } from '../../parts/reader.tsx';
import { EmptyState, ErrorState, Skeleton } from '../../parts/states.tsx';
import styles from './imports.module.css';
import { TermsDialog } from './terms-dialog.tsx';
import type { TermsGroup } from './terms-group.ts';
import { useCount } from './use-count.ts';

export function TermsTab() {
  const api = useApi();
  const words = useText(importsText);
  const groups = useQuery(api.query.imports.termsGroups.queryOptions());
  if (groups.isError) {
    return <ErrorState failure={failureOf(groups.error)} onRetry={() => void groups.refetch()} />;
  }
  if (groups.data === undefined) return <Skeleton lines={6} height={16} />;
  if (groups.data.length === 0) return <EmptyState sentence={words.termsEmpty} />;
  return <Groups groups={groups.data} />;
}

function Groups({ groups }: { readonly groups: readonly TermsGroup[] }) {
  const words = useText(importsText);
  const count = useCount();
  const [edited, setEdited] = useState<TermsGroup | null>(null);
  const [saidOf, setSaidOf] = useState(0);
  const confirm = useCommand((call) => call.imports.confirmTerms, {
    said: () => (saidOf === 0 ? null : words.termsConfirmed(count(saidOf))),
  });
  const confirmAll = async (chosen: readonly TermsGroup[]) => {
    setSaidOf(chosen.reduce((sum, group) => sum + group.customerCount, 0));
    for (const { customerIds, terms } of chosen) {
      const outcome = await confirm.run({ customerIds, terms });
      if (!outcome.isDone) return;
    }
  };
  const waiting = groups.filter((group) => !group.isConfirmed);
  return (
    <div className={styles.scroll}>
      <div className={styles.bar}>
        <p className={styles.quiet}>{words.termsNote}</p>
        <span className={styles.space} />
        {waiting.length > 1 && (
          <Button
            variant="filled"
            loading={confirm.isRunning}
            onClick={() => void confirmAll(waiting)}
          >
            {words.confirmAll(count(waiting.length))}
          </Button>
        )}
      </div>
      <PlainTable
        label={words.tabs.terms}
        head={[
          words.termsWording,
          words.termsOrigin,
          end(words.diagnosis.customers ?? ''),
          end(words.openAmount),
          words.state,
          end(words.actions),
        ]}
        rows={groups.map((group) => ({
          key: group.groupKey,
          cells: [
            <Wording key="terms" group={group} />,
            <Origin key="origin" group={group} />,
            count(group.customerCount),
            <Amount key="open" cents={group.openCents} />,
            <Badge key="state" tone={group.isConfirmed ? 'green' : 'amber'}>
              {group.isConfirmed ? words.confirmed : words.toConfirm}
            </Badge>,
            <span key="do" className={styles.buttons}>
              {!group.isConfirmed && (
                <Button
                  size="compact-xs"
                  disabled={confirm.isRunning}
                  onClick={() => void confirmAll([group])}
                >
                  {words.confirm}
                </Button>
              )}
              <Button size="compact-xs" variant="subtle" onClick={() => setEdited(group)}>
                {words.change}
              </Button>
            </span>,
          ],
        }))}
      />
      {edited !== null && <TermsDialog group={edited} onClose={() => setEdited(null)} />}
    </div>
  );
}

function Wording({ group }: { readonly group: TermsGroup }) {
  const words = useText(importsText);
  return (
    <>
      <strong>{group.label}</strong>{' '}
      {group.isAboveLegalCap && <Badge tone="danger">{words.aboveCap}</Badge>}
    </>
  );
}

function Origin({ group }: { readonly group: TermsGroup }) {
  const words = useText(importsText);
  const count = useCount();
  return (
    <>
      {words.origin[group.origin]}
      {group.origin === 'proposed' && (
        <span className={styles.quiet}> · {words.payments(count(group.paymentCount))}</span>
      )}
    </>
  );
}
