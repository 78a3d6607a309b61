/**
 * One bar a week: promised, typed, likely, and the overdue share of it lighter. The band of 80 % is
 * a whisker, the objective a mark, what came in a year before a thin line.
 */
import { useMemo } from 'react';
import { formatCents } from '../../../shared/format/amount.ts';
import { formatDay } from '../../../shared/format/date.ts';
import { formatCount } from '../../../shared/format/number.ts';
import { ratioOf } from '../../../shared/kernel/cents.ts';
import { outlookText } from '../../../shared/text/screens/outlook.ts';
import { Amount } from '../../parts/amount.tsx';
import { Chart } from '../../parts/chart.tsx';
import { moneyAxes } from '../../parts/chart-axes.ts';
import { markSeries, whiskerSeries } from '../../parts/chart-marks.ts';
import { DateText } from '../../parts/date-text.tsx';
import { end, PlainTable } from '../../parts/plain-table.tsx';
import { useLanguage, useText } from '../../parts/reader.tsx';
import { Section } from '../../parts/screen.tsx';
import type { Tokens } from '../../theme/tokens.ts';
import styles from './forecast.module.css';
import type { OpenCash, Outlook, OutlookWeek } from './forecast-question.ts';

const HEIGHT = 180;

/** What a bar is made of, from the ground up, each with its colour. */
const PARTS = [
  { kind: 'promise', color: 'series1', centsOf: (week: OutlookWeek) => week.promisedCents },
  { kind: 'typed', color: 'seriesLine', centsOf: (week: OutlookWeek) => week.typedCents },
  {
    kind: 'habit',
    color: 'series2',
    // What events bring or take is of the habit.
    centsOf: (week: OutlookWeek) => Math.max(0, week.habitCents + week.eventCents),
  },
  { kind: 'late', color: 'series3', centsOf: (week: OutlookWeek) => week.lateCents },
] as const;

export function LikelyChart(props: {
  readonly outlook: Outlook;
  readonly isSimulated: boolean;
  readonly onOpen: OpenCash;
}) {
  const { outlook, onOpen } = props;
  const words = useText(outlookText);
  const language = useLanguage();
  const option = useOption(outlook);
  const { weeks } = outlook;
  const most = weeks.reduce((best, week) => Math.max(best, week.expectedCents), 0);
  const best = weeks.find(({ expectedCents }) => expectedCents === most);
  const euros = (cents: number) => formatCents(cents, { language });
  if (best === undefined) return null;
  return (
    <Section title={words.likely} note={<Legend weeks={weeks} />}>
      <p className={styles.explained}>{words.explained}</p>
      <Chart
        label={words.likely}
        summary={words.summary(
          euros(weeks.reduce((sum, { expectedCents }) => sum + expectedCents, 0)),
          formatDay(best.weekStart, { language }),
          euros(most),
        )}
        height={HEIGHT}
        option={option}
        table={<Figures weeks={weeks} />}
        onPick={(index) => {
          const week = weeks[index];
          if (week !== undefined) onOpen(week.weekStart);
        }}
      />
    </Section>
  );
}

function Legend({ weeks }: Pick<Outlook, 'weeks'>) {
  const words = useText(outlookText);
  const parts = PARTS.filter(
    ({ kind, centsOf }) => kind !== 'typed' || weeks.some((week) => centsOf(week) > 0),
  );
  return (
    <span className={styles.legend}>
      {parts.map(({ kind }) => (
        <span key={kind} data-mark={kind}>
          {words.kinds[kind]}
        </span>
      ))}
      <span data-mark="band">{words.band}</span>
      {weeks.some(({ objectiveCents }) => objectiveCents !== null) && (
        <span data-mark="objective">{words.objective}</span>
      )}
      {weeks.some(({ lastYearCents }) => lastYearCents !== null) && (
        <span data-mark="lastYear">{words.lastYear}</span>
      )}
    </span>
  );
}

/** The same in figures, behind the chart. */
function Figures({ weeks }: Pick<Outlook, 'weeks'>) {
  const words = useText(outlookText);
  return (
    <PlainTable
      label={words.likely}
      head={[
        words.week,
        ...PARTS.map(({ kind }) => end(words.kinds[kind])),
        end(words.expected),
        end(words.lastYear),
      ]}
      rows={weeks.map((week) => ({
        key: week.weekStart,
        cells: [
          <DateText key="week" date={week.weekStart} />,
          ...PARTS.map(({ kind, centsOf }) => <Amount key={kind} cents={centsOf(week)} />),
          <Amount key="expected" cents={week.expectedCents} />,
          week.lastYearCents === null ? '' : <Amount key="year" cents={week.lastYearCents} />,
        ],
      }))}
    />
  );
}

function useOption({ weeks }: Outlook) {
  const words = useText(outlookText);
  const language = useLanguage();
  return useMemo(() => {
    const euros = (value: unknown) =>
      formatCents(typeof value === 'number' ? value : 0, { language });
    const tooltip = { valueFormatter: euros };
    const hasLastYear = weeks.some(({ lastYearCents }) => lastYearCents !== null);
    return (colors: Tokens) => ({
      ...moneyAxes(
        weeks.map((week) => formatDay(week.weekStart, { language, isShort: true })),
        { colors, language },
      ),
      series: [
        ...PARTS.map(({ kind, color, centsOf }) => ({
          type: 'bar',
          stack: 'expected',
          name: words.kinds[kind],
          data: weeks.map(centsOf),
          itemStyle: { color: colors[color] },
          barMaxWidth: 34,
          cursor: 'pointer',
          tooltip,
        })),
        whiskerSeries(weeks, {
          name: words.band,
          color: colors.ink,
          bandOf: words.bandOf,
          whole: (cents) => formatCount(ratioOf(Math.round(cents), 1, 100), { language }),
        }),
        markSeries(
          weeks.map(({ objectiveCents }) => objectiveCents),
          { name: words.objective, color: colors.danger, euros },
        ),
        ...(hasLastYear
          ? [
              {
                type: 'line',
                name: words.lastYear,
                data: weeks.map(({ lastYearCents }) => lastYearCents),
                lineStyle: { color: colors.seriesLine, width: 1.5 },
                itemStyle: { color: colors.seriesLine },
                symbolSize: 4,
                tooltip,
              },
            ]
          : []),
      ],
    });
  }, [weeks, language, words]);
}
