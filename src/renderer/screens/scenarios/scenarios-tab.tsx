/** The list of scenarios, or the one that is open in the editor. */
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { Scenario } from '../../../shared/domain/dunning/scenario.ts';
import { useApi } from '../../api/connection.tsx';
import { failureOf } from '../../failure/failure.ts';
import { ErrorState, Skeleton } from '../../parts/states.tsx';
import type { NewDraft } from './new-draft.ts';
import { ScenarioEditor } from './scenario-editor.tsx';
import { ScenarioList } from './scenario-list.tsx';

export function ScenariosTab(props: {
  readonly openKey: string | null;
  readonly onOpen: (key: string | null) => void;
}) {
  const { openKey, onOpen } = props;
  const [draft, setDraft] = useState<NewDraft | null>(null);
  if (draft !== null) {
    return (
      <OpenScenario
        key={`new-${draft.scenario.scenarioKey}`}
        scenarioKey={draft.scenario.scenarioKey}
        draft={draft}
        onNew={setDraft}
        onClose={(kept) => {
          setDraft(null);
          onOpen(kept);
        }}
      />
    );
  }
  if (openKey !== null) {
    return (
      <OpenScenario
        key={openKey}
        scenarioKey={openKey}
        draft={null}
        onNew={setDraft}
        onClose={() => onOpen(null)}
      />
    );
  }
  return <ScenarioList onOpen={onOpen} onNew={setDraft} />;
}

function OpenScenario(props: {
  readonly scenarioKey: string;
  readonly draft: NewDraft | null;
  readonly onNew: (draft: NewDraft | null) => void;
  /** With the key to show next; null for the list. */
  readonly onClose: (kept: string | null) => void;
}) {
  const { scenarioKey, draft, onNew, onClose } = props;
  const api = useApi();
  const isKept = draft === null || draft.replaces;
  const shown = useQuery({
    ...api.query.scenarios.show.queryOptions({ input: { scenarioKey } }),
    enabled: isKept,
    placeholderData: keepPreviousData,
  });
  if (shown.isError) {
    return <ErrorState failure={failureOf(shown.error)} onRetry={() => void shown.refetch()} />;
  }
  if (isKept && shown.data === undefined) return <Skeleton lines={10} />;
  // What the core keeps was checked before it was kept.
  const stored = (shown.data?.document ?? null) as Scenario | null;
  const first = draft?.scenario ?? stored;
  if (first === null) return null;
  return (
    <ScenarioEditor
      row={shown.data?.row ?? null}
      stored={stored}
      shipped={(shown.data?.shipped ?? null) as Scenario | null}
      first={first}
      onNew={onNew}
      onClose={onClose}
    />
  );
}
