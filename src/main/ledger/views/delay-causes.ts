/** Why customers pay late, as it was said and not taken back: of everybody, or of one customer. */
import type { DelayCause } from '../../../shared/domain/payer/delay-cause.ts';
import type { Reader } from '../session.ts';
import { day, int, nullable, query, text, word } from '../statement.ts';

const SAID = query({
  name: 'delay_causes.said',
  params: { customerId: nullable(int) },
  row: {
    delayCauseId: int,
    customerId: int,
    receivableId: nullable(int),
    cause: nullable(word<DelayCause>()),
    owner: text,
    day,
  },
  sql: `
SELECT c.delay_cause_id AS delayCauseId, c.customer_id AS customerId,
  c.receivable_id AS receivableId, c.cause, c.owner, e.day
FROM delay_cause AS c JOIN entry AS e ON e.entry_id = c.entry_id
WHERE (@customerId IS NULL OR c.customer_id = @customerId)
  AND NOT EXISTS (SELECT 1 FROM delay_cause_undone AS x WHERE x.cause_entry_id = c.entry_id)
ORDER BY c.delay_cause_id`,
});

export type DelayCauseRecord = ReturnType<typeof readDelayCauses>[number];

/** What was said, oldest first. */
export function readDelayCauses(reader: Reader, customerId: number | null) {
  return reader.all(SAID, { customerId });
}
