/** When each payer was last written to. */
import type { Reader } from '../session.ts';
import { day, int, query } from '../statement.ts';

const LAST_MESSAGES = query({
  name: 'view.last_messages',
  row: { payerId: int, day },
  sql: `
SELECT n.payer_id AS payerId, max(v.day) AS day
FROM notice_event AS v CROSS JOIN notice AS n ON n.notice_id = v.notice_id
WHERE v.status IN ('sent', 'posted') GROUP BY n.payer_id`,
});

/** The day on which the last message left for each payer who ever got one. */
export function readLastMessages(reader: Reader) {
  return new Map(reader.all(LAST_MESSAGES).map((row) => [row.payerId, row.day]));
}
