/** A scenario that is not kept yet, or that would replace the one of its key. */
import type { Scenario } from '../../../shared/domain/dunning/scenario.ts';

export interface NewDraft {
  readonly scenario: Scenario;
  readonly replaces: boolean;
}
