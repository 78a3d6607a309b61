/** A guarantee on the payer: who answers, for how much, for which share, until when. */
import { NumberInput, Select, TextInput } from '@mantine/core';
import { useState } from 'react';
import { GUARANTEE_KINDS, type GuaranteeKind } from '../../../shared/domain/payer/exposure.ts';
import type { InsuranceTerms } from '../../../shared/domain/payer/insurer-deadline.ts';
import { LEDGER_CURRENCY } from '../../../shared/domain/receivable/currency.ts';
import type { CalendarDate } from '../../../shared/kernel/calendar-date.ts';
import { payerText } from '../../../shared/text/screens/payer.ts';
import { useCommand } from '../../commands/use-command.tsx';
import { AmountInput } from '../../parts/amount-input.tsx';
import { DateWordsInput } from '../../parts/date-words-input.tsx';
import { useText, useToday } from '../../parts/reader.tsx';
import { ShareInput } from '../../parts/share-input.tsx';
import styles from './customer-file.module.css';
import { type FactFormProps, FactFrame } from './fact-frame.tsx';
import { Source } from './mark-form.tsx';

/** Credit insurance usually answers for nine tenths. */
const SHARE_PROPOSED = 9000;

const NO_DELAYS: InsuranceTerms = {
  termDaysMax: null,
  extensionDaysMax: null,
  declareDays: null,
};

export function GuaranteeForm({ customerId, onClose }: FactFormProps) {
  const words = useText(payerText);
  const today = useToday();
  const [kind, setKind] = useState<GuaranteeKind>('credit_insurance');
  const [amountCents, setAmountCents] = useState<number | null>(null);
  const [shareBasisPoints, setShare] = useState(SHARE_PROPOSED);
  const [since, setSince] = useState<CalendarDate | null>(today);
  const [until, setUntil] = useState<CalendarDate | null>(null);
  const [source, setSource] = useState('');
  const [comment, setComment] = useState('');
  const [insurance, setInsurance] = useState<InsuranceTerms>(NO_DELAYS);
  const record = useCommand((call) => call.payers.recordGuarantee, {
    said: () => words.saved,
    undo:
      ({ factId }) =>
      (call, commandId) =>
        call.payers.endFact({ commandId, kind: 'guarantee', factId, isEnded: true }),
  });
  const isAmount = amountCents !== null && amountCents > 0;
  return (
    <FactFrame
      title={words.guaranteeTitle}
      isRight={isAmount && since !== null && source.trim() !== ''}
      isRunning={record.isRunning}
      onClose={onClose}
      onSave={() =>
        record.run({
          customerId,
          kind,
          amountCents: amountCents ?? 0,
          currency: LEDGER_CURRENCY,
          shareBasisPoints,
          since: since ?? today,
          until,
          source,
          comment,
          insurance: kind === 'credit_insurance' ? insurance : null,
        })
      }
    >
      <div className={styles.fields}>
        <Select
          label={words.kind}
          data-autofocus
          allowDeselect={false}
          value={kind}
          data={GUARANTEE_KINDS.map((one) => ({
            value: one,
            label: words.guaranteeKinds[one] ?? one,
          }))}
          onChange={(chosen) => setKind(GUARANTEE_KINDS.find((one) => one === chosen) ?? 'other')}
        />
        <AmountInput label={words.amount} value={amountCents} onChange={setAmountCents} />
        <ShareInput label={words.share} basisPoints={shareBasisPoints} onChange={setShare} />
        <DateWordsInput label={words.since} value={since} onChange={setSince} />
        <DateWordsInput label={words.until} value={until} onChange={setUntil} />
        <Source value={source} onChange={setSource} />
      </div>
      {kind === 'credit_insurance' && <PolicyDelays value={insurance} onChange={setInsurance} />}
      <TextInput
        label={words.comment}
        value={comment}
        onChange={(event) => setComment(event.currentTarget.value)}
      />
    </FactFrame>
  );
}

/** What the policy sets, in days; an empty field sets nothing. */
function PolicyDelays(props: {
  readonly value: InsuranceTerms;
  readonly onChange: (value: InsuranceTerms) => void;
}) {
  const { value, onChange } = props;
  const words = useText(payerText);
  const field = (name: keyof InsuranceTerms, label: string, max: number) => (
    <NumberInput
      label={label}
      min={name === 'extensionDaysMax' ? 0 : 1}
      max={max}
      allowDecimal={false}
      allowNegative={false}
      hideControls
      value={value[name] ?? ''}
      onChange={(days) => onChange({ ...value, [name]: typeof days === 'number' ? days : null })}
    />
  );
  return (
    <div className={styles.fields}>
      {field('termDaysMax', words.termDaysMax, 720)}
      {field('extensionDaysMax', words.extensionDaysMax, 720)}
      {field('declareDays', words.declareDays, 1500)}
    </div>
  );
}
