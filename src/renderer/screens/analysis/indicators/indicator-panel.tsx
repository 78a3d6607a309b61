/** An indicator opened: its formula with its own figures, what they count, its months, its aim. */
import { Anchor, SegmentedControl } from '@mantine/core';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { INDICATOR_KINDS, type Indicator } from '../../../../shared/domain/metrics/indicator.ts';
import { formatCents } from '../../../../shared/format/amount.ts';
import { formatDate } from '../../../../shared/format/date.ts';
import { formatCount, formatPercent, formatRate } from '../../../../shared/format/number.ts';
import { indicatorText, readingSum, spanText } from '../../../../shared/text/indicators.ts';
import { indicatorsText } from '../../../../shared/text/screens/indicators.ts';
import { useApi } from '../../../api/connection.tsx';
import { failureOf } from '../../../failure/failure.ts';
import { useGo } from '../../../frame/navigation.ts';
import { Panel } from '../../../parts/panel.tsx';
import { useLanguage, useText } from '../../../parts/reader.tsx';
import { Section } from '../../../parts/screen.tsx';
import { ErrorState, Skeleton } from '../../../parts/states.tsx';
import { AimForm } from './aim-form.tsx';
import { FigureValue } from './figure-cells.tsx';
import { HistoryChart } from './history-chart.tsx';
import styles from './indicators.module.css';
import {
  type IndicatorRow,
  type IndicatorsAnswer,
  type IndicatorsSearch,
  partOf,
  type SetIndicators,
} from './indicators-question.ts';

type OpenedSearch = IndicatorsSearch & { readonly opened: Indicator };

export function IndicatorPanel(props: {
  readonly search: OpenedSearch;
  readonly setSearch: SetIndicators;
  readonly onClose: () => void;
}) {
  const { search, setSearch, onClose } = props;
  const { opened: indicator } = search;
  const api = useApi();
  const names = useText(indicatorText);
  const question = { asOf: search.asOf, part: partOf(search) };
  const shown = useQuery(
    api.query.figures.show.queryOptions({ input: question, placeholderData: keepPreviousData }),
  );
  const row = shown.data?.rows.find((one) => one.indicator === indicator);
  return (
    <Panel label={names[indicator].name} width={600} onClose={onClose}>
      <div className={styles.panel} data-print="scroll">
        {shown.isError ? (
          <ErrorState failure={failureOf(shown.error)} onRetry={() => void shown.refetch()} />
        ) : shown.data === undefined || row === undefined ? (
          <Skeleton lines={8} />
        ) : (
          <>
            <Head row={row} answer={shown.data} />
            <Calculation row={row} answer={shown.data} />
            <History search={search} setSearch={setSearch} />
            <AimForm
              key={`${indicator} ${JSON.stringify(question.part)}`}
              indicator={indicator}
              part={question.part}
              target={row.target}
            />
            <Counts answer={shown.data} indicator={indicator} />
          </>
        )}
      </div>
    </Panel>
  );
}

interface PartProps {
  readonly row: IndicatorRow;
  readonly answer: IndicatorsAnswer;
}

function Head({ row, answer }: PartProps) {
  const names = useText(indicatorText);
  const spans = useText(spanText);
  const { indicator, reading } = row;
  const { span } = INDICATOR_KINDS[indicator];
  return (
    <header className={styles.panelHead}>
      <h2 className={styles.panelTitle}>{names[indicator].name}</h2>
      <p className={styles.panelNote}>
        {[answer.partLabel, formatDate(answer.asOf), spans[span](answer.conventions.periodMonths)]
          .filter((part) => part !== null)
          .join(' · ')}
      </p>
      <p className={styles.value}>
        <FigureValue indicator={indicator} value={reading.value} isFloor={reading.isFloor} />
      </p>
      <p className={styles.panelNote}>{names[indicator].says}</p>
    </header>
  );
}

function Calculation({ row }: PartProps) {
  const words = useText(indicatorsText);
  const names = useText(indicatorText);
  const language = useLanguage();
  const { indicator, reading } = row;
  const sum = readingSum(indicator, reading, { language });
  return (
    <Section title={words.computed}>
      <p className={styles.formula}>{names[indicator].formula}</p>
      {sum !== null && <p className={styles.sum}>{sum}</p>}
      {reading.missing !== null && (
        <p className={styles.panelNote}>{words.missing[reading.missing]}</p>
      )}
      {reading.isFloor && <p className={styles.panelNote}>{words.floorNote}</p>}
    </Section>
  );
}

function History(props: { readonly search: OpenedSearch; readonly setSearch: SetIndicators }) {
  const { search, setSearch } = props;
  const { opened: indicator, span: monthCount, asOf } = search;
  const api = useApi();
  const words = useText(indicatorsText);
  const history = useQuery(
    api.query.figures.history.queryOptions({
      input: { indicator, asOf, part: partOf(search), monthCount },
      placeholderData: keepPreviousData,
    }),
  );
  return (
    <Section
      title={words.history}
      note={
        <SegmentedControl
          aria-label={words.span}
          value={String(monthCount)}
          data={['13', '25'].map((value) => ({ value, label: words.months(value) }))}
          onChange={(value) => setSearch({ span: value === '25' ? 25 : 13 })}
        />
      }
    >
      {history.data === undefined ? (
        <Skeleton lines={4} />
      ) : (
        <HistoryChart indicator={indicator} history={history.data} />
      )}
    </Section>
  );
}

/** What every figure of the screen counts and leaves out. */
function Counts(props: { readonly answer: IndicatorsAnswer; readonly indicator: Indicator }) {
  const { answer, indicator } = props;
  const words = useText(indicatorsText);
  const language = useLanguage();
  const go = useGo();
  const { standing, conventions, isMonthUnderWay } = answer;
  const { receivablesCents, doubtfulCents, creditsCents, estimatedCents } = standing;
  const euros = (cents: number) => formatCents(cents, { language });
  const { counts } = words;
  const estimated = receivablesCents > 0 ? estimatedCents / receivablesCents : 0;
  return (
    <Section title={words.conventions}>
      <ul className={styles.counts}>
        <li>{counts.vat}</li>
        <li>{counts.receivables}</li>
        <li>{counts.sales}</li>
        <li>{counts.doubtful(euros(doubtfulCents))}</li>
        <li>{counts.credits(euros(creditsCents))}</li>
        <li>{counts.estimated(formatPercent(estimated, { language }))}</li>
        <li>{counts.base(formatCount(conventions.base, { language }))}</li>
        <li>{counts.period(formatCount(conventions.periodMonths, { language }))}</li>
        {indicator === 'lateness_cost' && (
          <li>{counts.rate(formatRate(conventions.rateBasisPoints, { language }))}</li>
        )}
        {isMonthUnderWay && <li>{counts.underWay}</li>}
      </ul>
      <Anchor
        component="button"
        type="button"
        size="sm"
        data-print="never"
        onClick={() => go('/settings', { section: 'figures' })}
      >
        {words.settings}
      </Anchor>
    </Section>
  );
}
