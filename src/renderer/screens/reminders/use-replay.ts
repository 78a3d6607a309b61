/** The replay that is asked for: its job, started once, found again when the page comes back. */
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { Job } from '../../../shared/contract/application.ts';
import { useApi, useConnection } from '../../api/connection.tsx';
import { hasEnded } from '../../api/job-list.ts';
import { useJob } from '../../api/jobs.ts';
import { type Failure, failureOf } from '../../failure/failure.ts';
import { useRemindersSearch } from './reminders-search.ts';

export interface Replay {
  readonly jobId: string | null;
  /** Null until it is known, or where the application knows it no more. */
  readonly job: Job | null;
  readonly isGone: boolean;
  readonly isStarting: boolean;
  readonly isRunning: boolean;
  /** Why it could not be started. */
  readonly failure: Failure | null;
  readonly start: () => Promise<void>;
  readonly stop: () => void;
}

export function useReplay(): Replay {
  const api = useApi();
  const { host } = useConnection();
  const [{ months, simulated, replay: jobId }, setSearch] = useRemindersSearch();
  const [isStarting, setStarting] = useState(false);
  const [failure, setFailure] = useState<Failure | null>(null);
  const known = useJob(jobId);
  const asked = useQuery({
    ...host.query.jobs.show.queryOptions({ input: { jobId: jobId ?? '' } }),
    enabled: jobId !== null && known === null,
  });
  const job = known ?? asked.data ?? null;
  return {
    jobId,
    job,
    isGone: job === null && asked.isError,
    isStarting,
    isRunning: job !== null && !hasEnded(job),
    failure,
    start: async () => {
      setStarting(true);
      setFailure(null);
      try {
        const started = await api.call.dunning.startReplay({ months, scenarioKey: simulated });
        setSearch({ replay: started.jobId });
      } catch (error) {
        setFailure(failureOf(error));
      }
      setStarting(false);
    },
    stop: () => {
      if (jobId !== null) void host.call.jobs.cancel({ jobId });
    },
  };
}
