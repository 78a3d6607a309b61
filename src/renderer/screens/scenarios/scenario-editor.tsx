/**
 * One scenario: its steps on the line of days, the form of the step one stands on, its pace and its
 * thanks; what it would change today is known before it is kept.
 */
import { Button } from '@mantine/core';
import { IconArrowLeft, IconPlus } from '@tabler/icons-react';
import { useState } from 'react';
import type { ScenarioRow } from '../../../shared/contract/scenarios.ts';
import type { Scenario, ScenarioStep } from '../../../shared/domain/dunning/scenario.ts';
import { scenariosText } from '../../../shared/text/screens/scenarios.ts';
import { newCommandId } from '../../api/command-id.ts';
import { useCommand } from '../../commands/use-command.tsx';
import { useKeys } from '../../keys/keys.tsx';
import { Badge } from '../../parts/badge.tsx';
import { useText } from '../../parts/reader.tsx';
import { CompareDialog } from './compare-dialog.tsx';
import { EffectDialog, EffectLine } from './effect.tsx';
import { LeaveDialog, useUnsaved } from './leave-dialog.tsx';
import type { NewDraft } from './new-draft.ts';
import { OriginBadges } from './origin-badges.tsx';
import { RemoveScenario } from './remove-scenario.tsx';
import { ScenarioForm } from './scenario-form.tsx';
import styles from './scenarios.module.css';
import { changedStep, followingStep, inOrder, keyOf, withoutStep, withStep } from './step-draft.ts';
import { StepForm } from './step-form.tsx';
import { TimeLine } from './time-line.tsx';
import { type ScenarioDraft, useScenarioDraft, wrongSteps } from './use-scenario-draft.ts';
import { useScenarioFile } from './use-scenario-file.ts';

export interface ScenarioEditorProps {
  /** Null for one that is not kept yet. */
  readonly row: ScenarioRow | null;
  readonly stored: Scenario | null;
  readonly shipped: Scenario | null;
  readonly first: Scenario;
  readonly onNew: (draft: NewDraft | null) => void;
  readonly onClose: (kept: string | null) => void;
}

/** Part of a key that no step had: what was sent names the keys of steps that are gone. */
const FRESH_LENGTH = 8;
const freshKey = () => `step-${newCommandId().slice(0, FRESH_LENGTH)}`;

export function ScenarioEditor(props: ScenarioEditorProps) {
  const { row, stored, shipped, first, onClose } = props;
  const words = useText(scenariosText);
  const edited = useScenarioDraft(first, stored);
  const { draft, active, isChanged } = edited;
  const steps = useStepActs(edited);
  const unsaved = useUnsaved(isChanged);
  const [shown, setShown] = useState<'effect' | 'compare' | null>(null);
  const close = () => onClose(null);
  const keep = useCommand((call) => call.scenarios.save, { said: () => words.saved });
  const save = async () => {
    const outcome = await keep.run({ document: draft, keepsOverNewer: false });
    if (!outcome.isDone) return;
    setShown(null);
    if (first === stored) return;
    unsaved.forget();
    onClose(draft.scenarioKey);
  };
  const maySave = isChanged && edited.isRight;
  useKeys(words.tabs.scenarios, [
    { keys: 'escape', label: words.back, run: close },
    {
      keys: 'ctrl+s',
      label: words.save,
      whenTyping: true,
      run: () => {
        if (maySave) setShown('effect');
      },
    },
  ]);
  return (
    <div className={styles.editor}>
      <EditorHead
        {...props}
        draft={draft}
        isChanged={isChanged}
        onCompare={() => setShown('compare')}
        onRemoved={() => {
          unsaved.forget();
          close();
        }}
      >
        <Button variant="filled" disabled={!maySave} onClick={() => setShown('effect')}>
          {words.saveDots}
        </Button>
      </EditorHead>
      <div className={styles.scroll}>
        <TimeLine
          steps={draft.steps}
          activeKey={active?.stepKey ?? null}
          wrongAt={wrongSteps(edited.problems)}
          onActive={edited.setActiveKey}
          onRemove={steps.remove}
          onDays={steps.setDays}
        />
        <StepTools onAdd={steps.add} />
        <div className={styles.columns}>
          {active !== null && (
            <StepForm key={active.stepKey} edited={edited} step={active} onRemove={steps.remove} />
          )}
          <ScenarioForm edited={edited} />
        </div>
      </div>
      <EffectLine edited={edited} />
      {shown === 'effect' && (
        <EffectDialog
          edited={edited}
          isSaving={keep.isRunning}
          onSave={() => void save()}
          onClose={() => setShown(null)}
        />
      )}
      {shown === 'compare' && row !== null && stored !== null && shipped !== null && (
        <CompareDialog
          row={row}
          mine={stored}
          shipped={shipped}
          onClose={() => setShown(null)}
          onTaken={() => {
            edited.setDraft(shipped);
            setShown(null);
          }}
        />
      )}
      <LeaveDialog unsaved={unsaved} />
    </div>
  );
}

