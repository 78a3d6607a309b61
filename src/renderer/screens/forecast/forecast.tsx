/**
 * The cash of the coming weeks (prévisions): by due date or by promise, whole or by group, and what
 * has no week set apart. A week opens its items, each with the day it is expected on and why.
 */
import { Button } from '@mantine/core';
import { IconChartBar, IconPrinter, IconTableExport } from '@tabler/icons-react';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useCallback } from 'react';
import { forecastText } from '../../../shared/text/screens/forecast.ts';
import { partsText } from '../../../shared/text/screens/parts.ts';
import { useApi } from '../../api/connection.tsx';
import { useWorkbook } from '../../commands/use-workbook.ts';
import { failureOf } from '../../failure/failure.ts';
import { useGo } from '../../frame/navigation.ts';
import { useText } from '../../parts/reader.tsx';
import { Screen } from '../../parts/screen.tsx';
import { EmptyState, ErrorState, Skeleton } from '../../parts/states.tsx';
import { ApartLine } from './apart-line.tsx';
import styles from './forecast.module.css';
import { ForecastFilters } from './forecast-filters.tsx';
import { type Forecast, type OpenSlot, useForecastSearch } from './forecast-question.ts';
import { GroupsTable } from './groups-table.tsx';
import { SlotPanel } from './slot-panel.tsx';
import { WeeksChart } from './weeks-chart.tsx';
import { WeeksTable } from './weeks-table.tsx';

type Asked = ReturnType<typeof useForecastSearch>;

export default function ForecastScreen() {
  const api = useApi();
  const words = useText(forecastText);
  const asked = useForecastSearch();
  const { search, setSearch, question } = asked;
  const answer = useQuery(
    api.query.overview.forecast.queryOptions({
      input: question,
      placeholderData: keepPreviousData,
    }),
  );
  const isNarrowed = search.key !== null;
  const groupLabel = isNarrowed ? (answer.data?.groups[0]?.label ?? '…') : null;
  return (
    <Screen
      title={words.title}
      isFixed
      filters={<ForecastFilters search={search} groupLabel={groupLabel} onChange={setSearch} />}
      action={<Tools question={question} />}
    >
      {answer.data !== undefined ? (
        <Content forecast={answer.data} asked={asked} />
      ) : answer.isError ? (
        <ErrorState failure={failureOf(answer.error)} onRetry={() => void answer.refetch()} />
      ) : (
        <Skeleton lines={8} height={16} />
      )}
    </Screen>
  );
}

function Tools({ question }: Pick<Asked, 'question'>) {
  const words = useText(forecastText);
  const parts = useText(partsText);
  const workbook = useWorkbook();
  return (
    <div className={styles.tools}>
      <Button leftSection={<IconPrinter size={15} stroke={1.6} />} onClick={() => window.print()}>
        {words.print}
      </Button>
      <Button
        leftSection={<IconTableExport size={15} stroke={1.6} />}
        loading={workbook.isRunning}
        onClick={() =>
          void workbook.make({
            list: 'forecast',
            input: question,
            title: words.title,
            columns: null,
          })
        }
      >
        {parts.excel}
      </Button>
    </div>
  );
}

function Content({ forecast, asked }: { forecast: Forecast; asked: Asked }) {
  const words = useText(forecastText);
  const go = useGo();
  const { search, setSearch } = asked;
  const { method, by, key, slot } = search;
  const open = useCallback<OpenSlot>(
    (wanted, groupKey) => setSearch({ slot: wanted, group: groupKey ?? null }),
    [setSearch],
  );
  const isEmpty =
    forecast.totalCents === 0 &&
    forecast.otherCurrencies.length === 0 &&
    forecast.overdueCents === 0 &&
    forecast.weeks.every((week) => week.dueCents === 0 && week.promisedCents === 0);
  if (isEmpty && key === null) {
    return (
      <EmptyState
        icon={<IconChartBar size={28} stroke={1.4} />}
        sentence={words.empty}
        action={<Button onClick={() => go('/imports')}>{words.import}</Button>}
      />
    );
  }
  const groupKey = search.group ?? key;
  const subject = forecast.groups.find((group) => group.key === groupKey)?.label;
  return (
    <>
      <ApartLine forecast={forecast} method={method} onOpen={open} />
      <WeeksChart forecast={forecast} method={method} onOpen={open} />
      {by !== 'none' && key === null ? (
        <GroupsTable
          forecast={forecast}
          by={by}
          onNarrow={(wanted) => setSearch({ key: wanted, slot: null, group: null })}
          onOpen={open}
        />
      ) : (
        <WeeksTable forecast={forecast} method={method} onOpen={open} />
      )}
      {slot !== null && (
        <SlotPanel
          search={search}
          slot={slot}
          groupKey={groupKey}
          subject={subject ?? words.everybody}
          onClose={() => setSearch({ slot: null, group: null })}
        />
      )}
    </>
  );
}
