/** The first line of `sent.log` about a message: what a restored ledger needs to know it again. */
import type { Instant } from '../../../shared/kernel/instant.ts';
import type { Reader } from '../../ledger/session.ts';
import { builtFileOf, type NoticeRow } from '../../ledger/stores/notices.ts';
import { readPayerCode, readSentItems } from '../../ledger/views/outbox.ts';
import type { SentIntent } from './sent-log.ts';

/** A message about to be handed over, with its claims by their natural keys. */
export function sentIntentOf(reader: Reader, notice: NoticeRow, at: Instant): SentIntent {
  const { noticeId } = notice;
  return {
    state: 'intent',
    at,
    messageId: notice.messageId ?? '',
    payerCode: readPayerCode(reader, noticeId),
    channel: notice.channel,
    kind: notice.kind,
    purpose: notice.purpose,
    severity: notice.severity,
    scenarioKey: notice.scenarioKey,
    stepKey: notice.stepKey,
    day: notice.day,
    recipient: notice.recipient,
    currency: notice.currency,
    totalCents: notice.totalCents,
    subject: notice.subject,
    fileSha256: builtFileOf(reader, noticeId),
    items: readSentItems(reader, noticeId),
  };
}
