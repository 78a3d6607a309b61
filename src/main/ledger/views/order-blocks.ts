/** Blocks of orders with what they were asked for, and how they ended. */
import type { Reader } from '../session.ts';
import { amount, day, int, nullable, query, text, word } from '../statement.ts';

const BLOCKS = query({
  name: 'view.order_blocks',
  params: { customerId: nullable(int) },
  row: {
    orderBlockId: int,
    customerId: int,
    since: day,
    currency: text,
    amountCents: amount,
    decidedBy: text,
    releasedOn: nullable(day),
    releaseReason: nullable(word<'paid' | 'decision' | 'undone'>()),
    receivableIds: text,
  },
  sql: `
SELECT b.order_block_id AS orderBlockId, b.customer_id AS customerId, b.day AS since, b.currency,
  b.amount_cents AS amountCents, b.decided_by AS decidedBy, r.day AS releasedOn,
  r.reason AS releaseReason,
  (SELECT json_group_array(i.receivable_id) FROM order_block_item AS i
    WHERE i.order_block_id = b.order_block_id) AS receivableIds
FROM order_block AS b
LEFT JOIN order_block_released AS r ON r.order_block_id = b.order_block_id
WHERE @customerId IS NULL OR b.customer_id = @customerId
ORDER BY b.day, b.order_block_id`,
});

/** Of everybody (null) or of one customer, released ones included, the oldest first. */
export function readOrderBlocks(reader: Reader, customerId: number | null) {
  return reader.all(BLOCKS, { customerId }).map(({ receivableIds, ...row }) => ({
    ...row,
    receivableIds: JSON.parse(receivableIds) as number[],
  }));
}

export type OrderBlockRecord = ReturnType<typeof readOrderBlocks>[number];

const LAST_REP_NOTICES = query({
  name: 'view.last_rep_notices',
  row: { repCode: text, day, answerBy: day },
  sql: `
SELECT rep_code AS repCode, day, answer_by AS answerBy FROM rep_notice AS n
WHERE rep_notice_id = (SELECT max(rep_notice_id) FROM rep_notice WHERE rep_code = n.rep_code)
ORDER BY rep_code`,
});

/** The last list that each sales rep was given. */
export function readLastRepNotices(reader: Reader) {
  return reader.all(LAST_REP_NOTICES);
}
