/**
 * An instalment plan on the ticked items: equal parts proposed at once, each free to be changed.
 * Whatever is typed, the parts must sum to what is ticked.
 */
import { Checkbox, NumberInput, TextInput } from '@mantine/core';
import { useState } from 'react';
import { addDays, type CalendarDate } from '../../../shared/kernel/calendar-date.ts';
import { agreementsText } from '../../../shared/text/screens/agreements.ts';
import { customerFileText } from '../../../shared/text/screens/customer-file.ts';
import { DateWordsInput } from '../../parts/date-words-input.tsx';
import { useText, useToday } from '../../parts/reader.tsx';
import styles from './customer-file.module.css';
import { FormFrame } from './form-frame.tsx';
import type { FormProps } from './form-props.ts';
import {
  areWhole,
  EqualParts,
  firstParts,
  GuaranteeNote,
  LeftNote,
  leftOf,
  PartList,
  wholeParts,
} from './plan-parts.tsx';
import { tickedAmounts } from './use-customer.ts';
import { useRecordAgreement } from './use-record-agreement.ts';

/** Days left for the signed return, and by the e-mail that precedes forfeiture. */
const ANSWER_DAYS = 10;
const NOTICE_DAYS = 8;

export function PlanForm({ file, items, ticked, onClose, onNext }: FormProps) {
  const words = useText(agreementsText);
  const form = useText(customerFileText).form;
  const today = useToday();
  const amounts = tickedAmounts(items, ticked);
  const [{ currency, amountCents: totalCents }] = amounts;
  const [parts, setParts] = useState(() => firstParts(totalCents, today));
  const [answerBy, setAnswerBy] = useState<CalendarDate | null>(addDays(today, ANSWER_DAYS));
  const [noticeDays, setNoticeDays] = useState(NOTICE_DAYS);
  const [isInterestKept, setInterestKept] = useState(true);
  const [comment, setComment] = useState('');
  const record = useRecordAgreement(words.form.planNoted);
  const problem = [
    ticked.size === 0 ? form.needItems : null,
    amounts.length > 1 ? words.form.oneCurrency : null,
    leftOf(parts, totalCents) === 0 && areWhole(parts) ? null : words.form.needParts,
    answerBy === null ? form.needDate : null,
  ].find((one) => one !== null);
  const save = async () => {
    if (answerBy === null) return false;
    const done = await record.run({
      customerId: file.customerId,
      kind: 'plan',
      receivableIds: [...ticked],
      answerBy,
      parts: wholeParts(parts),
      noticeDays,
      isInterestKept,
      comment,
    });
    return done.isDone;
  };
  return (
    <FormFrame
      title={words.plan}
      problem={problem ?? null}
      isRunning={record.isRunning}
      onSave={save}
      onClose={onClose}
      onNext={onNext}
    >
      <EqualParts totalCents={totalCents} currency={currency} onParts={setParts} />
      <PartList parts={parts} currency={currency} onParts={setParts} />
      <LeftNote parts={parts} totalCents={totalCents} currency={currency} />
      <GuaranteeNote customerId={file.customerId} parts={parts} />
      <div className={styles.row}>
        <DateWordsInput
          label={words.form.answerBy}
          min={today}
          value={answerBy}
          onChange={setAnswerBy}
        />
        <NumberInput
          label={words.form.noticeDays}
          min={1}
          max={60}
          value={noticeDays}
          onChange={(value) => setNoticeDays(typeof value === 'number' ? value : NOTICE_DAYS)}
        />
        <TextInput
          className={styles.grow}
          label={form.comment}
          value={comment}
          onChange={(event) => setComment(event.currentTarget.value)}
        />
      </div>
      <Checkbox
        label={words.form.keepInterest}
        checked={isInterestKept}
        onChange={(event) => setInterestKept(event.currentTarget.checked)}
      />
    </FormFrame>
  );
}
