/** The replay of past months, as long work: how it is asked and what it answers. */
import type { ReplayTotals } from '../../../shared/domain/dunning/replay-totals.ts';
import type { CalendarDate } from '../../../shared/kernel/calendar-date.ts';
import { jobKey } from '../../ports/jobs.ts';
import type { JobCompany } from '../imports/import-jobs.ts';

export interface ReplayOrder extends JobCompany {
  readonly months: number;
  /** Whom all customers follow; null for each his own of today. */
  readonly scenarioKey: string | null;
}

export interface ReplayOutcome extends Pick<ReplayOrder, 'months' | 'scenarioKey'> {
  readonly from: CalendarDate;
  readonly to: CalendarDate;
  /** First day of the books; null where nothing was imported. */
  readonly booksFrom: CalendarDate | null;
  readonly totals: ReplayTotals;
}

export const replayJob = jobKey<ReplayOrder, ReplayOutcome>('replay');
