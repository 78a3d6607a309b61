/** What came in each week, beside what was forecast of it when it began. */
import { useMemo } from 'react';
import { formatCents } from '../../../shared/format/amount.ts';
import { formatDay } from '../../../shared/format/date.ts';
import { ratioOf } from '../../../shared/kernel/cents.ts';
import { dashboardText } from '../../../shared/text/screens/dashboard.ts';
import { useGo } from '../../frame/navigation.ts';
import { Amount } from '../../parts/amount.tsx';
import { Chart } from '../../parts/chart.tsx';
import { inThousands, moneyAxes } from '../../parts/chart-axes.ts';
import { whiskerSeries } from '../../parts/chart-marks.ts';
import { DateText } from '../../parts/date-text.tsx';
import { end, PlainTable } from '../../parts/plain-table.tsx';
import { useLanguage, useText } from '../../parts/reader.tsx';
import { Section } from '../../parts/screen.tsx';
import type { Tokens } from '../../theme/tokens.ts';
import type { Dashboard } from './answer.ts';
import { CHART_HEIGHT } from './chart-height.ts';

type Weeks = Dashboard['receiptsByWeek'];

export function ReceiptsChart({ weeks }: { weeks: Weeks }) {
  const words = useText(dashboardText);
  const language = useLanguage();
  const go = useGo();
  const option = useOption(weeks);
  const last = weeks.at(-1);
  if (last === undefined) return null;
  const sum = weeks.reduce((total, week) => total + week.receivedCents, 0);
  const euros = (cents: number) => formatCents(cents, { language });
  return (
    <Section title={words.receipts} note={words.receiptsNote}>
      <Chart
        label={words.receipts}
        summary={words.receiptsSummary(
          euros(last.receivedCents),
          euros(ratioOf(sum, 1, weeks.length)),
        )}
        height={CHART_HEIGHT}
        option={option}
        onPick={() => go('/forecast', { tab: 'judgement' })}
        table={
          <PlainTable
            label={words.receipts}
            head={[words.week, end(words.received), end(words.expected)]}
            rows={weeks.map((week) => ({
              key: week.weekStart,
              cells: [
                <DateText key="week" date={week.weekStart} form="day" />,
                <Amount key="received" cents={week.receivedCents} />,
                week.expectedCents === null ? (
                  ''
                ) : (
                  <Amount key="expected" cents={week.expectedCents} />
                ),
              ],
            }))}
          />
        }
      />
    </Section>
  );
}

function useOption(weeks: Weeks) {
  const words = useText(dashboardText);
  const language = useLanguage();
  return useMemo(() => {
    const euros = (value: unknown) =>
      formatCents(typeof value === 'number' ? value : 0, { language });
    const names = weeks.map((week) => formatDay(week.weekStart, { language, isShort: true }));
    return (colors: Tokens) => ({
      ...moneyAxes(names, { colors, language }),
      series: [
        {
          type: 'bar',
          name: words.received,
          data: weeks.map((week) => week.receivedCents),
          itemStyle: { color: colors.series1, borderRadius: [2, 2, 0, 0] },
          barMaxWidth: 22,
          cursor: 'pointer',
          tooltip: { valueFormatter: euros },
        },
        {
          type: 'line',
          name: words.expected,
          data: weeks.map((week) => week.expectedCents),
          lineStyle: { color: colors.seriesLine, width: 1.5 },
          itemStyle: { color: colors.seriesLine },
          symbolSize: 5,
          tooltip: { valueFormatter: euros },
        },
        ...(weeks.every(({ lowCents }) => lowCents === null)
          ? []
          : [
              whiskerSeries(weeks, {
                name: words.band,
                color: colors.seriesLine,
                bandOf: words.bandOf,
                whole: (cents) => inThousands(cents, language),
              }),
            ]),
      ],
    });
  }, [weeks, language, words]);
}
