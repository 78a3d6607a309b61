/**
 * The mailbox that replies come to, as the use cases see it: one folder, looked at and left as it
 * is. Nothing is deleted, moved, marked as read or flagged.
 */
import type { MailboxProblem } from '../../shared/domain/mail/mailbox-fault.ts';
import type { CalendarDate } from '../../shared/kernel/calendar-date.ts';
import type { Result } from '../../shared/kernel/result.ts';
import type { MailLogin, MailSecurity } from './mailer.ts';
import type { Secrets } from './secrets.ts';

export interface ImapAccount {
  readonly host: string;
  readonly port: number;
  readonly security: MailSecurity;
  readonly login: MailLogin;
  /** Name of the folder, `INBOX` for the one that mails arrive in. */
  readonly folder: string;
}

/** What the headers of a mail say; all that is read of most mails. */
export interface MailHead {
  readonly uid: number;
  readonly sizeBytes: number;
  /** Without brackets; empty for none. */
  readonly messageId: string;
  /** Message-IDs of In-Reply-To, then of References from the last. */
  readonly answeredIds: readonly string[];
  /** In lower case; empty where none can be read. */
  readonly sender: string;
  readonly subject: string;
  /** Word of a message that was not delivered, by its type or its sender. */
  readonly isReport: boolean;
}

/** Numbers of mails mean something under their validity only (RFC 3501, 2.3.1.1). */
export interface MailboxPlace {
  readonly uidValidity: string;
  readonly lastUid: number;
}

export interface MailboxVisit {
  /** Where the last reading ended; null, or one of another validity, reads from `since`. */
  readonly place: MailboxPlace | null;
  readonly since: CalendarDate;
  /** Which mails are fetched whole. */
  readonly isWanted: (head: MailHead) => boolean;
  /** Takes one of them; awaited before the next. */
  readonly take: (head: MailHead, bytes: Uint8Array) => Promise<void>;
}

export interface MailboxSeen {
  readonly place: MailboxPlace;
  /** Headers looked at. */
  readonly headCount: number;
}

export interface MailboxTrial {
  readonly messageCount: number;
  /** Folders of the account, for whoever has to choose one. */
  readonly folders: readonly string[];
}

export interface MailboxReader {
  read(
    account: ImapAccount,
    secrets: Secrets,
    visit: MailboxVisit,
  ): Promise<Result<MailboxSeen, MailboxProblem>>;
  /** Logs in and opens the folder, without reading any mail. */
  check(account: ImapAccount, secrets: Secrets): Promise<Result<MailboxTrial, MailboxProblem>>;
}
