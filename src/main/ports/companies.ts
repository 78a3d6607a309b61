/** The companies of the data folder: one ledger each, in a folder of its own. */
import type { Instant } from '../../shared/kernel/instant.ts';
import type { Result } from '../../shared/kernel/result.ts';

/** Where the files of one company lie. */
export interface CompanyFolder {
  /** Its SIREN, `exemple`, or `societe-1` before a SIREN is known. */
  readonly key: string;
  readonly path: string;
  readonly ledgerPath: string;
  /** Messages, PDFs and documents, named by their hash. */
  readonly filesPath: string;
  readonly sentLogPath: string;
  readonly backupsPath: string;
  readonly isSample: boolean;
}

export interface Companies {
  /** Every company, in the order of their keys. */
  list(): readonly CompanyFolder[];
  find(key: string): CompanyFolder | null;
  /** Makes the folder of a new company; its ledger is made by whoever opens it. */
  create(company: {
    readonly siren: string | null;
  }): Result<CompanyFolder, 'siren_invalid' | 'company_exists'>;
  /** The folder of the sample, made if need be; `isRemade` empties it (close its ledger first). */
  openSample(isRemade: boolean): CompanyFolder;
  /**
   * Puts a checked copy of a ledger in waiting: it takes the place of the company's at the next
   * start of the core, before anything is opened (`Host.restartCore`). The file is moved.
   */
  stageRestore(key: string, ledgerCopyPath: string): void;
}

/** What is remembered of the user on this computer, whatever the company. */
export interface UserSettings {
  readonly language: 'fr' | 'en';
  readonly colorScheme: 'auto' | 'light' | 'dark';
  readonly isSideBarNarrow: boolean;
  readonly lastCompanyKey: string | null;
  /** When each company was last opened, by key. */
  readonly lastOpenedAt: Readonly<Record<string, Instant>>;
}

export interface UserSettingsStore {
  read(): UserSettings;
  /** Records what changes; the rest stays. */
  record(change: Partial<UserSettings>): void;
}
