/** Identifiers of the machine's own random source. */
import { randomUUID } from 'node:crypto';
import type { Ids } from '../ports/ids.ts';

export const randomIds: Ids = { next: () => randomUUID() };
