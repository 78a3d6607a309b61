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

-- Forecast.

-- Figures.

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
