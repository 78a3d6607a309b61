/** What every use case may reach: ports, and nothing of the host or of the threads. */
import type { AppEvent } from '../../shared/contract/application.ts';
import type { Clock } from '../ports/clock.ts';
import type { Companies, UserSettingsStore } from '../ports/companies.ts';
import type { Events } from '../ports/events.ts';
import type { FilesOut, Uploads } from '../ports/files.ts';
import type { Host } from '../ports/host.ts';
import type { Ids } from '../ports/ids.ts';
import type { Jobs } from '../ports/jobs.ts';
import type { Log } from '../ports/log.ts';
import type { StartOptions, ThreadDelays } from '../ports/start.ts';

/** Made once, at the start of the core. */
export interface AppContext {
  readonly start: StartOptions;
  /** A service copies the data folder behind the program's back. */
  readonly isFolderSynchronised: boolean;
  readonly clock: Clock;
  readonly ids: Ids;
  readonly log: Log;
  readonly host: Host;
  readonly companies: Companies;
  readonly settings: UserSettingsStore;
  readonly events: Events & {
    /** What is announced from now on, for one window. */
    watch(signal?: AbortSignal): AsyncGenerator<AppEvent, void, void>;
  };
  readonly jobs: Jobs;
  readonly uploads: Uploads;
  readonly filesOut: FilesOut;
  /** How long the threads were held since the start. */
  threadDelays(): ThreadDelays;
}

/** Given to each call: the company named by its address, or null for `/rpc/-/…`. */
export interface CallContext {
  readonly companyKey: string | null;
}
