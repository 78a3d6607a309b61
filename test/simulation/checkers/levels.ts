/**
 * The level of an item never falls, and rises by one step of its scenario at a time. An item is
 * known by its customer and its document, so that an old copy changes nothing.
 */
import { scenarioLibrary } from '../../../src/main/use-cases/dunning/scenario-library.ts';
import {
  SEVERITIES,
  type Severity,
  severityRank,
} from '../../../src/shared/domain/dunning/severity.ts';
import { type Checker, same } from './checker.ts';

export const levels: Checker = async ({ ledger, mail, leavings }) => {
  const library = ledger.read(scenarioLibrary);
  const reached = new Map<string, number>();
  for (const attempt of mail.attempts) {
    if (!attempt.hasArrived) continue;
    for (const { item, claimKey, severity } of leavings.get(attempt)?.items ?? []) {
      const before = reached.get(item) ?? -1;
      const rank = severityRank(severity as Severity | null);
      if (severity === null) continue;
      same(`${item} at ${severity} after ${SEVERITIES[before] ?? 'nothing'}`, rank >= before, true);
      const scenario = library.get(claimKey.split('/')[0] ?? '')?.scenario;
      const skipped = (scenario?.steps ?? []).filter((step) => {
        const own = severityRank(step.severity);
        return step.kind !== 'notice' && own > Math.max(before, 0) && own < rank;
      });
      same(
        `steps jumped by ${item} (${claimKey})`,
        skipped.map(({ stepKey }) => stepKey),
        [],
      );
      reached.set(item, rank);
    }
  }
};
