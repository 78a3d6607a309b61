/**
 * The morning: obligations first, then the ten customers to call, in an order that stays the same
 * all day. What is done greys in place.
 */
import { Button } from '@mantine/core';
import { IconFlag } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { formatCount } from '../../../shared/format/number.ts';
import { prioritiesText } from '../../../shared/text/screens/priorities.ts';
import type { ApiClient } from '../../api/client.ts';
import { useApi } from '../../api/connection.tsx';
import { failureOf } from '../../failure/failure.ts';
import { useGo } from '../../frame/navigation.ts';
import { useLanguage, useText } from '../../parts/reader.tsx';
import { Screen } from '../../parts/screen.tsx';
import { EmptyState, ErrorState, Skeleton } from '../../parts/states.tsx';
import { LeftOutList } from './left-out-list.tsx';
import { MorningList } from './morning-list.tsx';
import { OthersList } from './others-list.tsx';
import styles from './priorities.module.css';
import { StakeColumn } from './stake-column.tsx';

type Morning = Awaited<ReturnType<ApiClient['overview']['priorities']>>;

export default function PrioritiesScreen() {
  const api = useApi();
  const words = useText(prioritiesText);
  const morning = useQuery(api.query.overview.priorities.queryOptions());
  return (
    <Screen title={words.title}>
      {morning.data !== undefined ? (
        <MorningGround morning={morning.data} />
      ) : morning.isError ? (
        <ErrorState failure={failureOf(morning.error)} onRetry={() => void morning.refetch()} />
      ) : (
        <Skeleton lines={10} height={30} />
      )}
    </Screen>
  );
}

/** What stands under the ten: nothing, everybody else, or those left out for one reason. */
type Below = { readonly kind: 'others' } | { readonly kind: 'left_out'; readonly verdict: string };

function MorningGround({ morning }: { morning: Morning }) {
  const words = useText(prioritiesText);
  const language = useLanguage();
  const [below, setBelow] = useState<Below | null>(null);
  const { emptyReason, excluded, othersCount } = morning;
  if (emptyReason === 'no_ledger') return <NoMorning reason="no_ledger" />;
  const chosen = below?.kind === 'left_out' ? below.verdict : null;
  return (
    <div className={styles.ground}>
      <div className={styles.lists}>
        <MorningList morning={morning} />
        {emptyReason !== null && <NoMorning reason={emptyReason} />}
        {othersCount > 0 && (
          <Button
            className={styles.more}
            variant="subtle"
            onClick={() => setBelow(below?.kind === 'others' ? null : { kind: 'others' })}
          >
            {below?.kind === 'others'
              ? words.othersHide
              : words.othersShow(formatCount(othersCount, { language }))}
          </Button>
        )}
        {below?.kind === 'others' && <OthersList />}
        {chosen !== null && (
          <LeftOutList
            key={chosen}
            verdict={chosen}
            title={excluded.find((row) => row.verdict === chosen)?.sentence ?? chosen}
            onHide={() => setBelow(null)}
          />
        )}
      </div>
      <StakeColumn
        morning={morning}
        chosen={chosen}
        onChoose={(verdict) => setBelow({ kind: 'left_out', verdict })}
      />
    </div>
  );
}

function NoMorning({ reason }: { reason: NonNullable<Morning['emptyReason']> }) {
  const words = useText(prioritiesText);
  const go = useGo();
  const isImport = reason === 'no_ledger' || reason === 'single_account';
  return (
    <EmptyState
      icon={<IconFlag size={28} stroke={1.4} />}
      sentence={words.empty[reason]}
      action={
        <Button
          variant={isImport ? 'filled' : 'default'}
          onClick={() => go(isImport ? '/imports' : '/customers')}
        >
          {isImport ? words.import : words.seeCustomers}
        </Button>
      }
    />
  );
}
