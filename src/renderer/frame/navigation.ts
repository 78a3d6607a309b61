/**
 * Going from screen to screen, and what a screen keeps in its address.
 *
 *     const go = useGo();
 *     go('/customers', { only: ['overdue'] });
 *
 *     const [search, setSearch] = useScreenSearch(z.object({ tab: z.enum([…]).catch('open') }));
 *     setSearch({ tab: 'late' });        replaces; a reload and « Back » find it again
 *
 * Each field of the schema needs a `.catch(…)`: an address may hold anything.
 */
import { useLocation, useNavigate } from '@tanstack/react-router';
import { useCallback, useMemo } from 'react';
import type { z } from 'zod';
import type { ScreenPath } from './screens.ts';

export type Search = Readonly<Record<string, unknown>>;

export function useGo(): (path: ScreenPath, search?: Search) => void {
  const navigate = useNavigate();
  return useCallback(
    (path, search = {}) => void navigate({ to: path, search: () => ({ ...search }) }),
    [navigate],
  );
}

export function useScreenSearch<Fields extends z.ZodObject>(
  schema: Fields,
): readonly [z.output<Fields>, (patch: Partial<z.output<Fields>>) => void] {
  const navigate = useNavigate();
  const raw = useLocation({ select: (location) => location.search });
  const value = useMemo(() => schema.parse(raw), [schema, raw]);
  const change = useCallback(
    (patch: Partial<z.output<Fields>>) =>
      void navigate({
        to: '.',
        search: (current: Search) => ({ ...current, ...patch }),
        replace: true,
      }),
    [navigate],
  );
  return [value, change];
}
