/** A settlement of the ticked items: less than their total, received before a day. */
import { Checkbox, TextInput } from '@mantine/core';
import { useState } from 'react';
import { formatCents } from '../../../shared/format/amount.ts';
import { addDays, type CalendarDate } from '../../../shared/kernel/calendar-date.ts';
import { agreementsText } from '../../../shared/text/screens/agreements.ts';
import { customerFileText } from '../../../shared/text/screens/customer-file.ts';
import { AmountInput } from '../../parts/amount-input.tsx';
import { DateWordsInput } from '../../parts/date-words-input.tsx';
import { useLanguage, useText, useToday } from '../../parts/reader.tsx';
import styles from './customer-file.module.css';
import { FormFrame } from './form-frame.tsx';
import type { FormProps } from './form-props.ts';
import { tickedAmounts } from './use-customer.ts';
import { useRecordAgreement } from './use-record-agreement.ts';

/** Days left to pay, at first. */
const PAY_DAYS = 15;
/** The clause of forfeiture is the plans'; a settlement lapses by itself. */
const NOTICE_DAYS = 8;

export function SettlementForm({ file, items, ticked, onClose, onNext }: FormProps) {
  const words = useText(agreementsText).form;
  const { settlement } = useText(agreementsText);
  const form = useText(customerFileText).form;
  const language = useLanguage();
  const today = useToday();
  const amounts = tickedAmounts(items, ticked);
  const [{ currency, amountCents: totalCents }] = amounts;
  const [acceptedCents, setAcceptedCents] = useState<number | null>(null);
  const [dueDate, setDueDate] = useState<CalendarDate | null>(addDays(today, PAY_DAYS));
  const [isInterestKept, setInterestKept] = useState(false);
  const [comment, setComment] = useState('');
  const record = useRecordAgreement(words.settlementNoted);
  const isBelow = acceptedCents !== null && acceptedCents > 0 && acceptedCents < totalCents;
  const problem = [
    ticked.size === 0 ? form.needItems : null,
    amounts.length > 1 ? words.oneCurrency : null,
    isBelow ? null : words.needBelow,
    dueDate === null ? form.needDate : null,
  ].find((one) => one !== null);
  const save = async () => {
    if (acceptedCents === null || dueDate === null) return false;
    const done = await record.run({
      customerId: file.customerId,
      kind: 'settlement',
      receivableIds: [...ticked],
      answerBy: dueDate,
      parts: [{ dueDate, amountCents: acceptedCents }],
      noticeDays: NOTICE_DAYS,
      isInterestKept,
      comment,
    });
    return done.isDone;
  };
  const discount = formatCents(totalCents - (acceptedCents ?? 0), { language, currency });
  return (
    <FormFrame
      title={settlement}
      problem={problem ?? null}
      isRunning={record.isRunning}
      onSave={save}
      onClose={onClose}
      onNext={onNext}
    >
      <div className={styles.row}>
        <AmountInput
          label={words.accepted}
          data-autofocus
          currency={currency}
          value={acceptedCents}
          onChange={setAcceptedCents}
        />
        <DateWordsInput label={words.before} min={today} value={dueDate} onChange={setDueDate} />
        <TextInput
          className={styles.grow}
          label={form.comment}
          value={comment}
          onChange={(event) => setComment(event.currentTarget.value)}
        />
      </div>
      {isBelow && <p className={styles.quiet}>{words.discount(discount)}</p>}
      <Checkbox
        label={words.keepInterest}
        checked={isInterestKept}
        onChange={(event) => setInterestKept(event.currentTarget.checked)}
      />
    </FormFrame>
  );
}
