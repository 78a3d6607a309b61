/**
 * A job on the screen: how far it is and the way to stop it, then what it answered, or why it did
 * not. The same job shows in the activity bar; a reload of the page finds it again.
 */
import { Button, Progress } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import type { Job } from '../../../../shared/contract/application.ts';
import { formatPercent } from '../../../../shared/format/number.ts';
import { isProblemCode, problemSentence } from '../../../../shared/text/problems.ts';
import { refusalSentence } from '../../../../shared/text/refusals.ts';
import { importsText } from '../../../../shared/text/screens/imports.ts';
import { useConnection } from '../../../api/connection.tsx';
import { hasEnded } from '../../../api/job-list.ts';
import { useJob } from '../../../api/jobs.ts';
import { useLanguage, useText } from '../../../parts/reader.tsx';
import { EmptyState, Skeleton } from '../../../parts/states.tsx';
import styles from './assistant.module.css';
import { Titled } from './titled.tsx';

interface JobStepProps {
  readonly jobId: string;
  readonly title: string;
  readonly onBack: (() => void) | null;
  readonly onLeave: () => void;
  readonly children: (job: Job) => ReactNode;
}

export function JobStep(props: JobStepProps) {
  const { jobId, title, children } = props;
  const words = useText(importsText);
  const { host } = useConnection();
  const known = useJob(jobId);
  const asked = useQuery({
    ...host.query.jobs.show.queryOptions({ input: { jobId } }),
    enabled: known === null,
  });
  const job = known ?? asked.data ?? null;
  if (job?.state === 'done') return <>{children(job)}</>;
  if (job === null && !asked.isError) {
    return (
      <Titled>
        <Skeleton lines={4} />
      </Titled>
    );
  }
  return (
    <Titled>
      {job !== null && !hasEnded(job) ? (
        <Running job={job} title={title} />
      ) : (
        <Ended job={job} {...props} gone={words.gone} />
      )}
    </Titled>
  );
}

function Running({ job, title }: { readonly job: Job; readonly title: string }) {
  const words = useText(importsText);
  const language = useLanguage();
  const { host } = useConnection();
  const ratio = job.total === null || job.total === 0 ? null : Math.min(1, job.done / job.total);
  const share = ratio === null ? '' : formatPercent(ratio, { language, decimals: 0 });
  return (
    <div className={styles.running} role="status">
      <h2>{title}</h2>
      <span className={styles.quiet}>{job.subject}</span>
      <Progress
        className={styles.runningBar}
        size={8}
        value={ratio === null ? 100 : ratio * 100}
        animated={ratio === null}
        aria-label={title}
      />
      <span className={styles.quiet}>
        {[words.stages[job.step] ?? '', share].filter((part) => part !== '').join(' · ')}
      </span>
      {job.mayCancel && (
        <Button onClick={() => void host.call.jobs.cancel({ jobId: job.jobId })}>
          {words.stop}
        </Button>
      )}
    </div>
  );
}

function Ended(
  props: Omit<JobStepProps, 'children'> & { readonly job: Job | null; readonly gone: string },
) {
  const { job, gone, onBack, onLeave } = props;
  const words = useText(importsText);
  const language = useLanguage();
  const sentence = () => {
    if (job === null) return gone;
    if (job.state === 'cancelled') return words.stopped;
    const code = job.code ?? '';
    if (job.state === 'failed') return words.failed(code);
    if (isProblemCode(code)) return problemSentence({ code, value: job.detail ?? '' }, language);
    return refusalSentence(code, language) ?? words.failed(code);
  };
  return (
    <div role="alert">
      <EmptyState
        sentence={sentence()}
        action={
          onBack === null ? (
            <Button variant="filled" onClick={onLeave}>
              {words.chooseOther}
            </Button>
          ) : (
            <Button variant="filled" onClick={onBack}>
              {words.back}
            </Button>
          )
        }
      />
    </div>
  );
}
