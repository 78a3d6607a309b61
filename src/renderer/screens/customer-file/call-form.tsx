/**
 * A call, logged without the mouse: one key for how it ended, the promise or the next action it led
 * to already filled in, Ctrl+Enter for the next customer.
 */
import { Select, Textarea } from '@mantine/core';
import { useMemo, useState } from 'react';
import type { CallOutcome } from '../../../shared/contract/actions.ts';
import { businessCalendar } from '../../../shared/domain/calendar/business-calendar.ts';
import { proposedNextAction } from '../../../shared/domain/contact-log/call-outcome.ts';
import { causeOfOutcome, nextOfCause } from '../../../shared/domain/payer/delay-cause.ts';
import type { CalendarDate } from '../../../shared/kernel/calendar-date.ts';
import { customerFileText } from '../../../shared/text/screens/customer-file.ts';
import { useCommand } from '../../commands/use-command.tsx';
import { DateWordsInput } from '../../parts/date-words-input.tsx';
import { useText, useToday } from '../../parts/reader.tsx';
import { CallCopiesFields, useCallCopies } from './call-duplicates.tsx';
import { type PlannedCall, StepOfCall, usePromised, useStepOfCall } from './call-step.tsx';
import { CauseFields, type CauseValue } from './cause-fields.tsx';
import { causeOfTicked, peopleOf } from './cause-form.tsx';
import styles from './customer-file.module.css';
import { FormFrame } from './form-frame.tsx';
import type { FormProps } from './form-props.ts';
import { NextAction, type NextActionValue } from './next-action.tsx';
import { OutcomeChoice } from './outcome-choice.tsx';
import { PromiseFields, type PromiseValue, promiseProblem } from './promise-fields.tsx';
import { tickedAmounts } from './use-customer.ts';

/** Outcomes that say a day: call back on, paid on, absent until, expected on. */
const DATED: ReadonlySet<CallOutcome> = new Set([
  'call_back',
  'paid',
  'absent',
  'in_approval',
  'bill_sent',
]);
const calendar = businessCalendar();

interface CallFormProps extends FormProps {
  readonly direction: 'in' | 'out';
  readonly planned?: PlannedCall;
  /** Known already: what a reply said. */
  readonly outcome?: CallOutcome;
}

export function CallForm(props: CallFormProps) {
  const { file, items, ticked, direction, planned, onClose, onNext } = props;
  const words = useText(customerFileText).form;
  const today = useToday();
  const [outcome, setOutcome] = useState<CallOutcome | null>(props.outcome ?? null);
  const [outcomeDate, setOutcomeDate] = useState<CalendarDate | null>(null);
  const [contactId, setContactId] = useState<number | null>(null);
  const [comment, setComment] = useState('');
  const [{ currency, amountCents: tickedCents }] = tickedAmounts(items, ticked);
  const [promise, setPromise] = usePromised(tickedCents);
  const step = useStepOfCall(planned, outcome);
  const [typed, setTyped] = useState<NextActionValue | null | undefined>(undefined);
  const { said, setSaid } = useCauseOfCall(props, outcome);
  const ofCause = said === null ? null : nextOfCause(said.cause);
  const proposed = useMemo(() => {
    const known = { today, outcomeDate, ofCause };
    return outcome === null ? null : proposedNextAction(outcome, known, calendar);
  }, [outcome, outcomeDate, ofCause, today]);
  const copies = useCallCopies(file.customerId, ticked, outcome);
  const next = typed === undefined ? (copies.next ?? proposed) : typed;
  const record = useCallRecord();
  const problem = problemOf(outcome, promise, ticked, words);
  const save = async () => {
    if (outcome === null) return false;
    // What can be refused comes first: no call is logged for copies that did not leave.
    if (!(await copies.send())) return false;
    const { promisedFor, amountCents } = promise;
    const isPromise = outcome === 'promise' && promisedFor !== null && amountCents !== null;
    const done = await record.run({
      customerId: file.customerId,
      direction,
      contactId,
      outcome,
      outcomeDate: DATED.has(outcome) ? outcomeDate : null,
      receivableIds: [...ticked],
      comment,
      promise: isPromise ? { promisedFor, amountCents, method: null } : null,
      delayCause: said,
      nextAction: next === null ? null : { ...next, comment: '' },
      ...step.done,
    });
    if (done.isDone) planned?.onLogged(outcome);
    return done.isDone;
  };
  return (
    <FormFrame
      title={direction === 'in' ? words.incoming : words.call}
      problem={problem}
      isRunning={record.isRunning || copies.duplicates.isRunning}
      onSave={save}
      onClose={onClose}
      onNext={onNext}
    >
      <OutcomeChoice value={outcome} onChange={setOutcome} />
      {outcome === 'promise' && (
        <PromiseFields value={promise} currency={currency} onChange={setPromise} />
      )}
      <CallCopiesFields copies={copies} />
      <div className={styles.row}>
        {outcome !== null && DATED.has(outcome) && (
          <DateWordsInput
            label={words.outcomeDate}
            data-day
            value={outcomeDate}
            onChange={setOutcomeDate}
          />
        )}
        <WhoAnswered file={file} value={contactId} onChange={setContactId} />
        <CallComment value={comment} onChange={setComment} />
      </div>
      {outcome !== null && (
        <div className={styles.row}>
          <CauseFields value={said} people={peopleOf(file)} onChange={setSaid} />
        </div>
      )}
      {outcome !== null && <NextAction value={next} onChange={setTyped} />}
      <StepOfCall planned={planned} outcome={outcome} step={step} />
    </FormFrame>
  );
}

