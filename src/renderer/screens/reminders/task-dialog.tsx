/** A task of the scenario is done: whether the level moves with it is said, never guessed. */
import { Radio, Stack, Textarea } from '@mantine/core';
import { useState } from 'react';
import type { PlannedRow } from '../../../shared/contract/dunning.ts';
import { remindersText } from '../../../shared/text/screens/reminders.ts';
import { useCommand } from '../../commands/use-command.tsx';
import { ConfirmDialog } from '../../parts/confirm-dialog.tsx';
import { useText } from '../../parts/reader.tsx';

export function TaskDialog(props: { readonly row: PlannedRow; readonly onClose: () => void }) {
  const { row, onClose } = props;
  const words = useText(remindersText);
  const [moves, setMoves] = useState(row.severity !== null);
  const [comment, setComment] = useState('');
  const complete = useCommand((call) => call.dunning.completeTask, { said: () => words.taskDone });
  const save = async () => {
    const { payerId } = row;
    const outcome = await complete.run({ payerId, movesLevel: moves, comment: comment.trim() });
    if (outcome.isDone) onClose();
  };
  return (
    <ConfirmDialog
      isOpen
      title={words.taskTitle(row.name)}
      verb={words.markDone}
      isBusy={complete.isRunning}
      onConfirm={() => void save()}
      onCancel={onClose}
    >
      <Stack gap="sm">
        <p>{row.sentence}</p>
        {row.severity !== null && (
          <Radio.Group
            value={moves ? 'moves' : 'stays'}
            onChange={(chosen) => setMoves(chosen === 'moves')}
            aria-label={words.level}
          >
            <Stack gap={6}>
              <Radio value="moves" label={words.taskMoves(row.stepLabel)} />
              <Radio value="stays" label={words.taskStays} />
            </Stack>
          </Radio.Group>
        )}
        <Textarea
          label={words.comment}
          autosize
          minRows={2}
          value={comment}
          onChange={(event) => setComment(event.currentTarget.value)}
        />
      </Stack>
    </ConfirmDialog>
  );
}
