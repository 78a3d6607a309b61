/** The list of jobs, which events move forward and a late answer must not move back. */
import type { Job } from '../../shared/contract/application.ts';

export const hasEnded = (job: Job): boolean => job.state !== 'waiting' && job.state !== 'running';

/**
 * The list as it was answered, where a job known to have ended stays so: the answer was on its way
 * when the event of the end came.
 */
export function withEndsKnown(known: readonly Job[], answered: readonly Job[]): readonly Job[] {
  const ended = new Map(known.filter(hasEnded).map((job) => [job.jobId, job]));
  return answered.map((job) => ended.get(job.jobId) ?? job);
}
