/** Every step of the ledger's shape, in order. */
import { foundation } from './0001-foundation.ts';
import { outbox } from './0002-outbox.ts';
import { calls } from './0003-calls.ts';
import { analysis } from './0004-analysis.ts';
import { delayCauses } from './0005-delay-causes.ts';
import { itemStates } from './0006-item-states.ts';
import type { Migration } from './migration.ts';

export const migrations: readonly Migration[] = [
  foundation,
  outbox,
  calls,
  analysis,
  delayCauses,
  itemStates,
];
