/**
 * The axes of charts by week or month, alike on every screen.
 *
 *     option={(colors) => ({ ...moneyAxes(names, { colors, language }), series: [ … ] })}
 */
import type { Language } from '../../shared/format/language.ts';
import { formatCount } from '../../shared/format/number.ts';
import { ratioOf } from '../../shared/kernel/cents.ts';
import type { Tokens } from '../theme/tokens.ts';

/** The values are written as the figures are. */
export function chartAxes(
  names: readonly string[],
  { colors, written }: { readonly colors: Tokens; readonly written: (value: number) => string },
) {
  return {
    grid: { left: 56, right: 4, top: 10, bottom: 22 },
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

/** Axes of cents, in thousands of euros: small amounts never write the same thousand twice. */
export function moneyAxes(
  names: readonly string[],
  { colors, language }: { readonly colors: Tokens; readonly language: Language },
) {
  const axes = chartAxes(names, { colors, written: (cents) => inThousands(cents, language) });
  return { ...axes, yAxis: { ...axes.yAxis, minInterval: 100_000 } };
}

/** `128 k€`. */
export function inThousands(cents: number, language: Language): string {
  return `${formatCount(ratioOf(Math.round(cents), 1, 100_000), { language })} k€`;
}
