/** Messages that may still be called back, with the time left; the hold of two minutes (F2). */
import { Button } from '@mantine/core';
import { IconArrowBackUp, IconClock } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import type { NoticeRow } from '../../../shared/contract/outbox.ts';
import { sumApart } from '../../../shared/domain/receivable/currency.ts';
import { type Instant, secondsBetween } from '../../../shared/kernel/instant.ts';
import { remindersText } from '../../../shared/text/screens/reminders.ts';
import type { Api } from '../../api/client.ts';
import { useApi } from '../../api/connection.tsx';
import { WINDOW_ROWS } from '../../api/windows.ts';
import { useCommand } from '../../commands/use-command.tsx';
import { useText } from '../../parts/reader.tsx';
import styles from './reminders.module.css';
import { timeLeft } from './send-dialog.tsx';
import { useWritten } from './use-written.ts';

const waiting = (offset: number) =>
  ({ box: 'waiting', text: '', offset, limit: WINDOW_ROWS }) as const;

export function HoldBanner() {
  const api = useApi();
  const list = useQuery(api.query.outbox.list.queryOptions({ input: waiting(0) }));
  if (list.data === undefined) return null;
  const { rows, now, boxes } = list.data;
  const held = rows.filter(({ holdUntil }) => holdUntil !== null && holdUntil > now);
  const [first] = held;
  if (first?.holdUntil === undefined || first.holdUntil === null) return null;
  // A batch of more than one window is held to the last message.
  const all = boxes.find(({ box }) => box === 'waiting')?.count ?? held.length;
  const count = held.length === rows.length ? all : held.length;
  return (
    <Held
      key={first.holdUntil}
      rows={held}
      count={count}
      until={first.holdUntil}
      now={now}
      onOver={() => void list.refetch()}
    />
  );
}

function Held(props: {
  readonly rows: readonly NoticeRow[];
  readonly count: number;
  readonly until: Instant;
  readonly now: Instant;
  readonly onOver: () => void;
}) {
  const { rows, count, until, now, onOver } = props;
  const api = useApi();
  const words = useText(remindersText);
  const { named, amount, count: write } = useWritten();
  const left = useSecondsLeft(secondsBetween(now, until), onOver);
  const callBack = useCommand((call) => call.outbox.callBack, {
    said: ({ cancelledCount, leftCount }) =>
      leftCount === 0
        ? named(cancelledCount, words.calledBack)
        : words.calledBackLate(write(cancelledCount), write(leftCount)),
  });
  const takeBack = async () => {
    const noticeIds = await heldIds(api);
    if (noticeIds.length > 0) await callBack.run({ noticeIds, reason: '' });
  };
  const { totalCents } = sumApart(
    rows.map(({ currency, totalCents: amountCents }) => ({ currency, amountCents })),
  );
  return (
    <div className={styles.hold} role="status">
      <IconClock size={17} stroke={1.7} aria-hidden />
      <span>
        {count > rows.length
          ? named(count, words.mails)
          : words.holdRunning(named(count, words.mails), amount(totalCents))}
      </span>
      <strong className={styles.countdown}>
        {left > 0 ? words.holdLeft(timeLeft(left)) : words.holdLeaving}
      </strong>
      <span className={styles.space} />
      <Button
        variant="filled"
        leftSection={<IconArrowBackUp size={15} stroke={1.8} />}
        loading={callBack.isRunning}
        onClick={() => void takeBack()}
      >
        {words.callBack}
      </Button>
    </div>
  );
}

/** Counts down from what was left when the answer came; told once it is over. */
function useSecondsLeft(atFirst: number, onOver: () => void): number {
  const [began] = useState(() => performance.now());
  const [passed, setPassed] = useState(0);
  const left = Math.max(0, atFirst - passed);
  const isOver = left === 0;
  useEffect(() => {
    if (isOver) return;
    const timer = window.setInterval(() => setPassed((performance.now() - began) / 1000), 250);
    return () => window.clearInterval(timer);
  }, [began, isOver]);
  // biome-ignore lint/correctness/useExhaustiveDependencies: told once.
  useEffect(() => {
    if (!isOver) return;
    const timer = window.setTimeout(onOver, 1000);
    return () => window.clearTimeout(timer);
  }, [isOver]);
  return left;
}

/** Every message that may still be called back, whatever their number. */
async function heldIds({ call }: Api): Promise<number[]> {
  const ids: number[] = [];
  for (let offset = 0; ; offset += WINDOW_ROWS) {
    const { rows, total, now } = await call.outbox.list(waiting(offset));
    for (const { noticeId, holdUntil } of rows) {
      if (holdUntil !== null && holdUntil > now) ids.push(noticeId);
    }
    if (offset + WINDOW_ROWS >= total) return ids;
  }
}
