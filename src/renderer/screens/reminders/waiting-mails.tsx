/** Mails of the mailbox of which nobody said yet whose they are. */
import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { formatDate } from '../../../shared/format/date.ts';
import { repliesText } from '../../../shared/text/screens/replies.ts';
import { useApi } from '../../api/connection.tsx';
import { useCommand } from '../../commands/use-command.tsx';
import { useText } from '../../parts/reader.tsx';
import styles from './replies.module.css';

export function WaitingMails(props: { readonly onAttribute: (incomingId: number) => void }) {
  const api = useApi();
  const words = useText(repliesText);
  const { data = [] } = useQuery(api.query.outbox.waitingMails.queryOptions());
  const { run, isRunning } = useCommand(
    (call) => (input: { commandId: string; incomingId: number }) =>
      call.outbox
        .fileMail({ ...input, isAside: true })
        .then((answer) => ({ ...answer, incomingId: input.incomingId })),
    {
      said: () => words.laidAside,
      undo:
        ({ incomingId }) =>
        (call, commandId) =>
          call.outbox.fileMail({ commandId, incomingId, isAside: false }),
    },
  );
  if (data.length === 0) return null;
  const title = words.waitingTitle(data.length);
  return (
    <section className={styles.waiting} aria-label={title}>
      <h2>{title}</h2>
      {/* A long list scrolls by itself, so it can be reached by key. */}
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: it scrolls. */}
      <ul tabIndex={0} aria-label={title}>
        {data.map(({ incomingId, day, sender, subject }) => (
          <li key={incomingId}>
            <span className={styles.day}>{formatDate(day)}</span>
            <span className={styles.sender}>{sender === '' ? words.nobody : sender}</span>
            <span className={styles.subject}>{subject}</span>
            <Button size="compact-sm" onClick={() => props.onAttribute(incomingId)}>
              {words.attribute}
            </Button>
            <Button
              size="compact-sm"
              variant="subtle"
              loading={isRunning}
              onClick={() => void run({ incomingId })}
            >
              {words.aside}
            </Button>
          </li>
        ))}
      </ul>
    </section>
  );
}
