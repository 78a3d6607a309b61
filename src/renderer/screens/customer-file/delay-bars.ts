/** Delays as bars, a month each: of what was paid, of the segment at month ends. */
import type { Tokens } from '../../theme/tokens.ts';

/** What the chart draws; a month without a delay has no bar. */
export function delayBars(months: readonly string[], days: readonly (number | null)[]) {
  return (colors: Tokens) => ({
    grid: { left: 30, right: 4, top: 8, bottom: 20 },
    xAxis: {
      type: 'category',
      data: months,
      axisTick: { show: false },
      axisLine: { lineStyle: { color: colors.line } },
      axisLabel: { color: colors.inkMuted, fontSize: 11 },
    },
    yAxis: {
      type: 'value',
      splitNumber: 2,
      axisLabel: { color: colors.inkMuted, fontSize: 11 },
      splitLine: { lineStyle: { color: colors.line } },
    },
    series: [{ type: 'bar', barMaxWidth: 14, data: days, itemStyle: { color: colors.accent } }],
  });
}
