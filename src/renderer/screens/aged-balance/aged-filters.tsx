/**
 * What narrows the balance: words, the day it is drawn up for, the date it counts from, its rows.
 */
import { Button, Popover, SegmentedControl, Select } from '@mantine/core';
import { IconCalendar } from '@tabler/icons-react';
import { useState } from 'react';
import { formatDate } from '../../../shared/format/date.ts';
import {
  addDays,
  type CalendarDate,
  dateOf,
  partsOf,
  startOfMonth,
} from '../../../shared/kernel/calendar-date.ts';
import { agedBalanceText } from '../../../shared/text/screens/aged-balance.ts';
import { DateWordsInput } from '../../parts/date-words-input.tsx';
import { FilterText } from '../../parts/filters.tsx';
import { useText, useToday } from '../../parts/reader.tsx';
import styles from './aged-balance.module.css';
import { type AgedSearch, GROUPINGS } from './aged-question.ts';

export function AgedFilters(props: {
  readonly search: AgedSearch;
  readonly onChange: (patch: Partial<AgedSearch>) => void;
}) {
  const { search, onChange } = props;
  const words = useText(agedBalanceText);
  const groupings = GROUPINGS.map((value) => ({
    value,
    label: value === 'customer' ? words.perCustomer : (words.per[value] ?? value),
  }));
  return (
    <>
      <FilterText
        width={180}
        value={search.text}
        placeholder={words.search}
        onChange={(text) => onChange({ text })}
      />
      <AsOfChoice value={search.asOf} onChange={(asOf) => onChange({ asOf })} />
      <SegmentedControl
        aria-label={words.by}
        value={search.by}
        data={[
          { value: 'due_date', label: words.dueDate },
          { value: 'document_date', label: words.documentDate },
        ]}
        onChange={(by) =>
          onChange({ by: by === 'document_date' ? by : 'due_date', bucket: null, row: null })
        }
      />
      <Select
        w={160}
        aria-label={words.groupBy}
        allowDeselect={false}
        value={search.groupBy}
        data={groupings}
        onChange={(value) => {
          const groupBy = GROUPINGS.find((one) => one === value) ?? 'customer';
          onChange({ groupBy, bucket: null, row: null });
        }}
      />
    </>
  );
}

/** The day a list is drawn up for: typed, or one of the usual ones. */
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
