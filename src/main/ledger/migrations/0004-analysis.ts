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
-- The forecast of a week as it stood, once a week and never changed: what it is judged by. Items
-- known then have an id up to \`last_receivable_id\`.
CREATE TABLE forecast_run (
  forecast_run_id INTEGER PRIMARY KEY, entry_id INTEGER NOT NULL REFERENCES entry,
  week_date TEXT NOT NULL UNIQUE, frozen_on TEXT NOT NULL, bank_date TEXT,
  last_receivable_id INTEGER NOT NULL,
  used_method TEXT NOT NULL CHECK (used_method IN ('likely','promise','due_date'))
) STRICT;
CREATE TABLE forecast_cell (
  forecast_run_id INTEGER NOT NULL REFERENCES forecast_run,
  method TEXT NOT NULL CHECK (method IN ('likely','promise','due_date')),
  week_date TEXT NOT NULL, expected_cents INTEGER NOT NULL,
  low_cents INTEGER, high_cents INTEGER,
  PRIMARY KEY (forecast_run_id, method, week_date)
) STRICT, WITHOUT ROWID;
-- The day a person expects an item to be paid on; null gives it back to the forecast.
CREATE TABLE payment_day_typed (
  receivable_id INTEGER NOT NULL REFERENCES receivable,
  entry_id INTEGER NOT NULL REFERENCES entry, expected_date TEXT, reason TEXT NOT NULL,
  PRIMARY KEY (receivable_id, entry_id)
) STRICT, WITHOUT ROWID;
-- What is aimed at for the receipts of a month (its first day); null takes the aim away.
CREATE TABLE cash_objective (
  month_date TEXT NOT NULL, entry_id INTEGER NOT NULL REFERENCES entry, amount_cents INTEGER,
  PRIMARY KEY (month_date, entry_id)
) STRICT, WITHOUT ROWID;
-- A season or an event that delays a share of the cash of its weeks.
CREATE TABLE cash_event (
  cash_event_id INTEGER PRIMARY KEY, entry_id INTEGER NOT NULL REFERENCES entry,
  first_date TEXT NOT NULL, last_date TEXT NOT NULL, label TEXT NOT NULL,
  delayed_basis_points INTEGER NOT NULL CHECK (delayed_basis_points BETWEEN 1 AND 10000)
) STRICT;
CREATE TABLE cash_event_removed (
  cash_event_id INTEGER PRIMARY KEY REFERENCES cash_event,
  entry_id INTEGER NOT NULL REFERENCES entry
) STRICT;

-- Figures. What an indicator is meant to be, of the company or of one value of a dimension, in
-- ten-thousandths of its unit; null takes the aim away. The latest row wins.
CREATE TABLE objective (
  indicator TEXT NOT NULL, dimension TEXT NOT NULL, dimension_key TEXT NOT NULL,
  entry_id INTEGER NOT NULL REFERENCES entry, target INTEGER,
  PRIMARY KEY (indicator, dimension, dimension_key, entry_id)
) STRICT, WITHOUT ROWID;
-- What collecting took in a month, as a person typed it. The latest row wins.
CREATE TABLE effort (
  month_date TEXT NOT NULL, entry_id INTEGER NOT NULL REFERENCES entry, minutes INTEGER,
  cost_cents INTEGER, complaint_count INTEGER, PRIMARY KEY (month_date, entry_id)
) STRICT, WITHOUT ROWID;

-- Alerts.
-- A rule as a person left it, the last word of each; one that ships has none until it is changed.
CREATE TABLE alert_rule (
  rule_key TEXT NOT NULL, entry_id INTEGER NOT NULL REFERENCES entry, name TEXT,
  criteria TEXT NOT NULL, is_on INTEGER NOT NULL CHECK (is_on IN (0, 1)),
  is_removed INTEGER NOT NULL CHECK (is_removed IN (0, 1)), PRIMARY KEY (rule_key, entry_id)
) STRICT, WITHOUT ROWID;
-- Raised on a day by the figures of that day; it stands until it is cleared.
CREATE TABLE alert (
  alert_id INTEGER PRIMARY KEY, entry_id INTEGER NOT NULL REFERENCES entry,
  rule_key TEXT NOT NULL, customer_id INTEGER NOT NULL REFERENCES customer,
  raised_on TEXT NOT NULL, evidence TEXT NOT NULL
) STRICT;
CREATE INDEX alert_customer ON alert(customer_id);
CREATE TABLE alert_cleared (
  alert_id INTEGER PRIMARY KEY REFERENCES alert, entry_id INTEGER NOT NULL REFERENCES entry,
  cleared_on TEXT NOT NULL
) STRICT;
-- Put aside until a day, with a reason; without a day it is taken up again. The last word counts.
CREATE TABLE alert_put_aside (
  alert_id INTEGER NOT NULL REFERENCES alert, entry_id INTEGER NOT NULL REFERENCES entry,
  until_date TEXT, reason TEXT NOT NULL, PRIMARY KEY (alert_id, entry_id)
) STRICT, WITHOUT ROWID;
`,
};
