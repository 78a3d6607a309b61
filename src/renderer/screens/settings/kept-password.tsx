/** A password of a mail account: whether one is kept, where, and the field for another. */
import { Button, PasswordInput } from '@mantine/core';
import { useState } from 'react';
import { settingsMailText } from '../../../shared/text/screens/settings-mail.ts';
import { Badge } from '../../parts/badge.tsx';
import { useText } from '../../parts/reader.tsx';
import { Section } from '../../parts/screen.tsx';
import { showToast } from '../../parts/toast.tsx';
import styles from './settings.module.css';

export function KeptPassword(props: {
  readonly isKept: boolean;
  readonly store: 'keychain' | 'memory';
  readonly isRunning: boolean;
  /** Keeps it, or forgets the one kept where it is empty; true when done. */
  readonly onKeep: (password: string) => Promise<boolean>;
}) {
  const { isKept, store, isRunning, onKeep } = props;
  const words = useText(settingsMailText);
  const [typed, setTyped] = useState('');
  const keep = async (password: string) => {
    if (!(await onKeep(password))) return;
    setTyped('');
    showToast({ message: password === '' ? words.passwordForgotten : words.passwordKept });
  };
  return (
    <Section title={words.secrets}>
      <p className={styles.state} role="status">
        {isKept ? (
          <>
            <Badge tone="green">{words.passwordKept}</Badge> {words.stores[store]}
          </>
        ) : (
          <>
            <Badge tone="amber">{words.noPassword}</Badge>{' '}
            {store === 'memory' ? words.memoryStore : words.keychainStore}
          </>
        )}
      </p>
      <form
        className={styles.line}
        onSubmit={(event) => {
          event.preventDefault();
          if (typed !== '') void keep(typed);
        }}
      >
        <PasswordInput
          w={320}
          label={words.password}
          description={words.passwordHint}
          inputWrapperOrder={['label', 'input', 'description', 'error']}
          autoComplete="new-password"
          maxLength={500}
          value={typed}
          onChange={(event) => setTyped(event.currentTarget.value)}
        />
        <Button type="submit" disabled={typed === ''} loading={isRunning}>
          {words.passwordSave}
        </Button>
        {isKept && (
          <Button variant="subtle" color="danger" onClick={() => void keep('')}>
            {words.passwordForget}
          </Button>
        )}
      </form>
    </Section>
  );
}
