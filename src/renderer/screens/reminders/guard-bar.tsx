/** Why nothing may leave now, and what to do about it: one calm line a guard. */
import { Button, TextInput } from '@mantine/core';
import { IconAlertTriangle } from '@tabler/icons-react';
import { useState } from 'react';
import { goLiveText } from '../../../shared/text/screens/go-live.ts';
import { outboxScreenText } from '../../../shared/text/screens/outbox.ts';
import { remindersText } from '../../../shared/text/screens/reminders.ts';
import { useCommand } from '../../commands/use-command.tsx';
import { useGo } from '../../frame/navigation.ts';
import { ConfirmDialog } from '../../parts/confirm-dialog.tsx';
import { useText } from '../../parts/reader.tsx';
import styles from './reminders.module.css';
import { useRemindersSearch } from './reminders-search.ts';

export interface Guard {
  readonly code: string;
  readonly sentence: string;
  readonly mayBeOverridden: boolean;
}

/** Guards under which nothing is even approved; the others keep it in the outbox. */
const LOCKS = ['restored', 'other_computer', 'clock_back', 'not_ready'];

export const isLocked = (guards: readonly Guard[]): boolean =>
  guards.some(({ code }) => LOCKS.includes(code));
export const asksReason = (guards: readonly Guard[]): boolean =>
  guards.some(({ mayBeOverridden }) => mayBeOverridden);

export function GuardBar({ guards }: { readonly guards: readonly Guard[] }) {
  if (guards.length === 0) return null;
  return (
    <ul className={styles.guards}>
      {guards.map((guard) => (
        <li key={guard.code} className={styles.guard} data-stops={isLocked([guard]) || undefined}>
          <IconAlertTriangle size={16} stroke={1.7} aria-hidden />
          <span className={styles.guardSentence}>{guard.sentence}</span>
          <GuardAction guard={guard} />
        </li>
      ))}
    </ul>
  );
}

function GuardAction({ guard }: { readonly guard: Guard }) {
  const words = useText(goLiveText);
  const go = useGo();
  const [, setSearch] = useRemindersSearch();
  const [isConfirming, setConfirming] = useState(false);
  const pause = useCommand((call) => call.outbox.setPaused, { said: () => words.resumed });
  const label = words.guardDo[guard.code];
  if (label === undefined) return null;
  const act = () => {
    if (guard.code === 'not_ready') setSearch({ tab: 'start' });
    else if (guard.code === 'mail_not_set') go('/settings');
    else if (guard.code === 'paused') void pause.run({ isPaused: false });
    else if (guard.code === 'restored' || guard.code === 'other_computer') setConfirming(true);
    else go('/imports');
  };
  return (
    <>
      <Button onClick={act} loading={pause.isRunning}>
        {label}
      </Button>
      {isConfirming && <ConfirmSending onClose={() => setConfirming(false)} />}
    </>
  );
}

function ConfirmSending({ onClose }: { readonly onClose: () => void }) {
  const words = useText(goLiveText);
  const labels = useText(remindersText);
  const hints = useText(outboxScreenText);
  const [reason, setReason] = useState('');
  const confirm = useCommand((call) => call.outbox.confirmSending, {
    said: () => words.sendingConfirmed,
  });
  const run = async () => {
    if ((await confirm.run({ reason: reason.trim() })).isDone) onClose();
  };
  return (
    <ConfirmDialog
      isOpen
      title={words.confirmSendingTitle}
      verb={words.confirmSendingVerb}
      isBusy={confirm.isRunning}
      mayConfirm={isReason(reason)}
      onConfirm={() => void run()}
      onCancel={onClose}
    >
      <p className={styles.quiet}>{words.confirmSendingNote}</p>
      <TextInput
        label={labels.reason}
        description={hints.reasonHint}
        value={reason}
        onChange={(event) => setReason(event.currentTarget.value)}
      />
    </ConfirmDialog>
  );
}

/** Long enough for the journal. */
export const isReason = (text: string): boolean => text.trim().length >= 3;
