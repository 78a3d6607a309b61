/**
 * A field for a day, typed in words: « demain », « ven. », « +8 », « 12/11 », « fin de mois ». The
 * day understood stands under the field as one types; a calendar opens from its button.
 *
 *     <DateWordsInput label="Rappeler" value={day} onChange={setDay} min={today} />
 *
 * `value` is null while nothing is understood.
 */
import { ActionIcon, Popover, TextInput, type TextInputProps } from '@mantine/core';
import { DatePicker } from '@mantine/dates';
import { IconCalendar } from '@tabler/icons-react';
import { useEffect, useState } from 'react';
import { formatDate, formatWeekday } from '../../shared/format/date.ts';
import { parseDateWords } from '../../shared/format/date-words.ts';
import { type CalendarDate, parseCalendarDate } from '../../shared/kernel/calendar-date.ts';
import { partsText } from '../../shared/text/screens/parts.ts';
import { useLanguage, useText, useToday } from './reader.tsx';

interface DateWordsInputProps extends Omit<TextInputProps, 'value' | 'onChange' | 'defaultValue'> {
  readonly value: CalendarDate | null;
  readonly onChange: (day: CalendarDate | null) => void;
  /** Days before are refused, with this sentence. */
  readonly min?: CalendarDate;
  readonly minError?: string;
}

export function DateWordsInput(props: DateWordsInputProps) {
  const { value, onChange, min, minError, error, description, ...field } = props;
  const today = useToday();
  const language = useLanguage();
  const words = useText(partsText);
  const [text, setText] = useState(value === null ? '' : formatDate(value));
  const [isLeft, setLeft] = useState(true);
  const read = (typed: string) => parseDateWords(typed, today);
  // biome-ignore lint/correctness/useExhaustiveDependencies: only a value set from outside.
  useEffect(() => {
    if (value !== read(text)) setText(value === null ? '' : formatDate(value));
  }, [value]);
  const isWrong = isLeft && text.trim() !== '' && value === null;
  const isEarly = value !== null && min !== undefined && value < min;
  return (
    <TextInput
      {...field}
      autoComplete="off"
      placeholder={field.placeholder ?? words.datePlaceholder}
      value={text}
      error={isEarly ? (minError ?? words.dateInvalid) : isWrong ? words.dateInvalid : error}
      description={value === null ? description : formatWeekday(value, { language, today })}
      inputWrapperOrder={['label', 'input', 'description', 'error']}
      onFocus={() => setLeft(false)}
      onBlur={() => setLeft(true)}
      onChange={(event) => {
        setText(event.currentTarget.value);
        onChange(read(event.currentTarget.value));
      }}
      rightSection={
        <Calendar
          label={words.pickDate}
          value={value}
          min={min}
          onPick={(day) => {
            setText(formatDate(day));
            onChange(day);
          }}
        />
      }
    />
  );
}

function Calendar(props: {
  readonly label: string;
  readonly value: CalendarDate | null;
  readonly min: CalendarDate | undefined;
  readonly onPick: (day: CalendarDate) => void;
}) {
  const [isOpen, setOpen] = useState(false);
  const today = useToday();
  const language = useLanguage();
  return (
    <Popover opened={isOpen} onChange={setOpen} position="bottom-end" trapFocus>
      <Popover.Target>
        <ActionIcon
          size={22}
          tabIndex={-1}
          aria-label={props.label}
          onClick={() => setOpen((open) => !open)}
        >
          <IconCalendar size={15} stroke={1.6} />
        </ActionIcon>
      </Popover.Target>
      <Popover.Dropdown>
        <DatePicker
          size="xs"
          locale={language}
          firstDayOfWeek={1}
          defaultDate={props.value ?? today}
          value={props.value}
          {...(props.min !== undefined && { minDate: props.min })}
          onChange={(picked) => {
            const day = picked === null ? null : parseCalendarDate(picked);
            if (day !== null) props.onPick(day);
            setOpen(false);
          }}
        />
      </Popover.Dropdown>
    </Popover>
  );
}
