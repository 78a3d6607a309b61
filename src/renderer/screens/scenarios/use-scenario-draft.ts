/** A scenario being edited: the draft, what is wrong with it, and what it would change today. */
import { useDebouncedValue } from '@mantine/hooks';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { Scenario, ScenarioStep } from '../../../shared/domain/dunning/scenario.ts';
import { useApi } from '../../api/connection.tsx';

const CHECK_MS = 120;
const EFFECT_MS = 500;

export interface SaidProblem {
  readonly code: string;
  readonly sentence: string;
  readonly place: string | null;
}

export function useScenarioDraft(first: Scenario, stored: Scenario | null) {
  const api = useApi();
  const [draft, setDraft] = useState(first);
  const [activeKey, setActiveKey] = useState<string | null>(first.steps[0]?.stepKey ?? null);
  const [checked] = useDebouncedValue(draft, CHECK_MS);
  const [settled] = useDebouncedValue(draft, EFFECT_MS);
  const check = useQuery({
    ...api.query.scenarios.check.queryOptions({ input: { document: checked } }),
    placeholderData: keepPreviousData,
  });
  const problems: readonly SaidProblem[] = check.data?.problems ?? [];
  const isChanged = stored === null || !isSame(draft, stored);
  // Judged only once the check is of what is on screen.
  const isJudged = check.data !== undefined && !check.isPlaceholderData && checked === draft;
  const isRight = isJudged && problems.length === 0;
  const effect = useQuery({
    ...api.query.scenarios.effect.queryOptions({ input: { document: settled } }),
    enabled: isChanged && isRight && settled === draft,
    placeholderData: keepPreviousData,
  });
  const active = draft.steps.find(({ stepKey }) => stepKey === activeKey) ?? draft.steps[0] ?? null;
  return {
    draft,
    setDraft,
    change: (patch: Partial<Scenario>) => setDraft({ ...draft, ...patch }),
    active,
    setActiveKey,
    problems,
    isChanged,
    isRight,
    effect,
    isEffectOfDraft: settled === draft && !effect.isPlaceholderData,
  };
}

export type ScenarioDraft = ReturnType<typeof useScenarioDraft>;

/** The problems of one step: of the whole of it, and of one of its fields. */
export function problemsOfStep(
  problems: readonly SaidProblem[],
  steps: readonly ScenarioStep[],
  step: ScenarioStep,
) {
  const base = `steps.${steps.indexOf(step)}`;
  return {
    whole: problems.filter(({ place }) => place === base),
    ofField: (field: string) =>
      problems.find(
        ({ place }) => place === `${base}.${field}` || place?.startsWith(`${base}.${field}.`),
      )?.sentence,
  };
}

/** Which steps have a problem. */
export function wrongSteps(problems: readonly SaidProblem[]): ReadonlySet<number> {
  const places = problems.flatMap(({ place }) => /^steps\.(\d+)/u.exec(place ?? '')?.[1] ?? []);
  return new Set(places.map((place) => Number.parseInt(place, 10)));
}

export const isSame = (one: unknown, other: unknown) =>
  JSON.stringify(one) === JSON.stringify(other);
