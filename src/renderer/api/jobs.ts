/**
 * Long work as the window sees it: the list is read once, then kept by the events. A reload of
 * the page finds the running jobs again.
 */
import { useQuery } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import type { Job } from '../../shared/contract/application.ts';
import { useConnection } from './connection.tsx';
import { hasEnded, withEndsKnown } from './job-list.ts';

const NO_JOBS: readonly Job[] = [];

/** Every job the application knows, latest state. */
export function useJobs(): readonly Job[] {
  const { host } = useConnection();
  const list = useQuery(
    host.query.jobs.list.queryOptions({
      structuralSharing: (known, answered) =>
        withEndsKnown((known as Job[] | undefined) ?? NO_JOBS, answered as Job[]),
    }),
  );
  return list.data ?? NO_JOBS;
}

/** One job by its id; null until known, or when `jobId` is null. */
export function useJob(jobId: string | null): Job | null {
  return useJobs().find((job) => job.jobId === jobId) ?? null;
}

/** A function that waits for the end of a job, whatever the end is. */
export function useJobEnd(): (jobId: string) => Promise<Job> {
  const { host, events } = useConnection();
  return (jobId) =>
    new Promise((resolve, reject) => {
      const stop = events.listen((event) => {
        if (event.kind === 'job_changed' && event.job.jobId === jobId) settle(event.job);
      });
      const settle = (job: Job) => {
        if (!hasEnded(job)) return;
        stop();
        resolve(job);
      };
      host.call.jobs.show({ jobId }).then(settle, (error: unknown) => {
        stop();
        reject(error instanceof Error ? error : new Error('job'));
      });
    });
}

/** Calls `onEnd` once, when the job of this id ends. */
export function useOnJobEnd(jobId: string | null, onEnd: (job: Job) => void): void {
  const job = useJob(jobId);
  const [told, setTold] = useState<string | null>(null);
  useEffect(() => {
    if (job === null || !hasEnded(job) || told === job.jobId) return;
    setTold(job.jobId);
    onEnd(job);
  }, [job, told, onEnd]);
}
