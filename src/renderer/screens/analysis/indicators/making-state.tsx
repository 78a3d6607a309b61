/** What stands while the figures are being made, cannot be, or are made again. */
import { Button, Progress } from '@mantine/core';
import { IconChartLine } from '@tabler/icons-react';
import { indicatorsText } from '../../../../shared/text/screens/indicators.ts';
import { useJob } from '../../../api/jobs.ts';
import { useGo } from '../../../frame/navigation.ts';
import { useText } from '../../../parts/reader.tsx';
import { EmptyState } from '../../../parts/states.tsx';
import styles from './indicators.module.css';

export interface Making {
  readonly hasBooks: boolean;
  readonly hasFigures: boolean;
  readonly isStale: boolean;
  readonly jobId: string | null;
}

const WHOLE = 100;

/** In place of the figures. */
export function MakingState({ making }: { readonly making: Making }) {
  const words = useText(indicatorsText);
  const go = useGo();
  const job = useJob(making.jobId);
  if (making.jobId === null && making.hasBooks) {
    return <EmptyState sentence={words.failed} />;
  }
  if (making.jobId === null) {
    return (
      <EmptyState
        icon={<IconChartLine size={28} stroke={1.4} />}
        sentence={words.empty}
        action={<Button onClick={() => go('/imports')}>{words.import}</Button>}
      />
    );
  }
  const { done, total } = job ?? { done: 0, total: null };
  const share = total === null || total === 0 ? 0 : (done / total) * WHOLE;
  return (
    <div className={styles.making} role="status">
      <p>{words.making}</p>
      <Progress value={share} aria-label={words.making} />
    </div>
  );
}

/** Above figures that are being made again. */
export function MakingNotice({ making }: { readonly making: Making }) {
  const words = useText(indicatorsText);
  if (!making.hasFigures || !making.isStale) return null;
  return (
    <p className={styles.notice} role="status">
      {making.jobId === null ? words.failed : words.makingNewer}
    </p>
  );
}
