/**
 * The day that figures stand on: a button with a field in words and the days one asks for most.
 *
 *     <AsOfChoice value={search.asOf} onChange={(asOf) => setSearch({ asOf })} />   null for today
 */
import { Button, Popover } from '@mantine/core';
import { IconCalendar } from '@tabler/icons-react';
import { useState } from 'react';
import { formatDate } from '../../shared/format/date.ts';
import {
  addDays,
  type CalendarDate,
  dateOf,
  partsOf,
  startOfMonth,
} from '../../shared/kernel/calendar-date.ts';
import { agedBalanceText } from '../../shared/text/screens/aged-balance.ts';
import styles from './as-of-choice.module.css';
import { DateWordsInput } from './date-words-input.tsx';
import { useText, useToday } from './reader.tsx';

export function AsOfChoice(props: {
  readonly value: CalendarDate | null;
  readonly onChange: (day: CalendarDate | null) => void;
}) {
  const { value, onChange } = props;
  const words = useText(agedBalanceText);
  const today = useToday();
  const [isOpen, setOpen] = useState(false);
  const choose = (day: CalendarDate | null) => {
    onChange(day === today ? null : day);
    setOpen(false);
  };
  const lastYear = dateOf(partsOf(today).year - 1, 12, 31);
  return (
    <Popover opened={isOpen} onChange={setOpen} position="bottom-start" trapFocus>
      <Popover.Target>
        <Button
          leftSection={<IconCalendar size={15} stroke={1.6} />}
          onClick={() => setOpen((open) => !open)}
        >
          {words.asOf(formatDate(value ?? today))}
        </Button>
      </Popover.Target>
      <Popover.Dropdown className={styles.days}>
        <DateWordsInput
          label={words.asOfField}
          value={value ?? today}
          onChange={(day) => {
            if (day !== null) onChange(day === today ? null : day);
          }}
          onKeyDown={(event) => {
            if (event.key === 'Enter') setOpen(false);
          }}
        />
        <Button variant="subtle" onClick={() => choose(null)}>
          {words.today}
        </Button>
        <Button variant="subtle" onClick={() => choose(addDays(startOfMonth(today), -1))}>
          {words.endOfLastMonth}
        </Button>
        {lastYear !== null && (
          <Button variant="subtle" onClick={() => choose(lastYear)}>
            {words.endOfLastYear}
          </Button>
        )}
      </Popover.Dropdown>
    </Popover>
  );
}
