/**
 * How a call ended, chosen by one key: 1 to 9 for the usual ends, letters for the others. The
 * focus starts here, so that a call is logged without the mouse.
 */
import { useRef } from 'react';
import type { CallOutcome } from '../../../shared/contract/actions.ts';
import { customerFileText } from '../../../shared/text/screens/customer-file.ts';
import { KeyHint } from '../../parts/key-hint.tsx';
import { useText } from '../../parts/reader.tsx';
import styles from './customer-file.module.css';

const CHOICES: readonly (readonly [string, CallOutcome])[] = [
  ['1', 'promise'],
  ['2', 'paid'],
  ['3', 'voicemail'],
  ['4', 'unreachable'],
  ['5', 'call_back'],
  ['6', 'dispute'],
  ['7', 'in_approval'],
  ['8', 'spoke'],
  ['9', 'absent'],
  ['d', 'duplicate_requested'],
  ['o', 'order_number_missing'],
  ['c', 'waiting_credit_note'],
  ['m', 'wrong_contact'],
  ['x', 'difficulties'],
  ['r', 'refuses'],
  ['e', 'bill_sent'],
  ['z', 'other'],
];

export function OutcomeChoice(props: {
  readonly value: CallOutcome | null;
  readonly onChange: (outcome: CallOutcome) => void;
}) {
  const { value, onChange } = props;
  const words = useText(customerFileText).form;
  const group = useRef<HTMLDivElement>(null);
  const place = Math.max(
    0,
    CHOICES.findIndex(([, outcome]) => outcome === value),
  );
  const move = (to: number) => {
    const buttons = group.current?.querySelectorAll<HTMLElement>('[role="radio"]');
    const next = CHOICES[(to + CHOICES.length) % CHOICES.length];
    if (next === undefined) return;
    onChange(next[1]);
    buttons?.[(to + CHOICES.length) % CHOICES.length]?.focus();
  };
  // One key, then the day at once; the arrows only walk over the choices.
  const choose = (outcome: CallOutcome) => {
    onChange(outcome);
    requestAnimationFrame(() => {
      const form = group.current?.closest('form');
      const chosen = group.current?.querySelector<HTMLElement>('[aria-checked="true"]');
      (form?.querySelector<HTMLElement>('[data-day]') ?? chosen)?.focus();
    });
  };
  const onKeyDown = (event: React.KeyboardEvent) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const chosen = CHOICES.find(([key]) => key === event.key);
    const step = { ArrowRight: 1, ArrowDown: 1, ArrowLeft: -1, ArrowUp: -1 }[event.key];
    if (chosen === undefined && step === undefined) return;
    event.preventDefault();
    event.stopPropagation();
    if (chosen !== undefined) choose(chosen[1]);
    else if (step !== undefined) move(place + step);
  };
  return (
    <div
      ref={group}
      role="radiogroup"
      aria-label={words.outcome}
      className={styles.outcomes}
      onKeyDown={onKeyDown}
    >
      {CHOICES.map(([key, outcome], index) => (
        // biome-ignore lint/a11y/useSemanticElements: a choice of one key, drawn as a button.
        <button
          key={outcome}
          type="button"
          role="radio"
          aria-checked={value === outcome}
          tabIndex={index === place ? 0 : -1}
          data-autofocus={index === 0 || undefined}
          className={styles.outcome}
          onClick={() => choose(outcome)}
        >
          {words.outcomes[outcome]}
          <KeyHint keys={key} />
        </button>
      ))}
    </div>
  );
}
