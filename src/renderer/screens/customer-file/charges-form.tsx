/** What is decided of the charges of the ticked invoices; taken back from the toast. */
import { Button, SegmentedControl, TextInput } from '@mantine/core';
import { useState } from 'react';
import type { ChargeDecisionInput } from '../../../shared/contract/charges.ts';
import { formatCount } from '../../../shared/format/number.ts';
import type { CalendarDate } from '../../../shared/kernel/calendar-date.ts';
import { chargesText } from '../../../shared/text/screens/charges.ts';
import { useCommand } from '../../commands/use-command.tsx';
import { DateWordsInput } from '../../parts/date-words-input.tsx';
import { useLanguage, useText, useToday } from '../../parts/reader.tsx';
import styles from './charges-dialog.module.css';

const ACTS = ['claim', 'freeze', 'waive'] as const;
type Act = (typeof ACTS)[number];
const REASON_MIN = 3;

export function ChargesForm(props: {
  readonly customerId: number;
  readonly receivableIds: readonly number[];
}) {
  const { customerId, receivableIds } = props;
  const words = useText(chargesText);
  const language = useLanguage();
  const today = useToday();
  const [act, setAct] = useState<Act>('claim');
  const [untilDate, setUntilDate] = useState<CalendarDate | null>(today);
  const [reason, setReason] = useState('');
  const decide = useCommand((call) => call.actions.decideCharges, {
    said: () => words.done[act],
    undo:
      ({ before }) =>
      (call, commandId) =>
        call.actions.decideCharges({
          commandId,
          customerId,
          decisions: before,
          reason: words.undoReason,
        }),
  });
  const isExplained = act === 'claim' || reason.trim().length >= REASON_MIN;
  const isDated = act !== 'freeze' || untilDate !== null;
  const run = async () => {
    const decisions = receivableIds.map((receivableId) =>
      decisionOf(receivableId, act, untilDate ?? today),
    );
    const { isDone } = await decide.run({ customerId, decisions, reason: reason.trim() });
    if (isDone) setReason('');
  };
  const count = receivableIds.length;
  return (
    <form
      className={styles.decide}
      aria-label={words.decide}
      onSubmit={(event) => {
        event.preventDefault();
        void run();
      }}
    >
      <div className={styles.fields} data-labelled={act === 'claim' ? undefined : true}>
        <SegmentedControl
          className={styles.unlabelled}
          aria-label={words.decide}
          value={act}
          data={ACTS.map((value) => ({ value, label: words.acts[value] }))}
          onChange={(value) => setAct(ACTS.find((one) => one === value) ?? 'claim')}
        />
        {act === 'freeze' && (
          <DateWordsInput label={words.untilDate} value={untilDate} onChange={setUntilDate} />
        )}
        {act !== 'claim' && (
          <TextInput
            className={styles.grow}
            label={words.reason}
            placeholder={words.reasonHint}
            value={reason}
            onChange={(event) => setReason(event.currentTarget.value)}
          />
        )}
        <Button
          className={styles.unlabelled}
          type="submit"
          variant="filled"
          loading={decide.isRunning}
          disabled={count === 0 || !isExplained || !isDated}
        >
          {words.apply(words.acts[act], formatCount(count, { language }), count === 1)}
        </Button>
      </div>
      <p className={styles.quiet}>{words.actNotes[act]}</p>
    </form>
  );
}

function decisionOf(receivableId: number, act: Act, untilDate: CalendarDate): ChargeDecisionInput {
  return act === 'freeze'
    ? { receivableId, decision: act, untilDate }
    : { receivableId, decision: act };
}
