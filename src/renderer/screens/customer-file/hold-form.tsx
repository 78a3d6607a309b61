/** A stop of the reminders, on the customer or on the ticked items, with its day of review. */
import { SegmentedControl, Select, TextInput } from '@mantine/core';
import { useState } from 'react';
import { proposedReviewOf } from '../../../shared/domain/hold/hold.ts';
import { addDays, type CalendarDate } from '../../../shared/kernel/calendar-date.ts';
import { customerFileText } from '../../../shared/text/screens/customer-file.ts';
import { useCommand } from '../../commands/use-command.tsx';
import { DateWordsInput } from '../../parts/date-words-input.tsx';
import { useText, useToday } from '../../parts/reader.tsx';
import styles from './customer-file.module.css';
import { FormFrame } from './form-frame.tsx';
import type { FormProps } from './form-props.ts';

const REASONS = [
  'commercial',
  'our_error',
  'in_negotiation',
  'insolvency',
  'management',
  'other',
] as const;

export function HoldForm({ file, ticked, onClose, onNext }: FormProps) {
  const words = useText(customerFileText).form;
  const today = useToday();
  const [isWhole, setWhole] = useState(true);
  const [reason, setReason] = useState<(typeof REASONS)[number]>('commercial');
  const [reviewOn, setReviewOn] = useState<CalendarDate | null>(proposedReviewOf(today));
  const [comment, setComment] = useState('');
  const record = useCommand((call) => call.actions.recordHold, {
    said: () => words.holdNoted,
    undo:
      ({ holdIds }) =>
      (call, commandId) =>
        call.actions.endHold({ commandId, holdId: holdIds[0] ?? 0 }),
  });
  const save = async () => {
    if (reviewOn === null) return false;
    const done = await record.run({
      customerId: file.customerId,
      receivableIds: isWhole ? null : [...ticked],
      reason,
      reviewOn,
      comment,
    });
    return done.isDone;
  };
  const isWithoutItems = !isWhole && ticked.size === 0;
  return (
    <FormFrame
      title={words.stop}
      problem={isWithoutItems ? words.needItems : reviewOn === null ? words.needDate : null}
      isRunning={record.isRunning}
      onSave={save}
      onClose={onClose}
      onNext={onNext}
    >
      <SegmentedControl
        aria-label={words.stop}
        value={isWhole ? 'customer' : 'items'}
        data={[
          { value: 'customer', label: words.onCustomer },
          { value: 'items', label: words.onItems },
        ]}
        onChange={(value) => setWhole(value === 'customer')}
      />
      <div className={styles.row}>
        <Select
          label={words.reason}
          data-autofocus
          allowDeselect={false}
          value={reason}
          data={REASONS.map((value) => ({ value, label: words.holdReasons[value] ?? value }))}
          onChange={(value) => setReason(REASONS.find((one) => one === value) ?? 'other')}
        />
        <DateWordsInput
          label={words.reviewOn}
          min={addDays(today, 1)}
          value={reviewOn}
          onChange={setReviewOn}
        />
        <TextInput
          className={styles.grow}
          label={words.comment}
          value={comment}
          onChange={(event) => setComment(event.currentTarget.value)}
        />
      </div>
    </FormFrame>
  );
}
