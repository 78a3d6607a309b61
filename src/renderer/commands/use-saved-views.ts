/**
 * The saved views of a list: what is narrowed, sorted and shown, under a name.
 *
 *     const views = useSavedViews('customers', { filter, table: state.value }, (saved) => {
 *       setFilter(readFilter(saved)); state.apply(saved.table);
 *     });
 *     <TableTools views={views} … />
 */
import { useQuery } from '@tanstack/react-query';
import { exportText } from '../../shared/text/screens/export.ts';
import { useApi } from '../api/connection.tsx';
import type { SavedViews } from '../parts/data-table/table-bar.tsx';
import { useText } from '../parts/reader.tsx';
import { useCommand } from './use-command.tsx';

export function useSavedViews(
  screen: string,
  view: unknown,
  apply: (saved: unknown) => void,
): SavedViews {
  const api = useApi();
  const words = useText(exportText);
  const { data = [] } = useQuery(api.query.settings.listViews.queryOptions({ input: { screen } }));
  const save = useCommand((call) => call.settings.saveView, { said: () => words.viewSaved });
  const remove = useCommand((call) => call.settings.removeView, { said: () => words.viewRemoved });
  return {
    views: data,
    onApply: (viewId) => {
      const found = data.find((one) => one.viewId === viewId);
      if (found !== undefined) apply(found.view);
    },
    onSave: (name) => {
      const same = data.find((one) => one.name === name);
      void save.run({ viewId: same?.viewId ?? null, screen, name, view });
    },
    onRemove: (viewId) => void remove.run({ viewId }),
  };
}
