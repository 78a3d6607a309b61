/**
 * What is not over is known with its last state, claims are held by what is not cancelled, and
 * nothing is lost: what was approved leaves, is cancelled, or waits where a person sees it.
 */
import { type Checker, same } from './checker.ts';

const LAST = `
SELECT n.notice_id AS noticeId, e.status, n.channel, n.message_id AS messageId
FROM notice AS n JOIN notice_event AS e ON e.notice_id = n.notice_id
  AND e.seq = (SELECT max(seq) FROM notice_event WHERE notice_id = n.notice_id)
ORDER BY n.notice_id`;
const OVER = new Set(['sent', 'posted', 'bounced', 'cancelled']);

export const attention: Checker = async ({ ledger, company, mail }) => {
  const { last, underWay, loose } = ledger.read(({ connection }) => ({
    last: connection
      .prepare<[], { noticeId: number; status: string; channel: string; messageId: string | null }>(
        LAST,
      )
      .all(),
    underWay: connection
      .prepare<[], { noticeId: number; status: string }>(
        'SELECT notice_id AS noticeId, status FROM notice_under_way ORDER BY notice_id',
      )
      .all(),
    loose: connection
      .prepare<[], { noticeId: number }>(`
SELECT notice_id AS noticeId FROM claim UNION SELECT notice_id FROM claim_day
EXCEPT SELECT n.notice_id FROM notice AS n JOIN notice_event AS e ON e.notice_id = n.notice_id
  AND e.seq = (SELECT max(seq) FROM notice_event WHERE notice_id = n.notice_id)
WHERE e.status <> 'cancelled'`)
      .all(),
  }));
  const open = last.filter(({ status }) => !OVER.has(status));
  same(
    'messages under way',
    underWay,
    open.map(({ noticeId, status }) => ({ noticeId, status })),
  );
  same('claims of messages that are cancelled', loose, []);
  same(
    'messages left half-way',
    open.filter(({ status }) => status === 'sending' || status === 'approved'),
    [],
  );
  for (const { messageId, status } of last) {
    // Whatever the ledger went through, it never forgets what reached a customer.
    if (messageId === null || !mail.hasArrived(messageId)) continue;
    same(`${messageId} arrived`, ['sent', 'uncertain'].includes(status), true);
  }
  const { boxes } = await company.call.outbox.list({
    box: 'attention',
    text: '',
    offset: 0,
    limit: 1,
  });
  const shown = boxes.find(({ box }) => box === 'attention')?.count ?? 0;
  const unclear = last.filter(({ status }) =>
    ['failed', 'uncertain', 'bounced'].includes(status),
  ).length;
  same('what a person must look at', shown, unclear);
};
