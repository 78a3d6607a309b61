/** The job that turns approved messages into the very bytes that leave, and keeps them. */

import type { LetterLayout } from '../../../shared/domain/message/letter-layout.ts';
import type { CalendarDate } from '../../../shared/kernel/calendar-date.ts';
import type { Instant } from '../../../shared/kernel/instant.ts';
import { jobKey } from '../../ports/jobs.ts';
import type { MailEnvelope } from '../../ports/mailer.ts';
import type { StatementOfAccount } from '../../reports/statement/statement-of-account.ts';
import type { Draft } from '../messages/draft.ts';
import type { FileOrder, MadeFile } from '../reports/report-jobs.ts';

/** One message to build. */
export interface BuildOrder {
  readonly noticeId: number;
  readonly channel: 'email' | 'letter' | 'registered_letter' | 'sms';
  readonly draft: Draft;
  readonly messageId: string | null;
  /** Null where none is joined. */
  readonly statement: StatementOfAccount | null;
}

export interface BuildOrders {
  readonly filesPath: string;
  readonly sentAt: Instant;
  readonly layout: LetterLayout;
  readonly orders: readonly BuildOrder[];
}

/** What became of each; in the order given, up to where the job was stopped. */
export type BuiltNotice =
  | {
      readonly noticeId: number;
      readonly isBuilt: true;
      readonly fileSha256: string;
      readonly sizeBytes: number;
      readonly pageCount: number;
      /** Null for a letter. */
      readonly envelope: MailEnvelope | null;
    }
  | { readonly noticeId: number; readonly isBuilt: false; readonly code: string };

/** The statement joined to a mail, as its reader finds it. */
export function joinedStatementName(customerCode: string, asOf: CalendarDate): string {
  return `releve-${customerCode}-${asOf}.pdf`;
}

/** A paper of a message that nobody approved yet, to be looked at: nothing is kept. */
export type NoticePaper =
  | {
      readonly kind: 'letter';
      readonly draft: Draft;
      readonly channel: 'letter' | 'registered_letter';
      readonly layout: LetterLayout;
    }
  | { readonly kind: 'statement'; readonly statement: StatementOfAccount };

/** Approved mails as drafts in one package. */
export interface DraftPackage {
  readonly filesPath: string;
  readonly sentAt: Instant;
  readonly day: CalendarDate;
  readonly drafts: readonly { readonly name: string; readonly order: BuildOrder }[];
}

/** The package, and the mails that could not be written. */
export interface MadePackage extends MadeFile {
  readonly unwritten: readonly { readonly noticeId: number; readonly code: string }[];
}

export const draftPackageJob = jobKey<DraftPackage & FileOrder, MadePackage>('mail_drafts');
export const noticePaperJob = jobKey<NoticePaper & FileOrder, MadeFile>('notice_paper');
export const buildNoticesJob = jobKey<BuildOrders, readonly BuiltNotice[]>('build_notices');
