/** What a step may choose among: templates made for it, people who may sign it. */
import { useQuery } from '@tanstack/react-query';
import type { ScenarioStep } from '../../../shared/domain/dunning/scenario.ts';
import { type Severity, severityRank } from '../../../shared/domain/dunning/severity.ts';
import type { MessageKind } from '../../../shared/domain/message/message.ts';
import { templateKindsOf } from '../../../shared/domain/message/step-template.ts';
import { MESSAGE_KIND_LABELS } from '../../../shared/text/message-kinds.ts';
import { useApi } from '../../api/connection.tsx';
import { useLanguage } from '../../parts/reader.tsx';

interface Choice {
  readonly value: string;
  readonly label: string;
}

export function useTemplateChoices(step: Pick<ScenarioStep, 'kind' | 'channel'>): Choice[] {
  return useTemplatesFor(templateKindsOf(step));
}

/** Templates of these kinds, each key once. */
export function useTemplatesFor(kinds: readonly MessageKind[]): Choice[] {
  const api = useApi();
  const language = useLanguage();
  const { data } = useQuery(api.query.scenarios.listTemplates.queryOptions());
  const choices = new Map<string, string>();
  for (const { templateKey, kind, name } of data?.rows ?? []) {
    if (!kinds.includes(kind) || choices.has(templateKey)) continue;
    choices.set(templateKey, templateKey === kind ? MESSAGE_KIND_LABELS[language][kind] : name);
  }
  return Array.from(choices, ([value, label]) => ({ value, label }));
}

/** The collaborators who may sign up to this level. */
export function useSenders(severity: Severity | null): Choice[] {
  const api = useApi();
  const { data } = useQuery(api.query.settings.show.queryOptions());
  return (data?.settings.team.collaborators ?? [])
    .filter(({ highestSeverity }) => severityRank(severity) <= severityRank(highestSeverity))
    .map(({ senderKey, name }) => ({ value: senderKey, label: name }));
}
