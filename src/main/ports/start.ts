/** What a host starts the core with: plain data, since it crosses to another thread. */
import type { CalendarDate } from '../../shared/kernel/calendar-date.ts';
import type { HostKind } from './host.ts';

/** Where pages come from: the built renderer, or Vite while developing. */
export type PageSource = { readonly rendererFolder: string } | { readonly devServerOrigin: string };

export interface StartOptions {
  /** Folder of the ledgers, backups, logs; see `companies/data-folder.ts`. */
  readonly dataFolder: string;
  readonly pages: PageSource;
  readonly hostKind: HostKind;
  /** Opens on the sample company. */
  readonly sample: boolean;
  /** The day to stay on, or null for the real one. */
  readonly today: CalendarDate | null;
}

/** Why the core does not start: nothing was touched. */
export type StartRefusal =
  | { readonly code: 'folder_in_use'; readonly user: string; readonly machine: string }
  | { readonly code: 'network_folder' }
  | { readonly code: 'folder_not_writable' };

/** Thrown by `startApp` for an expected refusal: the host has a sentence for it, no incident. */
export class StartRefused extends Error {
  readonly refusal: StartRefusal;

  constructor(refusal: StartRefusal) {
    super(refusal.code);
    this.name = 'StartRefused';
    this.refusal = refusal;
  }
}

/** How long a thread was held, in milliseconds, since the core started. */
export interface ThreadDelay {
  readonly maxMs: number;
  readonly p99Ms: number;
  readonly meanMs: number;
}

export interface ThreadDelays {
  readonly host: ThreadDelay | null;
  readonly core: ThreadDelay;
}
