/**
 * What being paid sooner would bring: begun with the company's own figures or with a known case,
 * each assumption changed by a slider or a field, each gain with its formula. Nothing is kept.
 */
import { Button } from '@mantine/core';
import { IconPrinter } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import {
  SIMULATION_EXAMPLES,
  type SimulationExample,
} from '../../../shared/domain/metrics/simulation.ts';
import { simulatorText } from '../../../shared/text/screens/simulator.ts';
import { useApi } from '../../api/connection.tsx';
import { failureOf } from '../../failure/failure.ts';
import { FilterChip } from '../../parts/filters.tsx';
import { useText } from '../../parts/reader.tsx';
import { ErrorState, Skeleton } from '../../parts/states.tsx';
import { Gains } from './simulator/gains.tsx';
import { Hypotheses } from './simulator/hypotheses.tsx';
import {
  type Draft,
  draftOfExample,
  draftOfOwn,
  type OwnFigures,
} from './simulator/simulation-draft.ts';
import styles from './simulator/simulator.module.css';

const EXAMPLES = Object.keys(SIMULATION_EXAMPLES) as readonly SimulationExample[];

export default function SimulatorTab() {
  const api = useApi();
  const own = useQuery(api.query.figures.simulatorFigures.queryOptions());
  if (own.isError) {
    return <ErrorState failure={failureOf(own.error)} onRetry={() => void own.refetch()} />;
  }
  if (own.data === undefined) return <Skeleton lines={8} height={18} />;
  return <Simulator key={own.data.hasFigures ? own.data.asOf : ''} own={own.data} />;
}

function Simulator({ own }: { readonly own: OwnFigures }) {
  const words = useText(simulatorText);
  const hasOwn = own.turnoverCents > 0 && own.dsoDays !== null;
  const [draft, setDraft] = useState<Draft>(() =>
    hasOwn ? draftOfOwn(own) : draftOfExample('delays'),
  );
  return (
    <div className={styles.tab} data-print="scroll">
      <div className={styles.bar} data-print="never">
        <span className={styles.note}>{words.from}</span>
        {hasOwn && (
          <FilterChip
            label={words.own}
            isOn={draft.origin === 'own'}
            onToggle={() => setDraft(draftOfOwn(own))}
          />
        )}
        {EXAMPLES.map((example) => (
          <FilterChip
            key={example}
            label={words.examples[example]}
            isOn={draft.origin === example}
            onToggle={() => setDraft(draftOfExample(example))}
          />
        ))}
        <span className={styles.space} />
        <Button leftSection={<IconPrinter size={15} stroke={1.6} />} onClick={() => window.print()}>
          {words.print}
        </Button>
      </div>
      <p className={styles.lead}>
        {words.lead}
        {!own.hasFigures && own.jobId !== null && ` ${words.ownMissing}`}
        {own.hasFigures && !hasOwn && ` ${words.noSales}`}
      </p>
      <div className={styles.columns}>
        <Hypotheses
          draft={draft}
          own={own}
          onChange={(patch) => setDraft({ ...draft, ...patch })}
        />
        <Gains draft={draft} own={own} />
      </div>
    </div>
  );
}
