/** Views of lists that people named: filter, sort, columns. The last state of a view wins. */
import { max } from 'drizzle-orm';
import { savedView } from '../schema/people.ts';
import type { Reader, Writer } from '../session.ts';
import { flag, int, query, text } from '../statement.ts';

export interface SavedView {
  readonly viewId: number;
  readonly screen: string;
  readonly name: string;
  readonly view: unknown;
}

const VIEWS = query({
  name: 'saved_views.all',
  row: { viewId: int, screen: text, name: text, view: text, isRemoved: flag },
  sql: `
SELECT view_id AS viewId, screen, name, view, is_removed AS isRemoved FROM saved_view AS v
WHERE entry_id = (SELECT max(entry_id) FROM saved_view WHERE view_id = v.view_id)
ORDER BY name COLLATE NOCASE, view_id`,
});

/** The views of a screen, by name. */
export function loadSavedViews(reader: Reader, screen: string): SavedView[] {
  return reader
    .all(VIEWS)
    .filter((row) => row.screen === screen && !row.isRemoved)
    .map(({ viewId, name, view }) => ({ viewId, screen, name, view: JSON.parse(view) as unknown }));
}

/** Records a view, new where `viewId` is null, and gives its id. */
export function recordSavedView(
  writer: Writer,
  entryId: number,
  made: Omit<SavedView, 'viewId'> & { readonly viewId: number | null },
): number {
  const viewId = made.viewId ?? nextViewId(writer);
  const { screen, name } = made;
  const view = JSON.stringify(made.view);
  writer.orm
    .insert(savedView)
    .values({ viewId, entryId, screen, name, view, isRemoved: false })
    .run();
  writer.touch(['views']);
  return viewId;
}

/** Removes a view; false when there is none of this id. */
export function removeSavedView(writer: Writer, entryId: number, viewId: number): boolean {
  const known = writer.all(VIEWS).find((row) => row.viewId === viewId && !row.isRemoved);
  if (known === undefined) return false;
  const { screen, name, view } = known;
  writer.orm
    .insert(savedView)
    .values({ viewId, entryId, screen, name, view, isRemoved: true })
    .run();
  writer.touch(['views']);
  return true;
}

function nextViewId(writer: Writer): number {
  const [row] = writer.orm
    .select({ last: max(savedView.viewId) })
    .from(savedView)
    .all();
  return (row?.last ?? 0) + 1;
}
