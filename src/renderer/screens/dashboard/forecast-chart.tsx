/** The likely cash of the thirteen weeks to come; a week opens the items it is made of. */
import { useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import { formatCents } from '../../../shared/format/amount.ts';
import { formatDay } from '../../../shared/format/date.ts';
import { dashboardText } from '../../../shared/text/screens/dashboard.ts';
import { useApi } from '../../api/connection.tsx';
import { useGo } from '../../frame/navigation.ts';
import { Amount } from '../../parts/amount.tsx';
import { Chart } from '../../parts/chart.tsx';
import { inThousands, moneyAxes } from '../../parts/chart-axes.ts';
import { whiskerSeries } from '../../parts/chart-marks.ts';
import { DateText } from '../../parts/date-text.tsx';
import { end, PlainTable } from '../../parts/plain-table.tsx';
import { useLanguage, useText } from '../../parts/reader.tsx';
import { Section } from '../../parts/screen.tsx';
import { Skeleton } from '../../parts/states.tsx';
import type { Tokens } from '../../theme/tokens.ts';
import type { Outlook } from '../forecast/forecast-question.ts';
import { CHART_HEIGHT } from './chart-height.ts';

const QUESTION = { weekCount: 13, by: 'none', key: null, whatIf: [] } as const;

export function ForecastChart() {
  const api = useApi();
  const words = useText(dashboardText);
  const { data } = useQuery(
    api.query.forecast.outlook.queryOptions({ input: { ...QUESTION, whatIf: [] } }),
  );
  return (
    <Section
      title={words.forecast}
      note={data === undefined ? '' : words.methods[data.chosen.method]}
    >
      {data === undefined ? <Skeleton lines={4} height={20} /> : <Drawn outlook={data} />}
    </Section>
  );
}

/** What the method in use expects of a week. */
function expectedOf(outlook: Outlook, week: Outlook['weeks'][number]): number {
  const { method } = outlook.chosen;
  if (method === 'likely') return week.expectedCents;
  return method === 'promise' ? week.byPromiseCents : week.dueCents;
}

function Drawn({ outlook }: { outlook: Outlook }) {
  const words = useText(dashboardText);
  const language = useLanguage();
  const go = useGo();
  const option = useOption(outlook);
  const { weeks } = outlook;
  const sum = (some: typeof weeks) =>
    formatCents(
      some.reduce((total, week) => total + expectedOf(outlook, week), 0),
      { language },
    );
  return (
    <Chart
      label={words.forecast}
      summary={words.forecastSummary(sum(weeks.slice(0, 4)), sum(weeks))}
      height={CHART_HEIGHT}
      option={option}
      onPick={(index) => go('/forecast', { slot: weeks[index]?.weekStart })}
      table={
        <PlainTable
          label={words.forecast}
          head={[words.week, end(words.expected)]}
          rows={weeks.map((week) => ({
            key: week.weekStart,
            cells: [
              <DateText key="week" date={week.weekStart} form="day" />,
              <Amount key="expected" cents={expectedOf(outlook, week)} />,
            ],
          }))}
        />
      }
    />
  );
}

function useOption(outlook: Outlook) {
  const words = useText(dashboardText);
  const language = useLanguage();
  return useMemo(() => {
    const { weeks, chosen } = outlook;
    const names = weeks.map((week) => formatDay(week.weekStart, { language, isShort: true }));
    return (colors: Tokens) => ({
      ...moneyAxes(names, { colors, language }),
      series: [
        {
          type: 'bar',
          name: words.expected,
          data: weeks.map((week) => expectedOf(outlook, week)),
          itemStyle: { color: colors.series2, borderRadius: [2, 2, 0, 0] },
          barMaxWidth: 20,
          cursor: 'pointer',
          tooltip: {
            valueFormatter: (value: unknown) =>
              formatCents(typeof value === 'number' ? value : 0, { language }),
          },
        },
        ...(chosen.method === 'likely'
          ? [
              whiskerSeries(weeks, {
                name: words.band,
                color: colors.seriesLine,
                bandOf: words.bandOf,
                whole: (cents) => inThousands(cents, language),
              }),
            ]
          : []),
      ],
    });
  }, [outlook, language, words]);
}
