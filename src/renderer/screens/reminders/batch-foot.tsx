/** What is ticked, in figures, and the one button that sends it. */
import { Button } from '@mantine/core';
import { IconSend } from '@tabler/icons-react';
import { useState } from 'react';
import type { PlannedRow } from '../../../shared/contract/dunning.ts';
import { remindersText } from '../../../shared/text/screens/reminders.ts';
import { useText } from '../../parts/reader.tsx';
import { amountsOf, isMail } from './batch-amounts.ts';
import { useBatchChoices } from './batch-choices.ts';
import { type Guard, isLocked } from './guard-bar.tsx';
import type { LeftAsideRow } from './left-aside.tsx';
import styles from './reminders.module.css';
import { SendDialog } from './send-dialog.tsx';
import { useWritten } from './use-written.ts';

export function BatchFoot(props: {
  readonly rows: readonly PlannedRow[];
  readonly guards: readonly Guard[];
  readonly isNarrowed: boolean;
  /** False while some of the batch is still on its way here. */
  readonly isWhole: boolean;
  readonly onLeftAside: (rows: readonly LeftAsideRow[]) => void;
}) {
  const { rows, guards, isNarrowed, isWhole, onLeftAside } = props;
  const words = useText(remindersText);
  const written = useWritten();
  const choices = useBatchChoices();
  const [isAsking, setAsking] = useState(false);
  const ticked = rows.filter(choices.isTicked);
  const verb = isNarrowed ? words.sendShown : words.sendAll;
  const amount = amountsOf(ticked, written);
  const { count, named } = written;
  const mailCount = ticked.filter(isMail).length;
  const letterCount = ticked.length - mailCount;
  return (
    <div className={styles.foot} data-print="never">
      <span role="status">{words.ticked(count(ticked.length), count(rows.length))}</span>
      <span className={styles.quiet}>
        {[
          ...(mailCount > 0 ? [named(mailCount, words.mails)] : []),
          ...(letterCount > 0 ? [named(letterCount, words.letters)] : []),
        ].join(', ')}
      </span>
      <span className={styles.space} />
      <Button
        variant="filled"
        size="sm"
        leftSection={<IconSend size={16} stroke={1.7} />}
        disabled={ticked.length === 0 || isLocked(guards) || !isWhole}
        onClick={() => setAsking(true)}
      >
        {ticked.length === 0
          ? words.nothingTicked
          : words.sendWith(verb, count(ticked.length), amount)}
      </Button>
      {isAsking && (
        <SendDialog
          rows={ticked}
          guards={guards}
          onLeftAside={onLeftAside}
          onClose={() => setAsking(false)}
        />
      )}
    </div>
  );
}
