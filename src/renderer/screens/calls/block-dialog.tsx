/** Before a block is asked for: who decides on it. */
import { Button, TextInput } from '@mantine/core';
import { useState } from 'react';
import type { BlockRow, OfficeMail } from '../../../shared/contract/calls.ts';
import { callsScreenText } from '../../../shared/text/screens/calls.ts';
import { useCommand } from '../../commands/use-command.tsx';
import { Dialog } from '../../parts/dialog.tsx';
import { useText } from '../../parts/reader.tsx';
import styles from './calls.module.css';

export function BlockDialog(props: {
  readonly row: BlockRow;
  readonly onClose: () => void;
  readonly onMail: (mail: OfficeMail) => void;
}) {
  const { row, onClose, onMail } = props;
  const words = useText(callsScreenText).blocks;
  const [decidedBy, setDecidedBy] = useState(row.decidedBy);
  const propose = useCommand((call) => call.calls.proposeBlock, {
    said: () => words.proposed,
    undo:
      ({ orderBlockId }) =>
      (call, commandId) =>
        call.calls.releaseBlock({ commandId, orderBlockId, reason: 'undone' }),
  });
  const ask = async () => {
    const { customerId, currency } = row;
    const done = await propose.run({ customerId, currency, decidedBy });
    if (done.isDone) onMail(done.value.mail);
  };
  return (
    <Dialog isOpen title={words.askTitle(row.name)} onClose={onClose} size={460}>
      <form
        className={styles.mail}
        onSubmit={(event) => {
          event.preventDefault();
          void ask();
        }}
      >
        <p className={styles.quiet}>{row.sentence}</p>
        <TextInput
          label={words.who}
          data-autofocus
          value={decidedBy}
          onChange={(event) => setDecidedBy(event.currentTarget.value)}
        />
        <div className={styles.buttons}>
          <Button onClick={onClose}>{words.cancel}</Button>
          <Button type="submit" variant="filled" loading={propose.isRunning}>
            {words.ask}
          </Button>
        </div>
      </form>
    </Dialog>
  );
}
