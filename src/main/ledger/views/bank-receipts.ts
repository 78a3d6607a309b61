/** Movements of the bank as the receipts screen lists them, tab by tab. */
import type { Reader } from '../session.ts';
import { amount, day, flag, int, nullable, query, text, word } from '../statement.ts';
import type { DecisionKind } from '../stores/movement-decisions.ts';

export type MovementTab = 'to_match' | 'received' | 'on_account' | 'returned' | 'set_aside';

// A movement of a live file, what stands of it, what it seems to be. A debit is listed only where
// the bank or a person says that it is a payment that came back.
const LISTED = `
WITH listed AS (
  SELECT m.movement_id, m.booked_date, m.amount_cents, m.currency, m.text, m.counterparty_name,
    m.counterparty_iban, m.reject_code, m.bank_account_id, d.decision_id, d.kind, d.comment,
    ifnull(t.customer_id, x.customer_id) AS customer_id, x.is_accounted, x.suggestions,
    x.is_automatic, x.confidence,
    (SELECT sum(-o.outstanding_cents) FROM derived_payment AS p
      CROSS JOIN derived_open_item AS o ON o.payment_id = p.payment_id
      WHERE p.movement_id = m.movement_id AND p.customer_id = t.customer_id
      AND o.customer_id = t.customer_id) AS rest_cents,
    EXISTS (SELECT 1 FROM derived_payment AS p
      WHERE p.movement_id = m.movement_id AND p.is_bank_only = 0) AS is_in_books,
    CASE WHEN d.kind = 'set_aside' THEN 'set_aside'
      WHEN m.amount_cents < 0 THEN 'returned'
      WHEN d.kind = 'confirmed' OR x.is_accounted = 1 THEN 'received'
      ELSE 'to_match' END AS tab
  FROM bank_movement AS m
  LEFT JOIN standing_decision AS d ON d.movement_id = m.movement_id
  LEFT JOIN movement_share AS t ON t.decision_id = d.decision_id
  LEFT JOIN derived_match AS x ON x.movement_id = m.movement_id AND d.decision_id IS NULL
  WHERE (m.amount_cents > 0 OR m.is_return = 1 OR d.kind = 'returned')
    AND EXISTS (SELECT 1 FROM stated_movement AS s WHERE s.movement_id = m.movement_id
      AND s.import_id NOT IN (SELECT import_id FROM import_undone))
)`;
const IN_TAB = `
(l.tab = @tab OR (@tab = 'on_account' AND l.tab = 'received' AND l.is_in_books = 0
  AND l.rest_cents > 0))
  AND (@like = '' OR l.text LIKE @like OR l.counterparty_name LIKE @like
    OR c.name LIKE @like OR c.code LIKE @like
    OR CAST(l.amount_cents AS TEXT) LIKE @like)`;

const ROWS = query({
  name: 'receipts.rows',
  params: { tab: text, like: text, offset: int, limit: int },
  row: {
    movementId: int,
    bookedOn: day,
    amountCents: amount,
    currency: text,
    text,
    payer: nullable(text),
    payerIban: nullable(text),
    account: text,
    decisionId: nullable(int),
    kind: nullable(word<DecisionKind>()),
    comment: nullable(text),
    customerId: nullable(int),
    customerName: nullable(text),
    isInBooks: flag,
    isAccounted: nullable(flag),
    restCents: nullable(amount),
    rejectCode: nullable(text),
    suggestions: nullable(text),
    isAutomatic: nullable(flag),
  },
  sql: `${LISTED}
SELECT l.movement_id AS movementId, l.booked_date AS bookedOn, l.amount_cents AS amountCents,
  l.currency, l.text, l.counterparty_name AS payer, l.counterparty_iban AS payerIban,
  a.stated AS account, l.decision_id AS decisionId, l.kind, l.comment,
  l.customer_id AS customerId, c.name AS customerName, l.is_in_books AS isInBooks,
  l.is_accounted AS isAccounted, l.rest_cents AS restCents, l.reject_code AS rejectCode,
  l.suggestions, l.is_automatic AS isAutomatic
FROM listed AS l
CROSS JOIN bank_account AS a ON a.bank_account_id = l.bank_account_id
LEFT JOIN derived_customer AS c ON c.customer_id = l.customer_id
WHERE ${IN_TAB}
ORDER BY l.booked_date DESC, l.movement_id DESC LIMIT @limit OFFSET @offset`,
});

const TOTALS = query({
  name: 'receipts.totals',
  params: { tab: text, like: text },
  row: { currency: text, movementCount: int, amountCents: amount },
  sql: `${LISTED}
SELECT l.currency, count(*) AS movementCount,
  sum(CASE WHEN @tab = 'on_account' THEN l.rest_cents ELSE l.amount_cents END) AS amountCents
FROM listed AS l LEFT JOIN derived_customer AS c ON c.customer_id = l.customer_id
WHERE ${IN_TAB}
GROUP BY l.currency`,
});

const COUNTS = query({
  name: 'receipts.counts',
  row: { tab: word<MovementTab>(), movementCount: int, onAccountCount: int },
  sql: `${LISTED}
SELECT l.tab, count(*) AS movementCount,
  sum(l.tab = 'received' AND l.is_in_books = 0 AND ifnull(l.rest_cents, 0) > 0) AS onAccountCount
FROM listed AS l GROUP BY l.tab`,
});

