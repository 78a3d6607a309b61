/**
 * The steps on a line of days, before and after the due date. One stands on one of them: arrows go
 * along, + and − change its delay; the form beside says the rest.
 */
import { IconAlertTriangle } from '@tabler/icons-react';
import { type KeyboardEvent, useEffect, useRef } from 'react';
import type { ScenarioStep } from '../../../shared/domain/dunning/scenario.ts';
import { scenarioText } from '../../../shared/text/dunning-verdict.ts';
import { scenariosText } from '../../../shared/text/screens/scenarios.ts';
import { useText } from '../../parts/reader.tsx';
import { dayOf, movedDays } from './step-draft.ts';
import styles from './time-line.module.css';

/** The form of the step one stands on. */
export const STEP_PANEL = 'scenario-step';

export interface TimeLineProps {
  readonly steps: readonly ScenarioStep[];
  readonly activeKey: string | null;
  /** Steps that something is wrong with. */
  readonly wrongAt: ReadonlySet<number>;
  readonly onActive: (stepKey: string) => void;
  readonly onDays: (step: ScenarioStep, days: number) => void;
  readonly onRemove: (stepKey: string) => void;
}

export function TimeLine(props: TimeLineProps) {
  const { steps, activeKey, wrongAt, onActive } = props;
  const words = useText(scenariosText);
  const line = useRef<HTMLDivElement>(null);
  const isFollowed = useRef(false);
  const at = steps.findIndex(({ stepKey }) => stepKey === activeKey);
  // A step that passes another is put elsewhere, which takes the focus away from it.
  useEffect(() => {
    if (!isFollowed.current) return;
    isFollowed.current = false;
    line.current?.querySelector<HTMLElement>('[aria-selected="true"]')?.focus();
  });
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.ctrlKey || event.altKey || event.metaKey) return;
    if (!onTimeLineKey(event.key, at, props)) return;
    event.preventDefault();
    isFollowed.current = true;
  };
  return (
    <div className={styles.ground}>
      <Axis steps={steps} at={at} />
      <div
        ref={line}
        role="tablist"
        className={styles.steps}
        aria-label={words.timeLine}
        aria-orientation="horizontal"
        onKeyDown={onKeyDown}
      >
        {steps.map((step, index) => (
          <button
            key={step.stepKey}
            type="button"
            role="tab"
            tabIndex={index === at ? 0 : -1}
            className={styles.step}
            aria-selected={index === at}
            {...(index === at && { 'aria-controls': STEP_PANEL })}
            onClick={() => onActive(step.stepKey)}
          >
            <StepCard steps={steps} at={index} isWrong={wrongAt.has(index)} />
          </button>
        ))}
      </div>
    </div>
  );
}

/** True when the key was one of the line's. */
function onTimeLineKey(key: string, at: number, props: TimeLineProps): boolean {
  const { steps, onActive, onDays, onRemove } = props;
  const step = steps[at];
  const go = (to: number) => {
    const next = steps[Math.min(Math.max(to, 0), steps.length - 1)];
    if (next !== undefined) onActive(next.stepKey);
    return true;
  };
  switch (key) {
    case 'ArrowRight':
    case 'ArrowDown':
      return go(at + 1);
    case 'ArrowLeft':
    case 'ArrowUp':
      return go(at - 1);
    case 'Home':
      return go(0);
    case 'End':
      return go(steps.length - 1);
  }
  if (step === undefined) return false;
  if (key === '+' || key === '=') onDays(step, movedDays(step, 1));
  else if (key === '-' || key === '−') onDays(step, movedDays(step, -1));
  else if (key === 'Delete') onRemove(step.stepKey);
  else return false;
  return true;
}

function StepCard(props: {
  readonly steps: readonly ScenarioStep[];
  readonly at: number;
  readonly isWrong: boolean;
}) {
  const { steps, at, isWrong } = props;
  const words = useText(scenariosText);
  const labels = useText(scenarioText);
  const step = steps[at];
  const when = useWhen();
  if (step === undefined) return null;
  const { kind, severity, channel, mode } = step;
  return (
    <>
      <span className={styles.when}>
        <span className={styles.number} aria-hidden>
          {at + 1}
        </span>
        {when(step)}
        {isWrong && (
          <span className={styles.wrong} role="img" aria-label={words.problemsOfStep}>
            <IconAlertTriangle size={14} stroke={1.8} />
          </span>
        )}
      </span>
      <span className={styles.what}>
        {severity === null ? labels.kinds[kind] : labels.severities[severity]}
      </span>
      <span className={styles.how}>
        {labels.channels[channel]} · {labels.modes[mode]}
      </span>
    </>
  );
}

/** « J+15 », « J+5 ouvrés », « facture +10 ». */
function useWhen(): (step: ScenarioStep) => string {
  const words = useText(scenariosText);
  return ({ delay: { from, days, unit } }) => {
    const written =
      from === 'due_date'
        ? words.dayShort(days)
        : from === 'document_date'
          ? words.afterDocument(days)
          : words.afterPrevious(days);
    return unit === 'business' ? `${written} ${words.businessShort}` : written;
  };
}

const MARGIN_DAYS = 4;

/** The line to scale, with a point for each step; what it shows the cards say. */
function Axis({ steps, at }: { readonly steps: readonly ScenarioStep[]; readonly at: number }) {
  const words = useText(scenariosText);
  const days = steps.map((_, index) => dayOf(steps, index));
  const first = Math.min(0, ...days) - MARGIN_DAYS;
  const last = Math.max(1, ...days) + MARGIN_DAYS;
  const placeOf = (day: number) => `${((day - first) * 100) / (last - first)}%`;
  return (
    <div className={styles.axis} aria-hidden>
      <span className={styles.due} style={{ left: placeOf(0) }}>
        <span>{words.dueDay}</span>
      </span>
      {steps.map((step, index) => (
        <span
          key={step.stepKey}
          className={styles.point}
          data-active={index === at || undefined}
          style={{ left: placeOf(days[index] ?? 0) }}
        >
          {index + 1}
        </span>
      ))}
    </div>
  );
}
