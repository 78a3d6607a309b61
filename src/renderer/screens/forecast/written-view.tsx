/** The forecast by what is written: promises and due dates, and what has no week set apart. */
import { Button } from '@mantine/core';
import { IconChartBar } from '@tabler/icons-react';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useCallback } from 'react';
import { forecastText } from '../../../shared/text/screens/forecast.ts';
import { useApi } from '../../api/connection.tsx';
import { failureOf } from '../../failure/failure.ts';
import { useGo } from '../../frame/navigation.ts';
import { useText } from '../../parts/reader.tsx';
import { EmptyState, ErrorState, Skeleton } from '../../parts/states.tsx';
import { ApartLine } from './apart-line.tsx';
import type { Forecast, OpenSlot, useForecastSearch } from './forecast-question.ts';
import { GroupsTable } from './groups-table.tsx';
import { SlotPanel } from './slot-panel.tsx';
import { WeeksChart } from './weeks-chart.tsx';
import { WeeksTable } from './weeks-table.tsx';

type Asked = ReturnType<typeof useForecastSearch>;

export function WrittenView({ asked }: { readonly asked: Asked }) {
  const api = useApi();
  const answer = useQuery(
    api.query.overview.forecast.queryOptions({
      input: asked.question,
      placeholderData: keepPreviousData,
    }),
  );
  if (answer.data !== undefined) return <Content forecast={answer.data} asked={asked} />;
  if (!answer.isError) return <Skeleton lines={8} height={16} />;
  return <ErrorState failure={failureOf(answer.error)} onRetry={() => void answer.refetch()} />;
}

function Content({ forecast, asked }: { forecast: Forecast; asked: Asked }) {
  const words = useText(forecastText);
  const go = useGo();
  const { search, setSearch } = asked;
  const { by, key, slot } = search;
  const { method } = asked.question;
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
