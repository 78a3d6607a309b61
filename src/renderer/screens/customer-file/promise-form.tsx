/** A promise to pay on the ticked items. */
import { TextInput } from '@mantine/core';
import { useState } from 'react';
import { customerFileText } from '../../../shared/text/screens/customer-file.ts';
import { useCommand } from '../../commands/use-command.tsx';
import { useText } from '../../parts/reader.tsx';
import { FormFrame } from './form-frame.tsx';
import type { FormProps } from './form-props.ts';
import { InsurerWarning } from './insurer-warning.tsx';
import { PromiseFields, type PromiseValue, promiseProblem } from './promise-fields.tsx';
import { tickedAmounts } from './use-customer.ts';

export function PromiseForm({ file, items, ticked, onClose, onNext }: FormProps) {
  const words = useText(customerFileText).form;
  const [comment, setComment] = useState('');
  const [{ currency, amountCents: tickedCents }] = tickedAmounts(items, ticked);
  const [promise, setPromise] = useState<PromiseValue>({
    promisedFor: null,
    amountCents: tickedCents,
  });
  const record = useCommand((call) => call.actions.recordPromise, {
    said: () => words.promiseNoted,
    undo:
      ({ promiseId }) =>
      (call, commandId) =>
        call.actions.cancelPromise({ commandId, promiseId, reason: 'undone' }),
  });
  const save = async () => {
    const { promisedFor, amountCents } = promise;
    if (promisedFor === null || amountCents === null) return false;
    const done = await record.run({
      customerId: file.customerId,
      receivableIds: [...ticked],
      promisedFor,
      amountCents,
      method: null,
      comment,
    });
    return done.isDone;
  };
  return (
    <FormFrame
      title={words.promise}
      problem={promiseProblem(promise, ticked, words)}
      isRunning={record.isRunning}
      onSave={save}
      onClose={onClose}
      onNext={onNext}
    >
      <PromiseFields value={promise} currency={currency} onChange={setPromise} />
      <InsurerWarning file={file} items={items} ticked={ticked} day={promise.promisedFor} />
      <TextInput
        label={words.comment}
        value={comment}
        onChange={(event) => setComment(event.currentTarget.value)}
      />
    </FormFrame>
  );
}
