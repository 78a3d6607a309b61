/**
 * The dashboard: where the money is, what moved, what came in and what is to come, what is to be
 * done today. Every figure opens its lines; the whole prints on one A4 page, landscape.
 */
import { Button } from '@mantine/core';
import { IconLayoutDashboard } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { dashboardText } from '../../../shared/text/screens/dashboard.ts';
import { useApi } from '../../api/connection.tsx';
import { failureOf } from '../../failure/failure.ts';
import { useGo } from '../../frame/navigation.ts';
import { useText } from '../../parts/reader.tsx';
import { Screen } from '../../parts/screen.tsx';
import { EmptyState, ErrorState, Skeleton } from '../../parts/states.tsx';
import { ByHand } from '../calls/by-hand.tsx';
import { AgedBar } from './aged-bar.tsx';
import { AlertList } from './alert-list.tsx';
import type { Dashboard, Figures } from './answer.ts';
import styles from './dashboard.module.css';
import { ForecastChart } from './forecast-chart.tsx';
import { HeadFigures } from './head-figures.tsx';
import { ProfileTable, TopDebtors } from './people-tables.tsx';
import { ReceiptsChart } from './receipts-chart.tsx';
import { SegmentTable } from './segment-table.tsx';
import { DsoChart, EffectivenessChart } from './trend-charts.tsx';
import { TodayWork, WatchList } from './work-lists.tsx';

export default function DashboardScreen() {
  const api = useApi();
  const words = useText(dashboardText);
  const go = useGo();
  const answer = useQuery(api.query.overview.dashboard.queryOptions());
  if (answer.data === undefined) {
    return (
      <Screen title={words.title}>
        {answer.isError ? (
          <ErrorState failure={failureOf(answer.error)} onRetry={() => void answer.refetch()} />
        ) : (
          <Skeleton lines={12} height={22} />
        )}
      </Screen>
    );
  }
  const { figures } = answer.data;
  return (
    <Screen title={words.title}>
      {figures === null ? (
        <EmptyState
          icon={<IconLayoutDashboard size={28} stroke={1.4} />}
          sentence={words.empty}
          action={
            <Button variant="filled" onClick={() => go('/imports')}>
              {words.import}
            </Button>
          }
        />
      ) : (
        <Ground dashboard={answer.data} figures={figures} />
      )}
    </Screen>
  );
}

function Ground({ dashboard, figures }: { dashboard: Dashboard; figures: Figures }) {
  return (
    <div className={styles.ground}>
      <HeadFigures figures={figures} otherCurrencies={dashboard.otherCurrencies} />
      <AgedBar buckets={dashboard.buckets} />
      <div className={styles.parts}>
        <Part area="dso">
          <DsoChart />
        </Part>
        <Part area="effectiveness">
          <EffectivenessChart />
        </Part>
        <Part area="receipts">
          <ReceiptsChart weeks={dashboard.receiptsByWeek} />
        </Part>
        <Part area="forecast">
          <ForecastChart />
        </Part>
        <Part area="work">
          <TodayWork dashboard={dashboard} />
          <ByHand />
          <AlertList />
        </Part>
        <Part area="debtors">
          <TopDebtors debtors={dashboard.topDebtors} />
        </Part>
        <Part area="people">
          <ProfileTable profiles={dashboard.profiles} />
          <SegmentTable segments={dashboard.segments} />
        </Part>
        <Part area="watch">
          <WatchList dashboard={dashboard} />
        </Part>
      </div>
    </div>
  );
}

/** One place of the ground; paper arranges them otherwise than the screen. */
function Part({ area, children }: { area: string; children: ReactNode }) {
  return (
    <div className={styles.part} style={{ gridArea: area }}>
      {children}
    </div>
  );
}
