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
`,
};
