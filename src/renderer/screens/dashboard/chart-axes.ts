/** What the small charts of the dashboard have in common: their height and their axes. */

import type { Language } from '../../../shared/format/language.ts';
import { formatCount } from '../../../shared/format/number.ts';
import { ratioOf } from '../../../shared/kernel/cents.ts';
import type { Tokens } from '../../theme/tokens.ts';

export const CHART_HEIGHT = 132;

/** Axes of a chart by week or month; the values are written as the figures are. */
export function chartAxes(
  names: readonly string[],
  { colors, written }: { readonly colors: Tokens; readonly written: (value: number) => string },
) {
  return {
    grid: { left: 48, right: 6, top: 10, bottom: 20 },
    xAxis: {
      type: 'category',
      data: names,
      axisLine: { lineStyle: { color: colors.line } },
      axisTick: { show: false },
      axisLabel: { color: colors.inkMuted, fontSize: 11, hideOverlap: true },
    },
    yAxis: {
      type: 'value',
      splitNumber: 3,
      splitLine: { lineStyle: { color: colors.line } },
      axisLabel: { color: colors.inkMuted, fontSize: 11, formatter: written },
    },
  };
}

/** Thousands of euros, for an axis. */
export function inThousands(cents: number, language: Language): string {
  return `${formatCount(ratioOf(Math.round(cents), 1, 100_000), { language })} k€`;
}
