/** What a call of the day does to the step that asks for it, and the promise it may lead to. */
import { Checkbox } from '@mantine/core';
import { useState } from 'react';
import type { CallOutcome } from '../../../shared/contract/actions.ts';
import { makesStep, movesLevelByDefault } from '../../../shared/domain/contact-log/call-step.ts';
import type { CalendarDate } from '../../../shared/kernel/calendar-date.ts';
import { callsScreenText } from '../../../shared/text/screens/calls.ts';
import { useText } from '../../parts/reader.tsx';
import styles from './customer-file.module.css';
import type { PromiseValue } from './promise-fields.tsx';

/** What a call of the day does besides: the step that asks for it, the tasks that it closes. */
export interface PlannedCall {
  readonly hasStep: boolean;
  /** The level that the items reach; null for a step that moves none. */
  readonly severityLabel: string | null;
  readonly taskIds: readonly number[];
  /** Told once the call is logged, before the form closes. */
  readonly onLogged: (outcome: CallOutcome) => void;
}

/** The choice whether the level rises, proposed by the outcome until a person decides. */
export function useStepOfCall(planned: PlannedCall | undefined, outcome: CallOutcome | null) {
  const [chosen, choose] = useState<boolean | null>(null);
  const movesLevel = chosen ?? (outcome !== null && movesLevelByDefault(outcome));
  const isMade = planned?.hasStep === true && outcome !== null && makesStep(outcome);
  return {
    movesLevel,
    choose,
    /** What the command is told besides. */
    done:
      planned === undefined
        ? {}
        : { stepsDone: isMade ? { movesLevel } : null, closesTaskIds: [...planned.taskIds] },
  };
}

/** What the call does to its step: nothing, the step alone, or the level too. */
export function StepOfCall(props: {
  readonly planned: PlannedCall | undefined;
  readonly outcome: CallOutcome | null;
  readonly step: ReturnType<typeof useStepOfCall>;
}) {
  const { planned, outcome, step } = props;
  const words = useText(callsScreenText);
  if (outcome === null || planned?.hasStep !== true) return null;
  if (!makesStep(outcome)) return <p className={styles.quiet}>{words.stepStays}</p>;
  if (planned.severityLabel === null) return <p className={styles.quiet}>{words.stepDone}</p>;
  return (
    <Checkbox
      label={words.movesLevel(planned.severityLabel)}
      checked={step.movesLevel}
      onChange={(event) => step.choose(event.currentTarget.checked)}
    />
  );
}

/** A promise on what is ticked: its amount follows the ticks until one is typed. */
export function usePromised(tickedCents: number) {
  const [promisedFor, setPromisedFor] = useState<CalendarDate | null>(null);
  const [typedCents, setTypedCents] = useState<number | null | undefined>(undefined);
  const amountCents = typedCents === undefined ? tickedCents : typedCents;
  const promise: PromiseValue = { promisedFor, amountCents };
  const setPromise = (value: PromiseValue) => {
    setPromisedFor(value.promisedFor);
    if (value.amountCents !== amountCents) setTypedCents(value.amountCents);
  };
  return [promise, setPromise] as const;
}
