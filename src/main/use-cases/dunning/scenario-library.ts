/**
 * The scenarios in force: those that ship, each replaced by the user's own where he made one.
 *
 * What ships carries its hash, and a copy remembers the hash it was made from: a copy that was not
 * changed follows a new version by itself, one that was is shown beside it.
 */
import { createHash } from 'node:crypto';
import bill from '../../../../resources/scenarios/bill.json' with { type: 'json' };
import chronic from '../../../../resources/scenarios/chronic-payer.json' with { type: 'json' };
import courteous from '../../../../resources/scenarios/courteous.json' with { type: 'json' };
import directDebit from '../../../../resources/scenarios/direct-debit.json' with { type: 'json' };
import good from '../../../../resources/scenarios/good-payer.json' with { type: 'json' };
import multiChannel from '../../../../resources/scenarios/multi-channel.json' with { type: 'json' };
import occasional from '../../../../resources/scenarios/occasional-payer.json' with {
  type: 'json',
};
import progressive from '../../../../resources/scenarios/progressive.json' with { type: 'json' };
import publicBuyer from '../../../../resources/scenarios/public-buyer.json' with { type: 'json' };
import { ASSIGNMENT_DEFAULTS } from '../../../shared/domain/dunning/assignment.ts';
import type { AssignmentRule } from '../../../shared/domain/dunning/planner-input.ts';
import type { Scenario } from '../../../shared/domain/dunning/scenario.ts';
import { readScenario } from '../../../shared/domain/dunning/scenario-check.ts';
import type { Reader } from '../../ledger/session.ts';
import { loadScenarios } from '../../ledger/stores/dunning-documents.ts';
import { loadSetting } from '../../ledger/stores/settings.ts';

export interface LibraryScenario {
  readonly scenario: Scenario;
  readonly origin: 'shipped' | 'changed' | 'own';
  /** Of the shipped document of that key; null for the user's own. */
  readonly shippedSha256: string | null;
  readonly hasNewerShipped: boolean;
}

const SHIPPED: ReadonlyMap<string, { readonly scenario: Scenario; readonly sha256: string }> =
  new Map(
    [
      courteous,
      progressive,
      multiChannel,
      good,
      occasional,
      chronic,
      directDebit,
      publicBuyer,
      bill,
    ].map((document) => {
      const read = readScenario(document);
      if (!read.isDone) throw new Error('A shipped scenario is not one.');
      const sha256 = createHash('sha256').update(JSON.stringify(document)).digest('hex');
      return [read.value.scenarioKey, { scenario: read.value, sha256 }] as const;
    }),
  );

/** Every scenario in force, by key; shipped ones first. */
export function scenarioLibrary(reader: Reader): ReadonlyMap<string, LibraryScenario> {
  const own = loadScenarios(reader);
  const library = new Map<string, LibraryScenario>();
  for (const [key, { scenario, sha256 }] of SHIPPED) {
    const stored = own.get(key);
    const read = stored === undefined ? null : readScenario(JSON.parse(stored.document));
    library.set(
      key,
      stored === undefined || read === null || !read.isDone
        ? { scenario, origin: 'shipped', shippedSha256: sha256, hasNewerShipped: false }
        : {
            scenario: read.value,
            origin: 'changed',
            shippedSha256: sha256,
            hasNewerShipped: stored.shippedSha256 !== sha256,
          },
    );
  }
  for (const [key, { document }] of own) {
    if (library.has(key)) continue;
    const read = readScenario(JSON.parse(document));
    if (!read.isDone) continue;
    library.set(key, {
      scenario: read.value,
      origin: 'own',
      shippedSha256: null,
      hasNewerShipped: false,
    });
  }
  return library;
}

/** The hash of what ships under that key; null for a key of the user's. */
export function shippedHashOf(scenarioKey: string): string | null {
  return SHIPPED.get(scenarioKey)?.sha256 ?? null;
}

/** What ships under that key; null for a key of the user's. */
export function shippedScenario(scenarioKey: string): Scenario | null {
  return SHIPPED.get(scenarioKey)?.scenario ?? null;
}

/** Who follows which scenario, in the user's order. */
export function assignmentRules(reader: Reader): readonly AssignmentRule[] {
  const stored = loadSetting(reader, 'assignment');
  return Array.isArray(stored) ? (stored as AssignmentRule[]) : ASSIGNMENT_DEFAULTS;
}
