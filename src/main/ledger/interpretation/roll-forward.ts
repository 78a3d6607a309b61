/**
 * Brings the open items to another day: at midnight, or when the clock was set back.
 *
 * Only customers with something that takes effect between the two days move: an allocation dated
 * later (a bill, a cheque to be cashed), an item or a payment booked ahead.
 */
import type { CalendarDate } from '../../../shared/kernel/calendar-date.ts';
import type { Writer } from '../session.ts';
import { day, int, query } from '../statement.ts';
import { loadDerivedState, recordDerivedState } from './derived-state.ts';
import { reinterpretCustomers } from './reinterpret.ts';

const COMING = query({
  name: 'roll_forward.coming',
  params: { after: day, upTo: day },
  row: { customerId: int },
  sql: `
SELECT DISTINCT customer_id AS customerId FROM derived_coming
WHERE effective_date > @after AND effective_date <= @upTo`,
});

// Going back is rare (a clock set right): the tables are read through.
const GONE_BY = query({
  name: 'roll_forward.gone_by',
  params: { after: day, upTo: day },
  row: { customerId: int },
  sql: `
SELECT customer_id AS customerId FROM derived_allocation
WHERE effective_date > @after AND effective_date <= @upTo
UNION SELECT customer_id FROM derived_item WHERE booked_date > @after AND booked_date <= @upTo
UNION SELECT customer_id FROM derived_payment
WHERE received_date > @after AND received_date <= @upTo`,
});

/** True when something had to be written: the day was another one. */
export function rollTo(writer: Writer, asOf: CalendarDate): boolean {
  const state = loadDerivedState(writer);
  if (state === null || state.asOf === asOf) return false;
  const rows =
    state.asOf < asOf
      ? writer.all(COMING, { after: state.asOf, upTo: asOf })
      : writer.all(GONE_BY, { after: asOf, upTo: state.asOf });
  const moving = rows.map(({ customerId }) => customerId);
  if (moving.length > 0) reinterpretCustomers(writer, moving, { asOf });
  recordDerivedState(writer, asOf);
  writer.touch(['items'], moving);
  return true;
}
