/** What a checker is given after each day; it throws with a sentence when its law does not hold. */
import type { Ledger } from '../../../src/main/ledger/ledger.ts';
import type { CompanyFolder } from '../../../src/main/ports/companies.ts';
import type { CalendarDate } from '../../../src/shared/kernel/calendar-date.ts';
import type { TestCompany } from '../../support/running-application.ts';
import type { Leaving } from '../leaving.ts';
import type { Attempt, MailWorld } from '../mail-world.ts';
import type { World } from '../world.ts';

export interface Checked {
  readonly world: World;
  readonly company: TestCompany;
  readonly ledger: Ledger;
  readonly folder: CompanyFolder;
  /** What really left and arrived, whatever the ledger knows. */
  readonly mail: MailWorld;
  /** How each attempt was judged at the second it left. */
  readonly leavings: ReadonlyMap<Attempt, Leaving>;
  readonly day: CalendarDate;
  /** Days since the start: the dear checks are made now and then. */
  readonly dayNumber: number;
}

export type Checker = (checked: Checked) => Promise<void>;

/** Throws unless both are the same; keys in any order. */
export function same(what: string, found: unknown, expected: unknown): void {
  const [a, b] = [sorted(found), sorted(expected)];
  if (a !== b) throw new Error(`${what}\n  found    ${firstDifference(a, b)}`);
}

function sorted(value: unknown): string {
  return JSON.stringify(value, (_key, held: unknown) => {
    if (held instanceof Map) return [...held].sort(([a], [b]) => (String(a) < String(b) ? -1 : 1));
    if (held instanceof Set) return [...held].sort();
    if (typeof held !== 'object' || held === null || Array.isArray(held)) return held;
    return Object.fromEntries(Object.entries(held).sort(([a], [b]) => (a < b ? -1 : 1)));
  });
}

function firstDifference(a: string, b: string): string {
  let at = 0;
  while (at < a.length && a[at] === b[at]) at += 1;
  const from = Math.max(0, at - 200);
  return `…${a.slice(from, at + 200)}…\n  expected …${b.slice(from, at + 200)}…`;
}
