/** What every use case may reach: ports, and nothing of the host or of the threads. */
import type { AppEvent } from '../../shared/contract/application.ts';
import type { Ledger } from '../ledger/ledger.ts';
import type { Clock } from '../ports/clock.ts';
import type { Companies, CompanyFolder, UserSettingsStore } from '../ports/companies.ts';
import type { Events } from '../ports/events.ts';
import type { FilesOut, Uploads } from '../ports/files.ts';
import type { Host } from '../ports/host.ts';
import type { Ids } from '../ports/ids.ts';
import type { Jobs } from '../ports/jobs.ts';
import type { Log } from '../ports/log.ts';
import type { MailConsents } from '../ports/mail-consent.ts';
import type { MailboxReader } from '../ports/mailbox.ts';
import type { Mailer } from '../ports/mailer.ts';
import type { Secrets } from '../ports/secrets.ts';
import type { StartOptions, ThreadDelays } from '../ports/start.ts';

/** Why the ledger of a company could not be opened. */
export type LedgerTrouble = 'ledger_newer' | 'not_a_ledger' | 'ledger_damaged';

/** The open ledgers, one a company. */
export interface Ledgers {
  /** The company's ledger, or null where there is none or it could not be opened. */
  find(companyKey: string): Ledger | null;
  /** Why a company has no open ledger. */
  troubleOf(companyKey: string): LedgerTrouble | null;
  /** Opens the ledger of a company, making the file when there is none; the same one if open. */
  open(company: CompanyFolder): Ledger;
  /** Closes a ledger, to replace its file. */
  close(companyKey: string): void;
}

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
  readonly ledgers: Ledgers;
  readonly settings: UserSettingsStore;
  readonly events: Events & {
    /** What is announced from now on, for one window. */
    watch(signal?: AbortSignal): AsyncGenerator<AppEvent, void, void>;
  };
  readonly jobs: Jobs;
  readonly uploads: Uploads;
  readonly filesOut: FilesOut;
  readonly secrets: Secrets;
  readonly mailer: Mailer;
  readonly mailbox: MailboxReader;
  readonly consents: MailConsents;
  /** Companies whose ledger was replaced by a copy at this start. */
  readonly restoredKeys: ReadonlySet<string>;
  /** How long the threads were held since the start. */
  threadDelays(): ThreadDelays;
}

/** Given to each call: the company named by its address, or null for `/rpc/-/…`. */
export interface CallContext {
  readonly companyKey: string | null;
}
