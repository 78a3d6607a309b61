/** Every step of the ledger's shape, in order. */
import { foundation } from './0001-foundation.ts';
import { outbox } from './0002-outbox.ts';
import { calls } from './0003-calls.ts';
import { analysis } from './0004-analysis.ts';
import { delayCauses } from './0005-delay-causes.ts';
import { incoming } from './0006-incoming.ts';
import { einvoices } from './0007-einvoices.ts';

import { bank } from './0008-bank.ts';

import { agreements } from './0009-agreements.ts';
import type { Migration } from './migration.ts';

export const migrations: readonly Migration[] = [
  foundation,
  outbox,
  calls,
  analysis,
  delayCauses,
  incoming,
  einvoices,
  bank,
  agreements,
];
