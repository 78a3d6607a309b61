/** Our answer to a dispute: its outcome, the credit note it grants, what was said. */
import { Button, Radio, TextInput } from '@mantine/core';
import { useState } from 'react';
import { formatCents } from '../../../shared/format/amount.ts';
import { agreementsText } from '../../../shared/text/screens/agreements.ts';
import { useCommand } from '../../commands/use-command.tsx';
import { AmountInput } from '../../parts/amount-input.tsx';
import { Dialog } from '../../parts/dialog.tsx';
import { useLanguage, useText } from '../../parts/reader.tsx';
import styles from './promises.module.css';

const OUTCOMES = ['credit_note', 'partly', 'maintained'] as const;

/** What the dialog says of the dispute. */
export interface DisputeToClose {
  readonly disputeId: number;
  readonly amountCents: number;
  readonly currency: string;
}

export function CloseDisputeDialog(props: {
  readonly dispute: DisputeToClose;
  readonly said: string;
  readonly onClose: () => void;
}) {
  const { dispute, said, onClose } = props;
  const words = useText(agreementsText).disputes;
  const language = useLanguage();
  const [outcome, setOutcome] = useState<(typeof OUTCOMES)[number]>('credit_note');
  const [creditCents, setCreditCents] = useState<number | null>(null);
  const [comment, setComment] = useState('');
  const close = useCommand((call) => call.actions.closeDispute, {
    said: () => said,
    undo:
      ({ disputeId }) =>
      (call, commandId) =>
        call.actions.reopenDispute({ commandId, disputeId }),
  });
  const isPart = outcome === 'partly';
  const isRight = !isPart || (creditCents !== null && creditCents > 0);
  const save = async () => {
    const { disputeId } = dispute;
    const credit = isPart ? creditCents : null;
    const done = await close.run({ disputeId, outcome, creditCents: credit, comment });
    if (done.isDone) onClose();
  };
  const { amountCents, currency } = dispute;
  return (
    <Dialog isOpen title={words.closeTitle} onClose={onClose} size={520}>
      <form
        className={styles.form}
        onSubmit={(event) => {
          event.preventDefault();
          if (isRight) void save();
        }}
      >
        <Radio.Group
          label={words.outcome}
          description={words.creditOf(formatCents(amountCents, { language, currency }))}
          value={outcome}
          onChange={(value) => setOutcome(OUTCOMES.find((one) => one === value) ?? 'maintained')}
        >
          <div className={styles.choices}>
            {OUTCOMES.map((value, index) => (
              <Radio
                key={value}
                value={value}
                label={words.outcomes[value]}
                {...(index === 0 && { 'data-autofocus': true })}
              />
            ))}
          </div>
        </Radio.Group>
        {isPart && (
          <AmountInput
            label={words.credit}
            currency={currency}
            value={creditCents}
            onChange={setCreditCents}
          />
        )}
        <TextInput
          label={words.answer}
          value={comment}
          onChange={(event) => setComment(event.currentTarget.value)}
        />
        <p className={styles.quiet}>{words.afterwards[outcome]}</p>
        <div className={styles.buttons}>
          <Button type="submit" variant="filled" disabled={!isRight} loading={close.isRunning}>
            {words.save}
          </Button>
          <Button variant="subtle" onClick={onClose}>
            {words.cancel}
          </Button>
        </div>
      </form>
    </Dialog>
  );
}
