/** Thirteen months of two indicators: days of sales owed, and how well what was due came in. */
import { useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import { formatMonth } from '../../../shared/format/date.ts';
import type { Language } from '../../../shared/format/language.ts';
import { formatDays, formatPercent } from '../../../shared/format/number.ts';
import { dashboardText } from '../../../shared/text/screens/dashboard.ts';
import { useApi } from '../../api/connection.tsx';
import { useGo } from '../../frame/navigation.ts';
import { Chart } from '../../parts/chart.tsx';
import { chartAxes } from '../../parts/chart-axes.ts';
import { end, PlainTable } from '../../parts/plain-table.tsx';
import { useLanguage, useText } from '../../parts/reader.tsx';
import { Section } from '../../parts/screen.tsx';
import { Skeleton } from '../../parts/states.tsx';
import type { Tokens } from '../../theme/tokens.ts';
import { CHART_HEIGHT } from './chart-height.ts';
import styles from './dashboard.module.css';

const MONTHS = 13;

type Indicator = 'dso' | 'best_possible_dso' | 'collection_effectiveness';
type Written = (value: number, language: Language) => string;

const inDays: Written = (days, language) => formatDays(Math.round(days), { language });
const inPercent: Written = (share, language) => formatPercent(share, { language, decimals: 0 });

export function DsoChart() {
  const words = useText(dashboardText);
  return (
    <TrendChart
      title={words.dso}
      note={words.dsoNote}
      lines={[
        { indicator: 'dso', name: words.dso },
        { indicator: 'best_possible_dso', name: words.bestDso },
      ]}
      written={inDays}
    />
  );
}

export function EffectivenessChart() {
  const words = useText(dashboardText);
  return (
    <TrendChart
      title={words.effectiveness}
      note={words.effectivenessNote}
      lines={[{ indicator: 'collection_effectiveness', name: words.effectiveness }]}
      written={inPercent}
    />
  );
}

/** The months are being made: nothing is said of them before. */
function useIsMaking(): boolean {
  const api = useApi();
  const { data } = useQuery(api.query.analysis.state.queryOptions());
  return data !== undefined && data.jobId !== null;
}

interface TrendProps {
  readonly title: string;
  readonly note: string;
  readonly lines: readonly { readonly indicator: Indicator; readonly name: string }[];
  readonly written: Written;
}

function useHistory(indicator: Indicator | null) {
  const api = useApi();
  const input = {
    indicator: indicator ?? 'dso',
    asOf: null,
    part: null,
    monthCount: MONTHS,
  } as const;
  return useQuery({
    ...api.query.figures.history.queryOptions({ input }),
    enabled: indicator !== null,
  }).data;
}

function TrendChart({ title, note, lines, written }: TrendProps) {
  const words = useText(dashboardText);
  const language = useLanguage();
  const go = useGo();
  const first = useHistory(lines[0]?.indicator ?? null);
  const second = useHistory(lines[1]?.indicator ?? null);
  const isMaking = useIsMaking();
  const series = [first, second].slice(0, lines.length);
  const points = first?.points ?? [];
  const known = points.filter(({ value }) => value !== null);
  const last = known.at(-1)?.value ?? null;
  const option = useTrendOption({ lines, series, written, target: first?.target ?? null });
  const write = (value: number | null | undefined) =>
    value === null || value === undefined ? '–' : written(value, language);
  return (
    <Section title={title} note={last === null ? note : `${write(last)} · ${note}`}>
      {first === undefined || isMaking ? (
        <Skeleton lines={4} height={20} />
      ) : known.length < 2 ? (
        <p className={styles.quiet}>{words.littleHistory}</p>
      ) : (
        <Chart
          label={title}
          summary={words.trendSummary(write(known[0]?.value), write(last))}
          height={CHART_HEIGHT}
          option={option}
          onPick={() => go('/analysis', { tab: 'indicators', opened: lines[0]?.indicator })}
          table={
            <PlainTable
              label={title}
              head={[words.month, ...lines.map(({ name }) => end(name))]}
              rows={points.map(({ startsOn }, index) => ({
                key: startsOn,
                cells: [
                  formatMonth(startsOn, { language }),
                  ...series.map((one) => write(one?.points[index]?.value)),
                ],
              }))}
            />
          }
        />
      )}
    </Section>
  );
}

type History = ReturnType<typeof useHistory>;

function useTrendOption(of: {
  readonly lines: TrendProps['lines'];
  readonly series: readonly History[];
  readonly written: Written;
  readonly target: number | null;
}) {
  const { lines, series, written, target } = of;
  const language = useLanguage();
  const words = useText(dashboardText);
  const [first, second] = series;
  const names = lines.map(({ name }) => name).join('|');
  // biome-ignore lint/correctness/useExhaustiveDependencies: the lines are told apart by name.
  return useMemo(() => {
    const months = (first?.points ?? []).map(({ startsOn }) =>
      formatMonth(startsOn, { language, isShort: true }),
    );
    const valueFormatter = (value: unknown) =>
      typeof value === 'number' ? written(value, language) : '–';
    return (colors: Tokens) => ({
      ...chartAxes(months, { colors, written: (value) => written(value, language) }),
      series: [first, second].flatMap((history, index) =>
        history === undefined
          ? []
          : [
              {
                type: 'line',
                name: lines[index]?.name ?? '',
                data: history.points.map(({ value }) => value),
                symbolSize: index === 0 ? 5 : 0,
                lineStyle: {
                  color: index === 0 ? colors.series1 : colors.series2,
                  width: index === 0 ? 2 : 1,
                },
                itemStyle: { color: index === 0 ? colors.series1 : colors.series2 },
                tooltip: { valueFormatter },
                ...(index === 0 &&
                  target !== null && {
                    markLine: {
                      silent: true,
                      symbol: 'none',
                      lineStyle: { color: colors.seriesLine, type: 'dashed', width: 1 },
                      label: {
                        formatter: words.target,
                        color: colors.inkMuted,
                        fontSize: 10,
                        position: 'insideEndTop',
                      },
                      data: [{ yAxis: target }],
                    },
                  }),
              },
            ],
      ),
    });
  }, [first, second, names, written, target, language, words]);
}
