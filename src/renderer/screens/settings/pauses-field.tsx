/** Days on which nothing leaves by itself: August, an inventory, the end of the year. */
import { ActionIcon, Button } from '@mantine/core';
import { IconTrash } from '@tabler/icons-react';
import type { Settings } from '../../../shared/contract/settings.ts';
import { addDays, type CalendarDate } from '../../../shared/kernel/calendar-date.ts';
import { settingsDunningText } from '../../../shared/text/screens/settings-dunning.ts';
import { DateWordsInput } from '../../parts/date-words-input.tsx';
import { useText, useToday } from '../../parts/reader.tsx';
import { Section } from '../../parts/screen.tsx';
import styles from './settings.module.css';

type Pauses = Settings['dunning']['pauses'];

const PAUSES_MAX = 50;
const FIRST_DAYS = 14;

export function arePausesRight(pauses: Pauses): boolean {
  return pauses.every(({ from, to }) => from <= to);
}

export function PausesField(props: {
  readonly value: Pauses;
  readonly onChange: (pauses: Pauses) => void;
}) {
  const { value, onChange } = props;
  const words = useText(settingsDunningText);
  const today = useToday();
  const set = (at: number, patch: { from?: CalendarDate | null; to?: CalendarDate | null }) =>
    onChange(
      value.map((pause, index) => {
        if (index !== at) return pause;
        return { from: patch.from ?? pause.from, to: patch.to ?? pause.to };
      }),
    );
  const rows = value.map((pause, index) => ({ ...pause, index, key: `pause-${index}` }));
  return (
    <Section title={words.pauses} note={words.pausesHint}>
      {rows.length === 0 && <p className={styles.lead}>{words.noPause}</p>}
      {rows.map(({ key, index, from, to }) => (
        <div key={key} className={styles.line}>
          <DateWordsInput
            w={220}
            label={words.pauseFrom}
            value={from}
            onChange={(day) => set(index, { from: day })}
          />
          <DateWordsInput
            w={220}
            label={words.pauseTo}
            min={from}
            minError={words.pauseWrong}
            value={to}
            onChange={(day) => set(index, { to: day })}
          />
          <ActionIcon
            aria-label={words.pauseRemove}
            onClick={() => onChange(value.filter((_, at) => at !== index))}
          >
            <IconTrash size={16} stroke={1.6} />
          </ActionIcon>
        </div>
      ))}
      <div>
        <Button
          disabled={value.length >= PAUSES_MAX}
          onClick={() => onChange([...value, { from: today, to: addDays(today, FIRST_DAYS) }])}
        >
          {words.pauseAdd}
        </Button>
      </div>
    </Section>
  );
}
