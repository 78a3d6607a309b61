/** The work that runs, at the foot of the window; there only while something does. */
import { Button, Progress } from '@mantine/core';
import type { Job } from '../../shared/contract/application.ts';
import { formatPercent } from '../../shared/format/number.ts';
import { frameText, jobText } from '../../shared/text/screens/frame.ts';
import { useConnection } from '../api/connection.tsx';
import { hasEnded } from '../api/job-list.ts';
import { useJobs } from '../api/jobs.ts';
import { useLanguage, useText } from '../parts/reader.tsx';
import styles from './activity-bar.module.css';

/** Work shown in its own place, as long as one looks at it. */
const SHOWN_ELSEWHERE = ['notice_paper'];

export function ActivityBar() {
  const words = useText(frameText);
  const running = useJobs().filter((job) => !hasEnded(job) && !SHOWN_ELSEWHERE.includes(job.kind));
  if (running.length === 0) return null;
  return (
    <section className={styles.bar} aria-label={words.activity} data-print="never">
      {running.map((job) => (
        <JobLine key={job.jobId} job={job} />
      ))}
    </section>
  );
}

function JobLine({ job }: { job: Job }) {
  const words = useText(frameText);
  const kinds = useText(jobText);
  const language = useLanguage();
  const { host } = useConnection();
  const ratio = job.total === null || job.total === 0 ? null : Math.min(1, job.done / job.total);
  const name = kinds[job.kind] ?? kinds.other ?? job.kind;
  const state =
    job.state === 'waiting'
      ? words.queued
      : ratio === null
        ? ''
        : formatPercent(ratio, { language, decimals: 0 });
  return (
    <div className={styles.job}>
      <span className={styles.name}>
        {name}
        {job.subject !== '' && <span className={styles.subject}>{` ${job.subject}`}</span>}
      </span>
      <span className={styles.state}>{state}</span>
      <Progress
        className={styles.progress}
        size={6}
        value={ratio === null ? 100 : ratio * 100}
        animated={ratio === null && job.state === 'running'}
        aria-label={name}
        color={job.state === 'waiting' ? 'neutral' : 'accent'}
      />
      {job.mayCancel && (
        <Button
          size="compact-xs"
          variant="subtle"
          onClick={() => void host.call.jobs.cancel({ jobId: job.jobId })}
        >
          {words.cancel}
        </Button>
      )}
    </div>
  );
}