const WAITING_COUNT = query({
  name: 'receipts.waiting_count',
  row: { count: int },
  sql: `${LISTED} SELECT count(*) AS count FROM listed WHERE tab = 'to_match'`,
});

const SUGGESTED = query({
  name: 'receipts.suggested',
  row: {
    movementId: int,
    amountCents: amount,
    isAutomatic: flag,
    suggestions: text,
  },
  sql: `
SELECT x.movement_id AS movementId, m.amount_cents AS amountCents,
  x.is_automatic AS isAutomatic, x.suggestions
FROM derived_match AS x CROSS JOIN bank_movement AS m ON m.movement_id = x.movement_id
WHERE x.is_accounted = 0 AND x.suggestions <> '[]'
  AND NOT EXISTS (SELECT 1 FROM standing_decision AS d WHERE d.movement_id = x.movement_id)
ORDER BY x.confidence DESC, m.booked_date, x.movement_id`,
});

const OPEN = query({
  name: 'receipts.open_items',
  params: { receivableIds: text },
  row: {
    receivableId: int,
    customerId: int,
    documentNumber: text,
    dueDate: nullable(day),
    outstandingCents: amount,
    currency: text,
  },
  sql: `
SELECT i.receivable_id AS receivableId, i.customer_id AS customerId,
  i.document_number AS documentNumber, i.due_date AS dueDate,
  ifnull((SELECT outstanding_cents FROM derived_open_item AS o
    WHERE o.customer_id = i.customer_id AND o.receivable_id = i.receivable_id), 0)
    AS outstandingCents, i.currency
FROM json_each(@receivableIds) AS wanted
CROSS JOIN derived_item AS i ON i.receivable_id = wanted.value`,
});

const OF_CUSTOMER = query({
  name: 'receipts.open_items_of_customer',
  params: { customerId: int, currency: text },
  row: {
    receivableId: int,
    documentNumber: text,
    documentDate: day,
    dueDate: nullable(day),
    outstandingCents: amount,
  },
  sql: `
SELECT receivable_id AS receivableId, document_number AS documentNumber,
  document_date AS documentDate, due_date AS dueDate, outstanding_cents AS outstandingCents
FROM derived_open_item
WHERE customer_id = @customerId AND currency = @currency AND receivable_id IS NOT NULL
ORDER BY due_date, receivable_id`,
});

export interface MovementQuestion {
  readonly tab: MovementTab;
  readonly text: string;
}

/** A window on a tab, the latest first. */
export function readMovements(
  reader: Reader,
  question: MovementQuestion & { readonly offset: number; readonly limit: number },
) {
  const { tab, offset, limit } = question;
  return reader.all(ROWS, { tab, like: likeOf(question.text), offset, limit });
}

/** How many movements a tab has and what they come to, by currency. */
export function readMovementTotals(reader: Reader, { tab, text: said }: MovementQuestion) {
  return reader.all(TOTALS, { tab, like: likeOf(said) });
}

/** How many movements each tab has. */
export function readMovementCounts(reader: Reader): Record<MovementTab, number> {
  const counts = { to_match: 0, received: 0, on_account: 0, returned: 0, set_aside: 0 };
  for (const { tab, movementCount, onAccountCount } of reader.all(COUNTS)) {
    counts[tab] = movementCount;
    counts.on_account += onAccountCount;
  }
  return counts;
}

/** How many movements wait for a person. */
export function readWaitingMovementCount(reader: Reader): number {
  return reader.one(WAITING_COUNT)?.count ?? 0;
}

/** Waiting movements with their suggestions, the surest first. */
export function readSuggested(reader: Reader) {
  return reader.all(SUGGESTED);
}

/** Items by id with what is open of them now. */
export function readItemsNow(reader: Reader, receivableIds: readonly number[]) {
  const rows = reader.all(OPEN, { receivableIds: JSON.stringify(receivableIds) });
  return new Map(rows.map((row) => [row.receivableId, row]));
}

const NAMES = query({
  name: 'receipts.customer_names',
  params: { customerIds: text },
  row: { customerId: int, name: text },
  sql: `
SELECT c.customer_id AS customerId, c.name
FROM json_each(@customerIds) AS wanted
CROSS JOIN derived_customer AS c ON c.customer_id = wanted.value`,
});

/** Names of customers by id. */
export function readCustomerNames(reader: Reader, customerIds: readonly number[]) {
  const rows = reader.all(NAMES, { customerIds: JSON.stringify(customerIds) });
  return new Map(rows.map(({ customerId, name }) => [customerId, name]));
}

/** The open items of a customer in a currency, the oldest first. */
export function readItemsOfCustomer(reader: Reader, customerId: number, currency: string) {
  return reader.all(OF_CUSTOMER, { customerId, currency });
}

/** Words are looked for anywhere; an amount as it is typed, with or without its comma. */
function likeOf(said: string): string {
  const word = said.trim();
  if (word === '') return '';
  const digits = word.replace(/[\s\u00a0\u202f]/g, '');
  const isAmount = /^\d+[.,]\d{2}$/.test(digits);
  return `%${(isAmount ? digits.replace(/[.,]/, '') : word).replace(/[%_]/g, '')}%`;
}
