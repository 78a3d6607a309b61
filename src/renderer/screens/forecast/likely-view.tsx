/**
 * The likely forecast: what comes in week by week with its band, the other views beside it, what
 * has no week, and what would change under a supposition. Without enough history it says so, and
 * the views of what is written take its place.
 */
import { Loader } from '@mantine/core';
import type { ReactNode } from 'react';
import { formatCents } from '../../../shared/format/amount.ts';
import { formatCount } from '../../../shared/format/number.ts';
import { outlookText } from '../../../shared/text/screens/outlook.ts';
import { useJob } from '../../api/jobs.ts';
import { Amount } from '../../parts/amount.tsx';
import { Figure, FigureLine } from '../../parts/figure.tsx';
import { FilterChip } from '../../parts/filters.tsx';
import { OtherTotals, othersOf } from '../../parts/other-totals.tsx';
import { useLanguage, useText } from '../../parts/reader.tsx';
import styles from './forecast.module.css';
import type { ForecastSearch, OpenCash, Outlook } from './forecast-question.ts';
import { LikelyChart } from './likely-chart.tsx';
import { LikelyGroups } from './likely-groups.tsx';
import { LikelyTable } from './likely-table.tsx';

const APART = ['later', 'never', 'undated', 'credits', 'apart'] as const;
const WHAT_IFS = ['overdue_pays', 'promises_slip', 'top_called'] as const;

export function LikelyView(props: {
  readonly outlook: Outlook;
  readonly search: ForecastSearch;
  readonly onChange: (patch: Partial<ForecastSearch>) => void;
  readonly onOpen: OpenCash;
}) {
  const { outlook, search, onChange, onOpen } = props;
  const { by, key } = search;
  return (
    <>
      <Figures outlook={outlook} onOpen={onOpen} />
      <WhatIfs outlook={outlook} chosen={search.whatIf} onChange={onChange} />
      <LikelyChart outlook={outlook} isSimulated={search.whatIf.length > 0} onOpen={onOpen} />
      {by !== 'none' && key === null ? (
        <LikelyGroups
          outlook={outlook}
          by={by}
          onNarrow={(wanted) => onChange({ key: wanted, cash: null, group: null })}
          onOpen={onOpen}
        />
      ) : (
        <LikelyTable outlook={outlook} onOpen={onOpen} />
      )}
    </>
  );
}

function Figures({ outlook, onOpen }: { readonly outlook: Outlook; readonly onOpen: OpenCash }) {
  const words = useText(outlookText);
  const expected = outlook.weeks.reduce((sum, week) => sum + week.expectedCents, 0);
  return (
    <>
      <FigureLine>
        <Figure
          label={words.inWeeks}
          value={<Amount cents={expected} />}
          note={words.inWeeksNote}
        />
        {APART.map((slot) => (
          <Figure
            key={slot}
            label={words.slots[slot]}
            value={<Amount cents={outlook[`${slot}Cents`]} />}
            note={words.slotNotes[slot]}
            tone={slot === 'never' && outlook.neverCents !== 0 ? 'danger' : undefined}
            {...(outlook[`${slot}Cents`] !== 0 && { onOpen: () => onOpen(slot) })}
          />
        ))}
      </FigureLine>
      <OtherTotals totals={othersOf(outlook.otherCurrencies, 'totalCents')} />
    </>
  );
}

/** Suppositions, and by how much they move the horizon: nobody takes them for the forecast. */
function WhatIfs(props: {
  readonly outlook: Outlook;
  readonly chosen: ForecastSearch['whatIf'];
  readonly onChange: (patch: Partial<ForecastSearch>) => void;
}) {
  const { outlook, chosen, onChange } = props;
  const words = useText(outlookText);
  const language = useLanguage();
  const difference = outlook.weeks.reduce(
    (sum, week) => sum + week.expectedCents - week.plainCents,
    0,
  );
  const toggle = (one: (typeof WHAT_IFS)[number]) =>
    onChange({
      whatIf: chosen.includes(one) ? chosen.filter((other) => other !== one) : [...chosen, one],
    });
  return (
    <div className={styles.whatIfs} data-print={chosen.length === 0 ? 'never' : undefined}>
      <span className={styles.whatIfTitle}>{words.whatIf}</span>
      {WHAT_IFS.map((one) => (
        <span key={one} title={words.whatIfNotes[one]}>
          <FilterChip
            label={words.whatIfs[one]}
            isOn={chosen.includes(one)}
            onToggle={() => toggle(one)}
          />
        </span>
      ))}
      {chosen.length > 0 && (
        <output className={styles.simulated}>
          {words.simulated(`${difference > 0 ? '+' : ''}${formatCents(difference, { language })}`)}
          <span className={styles.simulatedNote}>{words.simulatedNote}</span>
        </output>
      )}
    </div>
  );
}

/** Why there is no likely forecast yet, above the views that take its place. */
export function ModelNotice({
  model,
  children,
}: {
  readonly model: Outlook['model'];
  readonly children: ReactNode;
}) {
  const words = useText(outlookText);
  const language = useLanguage();
  const job = useJob(model.jobId);
  const isRunning = model.state === 'computing' && model.jobId !== null;
  const done =
    job?.total == null || job.total === 0
      ? ''
      : ` ${formatCount(Math.floor((100 * job.done) / job.total), { language })} %`;
  const sentence =
    model.state === 'little_history'
      ? words.littleHistory(formatCount(model.paymentCount, { language }))
      : isRunning
        ? `${words.computing}${done}`
        : words.failed;
  return (
    <>
      {model.state !== 'missing' && (
        <p className={styles.notice} role="status" data-tone={isRunning ? undefined : 'amber'}>
          {isRunning && <Loader size={14} />}
          {sentence}
        </p>
      )}
      {children}
    </>
  );
}
