/** A dispute on the ticked items: the whole of them, or part of a single one. */
import { Select, TextInput } from '@mantine/core';
import { useState } from 'react';
import type { CalendarDate } from '../../../shared/kernel/calendar-date.ts';
import { customerFileText } from '../../../shared/text/screens/customer-file.ts';
import { useCommand } from '../../commands/use-command.tsx';
import { AmountInput } from '../../parts/amount-input.tsx';
import { DateWordsInput } from '../../parts/date-words-input.tsx';
import { useText, useToday } from '../../parts/reader.tsx';
import styles from './customer-file.module.css';
import { FormFrame } from './form-frame.tsx';
import type { FormProps } from './form-props.ts';

const REASONS = [
  'quantity',
  'price',
  'quality',
  'not_delivered',
  'late_delivery',
  'administrative',
  'duplicate',
  'not_ordered',
  'other',
] as const;

export function DisputeForm({ file, items, ticked, onClose, onNext }: FormProps) {
  const words = useText(customerFileText).form;
  const today = useToday();
  const chosen = chosenOf(items, ticked);
  const only = chosen.length === 1 ? chosen[0] : undefined;
  const [reason, setReason] = useState<(typeof REASONS)[number]>('quantity');
  const [owner, setOwner] = useState(file.repCode ?? '');
  const [answerBy, setAnswerBy] = useState<CalendarDate | null>(null);
  const [comment, setComment] = useState('');
  const [partCents, setPartCents] = useState<number | null>(only?.outstandingCents ?? null);
  const record = useCommand((call) => call.actions.recordDispute, {
    said: () => words.disputeNoted,
    undo:
      ({ disputeId }) =>
      (call, commandId) =>
        call.actions.closeDispute({ commandId, disputeId, outcome: 'undone' }),
  });
  const save = async () => {
    const said = { reason, owner, answerBy, comment };
    const named = disputedItems(chosen, partCents);
    return (await record.run({ customerId: file.customerId, items: named, ...said })).isDone;
  };
  return (
    <FormFrame
      title={words.dispute}
      problem={problemOf(chosen, partCents, words)}
      isRunning={record.isRunning}
      onSave={save}
      onClose={onClose}
      onNext={onNext}
    >
      <div className={styles.row}>
        <Select
          label={words.reason}
          data-autofocus
          allowDeselect={false}
          value={reason}
          data={REASONS.map((value) => ({ value, label: words.reasons[value] ?? value }))}
          onChange={(value) => setReason(REASONS.find((one) => one === value) ?? 'other')}
        />
        {only !== undefined && (
          <AmountInput
            label={words.disputed}
            currency={only.currency}
            value={partCents}
            onChange={setPartCents}
          />
        )}
        <TextInput
          label={words.owner}
          value={owner}
          onChange={(event) => setOwner(event.currentTarget.value)}
        />
        <DateWordsInput
          label={words.answerBy}
          min={today}
          value={answerBy}
          onChange={setAnswerBy}
        />
      </div>
      <TextInput
        label={words.comment}
        value={comment}
        onChange={(event) => setComment(event.currentTarget.value)}
      />
    </FormFrame>
  );
}

/** What the dispute still lacks; null when it can be recorded. */
function problemOf(
  chosen: FormProps['items'],
  partCents: number | null,
  words: { readonly needItems: string; readonly needAmount: string },
): string | null {
  if (chosen.length === 0) return words.needItems;
  return chosen.length === 1 && (partCents === null || partCents <= 0) ? words.needAmount : null;
}

function chosenOf(items: FormProps['items'], ticked: FormProps['ticked']): FormProps['items'] {
  return items.filter(
    ({ receivableId, outstandingCents }) =>
      receivableId !== null && ticked.has(receivableId) && outstandingCents > 0,
  );
}

/** The whole of several items, or the part that was said of a single one. */
function disputedItems(chosen: FormProps['items'], partCents: number | null) {
  return chosen.flatMap(({ receivableId, outstandingCents }) =>
    receivableId === null
      ? []
      : [{ receivableId, amountCents: chosen.length > 1 ? outstandingCents : (partCents ?? 0) }],
  );
}
