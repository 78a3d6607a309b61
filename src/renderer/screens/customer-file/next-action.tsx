/** What to do next and when: proposed by the outcome, changed by a word. */
import { Select } from '@mantine/core';
import type { CalendarDate } from '../../../shared/kernel/calendar-date.ts';
import { customerFileText } from '../../../shared/text/screens/customer-file.ts';
import { DateWordsInput } from '../../parts/date-words-input.tsx';
import { useText, useToday } from '../../parts/reader.tsx';
import styles from './customer-file.module.css';

const KINDS = ['call', 'check_payment', 'send_duplicate', 'write', 'review', 'other'] as const;

export interface NextActionValue {
  readonly kind: (typeof KINDS)[number];
  readonly dueOn: CalendarDate;
}

export function NextAction(props: {
  readonly value: NextActionValue | null;
  readonly onChange: (value: NextActionValue | null) => void;
}) {
  const { value, onChange } = props;
  const words = useText(customerFileText).form;
  const today = useToday();
  const chooseKind = (chosen: string | null) => {
    const kind = KINDS.find((one) => one === chosen);
    onChange(kind === undefined ? null : { kind, dueOn: value?.dueOn ?? today });
  };
  return (
    <div className={styles.row}>
      <Select
        label={words.next}
        allowDeselect={false}
        value={value?.kind ?? ''}
        data={[
          { value: '', label: words.nextNone },
          ...KINDS.map((kind) => ({ value: kind, label: words.nextKinds[kind] ?? kind })),
        ]}
        onChange={chooseKind}
      />
      {value !== null && (
        <DateWordsInput
          label={words.dueOn}
          min={today}
          value={value.dueOn}
          onChange={(dueOn) => {
            if (dueOn !== null) onChange({ ...value, dueOn });
          }}
        />
      )}
    </div>
  );
}
