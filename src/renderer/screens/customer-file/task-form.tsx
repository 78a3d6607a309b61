/** Something to do on this customer, on a day. */
import { TextInput } from '@mantine/core';
import { useState } from 'react';
import { customerFileText } from '../../../shared/text/screens/customer-file.ts';
import { useCommand } from '../../commands/use-command.tsx';
import { useText, useToday } from '../../parts/reader.tsx';
import { FormFrame } from './form-frame.tsx';
import type { FormProps } from './form-props.ts';
import { NextAction, type NextActionValue } from './next-action.tsx';

export function TaskForm({ file, onClose, onNext }: FormProps) {
  const words = useText(customerFileText).form;
  const today = useToday();
  const [task, setTask] = useState<NextActionValue | null>({ kind: 'call', dueOn: today });
  const [comment, setComment] = useState('');
  const record = useCommand((call) => call.actions.recordTask, {
    said: () => words.taskNoted,
    undo:
      ({ taskId }) =>
      (call, commandId) =>
        call.actions.closeTask({ commandId, taskId }),
  });
  const save = async () => {
    if (task === null) return false;
    return (await record.run({ customerId: file.customerId, ...task, comment })).isDone;
  };
  return (
    <FormFrame
      title={words.task}
      problem={task === null ? words.needDate : null}
      isRunning={record.isRunning}
      onSave={save}
      onClose={onClose}
      onNext={onNext}
    >
      <NextAction value={task} onChange={setTask} />
      <TextInput
        label={words.comment}
        data-autofocus
        value={comment}
        onChange={(event) => setComment(event.currentTarget.value)}
      />
    </FormFrame>
  );
}