/** The cause of the delay: typed, else told by the outcome, else what was told before. */
function useCauseOfCall({ items, ticked }: CallFormProps, outcome: CallOutcome | null) {
  const [typed, setSaid] = useState<CauseValue | null | undefined>(undefined);
  const told = outcome === null ? null : causeOfOutcome(outcome);
  const before = causeOfTicked(items, ticked);
  const proposed = told === null || told === before?.cause ? before : { cause: told, owner: '' };
  return { said: typed === undefined ? proposed : typed, setSaid };
}

/** Records a call, with the way back in its toast. */
function useCallRecord() {
  const words = useText(customerFileText).form;
  return useCommand((call) => call.actions.recordCall, {
    said: () => words.callNoted,
    undo:
      ({ contactLogId }) =>
      (call, commandId) =>
        call.actions.undoCall({ commandId, contactLogId }),
  });
}

function problemOf(
  outcome: CallOutcome | null,
  promise: PromiseValue,
  ticked: FormProps['ticked'],
  words: Parameters<typeof promiseProblem>[2] & { readonly outcome: string },
): string | null {
  if (outcome === null) return words.outcome;
  return outcome === 'promise' ? promiseProblem(promise, ticked, words) : null;
}

function CallComment(props: {
  readonly value: string;
  readonly onChange: (comment: string) => void;
}) {
  const words = useText(customerFileText).form;
  return (
    <Textarea
      className={styles.grow}
      label={words.comment}
      autosize
      minRows={1}
      value={props.value}
      onChange={(event) => props.onChange(event.currentTarget.value)}
    />
  );
}

/** Whom one spoke to; only typed contacts have an id to record. */
function WhoAnswered(props: {
  readonly file: FormProps['file'];
  readonly value: number | null;
  readonly onChange: (contactId: number | null) => void;
}) {
  const words = useText(customerFileText).form;
  const known = props.file.contacts.flatMap(({ contactId, name }) =>
    contactId === null ? [] : [{ value: String(contactId), label: name }],
  );
  if (known.length === 0) return null;
  return (
    <Select
      label={words.who}
      placeholder={words.nobody}
      clearable
      data={known}
      value={props.value === null ? null : String(props.value)}
      onChange={(value) => props.onChange(value === null ? null : Number.parseInt(value, 10))}
    />
  );
}
