/**
 * The cash of the coming weeks (prévisions): likely, by promise or by due date, whole or by group;
 * and how the forecasts of past weeks did. A week opens its items, each with the day it is expected
 * on and why.
 */
import { Button } from '@mantine/core';
import { IconChartBar, IconPrinter, IconTableExport, IconTarget } from '@tabler/icons-react';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useCallback, useState } from 'react';
import { forecastText } from '../../../shared/text/screens/forecast.ts';
import { outlookText } from '../../../shared/text/screens/outlook.ts';
import { partsText } from '../../../shared/text/screens/parts.ts';
import { useApi } from '../../api/connection.tsx';
import { useWorkbook } from '../../commands/use-workbook.ts';
import { failureOf } from '../../failure/failure.ts';
import { useGo } from '../../frame/navigation.ts';
import { useText } from '../../parts/reader.tsx';
import { Screen } from '../../parts/screen.tsx';
import { EmptyState, ErrorState, Skeleton } from '../../parts/states.tsx';
import { ScreenTabs } from '../../parts/tabs.tsx';
import { AimsDialog } from './aims-dialog.tsx';
import { CashPanel } from './cash-panel.tsx';
import styles from './forecast.module.css';
import { ForecastFilters } from './forecast-filters.tsx';
import { type OpenCash, type Outlook, useForecastSearch } from './forecast-question.ts';
import { JudgementTab } from './judgement-tab.tsx';
import { LikelyView, ModelNotice } from './likely-view.tsx';
import { WrittenView } from './written-view.tsx';

type Asked = ReturnType<typeof useForecastSearch>;

const TABS = ['forecast', 'judgement'] as const;

export default function ForecastScreen() {
  const words = useText(forecastText);
  const tabs = useText(outlookText).tabs;
  const asked = useForecastSearch();
  const { search, setSearch } = asked;
  return (
    <Screen title={words.title} isFixed>
      <ScreenTabs
        label={words.title}
        value={search.tab}
        tabs={TABS.map((value) => ({ value, label: tabs[value] }))}
        onChange={(tab) => setSearch({ tab, slot: null, cash: null, group: null })}
      >
        {search.tab === 'judgement' ? <JudgementTab /> : <ForecastTab asked={asked} />}
      </ScreenTabs>
    </Screen>
  );
}

function ForecastTab({ asked }: { readonly asked: Asked }) {
  const api = useApi();
  const { search, setSearch, likely } = asked;
  const isLikely = search.method === 'likely';
  const answer = useQuery(
    api.query.forecast.outlook.queryOptions({
      input: likely,
      placeholderData: keepPreviousData,
    }),
  );
  const outlook = answer.data;
  const label = outlook?.groups[0]?.label ?? '…';
  return (
    <div className={styles.tab} data-print="scroll">
      <div className={styles.bar} data-print="never">
        <div className={styles.tools}>
          <ForecastFilters
            search={search}
            groupLabel={search.key === null ? null : label}
            onChange={setSearch}
          />
        </div>
        <Tools asked={asked} outlook={outlook ?? null} />
      </div>
      {outlook === undefined ? (
        answer.isError ? (
          <ErrorState failure={failureOf(answer.error)} onRetry={() => void answer.refetch()} />
        ) : (
          <Skeleton lines={8} height={16} />
        )
      ) : !isLikely ? (
        <WrittenView asked={asked} />
      ) : outlook.model.state === 'ready' ? (
        <Likely outlook={outlook} asked={asked} />
      ) : (
        <ModelNotice model={outlook.model}>
          <WrittenView asked={asked} />
        </ModelNotice>
      )}
    </div>
  );
}

function Likely({ outlook, asked }: { readonly outlook: Outlook; readonly asked: Asked }) {
  const words = useText(outlookText);
  const empty = useText(forecastText);
  const go = useGo();
  const { search, setSearch } = asked;
  const open = useCallback<OpenCash>(
    (cash, groupKey) => setSearch({ cash, group: groupKey ?? null }),
    [setSearch],
  );
  const isEmpty =
    outlook.totalCents === 0 &&
    outlook.otherCurrencies.length === 0 &&
    outlook.weeks.every(({ expectedCents }) => expectedCents === 0);
  if (isEmpty && search.key === null) {
    return (
      <EmptyState
        icon={<IconChartBar size={28} stroke={1.4} />}
        sentence={empty.empty}
        action={<Button onClick={() => go('/imports')}>{empty.import}</Button>}
      />
    );
  }
  const groupKey = search.group ?? search.key;
  const subject = outlook.groups.find((group) => group.key === groupKey)?.label;
  return (
    <>
      <LikelyView outlook={outlook} search={search} onChange={setSearch} onOpen={open} />
      {search.cash !== null && (
        <CashPanel
          search={search}
          slot={search.cash}
          groupKey={groupKey}
          subject={subject ?? words.everybody}
          onClose={() => setSearch({ cash: null, group: null })}
        />
      )}
    </>
  );
}

function Tools({ asked, outlook }: { readonly asked: Asked; readonly outlook: Outlook | null }) {
  const { search, question, likely } = asked;
  const words = useText(outlookText);
  const title = useText(forecastText).title;
  const parts = useText(partsText);
  const workbook = useWorkbook();
  const [isAiming, setAiming] = useState(false);
  const isLikely = search.method === 'likely' && outlook?.model.state === 'ready';
  return (
    <div className={styles.tools}>
      {isLikely && (
        <Button leftSection={<IconTarget size={15} stroke={1.6} />} onClick={() => setAiming(true)}>
          {words.aims}
        </Button>
      )}
      <Button leftSection={<IconPrinter size={15} stroke={1.6} />} onClick={() => window.print()}>
        {words.print}
      </Button>
      <Button
        leftSection={<IconTableExport size={15} stroke={1.6} />}
        loading={workbook.isRunning}
        onClick={() =>
          void workbook.make({
            list: isLikely ? 'outlook' : 'forecast',
            input: isLikely ? likely : question,
            title,
            columns: null,
          })
        }
      >
        {parts.excel}
      </Button>
      {isAiming && outlook !== null && (
        <AimsDialog outlook={outlook} onClose={() => setAiming(false)} />
      )}
    </div>
  );
}
