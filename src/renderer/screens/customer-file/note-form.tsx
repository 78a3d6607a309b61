/** A note on the customer: facts, kept for who reads the file later. */
import { Textarea } from '@mantine/core';
import { useState } from 'react';
import { customerFileText } from '../../../shared/text/screens/customer-file.ts';
import { useCommand } from '../../commands/use-command.tsx';
import { useText } from '../../parts/reader.tsx';
import { FormFrame } from './form-frame.tsx';
import type { FormProps } from './form-props.ts';

export function NoteForm({ file, onClose, onNext }: FormProps) {
  const words = useText(customerFileText).form;
  const [text, setText] = useState('');
  const record = useCommand((call) => call.actions.recordNote, { said: () => words.noteNoted });
  const save = async () => (await record.run({ customerId: file.customerId, text })).isDone;
  return (
    <FormFrame
      title={words.note}
      problem={text.trim() === '' ? words.needText : null}
      isRunning={record.isRunning}
      onSave={save}
      onClose={onClose}
      onNext={onNext}
    >
      <Textarea
        label={words.text}
        data-autofocus
        autosize
        minRows={3}
        value={text}
        onChange={(event) => setText(event.currentTarget.value)}
      />
    </FormFrame>
  );
}
