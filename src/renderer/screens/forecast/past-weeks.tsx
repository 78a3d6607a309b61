/** What was forecast of each past week, by method, against what came in. */
import { useMemo } from 'react';
import { formatCents } from '../../../shared/format/amount.ts';
import { formatDay } from '../../../shared/format/date.ts';
import { formatCount } from '../../../shared/format/number.ts';
import { ratioOf } from '../../../shared/kernel/cents.ts';
import { outlookText } from '../../../shared/text/screens/outlook.ts';
import { Amount } from '../../parts/amount.tsx';
import { Chart } from '../../parts/chart.tsx';
import { moneyAxes } from '../../parts/chart-axes.ts';
import { whiskerSeries } from '../../parts/chart-marks.ts';
import { DateText } from '../../parts/date-text.tsx';
import { end, PlainTable } from '../../parts/plain-table.tsx';
import { useLanguage, useText } from '../../parts/reader.tsx';
import { Section } from '../../parts/screen.tsx';
import type { Tokens } from '../../theme/tokens.ts';
import styles from './forecast.module.css';
import type { Judgement } from './forecast-question.ts';

const HEIGHT = 190;

type Week = Judgement['weeks'][number];

export function PastWeeks({ judgement }: { readonly judgement: Judgement }) {
  const words = useText(outlookText);
  const language = useLanguage();
  const { weeks } = judgement;
  const option = useOption(weeks);
  const table = <WeeksTable weeks={weeks} />;
  return (
    <>
      <Section title={words.pastWeeks} note={<Legend />}>
        <Chart
          label={words.pastWeeks}
          summary={words.pastSummary(formatCount(weeks.length, { language }))}
          height={HEIGHT}
          option={option}
          table={table}
        />
      </Section>
      {table}
    </>
  );
}

function Legend() {
  const words = useText(outlookText);
  return (
    <span className={styles.legend}>
      <span data-mark="habit">{words.receivedKnown}</span>
      <span data-mark="lastYear">{words.methods.likely}</span>
      <span data-mark="band">{words.band}</span>
    </span>
  );
}

function WeeksTable({ weeks }: Pick<Judgement, 'weeks'>) {
  const words = useText(outlookText);
  const amountOr = (key: string, cents: number | null) =>
    cents === null ? '–' : <Amount key={key} cents={cents} />;
  return (
    <PlainTable
      label={words.pastWeeks}
      head={[
        words.week,
        words.frozenOn,
        end(words.methods.likely),
        end(words.methods.promise),
        end(words.methods.due_date),
        end(words.receivedKnown),
        end(words.gap),
        end(words.laterInvoices),
      ]}
      rows={weeks.toReversed().map((week) => ({
        key: week.weekStart,
        cells: [
          <DateText key="week" date={week.weekStart} />,
          <DateText key="frozen" date={week.frozenOn} />,
          amountOr('likely', week.likelyCents),
          amountOr('promise', week.promiseCents),
          amountOr('due', week.dueDateCents),
          amountOr('received', week.receivedCents),
          week.isJudged ? amountOr('gap', gapOf(week)) : words.notJudged,
          amountOr('later', week.laterInvoicesCents),
        ],
      }))}
    />
  );
}

/** Of the likely forecast, or of that by promise where there was none. */
function gapOf({ receivedCents, likelyCents, promiseCents }: Week): number {
  return receivedCents - (likelyCents ?? promiseCents);
}

function useOption(weeks: Judgement['weeks']) {
  const words = useText(outlookText);
  const language = useLanguage();
  return useMemo(() => {
    const euros = (value: unknown) =>
      formatCents(typeof value === 'number' ? value : 0, { language });
    const tooltip = { valueFormatter: euros };
    return (colors: Tokens) => ({
      ...moneyAxes(
        weeks.map((week) => formatDay(week.weekStart, { language, isShort: true })),
        { colors, language },
      ),
      series: [
        {
          type: 'bar',
          name: words.receivedKnown,
          data: weeks.map(({ receivedCents }) => receivedCents),
          itemStyle: { color: colors.series2 },
          barMaxWidth: 34,
          tooltip,
        },
        whiskerSeries(weeks, {
          name: words.band,
          color: colors.ink,
          bandOf: words.bandOf,
          whole: (cents) => formatCount(ratioOf(Math.round(cents), 1, 100), { language }),
        }),
        {
          type: 'line',
          name: words.methods.likely,
          data: weeks.map(({ likelyCents }) => likelyCents),
          lineStyle: { color: colors.seriesLine, width: 1.5 },
          itemStyle: { color: colors.seriesLine },
          symbolSize: 6,
          tooltip,
        },
      ],
    });
  }, [weeks, language, words]);
}
