/** What came in each week, beside what was expected of it. */
import { useMemo } from 'react';
import { formatCents } from '../../../shared/format/amount.ts';
import { formatDay } from '../../../shared/format/date.ts';
import { formatCount } from '../../../shared/format/number.ts';
import { ratioOf } from '../../../shared/kernel/cents.ts';
import { dashboardText } from '../../../shared/text/screens/dashboard.ts';
import { Amount } from '../../parts/amount.tsx';
import { Chart } from '../../parts/chart.tsx';
import { DateText } from '../../parts/date-text.tsx';
import { end, PlainTable } from '../../parts/plain-table.tsx';
import { useLanguage, useText } from '../../parts/reader.tsx';
import { Section } from '../../parts/screen.tsx';
import type { Tokens } from '../../theme/tokens.ts';
import type { Dashboard } from './answer.ts';

type Weeks = Dashboard['receiptsByWeek'];

const HEIGHT = 168;

export function ReceiptsChart({ weeks }: { weeks: Weeks }) {
  const words = useText(dashboardText);
  const language = useLanguage();
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
        height={HEIGHT}
        option={option}
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
    const euros = (cents: number) => formatCents(cents, { language });
    const thousands = (cents: number) =>
      `${formatCount(ratioOf(Math.round(cents), 1, 100_000), { language })} k€`;
    return (colors: Tokens) => ({
      grid: { left: 56, right: 4, top: 10, bottom: 22 },
      xAxis: {
        type: 'category',
        data: weeks.map((week) => formatDay(week.weekStart, { language, isShort: true })),
        axisLine: { lineStyle: { color: colors.line } },
        axisTick: { show: false },
        axisLabel: { color: colors.inkMuted, fontSize: 11 },
      },
      yAxis: {
        type: 'value',
        minInterval: 100_000,
        splitNumber: 3,
        splitLine: { lineStyle: { color: colors.line } },
        axisLabel: { color: colors.inkMuted, fontSize: 11, formatter: thousands },
      },
      series: [
        {
          type: 'bar',
          name: words.received,
          data: weeks.map((week) => week.receivedCents),
          itemStyle: { color: colors.series1, borderRadius: [2, 2, 0, 0] },
          barMaxWidth: 22,
          tooltip: { valueFormatter: (value: unknown) => euros(amountOf(value)) },
        },
        {
          type: 'line',
          name: words.expected,
          data: weeks.map((week) => week.expectedCents),
          lineStyle: { color: colors.seriesLine, width: 1.5 },
          itemStyle: { color: colors.seriesLine },
          symbolSize: 4,
          tooltip: { valueFormatter: (value: unknown) => euros(amountOf(value)) },
        },
      ],
    });
  }, [weeks, language, words]);
}

const amountOf = (value: unknown): number => (typeof value === 'number' ? value : 0);
