/**
 * Long work, done one piece at a time in the job thread.
 *
 * A job is named by a key that knows the types of its input and of its output, so that whoever
 * starts it needs not import it: the readers, PDFs and workbooks stay out of the core.
 */
import type { Job as JobView } from '../../shared/contract/application.ts';
import type { CalendarDate } from '../../shared/kernel/calendar-date.ts';
import type { Instant } from '../../shared/kernel/instant.ts';
import type { Result } from '../../shared/kernel/result.ts';
import type { Log } from './log.ts';

/** The name of a job, with the types of what goes in and comes out (both structured-cloneable). */
export interface JobKey<Input, Output> {
  readonly kind: string;
  /** Never there at run time; carries the types. */
  readonly types?: (input: Input) => Output;
}

/** Makes the key of a job: `export const importPreview = jobKey<In, Out>('import_preview')`. */
export function jobKey<Input, Output>(kind: string): JobKey<Input, Output> {
  return { kind };
}

/** Why a job did nothing: a code the screen has a sentence for, and what the sentence names. */
export interface JobRefusal {
  readonly code: string;
  readonly detail: string | null;
}

/** What a job is given besides its input. */
export interface JobTools {
  /** Says how far it is; `total` is null while unknown. Cheap: only the latest is sent on. */
  progress(done: number, total: number | null, step: string): void;
  /** True once the user asked to stop. To look at every thousand rows. */
  isCancelled(): boolean;
  /** Leaves the job by an exception when the user asked to stop. */
  stopIfCancelled(): void;
  /** Holds the company's write gate while `work` runs: for the one transaction of a commit. */
  withWriteGate<Value>(companyKey: string, work: () => Value): Promise<Value>;
  /** The day and the moment at which the job was started, as the core's clock had them. */
  readonly today: CalendarDate;
  readonly startedAt: Instant;
  readonly dataFolder: string;
  readonly log: Log;
}

/** The work itself, `run` of a module named in the registry. */
export type JobRun<Input, Output> = (
  input: Input,
  tools: JobTools,
) => Result<Output, JobRefusal> | Promise<Result<Output, JobRefusal>>;

/** How a job ended. */
export type JobOutcome<Output> =
  | { readonly state: 'done'; readonly output: Output }
  | { readonly state: 'refused'; readonly refusal: JobRefusal }
  | { readonly state: 'cancelled' }
  | { readonly state: 'failed'; readonly incident: string };

/** What is asked for beside the input. */
export interface JobRequest {
  readonly companyKey: string;
  /** What the job is about, in the user's words: a file name, a customer. */
  readonly subject: string;
  readonly mayCancel: boolean;
}

export interface Jobs {
  /** Puts a job at the end of the queue. The promise never rejects. */
  start<Input, Output>(
    key: JobKey<Input, Output>,
    input: Input,
    request: JobRequest,
  ): { readonly jobId: string; readonly outcome: Promise<JobOutcome<Output>> };
  /** Asks a waiting or running job to stop; without effect on one that ended. */
  cancel(jobId: string): void;
  /** Waiting and running jobs, and the last ones that ended. */
  list(): readonly JobView[];
  show(jobId: string): JobView | null;
}
