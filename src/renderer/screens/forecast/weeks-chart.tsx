/** One bar a week, promised and due one on the other; what came in a year before as a thin line. */
import { useMemo } from 'react';
import { formatCents } from '../../../shared/format/amount.ts';
import { formatDay } from '../../../shared/format/date.ts';
import { forecastText } from '../../../shared/text/screens/forecast.ts';
import { Amount } from '../../parts/amount.tsx';
import { Chart } from '../../parts/chart.tsx';
import { moneyAxes } from '../../parts/chart-axes.ts';
import { DateText } from '../../parts/date-text.tsx';
import { end, PlainTable } from '../../parts/plain-table.tsx';
import { useLanguage, useText } from '../../parts/reader.tsx';
import { Section } from '../../parts/screen.tsx';
import type { Tokens } from '../../theme/tokens.ts';
import styles from './forecast.module.css';
import {
  expectedOf,
  type Forecast,
  type OpenSlot,
  type WrittenMethod,
} from './forecast-question.ts';

const HEIGHT = 190;

interface WeeksProps {
  readonly forecast: Forecast;
  readonly method: WrittenMethod;
}

export function WeeksChart(props: WeeksProps & { readonly onOpen: OpenSlot }) {
  const { forecast, method, onOpen } = props;
  const words = useText(forecastText);
  const language = useLanguage();
  const option = useOption(props);
  const sums = forecast.weeks.map((week) => expectedOf(week, method));
  const most = Math.max(...sums);
  const best = forecast.weeks[sums.indexOf(most)];
  const hasLastYear = forecast.weeks.some((week) => week.lastYearCents !== null);
  const euros = (cents: number) => formatCents(cents, { language });
  if (best === undefined) return null;
  return (
    <Section title={words.byWeek} note={<Legend method={method} hasLastYear={hasLastYear} />}>
      <Chart
        label={words.byWeek}
        summary={words.summary(
          euros(sums.reduce((sum, cents) => sum + cents, 0)),
          formatDay(best.weekStart, { language }),
          euros(most),
        )}
        height={HEIGHT}
        option={option}
        table={<Figures {...props} />}
        onPick={(index) => {
          const week = forecast.weeks[index];
          if (week !== undefined) onOpen(week.weekStart);
        }}
      />
    </Section>
  );
}

function Legend(props: { readonly method: WrittenMethod; readonly hasLastYear: boolean }) {
  const words = useText(forecastText);
  return (
    <span className={styles.legend}>
      {props.method === 'promise' && <span data-mark="promised">{words.promised}</span>}
      <span data-mark="due">{props.method === 'promise' ? words.dueRest : words.due}</span>
      {props.hasLastYear && <span data-mark="lastYear">{words.lastYear}</span>}
    </span>
  );
}

/** The same in figures, behind the chart. */
export function Figures({ forecast, method }: WeeksProps) {
  const words = useText(forecastText);
  return (
    <PlainTable
      label={words.byWeek}
      head={[words.week, end(words.promised), end(words.expected), end(words.lastYear)]}
      rows={forecast.weeks.map((week) => ({
        key: week.weekStart,
        cells: [
          <DateText key="week" date={week.weekStart} />,
          <Amount key="promised" cents={week.promisedCents} />,
          <Amount key="expected" cents={expectedOf(week, method)} />,
          week.lastYearCents === null ? '' : <Amount key="lastYear" cents={week.lastYearCents} />,
        ],
      }))}
    />
  );
}

function useOption({ forecast, method }: WeeksProps) {
  const words = useText(forecastText);
  const language = useLanguage();
  return useMemo(() => {
    const { weeks } = forecast;
    const euros = (value: unknown) =>
      formatCents(typeof value === 'number' ? value : 0, { language });
    const tooltip = { valueFormatter: euros };
    const bar = (name: string, color: string, data: readonly number[]) => ({
      type: 'bar',
      stack: 'expected',
      name,
      data,
      itemStyle: { color },
      barMaxWidth: 34,
      cursor: 'pointer',
      tooltip,
    });
    return (colors: Tokens) => ({
      ...moneyAxes(
        weeks.map((week) => formatDay(week.weekStart, { language, isShort: true })),
        { colors, language },
      ),
      series: [
        ...(method === 'promise'
          ? [
              bar(
                words.promised,
                colors.series1,
                weeks.map((week) => week.promisedCents),
              ),
              bar(
                words.dueRest,
                colors.series2,
                weeks.map((week) => week.unpromisedDueCents),
              ),
            ]
          : [
              bar(
                words.due,
                colors.series2,
                weeks.map((week) => week.dueCents),
              ),
            ]),
        ...(weeks.every((week) => week.lastYearCents === null)
          ? []
          : [
              {
                type: 'line',
                name: words.lastYear,
                data: weeks.map((week) => week.lastYearCents),
                lineStyle: { color: colors.seriesLine, width: 1.5 },
                itemStyle: { color: colors.seriesLine },
                symbolSize: 4,
                tooltip,
              },
            ]),
      ],
    });
  }, [forecast, method, language, words]);
}
