/** A reading of the customer's means: when, where, what it says, when to read again. */
import { Select, TextInput } from '@mantine/core';
import { useState } from 'react';
import { addDays, addMonths, type CalendarDate } from '../../../shared/kernel/calendar-date.ts';
import { payerText } from '../../../shared/text/screens/payer.ts';
import { useCommand } from '../../commands/use-command.tsx';
import { AmountInput } from '../../parts/amount-input.tsx';
import { DateWordsInput } from '../../parts/date-words-input.tsx';
import { useText, useToday } from '../../parts/reader.tsx';
import styles from './customer-file.module.css';
import { type FactFormProps, FactFrame } from './fact-frame.tsx';
import { Source } from './mark-form.tsx';

const OPINIONS = ['good', 'fair', 'poor', 'unknown'] as const;
/** Accounts are filed once a year. */
const REVIEW_MONTHS = 12;
const NO_FIGURES = { turnoverCents: null, equityCents: null, resultCents: null };
type Figures = Readonly<Record<keyof typeof NO_FIGURES, number | null>>;

export function SolvencyForm({ customerId, onClose }: FactFormProps) {
  const words = useText(payerText);
  const today = useToday();
  const [checkedOn, setCheckedOn] = useState<CalendarDate | null>(today);
  const [opinion, setOpinion] = useState<(typeof OPINIONS)[number]>('fair');
  const [figures, setFigures] = useState<Figures>(NO_FIGURES);
  const [nextReviewOn, setNext] = useState<CalendarDate | null>(addMonths(today, REVIEW_MONTHS));
  const [source, setSource] = useState('');
  const [comment, setComment] = useState('');
  const record = useCommand((call) => call.payers.recordSolvencyCheck, {
    said: () => words.saved,
    undo:
      ({ factId }) =>
      (call, commandId) =>
        call.payers.endFact({ commandId, kind: 'solvency', factId, isEnded: true }),
  });
  const amount = (key: keyof Figures, label: string) => (
    <AmountInput
      label={label}
      value={figures[key]}
      onChange={(cents) => setFigures({ ...figures, [key]: cents })}
    />
  );
  return (
    <FactFrame
      title={words.solvencyTitle}
      isRight={checkedOn !== null && source.trim() !== ''}
      isRunning={record.isRunning}
      onClose={onClose}
      onSave={() =>
        record.run({
          customerId,
          checkedOn: checkedOn ?? today,
          source,
          opinion,
          figures,
          nextReviewOn,
          comment,
        })
      }
    >
      <div className={styles.fields}>
        <Select
          label={words.opinion}
          data-autofocus
          allowDeselect={false}
          value={opinion}
          data={OPINIONS.map((one) => ({ value: one, label: words.opinions[one] ?? one }))}
          onChange={(chosen) => setOpinion(OPINIONS.find((one) => one === chosen) ?? 'unknown')}
        />
        <DateWordsInput label={words.checkedOn} value={checkedOn} onChange={setCheckedOn} />
        <DateWordsInput
          label={words.nextReview}
          min={addDays(today, 1)}
          value={nextReviewOn}
          onChange={setNext}
        />
        <Source value={source} onChange={setSource} />
        {amount('turnoverCents', words.turnover)}
        {amount('equityCents', words.equity)}
        {amount('resultCents', words.result)}
      </div>
      <TextInput
        label={words.comment}
        value={comment}
        onChange={(event) => setComment(event.currentTarget.value)}
      />
    </FactFrame>
  );
}
