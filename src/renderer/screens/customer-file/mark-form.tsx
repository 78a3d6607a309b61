/** A mark on the payer with its reason and its review; general terms he accepted. */
import { Select, TextInput } from '@mantine/core';
import { useState } from 'react';
import { MARK_KINDS, type MarkKind } from '../../../shared/domain/payer/mark.ts';
import { RISKS } from '../../../shared/domain/payer/risk.ts';
import { HABIT_SEGMENTS } from '../../../shared/domain/payer/segment.ts';
import { addDays, addMonths, type CalendarDate } from '../../../shared/kernel/calendar-date.ts';
import { payerText } from '../../../shared/text/screens/payer.ts';
import { useCommand } from '../../commands/use-command.tsx';
import { DateWordsInput } from '../../parts/date-words-input.tsx';
import { useText, useToday } from '../../parts/reader.tsx';
import styles from './customer-file.module.css';
import { type FactFormProps, FactFrame } from './fact-frame.tsx';

/** What somebody decided is looked at again within a quarter. */
const REVIEW_MONTHS = 3;

/** With `only`, no other kind of mark may be chosen. */
export function MarkForm(props: FactFormProps & { readonly only?: MarkKind }) {
  const { customerId, onClose, only } = props;
  const words = useText(payerText);
  const today = useToday();
  const [kind, setKind] = useState<MarkKind>(only ?? 'watch');
  const [value, setValue] = useState('');
  const [reason, setReason] = useState('');
  const [reviewOn, setReviewOn] = useState<CalendarDate | null>(addMonths(today, REVIEW_MONTHS));
  const values: readonly string[] = kind === 'segment' ? HABIT_SEGMENTS : RISKS;
  const record = useCommand((call) => call.payers.recordMark, {
    said: () => words.saved,
    undo:
      ({ factId }) =>
      (call, commandId) =>
        call.payers.endFact({ commandId, kind: 'mark', factId, isEnded: true }),
  });
  const isRight = reason.trim() !== '' && reviewOn !== null && (kind === 'watch' || value !== '');
  return (
    <FactFrame
      title={words.markTitle}
      isRight={isRight}
      isRunning={record.isRunning}
      onClose={onClose}
      onSave={() => record.run({ customerId, kind, value, reason, reviewOn: reviewOn ?? today })}
    >
      <div className={styles.fields}>
        <Select
          label={words.kind}
          data-autofocus
          allowDeselect={false}
          value={kind}
          data={(only === undefined ? MARK_KINDS : [only]).map((one) => ({
            value: one,
            label: words.markKindOf[one] ?? one,
          }))}
          onChange={(chosen) => {
            setKind(MARK_KINDS.find((one) => one === chosen) ?? 'watch');
            setValue('');
          }}
        />
        {kind !== 'watch' && (
          <Select
            label={words.value}
            value={value === '' ? null : value}
            data={values.map((one) => ({ value: one, label: words.markValues[one] ?? one }))}
            onChange={(chosen) => setValue(chosen ?? '')}
          />
        )}
        <DateWordsInput
          label={words.reviewOn}
          min={addDays(today, 1)}
          value={reviewOn}
          onChange={setReviewOn}
        />
      </div>
      <TextInput
        label={words.reason}
        required
        maxLength={200}
        value={reason}
        onChange={(event) => setReason(event.currentTarget.value)}
      />
    </FactFrame>
  );
}

export function AcceptanceForm({ customerId, onClose }: FactFormProps) {
  const words = useText(payerText);
  const today = useToday();
  const [acceptedOn, setAcceptedOn] = useState<CalendarDate | null>(today);
  const [version, setVersion] = useState('');
  const [source, setSource] = useState('');
  const record = useCommand((call) => call.payers.recordTermsAcceptance, {
    said: () => words.saved,
    undo:
      ({ factId }) =>
      (call, commandId) =>
        call.payers.endFact({ commandId, kind: 'acceptance', factId, isEnded: true }),
  });
  return (
    <FactFrame
      title={words.acceptanceTitle}
      isRight={version.trim() !== '' && source.trim() !== '' && acceptedOn !== null}
      isRunning={record.isRunning}
      onClose={onClose}
      onSave={() => record.run({ customerId, acceptedOn: acceptedOn ?? today, version, source })}
    >
      <div className={styles.fields}>
        <TextInput
          label={words.version}
          data-autofocus
          required
          maxLength={200}
          value={version}
          onChange={(event) => setVersion(event.currentTarget.value)}
        />
        <DateWordsInput label={words.acceptedOn} value={acceptedOn} onChange={setAcceptedOn} />
        <Source value={source} onChange={setSource} />
      </div>
    </FactFrame>
  );
}

/** Where it was read: a fact without its source is a rumour. */
export function Source(props: {
  readonly value: string;
  readonly onChange: (value: string) => void;
}) {
  const words = useText(payerText);
  return (
    <TextInput
      label={words.source}
      placeholder={words.sourceHint}
      required
      maxLength={200}
      value={props.value}
      onChange={(event) => props.onChange(event.currentTarget.value)}
    />
  );
}
