/** The forecast of each group by due date or promise: what is late, then its weeks. */
import { useMemo } from 'react';
import { forecastText } from '../../../shared/text/screens/forecast.ts';
import { useText } from '../../parts/reader.tsx';
import type { Forecast, ForecastGroup, ForecastSearch, OpenSlot } from './forecast-question.ts';
import { WeekGroups } from './week-groups.tsx';

const NOTHING = [] as const;

export function GroupsTable(props: {
  readonly forecast: Forecast;
  readonly by: ForecastSearch['by'];
  readonly onNarrow: (key: string) => void;
  readonly onOpen: OpenSlot;
}) {
  const { forecast, by, onNarrow, onOpen } = props;
  const words = useText(forecastText);
  const before = useMemo(
    () => [
      {
        slot: 'overdue' as const,
        label: words.overdueColumn,
        centsOf: ({ overdueCents }: ForecastGroup) => overdueCents,
      },
    ],
    [words],
  );
  return (
    <WeekGroups
      id={`forecast-${by}`}
      by={by}
      groups={forecast.groups}
      weeks={forecast.weeks}
      before={before}
      after={NOTHING}
      menu={({ key }) => [{ label: words.slots.overdue, run: () => onOpen('overdue', key) }]}
      onNarrow={onNarrow}
      onOpen={onOpen}
    />
  );
}
