/** Lets through for today what a soft rule holds back, with a typed reason. */
import { Select, Stack, TextInput } from '@mantine/core';
import { useState } from 'react';
import type { ExcludedRow } from '../../../shared/contract/dunning.ts';
import { scenarioText } from '../../../shared/text/dunning-verdict.ts';
import { outboxScreenText } from '../../../shared/text/screens/outbox.ts';
import { remindersText } from '../../../shared/text/screens/reminders.ts';
import { useCommand } from '../../commands/use-command.tsx';
import { ConfirmDialog } from '../../parts/confirm-dialog.tsx';
import { useLanguage, useText } from '../../parts/reader.tsx';
import { isReason } from './guard-bar.tsx';
import styles from './reminders.module.css';

const CHANNELS = ['email', 'letter', 'registered_letter'] as const;
const AS_STEP = 'step';

/** A missing address is lifted too: by another channel. */
export const isLiftable = (row: ExcludedRow): boolean => row.isSoft || row.verdict === 'no_address';

export function OverrideDialog(props: { readonly row: ExcludedRow; readonly onClose: () => void }) {
  const { row, onClose } = props;
  const words = useText(remindersText);
  const hints = useText(outboxScreenText);
  const language = useLanguage();
  const { channels } = scenarioText[language];
  const [channel, setChannel] = useState<string>(row.verdict === 'no_address' ? 'letter' : AS_STEP);
  const [reason, setReason] = useState('');
  const override = useCommand((call) => call.dunning.override, { said: () => words.overridden });
  const save = async () => {
    const { payerId, receivableId } = row;
    const chosen = CHANNELS.find((one) => one === channel) ?? null;
    const outcome = await override.run({
      payerId,
      // A message has one channel: another one is for the customer, not for one of his items.
      receivableId: chosen === null ? receivableId : null,
      channel: chosen,
      reason: reason.trim(),
    });
    if (outcome.isDone) onClose();
  };
  return (
    <ConfirmDialog
      isOpen
      title={words.overrideTitle(row.name)}
      verb={words.override.replace('…', '')}
      isBusy={override.isRunning}
      mayConfirm={isReason(reason)}
      onConfirm={() => void save()}
      onCancel={onClose}
    >
      <Stack gap="sm">
        <p>{`${row.documentNumber} : ${row.sentence}`}</p>
        <p className={styles.quiet}>{words.overrideNote}</p>
        <Select
          label={words.overrideChannel}
          allowDeselect={false}
          value={channel}
          onChange={(chosen) => setChannel(chosen ?? AS_STEP)}
          data={[
            { value: AS_STEP, label: words.overrideStep },
            ...CHANNELS.map((value) => ({ value, label: channels[value] })),
          ]}
        />
        <TextInput
          label={words.reason}
          description={hints.reasonHint}
          value={reason}
          onChange={(event) => setReason(event.currentTarget.value)}
        />
      </Stack>
    </ConfirmDialog>
  );
}
