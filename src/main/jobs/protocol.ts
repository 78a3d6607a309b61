/** What the core and the job thread tell one another. */
import type { CalendarDate } from '../../shared/kernel/calendar-date.ts';
import type { Instant } from '../../shared/kernel/instant.ts';
import type { JobRefusal } from '../ports/jobs.ts';
import type { PostedLine } from '../ports/posted-log.ts';

/** Given to the job thread's Worker as `workerData`. */
export interface JobThreadStart {
  readonly dataFolder: string;
}

/** One job, with what its tools need. */
export interface JobOrder {
  readonly jobId: string;
  readonly kind: string;
  readonly input: unknown;
  readonly today: CalendarDate;
  readonly startedAt: Instant;
  /** One 32-bit word: not zero once the user asked to stop. Seen even inside a synchronous loop. */
  readonly cancelFlag: SharedArrayBuffer;
}

/** How the thread says that a job ended; an incident is numbered by whoever hears it. */
export type JobEnd =
  | { readonly state: 'done'; readonly output: unknown }
  | { readonly state: 'refused'; readonly refusal: JobRefusal }
  | { readonly state: 'cancelled' }
  | { readonly state: 'crashed'; readonly line: PostedLine };

export type ToJobThread =
  | { readonly kind: 'run'; readonly order: JobOrder }
  | { readonly kind: 'gate_given' }
  | { readonly kind: 'gate_refused' }
  | { readonly kind: 'stop' };

export type FromJobThread =
  | {
      readonly kind: 'progress';
      readonly jobId: string;
      readonly done: number;
      readonly total: number | null;
      readonly step: string;
    }
  | { readonly kind: 'gate_wanted'; readonly companyKey: string }
  | { readonly kind: 'gate_free' }
  | { readonly kind: 'log'; readonly line: PostedLine }
  | { readonly kind: 'ended'; readonly jobId: string; readonly end: JobEnd };
