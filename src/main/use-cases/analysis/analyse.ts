/**
 * Makes the steps of the analysis whose books have moved, each in a short transaction of its own,
 * so that commands wait for none of them.
 */
import type { CalendarDate } from '../../../shared/kernel/calendar-date.ts';
import type { Ledger } from '../../ledger/ledger.ts';
import { analysisBasis, basisOfAnalysis, recordAnalysis } from '../../ledger/stores/analysis.ts';
import type { AnalysisStep } from './analysis-step.ts';
import { ANALYSIS_STEPS } from './analysis-steps.ts';

/** Steps without a result, or with one of another state of the books. */
export function staleSteps(ledger: Ledger): readonly AnalysisStep[] {
  return ledger.read((reader) => {
    if (ledger.version().asOf === null) return [];
    const basis = analysisBasis(reader);
    return ANALYSIS_STEPS.filter(({ name }) => basisOfAnalysis(reader, name) !== basis);
  });
}

/** Makes them; `onStep` hears how far each is and may throw to stop. */
export async function makeStaleSteps(
  ledger: Ledger,
  today: CalendarDate,
  onStep: (name: string, done: number, total: number | null) => void,
): Promise<readonly string[]> {
  const made: string[] = [];
  for (const step of staleSteps(ledger)) {
    const { name } = step;
    onStep(name, 0, null);
    const basis = ledger.read(analysisBasis);
    const progress = (done: number, total: number | null) => onStep(name, done, total);
    const { document, write } = await step.make(ledger, { today, progress });
    await ledger.write((writer) => {
      write?.(writer);
      recordAnalysis(writer, { name, basis, asOf: today, document });
    });
    made.push(name);
  }
  return made;
}
