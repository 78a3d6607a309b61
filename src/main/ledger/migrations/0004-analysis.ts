/**
 * 0004 · Knowing the payers and the cash
 *
 * Why:   what a person knows of a payer and decides of him, forecasts frozen to be judged later,
 *        aims and efforts, alerts with the day they were raised are facts of their own.
 * Keeps: everything; only tables are added.
 * Cost:  empty tables; instant.
 */
import type { Migration } from './migration.ts';

export const analysis: Migration = {
  version: 4,
  name: 'analysis',
  sql: `
-- Payers.
-- Who answers for a customer besides himself: insurers, banks, a parent company.
CREATE TABLE guarantee (
  guarantee_id INTEGER PRIMARY KEY, entry_id INTEGER NOT NULL REFERENCES entry,
  customer_id INTEGER NOT NULL REFERENCES customer,
  kind TEXT NOT NULL CHECK (kind IN ('credit_insurance','bank_guarantee','parent_guarantee',
    'cash_deposit','retention_of_title','other')),
  amount_cents INTEGER NOT NULL, currency TEXT NOT NULL, share_basis_points INTEGER NOT NULL,
  since_date TEXT NOT NULL, until_date TEXT, source TEXT NOT NULL, comment TEXT NOT NULL
) STRICT;
CREATE INDEX guarantee_customer ON guarantee(customer_id);
-- What a person read of a customer's means; amounts as JSON, whole cents.
CREATE TABLE solvency_check (
  solvency_check_id INTEGER PRIMARY KEY, entry_id INTEGER NOT NULL REFERENCES entry,
  customer_id INTEGER NOT NULL REFERENCES customer, checked_on TEXT NOT NULL,
  source TEXT NOT NULL,
  opinion TEXT NOT NULL CHECK (opinion IN ('good','fair','poor','unknown')),
  figures TEXT NOT NULL, next_review_on TEXT, comment TEXT NOT NULL
) STRICT;
CREATE INDEX solvency_check_customer ON solvency_check(customer_id);
-- The general terms that a customer accepted.
CREATE TABLE terms_acceptance (
  terms_acceptance_id INTEGER PRIMARY KEY, entry_id INTEGER NOT NULL REFERENCES entry,
  customer_id INTEGER NOT NULL REFERENCES customer, accepted_on TEXT NOT NULL,
  version TEXT NOT NULL, source TEXT NOT NULL
) STRICT;
CREATE INDEX terms_acceptance_customer ON terms_acceptance(customer_id);
-- A person's word against the figures or beside them; \`value\` is empty for a watch.
CREATE TABLE payer_mark (
  payer_mark_id INTEGER PRIMARY KEY, entry_id INTEGER NOT NULL REFERENCES entry,
  customer_id INTEGER NOT NULL REFERENCES customer,
  kind TEXT NOT NULL CHECK (kind IN ('segment','risk','watch')), value TEXT NOT NULL,
  reason TEXT NOT NULL, review_on TEXT NOT NULL
) STRICT;
CREATE INDEX payer_mark_customer ON payer_mark(customer_id);
-- One of the four above no longer holds, or holds again: the latest row decides.
CREATE TABLE payer_fact_ended (
  fact_kind TEXT NOT NULL CHECK (fact_kind IN ('guarantee','solvency','acceptance','mark')),
  fact_id INTEGER NOT NULL, entry_id INTEGER NOT NULL REFERENCES entry,
  is_ended INTEGER NOT NULL, PRIMARY KEY (fact_kind, fact_id, entry_id)
) STRICT, WITHOUT ROWID;

-- Forecast.

-- Figures.

-- Alerts.
`,
};
