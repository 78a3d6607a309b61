/** Asked once before the batch leaves: how many, how much, when, and what is still unusual. */
import { Textarea } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { PlannedRow } from '../../../shared/contract/dunning.ts';
import { remindersText } from '../../../shared/text/screens/reminders.ts';
import { useApi } from '../../api/connection.tsx';
import { useCommand } from '../../commands/use-command.tsx';
import { ConfirmDialog } from '../../parts/confirm-dialog.tsx';
import { useText } from '../../parts/reader.tsx';
import { showToast } from '../../parts/toast.tsx';
import { amountsOf, isMail } from './batch-amounts.ts';
import { useBatchChoices } from './batch-choices.ts';
import { asksReason, type Guard, isReason } from './guard-bar.tsx';
import type { LeftAsideRow } from './left-aside.tsx';
import styles from './reminders.module.css';
import { useWritten } from './use-written.ts';

/** As many as one command takes; the rest stays in the list for the next. */
const MESSAGES_MAX = 5000;

export function SendDialog(props: {
  readonly rows: readonly PlannedRow[];
  readonly guards: readonly Guard[];
  readonly onLeftAside: (rows: readonly LeftAsideRow[]) => void;
  readonly onClose: () => void;
}) {
  const { guards, onLeftAside, onClose } = props;
  const rows = props.rows.slice(0, MESSAGES_MAX);
  const words = useText(remindersText);
  const { count, named } = useWritten();
  const choices = useBatchChoices();
  const [reason, setReason] = useState('');
  const approve = useCommand((call) => call.dunning.approve);
  const needsReason = asksReason(guards);
  const send = async () => {
    const payerIds = rows.map(({ payerId }) => payerId);
    const outcome = await approve.run({
      messages: payerIds.map((payerId) => ({ payerId, edit: choices.editOf(payerId) })),
      staleReason: needsReason ? reason.trim() : null,
    });
    if (!outcome.isDone) return;
    const { approvedCount, letterCount, leftOut } = outcome.value;
    choices.forget(payerIds);
    onLeftAside(leftOut);
    const what = [
      ...(approvedCount > letterCount ? [named(approvedCount - letterCount, words.mails)] : []),
      ...(letterCount > 0 ? [named(letterCount, words.letters)] : []),
    ].join(', ');
    showToast({ message: words.approved(what) });
    onClose();
  };
  return (
    <ConfirmDialog
      isOpen
      title={words.sendTitle(count(rows.length), rows.length === 1)}
      verb={words.send}
      isBusy={approve.isRunning}
      mayConfirm={!needsReason || isReason(reason)}
      onConfirm={() => void send()}
      onCancel={onClose}
    >
      <What rows={rows} isPaused={guards.some(({ code }) => code === 'paused')} />
      {needsReason && (
        <Textarea
          label={words.staleReason}
          description={words.staleReasonHint}
          autosize
          minRows={2}
          value={reason}
          onChange={(event) => setReason(event.currentTarget.value)}
        />
      )}
    </ConfirmDialog>
  );
}

function What(props: { readonly rows: readonly PlannedRow[]; readonly isPaused: boolean }) {
  const { rows, isPaused } = props;
  const words = useText(remindersText);
  const written = useWritten();
  const choices = useBatchChoices();
  const hold = useHold();
  const mails = rows.filter(isMail);
  const letters = rows.filter((row) => !isMail(row));
  const confirmed = rows.filter(({ mode }) => mode === 'to_confirm').length;
  const thanks = rows.filter(({ purpose }) => purpose === 'thank_you').length;
  const edited = rows.filter(({ payerId }) => choices.editOf(payerId) !== null).length;
  const { count, named } = written;
  const lines = [
    ...(mails.length === 0
      ? []
      : [
          words.sendMails(named(mails.length, words.mails), amountsOf(mails, written)),
          ...(thanks === 0 ? [] : [words.sendThanks(count(thanks), thanks === 1)]),
          isPaused ? words.sendPaused : hold,
        ]),
    ...(letters.length === 0
      ? []
      : [
          words.sendMails(named(letters.length, words.letters), amountsOf(letters, written)),
          words.sendLetters,
        ]),
    ...(confirmed === 0 ? [] : [words.sendConfirmed(count(confirmed), confirmed === 1)]),
    ...(edited === 0 ? [] : [words.sendEdited(count(edited), edited === 1)]),
  ];
  return (
    <ul className={styles.plainList}>
      {lines.map((line) => (
        <li key={line}>{line}</li>
      ))}
    </ul>
  );
}

/** How long the batch may still be called back, by the settings. */
function useHold(): string {
  const api = useApi();
  const words = useText(remindersText);
  const { data } = useQuery(api.query.settings.show.queryOptions());
  const seconds = data?.settings.dunning.holdSeconds ?? 0;
  if (seconds === 0) return words.sendAtOnce;
  const minutes = Math.floor(seconds / 60);
  return words.sendHold(
    [
      ...(minutes > 0 ? [words.minutes(String(minutes))] : []),
      ...(seconds % 60 > 0 ? [words.seconds(String(seconds % 60))] : []),
    ].join(' '),
  );
}

/** `1:58` */
export function timeLeft(seconds: number): string {
  const whole = Math.max(0, Math.ceil(seconds));
  return `${Math.floor(whole / 60)}:${String(whole % 60).padStart(2, '0')}`;
}
