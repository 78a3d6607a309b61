/**
 * How far a message has come, and where it may go from there.
 *
 *     approved → built → sending → sent → bounced          a mail
 *                  ↑ ↘      ↓ ↘
 *               failed  deferred uncertain                 refused, refused for now, nobody knows
 *     approved → built → printed → posted                  a letter
 *
 * `sending` is written when the server is ready to take the bytes; found again after a crash it
 * becomes `uncertain`, and a person says whether it left. Nothing that may have left can be
 * cancelled, and what was cancelled never leaves.
 */
export const NOTICE_STATUSES = [
  'approved',
  'built',
  'sending',
  'sent',
  'failed',
  'deferred',
  'uncertain',
  'cancelled',
  'printed',
  'posted',
  'bounced',
] as const;
export type NoticeStatus = (typeof NOTICE_STATUSES)[number];

const NEXT: Readonly<Record<NoticeStatus, readonly NoticeStatus[]>> = {
  approved: ['built', 'failed', 'cancelled'],
  // A letter that gets its registered number is made again.
  built: ['approved', 'sending', 'printed', 'deferred', 'failed', 'cancelled'],
  sending: ['sent', 'failed', 'deferred', 'uncertain'],
  deferred: ['sending', 'failed', 'cancelled'],
  uncertain: ['sent', 'failed'],
  failed: ['approved', 'built', 'cancelled'],
  printed: ['posted', 'built', 'cancelled'],
  sent: ['bounced'],
  posted: ['bounced'],
  bounced: [],
  cancelled: [],
};

/** Whether a message of this state may become that one. */
export function mayBecome(from: NoticeStatus, to: NoticeStatus): boolean {
  return NEXT[from].includes(to);
}

/** It reached the customer, as far as anybody can know: its items have the level of their step. */
export function hasReached(status: NoticeStatus): boolean {
  return status === 'sent' || status === 'posted';
}

/** It is on its way or nobody knows: nothing else is written to this payer meanwhile. */
export function isUnderWay(status: NoticeStatus): boolean {
  return (
    status === 'approved' ||
    status === 'built' ||
    status === 'sending' ||
    status === 'deferred' ||
    status === 'uncertain' ||
    status === 'failed' ||
    status === 'printed'
  );
}

/** It can still be called back: no byte of it has left. */
export function mayBeCancelled(status: NoticeStatus): boolean {
  return mayBecome(status, 'cancelled');
}
