/**
 * What every form of the file shares: its title, what it lacks, and its two keys — Ctrl+Enter
 * saves (and goes on where there is a next customer), Esc leaves.
 */
import { Button } from '@mantine/core';
import { type ReactNode, useEffect, useRef } from 'react';
import { customerFileText } from '../../../shared/text/screens/customer-file.ts';
import { KeyLayer, useKeys } from '../../keys/keys.tsx';
import { KeyHint } from '../../parts/key-hint.tsx';
import { useText } from '../../parts/reader.tsx';
import styles from './customer-file.module.css';

interface FormFrameProps {
  readonly title: string;
  /** What is missing before it can be saved; null when nothing is. */
  readonly problem: string | null;
  readonly isRunning: boolean;
  /** What its button says, where it does more than record. */
  readonly saveLabel?: string;
  /** Saves; true when it was done. */
  readonly onSave: () => Promise<boolean>;
  readonly onClose: () => void;
  readonly onNext: (() => void) | null;
  readonly children: ReactNode;
}

export function FormFrame(props: FormFrameProps) {
  return (
    <KeyLayer>
      <FormBody {...props} />
    </KeyLayer>
  );
}

function FormBody(props: FormFrameProps) {
  const { title, problem, isRunning, onSave, onClose, onNext, children } = props;
  const words = useText(customerFileText).form;
  const saveLabel = props.saveLabel ?? words.save;
  const form = useRef<HTMLFormElement>(null);
  useEffect(() => {
    form.current?.querySelector<HTMLElement>('[data-autofocus]')?.focus();
  }, []);
  const save = async (then: (() => void) | null) => {
    if (problem !== null || isRunning) return;
    if (await onSave()) {
      onClose();
      then?.();
    }
  };
  useKeys(title, [
    { keys: 'escape', label: words.cancel, run: onClose, whenTyping: true },
    {
      keys: 'ctrl+enter',
      label: words.saveNext,
      run: () => void save(onNext),
      whenTyping: true,
    },
  ]);
  return (
    <form
      ref={form}
      className={styles.form}
      aria-label={title}
      onSubmit={(event) => {
        event.preventDefault();
        void save(null);
      }}
    >
      <h3>{title}</h3>
      {children}
      {problem !== null && <p className={styles.quiet}>{problem}</p>}
      <div className={styles.actions}>
        <Button type="submit" variant="filled" loading={isRunning} disabled={problem !== null}>
          {saveLabel}
        </Button>
        {onNext !== null && props.saveLabel === undefined && (
          <Button
            disabled={problem !== null || isRunning}
            onClick={() => void save(onNext)}
            rightSection={<KeyHint keys="ctrl+enter" />}
          >
            {words.saveNext}
          </Button>
        )}
        <Button variant="subtle" onClick={onClose}>
          {words.cancel}
        </Button>
      </div>
    </form>
  );
}
