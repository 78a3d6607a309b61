/** Types the day an item is expected on, with the reason; it wins over promises and habits. */
import { Button, Stack, TextInput } from '@mantine/core';
import { useState } from 'react';
import { outlookText } from '../../../shared/text/screens/outlook.ts';
import { useCommand } from '../../commands/use-command.tsx';
import { DateWordsInput } from '../../parts/date-words-input.tsx';
import { Dialog } from '../../parts/dialog.tsx';
import { useText, useToday } from '../../parts/reader.tsx';
import styles from './forecast.module.css';
import type { CashItem } from './forecast-question.ts';

export function PaymentDayDialog(props: { readonly item: CashItem; readonly onClose: () => void }) {
  const { item, onClose } = props;
  const words = useText(outlookText);
  const today = useToday();
  const [day, setDay] = useState(item.typedDate ?? null);
  const [reason, setReason] = useState(item.typedReason);
  const record = useCommand((call) => call.forecast.typePaymentDay, {
    said: () => words.typed,
    undo: () => (call, commandId) =>
      call.forecast.typePaymentDay({
        commandId,
        receivableId: item.receivableId ?? 0,
        expectedDate: item.typedDate,
        reason: item.typedReason,
      }),
  });
  const isReady = day !== null && day >= today && reason.trim() !== '';
  const save = async () => {
    if (item.receivableId === null || !isReady) return;
    const { receivableId } = item;
    const outcome = await record.run({ receivableId, expectedDate: day, reason: reason.trim() });
    if (outcome.isDone) onClose();
  };
  return (
    <Dialog isOpen title={words.typeTitle(item.documentNumber)} size={420} onClose={onClose}>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          void save();
        }}
      >
        <Stack gap="sm">
          <p className={styles.panelNote}>{words.typeNote}</p>
          <DateWordsInput
            data-autofocus
            label={words.day}
            value={day}
            min={today}
            minError={words.tooEarly}
            onChange={setDay}
          />
          <TextInput
            label={words.reason}
            description={words.reasonHint}
            value={reason}
            maxLength={200}
            onChange={(event) => setReason(event.currentTarget.value)}
          />
          <div className={styles.dialogTools}>
            <Button type="submit" variant="filled" disabled={!isReady} loading={record.isRunning}>
              {words.save}
            </Button>
          </div>
        </Stack>
      </form>
    </Dialog>
  );
}
