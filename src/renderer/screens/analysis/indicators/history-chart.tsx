/** An indicator month by month, with its objective as a broken line; the figures behind. */
import { useMemo } from 'react';
import {
  INDICATOR_KINDS,
  type Indicator,
  type IndicatorUnit,
} from '../../../../shared/domain/metrics/indicator.ts';
import { formatMonth } from '../../../../shared/format/date.ts';
import { indicatorText, indicatorValue } from '../../../../shared/text/indicators.ts';
import { indicatorsText } from '../../../../shared/text/screens/indicators.ts';
import type { ApiClient } from '../../../api/client.ts';
import { Chart } from '../../../parts/chart.tsx';
import { end, PlainTable } from '../../../parts/plain-table.tsx';
import { useLanguage, useText } from '../../../parts/reader.tsx';
import { EmptyState } from '../../../parts/states.tsx';
import type { Tokens } from '../../../theme/tokens.ts';
import { FigureValue } from './figure-cells.tsx';

type IndicatorHistory = Awaited<ReturnType<ApiClient['figures']['history']>>;

const HEIGHT = 180;

export function HistoryChart(props: {
  readonly indicator: Indicator;
  readonly history: IndicatorHistory;
}) {
  const { indicator, history } = props;
  const words = useText(indicatorsText);
  const names = useText(indicatorText);
  const language = useLanguage();
  const option = useOption(indicator, history);
  const { unit } = INDICATOR_KINDS[indicator];
  const known = history.points.filter(({ value }) => value !== null);
  const [first, last] = [known[0]?.value, known.at(-1)?.value];
  if (first === undefined || first === null || last === undefined || last === null) {
    return <EmptyState sentence={words.noHistory} />;
  }
  const told = (value: number) => indicatorValue(unit, value, { language });
  return (
    <Chart
      label={words.historyOf(names[indicator].name)}
      summary={words.summary(told(first), told(last))}
      height={HEIGHT}
      option={option}
      table={
        <PlainTable
          label={words.historyOf(names[indicator].name)}
          head={[words.month, end(words.result)]}
          rows={history.points.toReversed().map((point) => ({
            key: point.startsOn,
            cells: [
              formatMonth(point.startsOn, { language }),
              <FigureValue
                key="value"
                indicator={indicator}
                value={point.value}
                isFloor={point.isFloor}
              />,
            ],
          }))}
        />
      }
    />
  );
}

function useOption(indicator: Indicator, { points, target }: IndicatorHistory) {
  const words = useText(indicatorsText);
  const names = useText(indicatorText);
  const language = useLanguage();
  return useMemo(() => {
    const { unit } = INDICATOR_KINDS[indicator];
    const told = (value: unknown) =>
      typeof value === 'number' ? indicatorValue(unit, value, { language }) : words.none;
    const line = (name: string, data: readonly (number | null)[], more: object) => ({
      type: 'line',
      name,
      data,
      tooltip: { valueFormatter: told },
      ...more,
    });
    return (colors: Tokens) => ({
      grid: { left: 64, right: 12, top: 12, bottom: 24 },
      xAxis: {
        type: 'category',
        data: points.map(({ startsOn }) => formatMonth(startsOn, { language, isShort: true })),
        axisLine: { lineStyle: { color: colors.line } },
        axisTick: { show: false },
        axisLabel: { color: colors.inkMuted, fontSize: 11, hideOverlap: true },
      },
      yAxis: {
        type: 'value',
        scale: !isFromZero(unit),
        splitNumber: 3,
        splitLine: { lineStyle: { color: colors.line } },
        axisLabel: { color: colors.inkMuted, fontSize: 11, formatter: told },
      },
      series: [
        line(
          names[indicator].name,
          points.map(({ value }) => value),
          {
            lineStyle: { color: colors.series1, width: 2 },
            itemStyle: { color: colors.series1 },
            symbolSize: 5,
          },
        ),
        ...(target === null
          ? []
          : [
              line(
                words.target,
                points.map(() => target),
                {
                  lineStyle: { color: colors.seriesLine, width: 1.5, type: 'dashed' },
                  itemStyle: { color: colors.seriesLine },
                  symbol: 'none',
                },
              ),
            ]),
      ],
    });
  }, [indicator, points, target, language, words, names]);
}

/** Days move by little: their axis need not begin at zero. */
function isFromZero(unit: IndicatorUnit): boolean {
  return unit !== 'days';
}
