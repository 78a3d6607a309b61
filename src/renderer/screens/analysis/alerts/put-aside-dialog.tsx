/** Until when an alert is put aside, and why. */
import { Button, Group, TextInput } from '@mantine/core';
import { useState } from 'react';
import type { AlertRow } from '../../../../shared/contract/alerts.ts';
import { addDays, type CalendarDate } from '../../../../shared/kernel/calendar-date.ts';
import { alertsText } from '../../../../shared/text/screens/alerts.ts';
import { useCommand } from '../../../commands/use-command.tsx';
import { DateWordsInput } from '../../../parts/date-words-input.tsx';
import { Dialog } from '../../../parts/dialog.tsx';
import { useText, useToday } from '../../../parts/reader.tsx';
import styles from './alerts.module.css';

const USUAL_DAYS = 14;
const REASON_MIN = 3;

export function PutAsideDialog(props: { readonly alert: AlertRow; readonly onClose: () => void }) {
  const { alert, onClose } = props;
  const words = useText(alertsText);
  const today = useToday();
  const [untilDate, setUntil] = useState<CalendarDate | null>(addDays(today, USUAL_DAYS));
  const [reason, setReason] = useState('');
  const put = useCommand((call) => call.alerts.putAside, {
    said: () => words.putAsideDone,
    undo:
      ({ alertId }) =>
      (call, commandId) =>
        call.alerts.takeUp({ commandId, alertId }),
  });
  const mayPut = untilDate !== null && untilDate > today && reason.trim().length >= REASON_MIN;
  return (
    <Dialog isOpen title={`${alert.name} · ${alert.ruleName}`} onClose={onClose}>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          if (!mayPut) return;
          void put.run({ alertId: alert.alertId, untilDate, reason: reason.trim() });
          onClose();
        }}
      >
        <p className={styles.note}>{alert.sentence}</p>
        <DateWordsInput
          label={words.putAsideUntil}
          min={addDays(today, 1)}
          value={untilDate}
          onChange={setUntil}
        />
        <TextInput
          mt="sm"
          label={words.reason}
          data-autofocus
          required
          value={reason}
          onChange={(event) => setReason(event.currentTarget.value)}
        />
        <Group justify="flex-end" mt="md" gap="xs">
          <Button onClick={onClose}>{words.cancel}</Button>
          <Button type="submit" variant="filled" disabled={!mayPut}>
            {words.putAsideVerb}
          </Button>
        </Group>
      </form>
    </Dialog>
  );
}
