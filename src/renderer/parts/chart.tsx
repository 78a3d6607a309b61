/**
 * A chart, with its figures in a table behind it, reachable by key.
 *
 *     <Chart label="Encaissements par semaine" summary="…one sentence with the main figures…"
 *       height={220} option={(colors) => ({ … })} table={<table>…</table>}
 *       onPick={(index) => …} />
 *
 * `option` is ECharts' own, given the tokens of the current scheme; series `bar`, `line` and
 * `custom` are at hand. The tooltip is drawn inside the SVG (`renderMode: 'richText'`): the page
 * takes no inline style from elsewhere. Nothing moves.
 */
import { useComputedColorScheme } from '@mantine/core';
import { type ReactNode, useEffect, useRef, useState } from 'react';
import { partsText } from '../../shared/text/screens/parts.ts';
import { TOKENS, type Tokens } from '../theme/tokens.ts';
import styles from './chart.module.css';
import type { ECharts, EChartsCoreOption } from './chart-engine.ts';
import { useLanguage, useText } from './reader.tsx';

export interface ChartProps {
  readonly label: string;
  /** What the chart says, in one sentence, for who does not see it. */
  readonly summary: string;
  readonly height: number;
  readonly option: (colors: Tokens) => EChartsCoreOption;
  readonly table: ReactNode;
  /** A bar or a point was clicked: its place on the axis. */
  readonly onPick?: (index: number) => void;
}

export function Chart(props: ChartProps) {
  const { label, summary, height, table } = props;
  const words = useText(partsText);
  const [isTable, setTable] = useState(false);
  return (
    <figure className={styles.figure}>
      {isTable ? (
        // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls is reached by key.
        <section className={styles.table} tabIndex={0} aria-label={words.chartTable}>
          {table}
        </section>
      ) : (
        <div
          role="img"
          className={styles.drawing}
          aria-label={`${label}. ${summary}`}
          style={{ height }}
        >
          <Canvas {...props} />
        </div>
      )}
      <button
        type="button"
        className={styles.switch}
        data-print="never"
        onClick={() => setTable((shown) => !shown)}
      >
        {isTable ? words.showChart : words.showTable}
      </button>
    </figure>
  );
}

function Canvas({ height, option, onPick }: ChartProps) {
  const ground = useRef<HTMLDivElement>(null);
  const chart = useRef<ECharts | null>(null);
  const scheme = useComputedColorScheme('light');
  const language = useLanguage();
  const latest = useRef({ option, onPick });
  latest.current = { option, onPick };
  const [isReady, setReady] = useState(false);

  useEffect(() => {
    let isGone = false;
    // On paper the drawing is scaled, not drawn anew: its place follows its own size there.
    const watch = new ResizeObserver(() => {
      if (!window.matchMedia('print').matches) chart.current?.resize();
    });
    void import('./chart-engine.ts').then(({ init }) => {
      if (isGone || ground.current === null) return;
      const locale = language === 'fr' ? 'FR' : 'EN';
      chart.current = init(ground.current, null, { renderer: 'svg', locale });
      chart.current.on('finished', () => scaleWithItsPlace(ground.current));
      chart.current.on('click', (event) => latest.current.onPick?.(event.dataIndex ?? 0));
      watch.observe(ground.current);
      setReady(true);
    });
    return () => {
      isGone = true;
      watch.disconnect();
      chart.current?.dispose();
      chart.current = null;
    };
  }, [language]);

  useEffect(() => {
    if (!isReady) return;
    const draw = (colors: Tokens) =>
      chart.current?.setOption(
        { animation: false, aria: { enabled: false }, ...baseOf(colors), ...option(colors) },
        { notMerge: true },
      );
    const drawOnScreen = () => draw(TOKENS[scheme]);
    const drawOnPaper = () => draw(TOKENS.light);
    drawOnScreen();
    window.addEventListener('beforeprint', drawOnPaper);
    window.addEventListener('afterprint', drawOnScreen);
    return () => {
      window.removeEventListener('beforeprint', drawOnPaper);
      window.removeEventListener('afterprint', drawOnScreen);
    };
  }, [isReady, scheme, option]);
  return <div ref={ground} aria-hidden style={{ height }} />;
}

/** Lets the drawing follow the width it is given, which is another one on paper. */
function scaleWithItsPlace(ground: HTMLElement | null): void {
  const svg = ground?.querySelector('svg');
  const [width, height] = [svg?.getAttribute('width'), svg?.getAttribute('height')];
  if (width && height) svg?.setAttribute('viewBox', `0 0 ${width} ${height}`);
}

function baseOf(colors: Tokens): EChartsCoreOption {
  return {
    textStyle: { fontFamily: "'Inter Variable', sans-serif", fontSize: 12, color: colors.inkMuted },
    tooltip: {
      trigger: 'axis',
      renderMode: 'richText',
      confine: true,
      backgroundColor: colors.paperRaised,
      borderColor: colors.line,
      textStyle: { color: colors.ink, fontSize: 12 },
      axisPointer: { type: 'shadow', shadowStyle: { color: colors.paperHover, opacity: 0.6 } },
    },
  };
}
