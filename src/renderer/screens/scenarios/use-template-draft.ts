/** A template being edited: its words, what is wrong with them, and how they read. */
import { useDebouncedValue } from '@mantine/hooks';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { ApiClient } from '../../api/client.ts';
import { useApi } from '../../api/connection.tsx';
import type { PickedCustomer } from './customer-picker.tsx';
import { isSame } from './use-scenario-draft.ts';

export type ShownTemplate = Awaited<ReturnType<ApiClient['scenarios']['showTemplate']>>;
export type Template = ShownTemplate['template'];
export type Preview = Awaited<ReturnType<ApiClient['scenarios']['previewTemplate']>>;
export type TemplateProblem = Preview['problems'][number];

const TYPING_MS = 250;

export function useTemplateDraft(stored: Template) {
  const api = useApi();
  const [draft, setDraft] = useState(stored);
  const [customer, setCustomer] = useState<PickedCustomer | null>(null);
  const [settled] = useDebouncedValue(draft, TYPING_MS);
  const preview = useQuery({
    ...api.query.scenarios.previewTemplate.queryOptions({
      input: { template: settled, customerId: customer?.customerId ?? null },
    }),
    placeholderData: keepPreviousData,
  });
  const isChanged = !isSame(draft, stored);
  const isJudged = settled === draft && preview.data !== undefined && !preview.isPlaceholderData;
  const ofTemplate = preview.data?.problems.filter(({ isOfTemplate }) => isOfTemplate) ?? [];
  return {
    draft,
    setDraft,
    change: (patch: Partial<Template>) => setDraft({ ...draft, ...patch }),
    customer,
    setCustomer,
    preview,
    problems: preview.data?.problems ?? [],
    isChanged,
    maySave: isChanged && isJudged && ofTemplate.length === 0 && draft.name.trim() !== '',
  };
}

export type TemplateDraft = ReturnType<typeof useTemplateDraft>;
