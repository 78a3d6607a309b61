/** The replay of past months: what it supposes, how far it is, and what it came to. */
import { Button, Progress } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import type { Job } from '../../../shared/contract/application.ts';
import { formatDate } from '../../../shared/format/date.ts';
import { formatPercent } from '../../../shared/format/number.ts';
import { addMonths } from '../../../shared/kernel/calendar-date.ts';
import { refusalSentence } from '../../../shared/text/refusals.ts';
import { replayText } from '../../../shared/text/screens/replay.ts';
import { useApi } from '../../api/connection.tsx';
import { failureOf } from '../../failure/failure.ts';
import { useLanguage, useText, useToday } from '../../parts/reader.tsx';
import { EmptyState, ErrorState, Skeleton } from '../../parts/states.tsx';
import { Assumptions } from './assumptions.tsx';
import { PastAnswer } from './past-answer.tsx';
import styles from './reminders.module.css';
import { useRemindersSearch } from './reminders-search.ts';
import own from './replay.module.css';
import type { Replay } from './use-replay.ts';

export function PastRun({ replay }: { readonly replay: Replay }) {
  const { jobId, job, isGone, isRunning, failure, start, stop } = replay;
  const words = useText(replayText);
  const language = useLanguage();
  if (failure !== null) return <ErrorState failure={failure} onRetry={() => void start()} />;
  if (jobId === null) return <Introduction />;
  if (isGone) return <EmptyState sentence={words.gone} />;
  if (job === null) return <Skeleton lines={6} height={18} />;
  if (isRunning) return <Running job={job} onStop={stop} />;
  if (job.state === 'done') return <Done jobId={jobId} />;
  const code = job.code ?? '';
  const sentence =
    job.state === 'cancelled'
      ? words.stopped
      : job.state === 'refused'
        ? (refusalSentence(code, language) ?? words.failed(code))
        : words.failed(code);
  return (
    <div role="alert">
      <EmptyState sentence={sentence} />
    </div>
  );
}

function Introduction() {
  const words = useText(replayText);
  const [{ months }] = useRemindersSearch();
  const from = formatDate(addMonths(useToday(), -months));
  return (
    <div className={styles.scroll}>
      <p className={styles.lead}>{words.intro}</p>
      <section aria-label={words.asIf}>
        <h2 className={styles.railTitle}>{words.asIf}</h2>
        <Assumptions from={from} />
      </section>
    </div>
  );
}

function Running(props: { readonly job: Job; readonly onStop: () => void }) {
  const { done, total, step, mayCancel } = props.job;
  const words = useText(replayText);
  const language = useLanguage();
  const ratio = total === null || total === 0 ? null : Math.min(1, done / total);
  const share = ratio === null ? '' : formatPercent(ratio, { language, decimals: 0 });
  return (
    <div className={own.running} role="status">
      <h2>{words.running}</h2>
      <Progress
        className={own.runningBar}
        size={8}
        value={ratio === null ? 100 : ratio * 100}
        animated={ratio === null}
        aria-label={words.running}
      />
      <span className={styles.quiet}>
        {[words.steps[step] ?? '', share].filter((part) => part !== '').join(' · ')}
      </span>
      {mayCancel && <Button onClick={props.onStop}>{words.stop}</Button>}
    </div>
  );
}

function Done({ jobId }: { readonly jobId: string }) {
  const api = useApi();
  const answer = useQuery(api.query.dunning.replayed.queryOptions({ input: { jobId } }));
  if (answer.data !== undefined) return <PastAnswer jobId={jobId} replayed={answer.data} />;
  if (answer.isError) {
    return <ErrorState failure={failureOf(answer.error)} onRetry={() => void answer.refetch()} />;
  }
  return <Skeleton lines={10} height={18} />;
}
