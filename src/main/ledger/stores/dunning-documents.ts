/**
 * Scenarios and templates of the user, over those that ship. The latest row of a key is in force;
 * a removed one gives back what ships.
 */
import { desc } from 'drizzle-orm';
import { messageTemplate, scenario } from '../schema/dunning.ts';
import type { Reader, Writer } from '../session.ts';

export type StoredScenario = typeof scenario.$inferSelect;
export type StoredTemplate = typeof messageTemplate.$inferSelect;

/** The scenarios in force that the user made or changed, by key. */
export function loadScenarios(reader: Reader): ReadonlyMap<string, StoredScenario> {
  const rows = reader.orm.select().from(scenario).orderBy(desc(scenario.entryId)).all();
  return latestOf(rows, ({ scenarioKey }) => scenarioKey);
}

/** Records a scenario, or that the user's own is removed. */
export function recordScenario(
  writer: Writer,
  entryId: number,
  made: Omit<StoredScenario, 'entryId'>,
): void {
  writer.orm
    .insert(scenario)
    .values({ ...made, entryId })
    .run();
  writer.touch(['scenarios']);
}

/** The name under which a template is kept: key, language and tone. */
export function templateName(
  of: Pick<StoredTemplate, 'templateKey' | 'language' | 'tone'>,
): string {
  return `${of.templateKey}/${of.language}/${of.tone}`;
}

/** The templates in force that the user made or changed, by name. */
export function loadTemplates(reader: Reader): ReadonlyMap<string, StoredTemplate> {
  const rows = reader.orm
    .select()
    .from(messageTemplate)
    .orderBy(desc(messageTemplate.entryId))
    .all();
  return latestOf(rows, templateName);
}

/** Records a template, or that the user's own is removed. */
export function recordTemplate(
  writer: Writer,
  entryId: number,
  made: Omit<StoredTemplate, 'entryId'>,
): void {
  writer.orm
    .insert(messageTemplate)
    .values({ ...made, entryId })
    .run();
  writer.touch(['templates']);
}

function latestOf<Row extends { readonly isRemoved: boolean }>(
  rows: readonly Row[],
  keyOf: (row: Row) => string,
): Map<string, Row> {
  const latest = new Map<string, Row>();
  for (const row of rows) if (!latest.has(keyOf(row))) latest.set(keyOf(row), row);
  for (const [key, row] of latest) if (row.isRemoved) latest.delete(key);
  return latest;
}