function StepTools({ onAdd }: { readonly onAdd: () => void }) {
  const words = useText(scenariosText);
  return (
    <div className={styles.lineTools}>
      <Button variant="subtle" leftSection={<IconPlus size={14} stroke={1.8} />} onClick={onAdd}>
        {words.addStep}
      </Button>
      <span className={styles.note}>{words.timeLineHint}</span>
    </div>
  );
}

function useStepActs({ draft, setDraft, setActiveKey }: ScenarioDraft) {
  return {
    add: () => {
      const step = followingStep(draft.steps, freshKey());
      setDraft({ ...draft, steps: inOrder([...draft.steps, step]) });
      setActiveKey(step.stepKey);
    },
    remove: (stepKey: string) => {
      const at = draft.steps.findIndex((one) => one.stepKey === stepKey);
      const next = draft.steps[at + 1] ?? draft.steps[at - 1];
      setDraft(withoutStep(draft, stepKey));
      setActiveKey(next?.stepKey ?? null);
    },
    setDays: (step: ScenarioStep, days: number) =>
      setDraft(
        withStep(draft, step.stepKey, changedStep(step, { delay: { ...step.delay, days } })),
      ),
  };
}

function EditorHead(
  props: ScenarioEditorProps & {
    readonly draft: Scenario;
    readonly isChanged: boolean;
    readonly onCompare: () => void;
    readonly onRemoved: () => void;
    readonly children: React.ReactNode;
  },
) {
  const { row, stored, shipped, draft, isChanged, onNew, onClose } = props;
  const words = useText(scenariosText);
  const file = useScenarioFile();
  const copy = () => {
    const name = words.copyOf(draft.name);
    const scenarioKey = keyOf(name, new Set([draft.scenarioKey]));
    onNew({ scenario: { ...draft, name, scenarioKey }, replaces: false });
  };
  return (
    <div className={styles.head}>
      <Button
        variant="subtle"
        leftSection={<IconArrowLeft size={15} stroke={1.6} />}
        onClick={() => onClose(null)}
      >
        {words.back}
      </Button>
      <h2 className={styles.title}>{draft.name}</h2>
      {row === null ? <Badge tone="accent">{words.isNew}</Badge> : <OriginBadges row={row} />}
      {isChanged && <Badge tone="amber">{words.unsaved}</Badge>}
      <span className={styles.space} />
      {row !== null && shipped !== null && row.origin === 'changed' && (
        <Button onClick={props.onCompare}>{words.compare}</Button>
      )}
      {stored !== null && <Button onClick={copy}>{words.copy}</Button>}
      {row !== null && (
        <>
          <Button onClick={() => void file.save(row.scenarioKey)}>{words.exportIt}</Button>
          <RemoveScenario row={row} onRemoved={props.onRemoved} />
        </>
      )}
      {props.children}
    </div>
  );
}
