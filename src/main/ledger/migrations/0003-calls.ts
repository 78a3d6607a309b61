/**
 * 0003 · Calls that move levels, orders that are blocked
 *
 * Why:   a call that is taken back must give its steps back; a block of orders asked of the sales
 *        office is a fact with its reason and who decides, followed until it is released.
 * Keeps: everything; only tables are added.
 * Cost:  empty tables; instant.
 */
import type { Migration } from './migration.ts';

export const calls: Migration = {
  version: 3,
  name: 'calls',
  sql: `
-- What an entry did of steps (\`step_done\`) no longer counts: they are to be made again.
CREATE TABLE step_undone (
  step_entry_id INTEGER PRIMARY KEY REFERENCES entry, entry_id INTEGER NOT NULL REFERENCES entry
) STRICT;

-- The sales office was asked to block the orders of a customer; \`decided_by\` is who decides.
CREATE TABLE order_block (
  order_block_id INTEGER PRIMARY KEY, entry_id INTEGER NOT NULL REFERENCES entry,
  customer_id INTEGER NOT NULL REFERENCES customer, day TEXT NOT NULL, currency TEXT NOT NULL,
  amount_cents INTEGER NOT NULL, decided_by TEXT NOT NULL
) STRICT;
CREATE INDEX order_block_customer ON order_block(customer_id);
CREATE TABLE order_block_item (
  order_block_id INTEGER NOT NULL REFERENCES order_block,
  receivable_id INTEGER NOT NULL REFERENCES receivable, amount_cents INTEGER NOT NULL,
  PRIMARY KEY (order_block_id, receivable_id)
) STRICT, WITHOUT ROWID;
CREATE TABLE order_block_released (
  order_block_id INTEGER PRIMARY KEY REFERENCES order_block,
  entry_id INTEGER NOT NULL REFERENCES entry, day TEXT NOT NULL,
  reason TEXT NOT NULL CHECK (reason IN ('paid','decision','undone'))
) STRICT;
`,
};
