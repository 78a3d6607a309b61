/**
 * 0009 · What is agreed with a customer
 *
 * Why:   a dispute may end with a credit note that is followed until it comes, and may begin again;
 *        an instalment plan and a settlement are agreements with their items, their parts and what
 *        became of them on paper.
 * Keeps: every dispute with its end. One that ended with a credit note is followed from now on, for
 *        the amount that was disputed; of a part nobody knows how much was granted, so nothing is.
 * Cost:  one small table copied, the others empty; instant.
 */
import type { Migration } from './migration.ts';

export const agreements: Migration = {
  version: 9,
  name: 'agreements',
  sql: `
-- A dispute closed, and closed again after it was opened anew.
CREATE TABLE dispute_end_stated (
  dispute_id INTEGER NOT NULL REFERENCES dispute, entry_id INTEGER NOT NULL REFERENCES entry,
  outcome TEXT NOT NULL CHECK (outcome IN ('credit_note','maintained','partly','undone')),
  closed_on TEXT NOT NULL, credit_cents INTEGER NOT NULL, comment TEXT NOT NULL,
  PRIMARY KEY (dispute_id, entry_id)
) STRICT, WITHOUT ROWID;
INSERT INTO dispute_end_stated (dispute_id, entry_id, outcome, closed_on, credit_cents, comment)
  SELECT c.dispute_id, c.entry_id, c.outcome, c.closed_on,
    CASE c.outcome WHEN 'credit_note' THEN (SELECT ifnull(sum(i.amount_cents), 0)
      FROM dispute_item AS i WHERE i.dispute_id = c.dispute_id) ELSE 0 END, ''
  FROM dispute_closed AS c;
DROP TABLE dispute_closed;
ALTER TABLE dispute_end_stated RENAME TO dispute_closed;
CREATE TABLE dispute_reopened (
  dispute_id INTEGER NOT NULL, closed_entry_id INTEGER NOT NULL,
  entry_id INTEGER NOT NULL REFERENCES entry,
  PRIMARY KEY (dispute_id, closed_entry_id),
  FOREIGN KEY (dispute_id, closed_entry_id) REFERENCES dispute_closed (dispute_id, entry_id)
) STRICT, WITHOUT ROWID;
CREATE INDEX dispute_reopened_closed ON dispute_reopened(closed_entry_id);
-- The end that stands of each dispute that has one.
CREATE VIEW dispute_end AS
  SELECT c.dispute_id, c.entry_id, c.outcome, c.closed_on, c.credit_cents, c.comment
  FROM dispute_closed AS c
  WHERE NOT EXISTS (SELECT 1 FROM dispute_reopened AS r
    WHERE r.dispute_id = c.dispute_id AND r.closed_entry_id = c.entry_id);
-- Instalment plans (all of the items, in parts) and settlements (less than all, at once).
CREATE TABLE agreement (
  agreement_id INTEGER PRIMARY KEY, entry_id INTEGER NOT NULL REFERENCES entry,
  customer_id INTEGER NOT NULL REFERENCES customer,
  kind TEXT NOT NULL CHECK (kind IN ('plan','settlement')),
  agreed_on TEXT NOT NULL, answer_by TEXT NOT NULL, waived_cents INTEGER NOT NULL,
  notice_days INTEGER NOT NULL, is_interest_kept INTEGER NOT NULL CHECK (is_interest_kept IN (0,1)),
  comment TEXT NOT NULL
) STRICT;
CREATE INDEX agreement_customer ON agreement(customer_id);
CREATE TABLE agreement_item (
  agreement_id INTEGER NOT NULL REFERENCES agreement,
  receivable_id INTEGER NOT NULL REFERENCES receivable, amount_cents INTEGER NOT NULL,
  PRIMARY KEY (agreement_id, receivable_id)
) STRICT, WITHOUT ROWID;
CREATE INDEX agreement_item_receivable ON agreement_item(receivable_id);
CREATE TABLE agreement_part (
  agreement_id INTEGER NOT NULL REFERENCES agreement, rank INTEGER NOT NULL,
  due_date TEXT NOT NULL, amount_cents INTEGER NOT NULL,
  PRIMARY KEY (agreement_id, rank)
) STRICT, WITHOUT ROWID;
-- What became of it on paper and by a person's decision; the last that stands is its state.
CREATE TABLE agreement_step (
  agreement_id INTEGER NOT NULL REFERENCES agreement, entry_id INTEGER NOT NULL REFERENCES entry,
  step TEXT NOT NULL CHECK (step IN ('sent','signed','forfeited','ended','written_off','undone')),
  day TEXT NOT NULL, comment TEXT NOT NULL,
  PRIMARY KEY (agreement_id, entry_id)
) STRICT, WITHOUT ROWID;
CREATE TABLE agreement_step_undone (
  agreement_id INTEGER NOT NULL, step_entry_id INTEGER NOT NULL,
  entry_id INTEGER NOT NULL REFERENCES entry,
  PRIMARY KEY (agreement_id, step_entry_id),
  FOREIGN KEY (agreement_id, step_entry_id) REFERENCES agreement_step (agreement_id, entry_id)
) STRICT, WITHOUT ROWID;
CREATE VIEW agreement_state AS
  SELECT s.agreement_id, s.entry_id, s.step, s.day, s.comment
  FROM agreement_step AS s
  WHERE NOT EXISTS (SELECT 1 FROM agreement_step_undone AS u
    WHERE u.agreement_id = s.agreement_id AND u.step_entry_id = s.entry_id);
`,
};
