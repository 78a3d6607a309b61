/** The job that turns approved messages into the very bytes that leave, and keeps them. */

import type { LetterLayout } from '../../../shared/domain/message/letter-layout.ts';
import type { Instant } from '../../../shared/kernel/instant.ts';
import { jobKey } from '../../ports/jobs.ts';
import type { MailEnvelope } from '../../ports/mailer.ts';
import type { StatementOfAccount } from '../../reports/statement/statement-of-account.ts';
import type { Draft } from '../messages/draft.ts';

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

export const buildNoticesJob = jobKey<BuildOrders, readonly BuiltNotice[]>('build_notices');
