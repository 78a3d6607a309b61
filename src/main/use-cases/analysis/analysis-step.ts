/** One step of the analysis: what takes a reading of the whole history, made in the job thread. */
import type { CalendarDate } from '../../../shared/kernel/calendar-date.ts';
import type { Ledger } from '../../ledger/ledger.ts';
import type { Writer } from '../../ledger/session.ts';

export interface AnalysisTools {
  readonly today: CalendarDate;
  /** Says how far the step is; leaves by an exception when the work is to stop. */
  readonly progress: (done: number, total: number | null) => void;
}

export interface AnalysisStep {
  /** Under which its result is kept. */
  readonly name: string;
  /**
   * Reads the ledger and gives the result, JSON-plain; `write` puts what has tables of its own into
   * them, in the transaction that records the result.
   */
  make(
    ledger: Ledger,
    tools: AnalysisTools,
  ): Promise<{ readonly document: unknown; readonly write?: (writer: Writer) => void }>;
}
