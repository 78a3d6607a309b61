/** The labels of money received, as the accounting package worded them. */
import type { Reader } from '../session.ts';
import { int, query, text } from '../statement.ts';

const PAYMENT_LABELS = query({
  name: 'view.payment_labels',
  params: { paymentIds: text },
  row: { paymentId: int, label: text },
  sql: `
SELECT p.payment_id AS paymentId, p.label
FROM json_each(@paymentIds) AS wanted
CROSS JOIN derived_payment AS p ON p.payment_id = wanted.value`,
});

/** Labels of some payments, by id. */
export function readPaymentLabels(reader: Reader, paymentIds: readonly number[]) {
  const rows = reader.all(PAYMENT_LABELS, { paymentIds: JSON.stringify(paymentIds) });
  return new Map(rows.map((row) => [row.paymentId, row.label]));
}
