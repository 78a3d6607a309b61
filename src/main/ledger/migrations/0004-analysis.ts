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
`,
};
