/** Objectives of receipts by month, and events that delay receipts: typed here, and undone. */
import { ActionIcon, Button, NumberInput, TextInput } from '@mantine/core';
import { IconX } from '@tabler/icons-react';
import { useState } from 'react';
import { formatDate, formatMonth } from '../../../shared/format/date.ts';
import { formatPercent } from '../../../shared/format/number.ts';
import type { CalendarDate } from '../../../shared/kernel/calendar-date.ts';
import { outlookText } from '../../../shared/text/screens/outlook.ts';
import { useCommand } from '../../commands/use-command.tsx';
import { Amount } from '../../parts/amount.tsx';
import { AmountInput } from '../../parts/amount-input.tsx';
import { DateWordsInput } from '../../parts/date-words-input.tsx';
import { Dialog } from '../../parts/dialog.tsx';
import { end, PlainTable } from '../../parts/plain-table.tsx';
import { useLanguage, useText } from '../../parts/reader.tsx';
import { Section } from '../../parts/screen.tsx';
import styles from './forecast.module.css';
import type { Outlook } from './forecast-question.ts';

export function AimsDialog(props: { readonly outlook: Outlook; readonly onClose: () => void }) {
  const words = useText(outlookText);
  return (
    <Dialog isOpen title={words.aimsTitle} size={680} onClose={props.onClose}>
      <Objectives objectives={props.outlook.objectives} />
      <Events events={props.outlook.events} />
    </Dialog>
  );
}

function Objectives({ objectives }: Pick<Outlook, 'objectives'>) {
  const words = useText(outlookText);
  const language = useLanguage();
  const [month, setMonth] = useState<CalendarDate | null>(null);
  const [amountCents, setAmount] = useState<number | null>(null);
  const set = useCommand((call) => call.forecast.setObjective, { said: () => words.aimSet });
  const removed = useRemovedAim();
  const save = async () => {
    if (month === null || amountCents === null) return;
    const outcome = await set.run({ month, amountCents });
    if (outcome.isDone) setAmount(null);
  };
  return (
    <Section title={words.objectives}>
      {objectives.length === 0 ? (
        <p className={styles.panelNote}>{words.noAim}</p>
      ) : (
        <PlainTable
          label={words.objectives}
          head={[
            words.month,
            end(words.aim),
            end(words.received),
            end(words.stillExpected),
            end(words.remove),
          ]}
          rows={objectives.map((aim) => ({
            key: aim.monthDate,
            cells: [
              formatMonth(aim.monthDate, { language }),
              <Amount key="aim" cents={aim.amountCents} />,
              <Amount key="received" cents={aim.receivedCents} />,
              <Amount key="expected" cents={aim.expectedCents} />,
              <RemoveButton key="remove" onRemove={() => removed(aim)} />,
            ],
          }))}
        />
      )}
      <form
        className={styles.typed}
        onSubmit={(event) => {
          event.preventDefault();
          void save();
        }}
      >
        <DateWordsInput label={words.aimDay} value={month} onChange={setMonth} />
        <AmountInput label={words.aim} value={amountCents} onChange={setAmount} />
        <Button
          type="submit"
          disabled={month === null || amountCents === null || amountCents <= 0}
          loading={set.isRunning}
        >
          {words.addAim}
        </Button>
      </form>
    </Section>
  );
}

/** Takes an objective away; taken back, it stands again. */
function useRemovedAim(): (aim: Outlook['objectives'][number]) => void {
  const words = useText(outlookText);
  const [last, setLast] = useState<Outlook['objectives'][number] | null>(null);
  const remove = useCommand((call) => call.forecast.setObjective, {
    said: () => words.aimRemoved,
    undo: () => (call, commandId) =>
      call.forecast.setObjective({
        commandId,
        month: last?.monthDate as CalendarDate,
        amountCents: last?.amountCents ?? null,
      }),
  });
  return (aim) => {
    setLast(aim);
    void remove.run({ month: aim.monthDate, amountCents: null });
  };
}

function Events({ events }: Pick<Outlook, 'events'>) {
  const words = useText(outlookText);
  const language = useLanguage();
  const remove = useCommand((call) => call.forecast.removeEvent, {
    said: () => words.eventRemoved,
  });
  return (
    <Section title={words.events}>
      <p className={styles.panelNote}>{words.eventsNote}</p>
      {events.length === 0 ? (
        <p className={styles.panelNote}>{words.noEvent}</p>
      ) : (
        <PlainTable
          label={words.events}
          head={[words.event, words.from, words.to, end(words.delayed), end(words.remove)]}
          rows={events.map((event) => ({
            key: event.cashEventId,
            cells: [
              event.label,
              formatDate(event.firstDate),
              formatDate(event.lastDate),
              formatPercent(event.delayedBasisPoints / 10_000, { language, decimals: 0 }),
              <RemoveButton
                key="remove"
                onRemove={() => void remove.run({ cashEventId: event.cashEventId })}
              />,
            ],
          }))}
        />
      )}
      <NewEvent />
    </Section>
  );
}

function NewEvent() {
  const words = useText(outlookText);
  const [label, setLabel] = useState('');
  const [firstDate, setFirst] = useState<CalendarDate | null>(null);
  const [lastDate, setLast] = useState<CalendarDate | null>(null);
  const [percent, setPercent] = useState<number | string>(50);
  const add = useCommand((call) => call.forecast.recordEvent, {
    said: () => words.eventAdded,
    undo:
      ({ cashEventId }) =>
      (call, commandId) =>
        call.forecast.removeEvent({ commandId, cashEventId }),
  });
  const delayedBasisPoints = typeof percent === 'number' ? Math.round(percent * 100) : 0;
  const isReady =
    label.trim() !== '' && firstDate !== null && lastDate !== null && delayedBasisPoints > 0;
  const save = async () => {
    if (firstDate === null || lastDate === null) return;
    const event = { label: label.trim(), firstDate, lastDate, delayedBasisPoints };
    const outcome = await add.run(event);
    if (outcome.isDone) setLabel('');
  };
  return (
    <form
      className={styles.typed}
      onSubmit={(event) => {
        event.preventDefault();
        void save();
      }}
    >
      <TextInput
        label={words.event}
        value={label}
        maxLength={200}
        onChange={(event) => setLabel(event.currentTarget.value)}
      />
      <DateWordsInput label={words.from} value={firstDate} onChange={setFirst} />
      <DateWordsInput label={words.to} value={lastDate} onChange={setLast} />
      <NumberInput
        label={words.delayed}
        value={percent}
        min={1}
        max={100}
        allowDecimal={false}
        onChange={setPercent}
      />
      <Button type="submit" disabled={!isReady} loading={add.isRunning}>
        {words.addEvent}
      </Button>
    </form>
  );
}

function RemoveButton({ onRemove }: { readonly onRemove: () => void }) {
  const words = useText(outlookText);
  return (
    <ActionIcon size={22} variant="subtle" aria-label={words.remove} onClick={onRemove}>
      <IconX size={14} stroke={1.6} />
    </ActionIcon>
  );
}
