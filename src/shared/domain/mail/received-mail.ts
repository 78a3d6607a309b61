/** What came back by mail: an answer, an automatic note, or word of a message not delivered. */
import type { CalendarDate } from '../../kernel/calendar-date.ts';
import type { Instant } from '../../kernel/instant.ts';
import type { ServerReply } from './send-outcome.ts';

export type ReceivedKind = 'answer' | 'automatic' | 'bounce';

/** One address to which a message could not be delivered. */
export interface BouncedRecipient extends ServerReply {
  readonly address: string;
  readonly isPermanent: boolean;
  readonly isMailboxUnknown: boolean;
}

export interface ReceivedMail {
  readonly kind: ReceivedKind;
  readonly from: { readonly name: string; readonly address: string };
  readonly to: readonly string[];
  readonly receivedAt: Instant | null;
  readonly subject: string;
  /** What was written, without what was quoted. */
  readonly text: string;
  /** Its own Message-ID, without brackets; empty for none. */
  readonly messageId: string;
  /** Message-IDs that it answers or reports, the likeliest first, without brackets. */
  readonly answeredIds: readonly string[];
  /** Out of office: the first day back, where it says so. */
  readonly backOn: CalendarDate | null;
  /** Empty but for a bounce, and for a bounce that can't be read. */
  readonly bounced: readonly BouncedRecipient[];
  readonly attachments: readonly {
    readonly fileName: string;
    readonly mediaType: string;
    readonly sizeBytes: number;
  }[];
}

/** Why a dropped file can't be read. */
export type MailFileProblem = 'not_a_mail' | 'mail_file_too_large';
