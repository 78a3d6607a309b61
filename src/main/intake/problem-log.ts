/**
 * Problems of one file on their way to the sink, each code at most `PER_CODE_MAX` times.
 *
 * A file saved with the wrong separator has a million problems, all the same. Beyond the limit
 * they are counted, and one problem tells how many more there are.
 */
import type { FileProblem } from '../../shared/domain/statement/statement.ts';

export const PER_CODE_MAX = 1000;
const VALUE_MAX = 200;

export class ProblemLog {
  readonly #counts = new Map<string, number>();
  readonly #give: (problem: FileProblem) => void;

  constructor(give: (problem: FileProblem) => void) {
    this.#give = give;
  }

  add(problem: FileProblem): void {
    const count = (this.#counts.get(problem.code) ?? 0) + 1;
    this.#counts.set(problem.code, count);
    if (count > PER_CODE_MAX) return;
    this.#give(
      problem.value.length > VALUE_MAX
        ? { ...problem, value: problem.value.slice(0, VALUE_MAX) }
        : problem,
    );
  }

  /** How many of each code, those beyond the limit included. */
  counts(): ReadonlyMap<string, number> {
    return this.#counts;
  }

  /** Tells what was left out. */
  finish(): void {
    for (const [code, count] of this.#counts) {
      if (count <= PER_CODE_MAX) continue;
      const value = `${code} ${count - PER_CODE_MAX}`;
      this.#give({
        lineNumber: 0,
        columnName: null,
        code: 'problems_more',
        value,
        severity: 'warning',
      });
    }
  }
}
