/** A mail as it was read: who, about what, what it answers, and whose it seems to be. */
import { Button } from '@mantine/core';
import { formatDate } from '../../../shared/format/date.ts';
import { repliesText } from '../../../shared/text/screens/replies.ts';
import { Badge } from '../../parts/badge.tsx';
import { useText } from '../../parts/reader.tsx';
import styles from './customer-file.module.css';
import type { ReadMail } from './use-read-mail.ts';

const TONES = { answer: 'accent', automatic: 'neutral', bounce: 'danger' } as const;

export function MailRead(props: {
  readonly mail: ReadMail;
  /** The customer whose file is open. */
  readonly customerId: number;
  /** It is recorded at the other customer. */
  readonly isThere: boolean;
  readonly onThere: (isThere: boolean) => void;
}) {
  const { mail, customerId, isThere, onThere } = props;
  const words = useText(repliesText);
  const { kind, sender, senderName, subject, text, customer, notice, refusalSentence } = mail;
  const who = [senderName, sender].filter((part) => part !== '').join(' · ');
  const other = customer !== null && customer.customerId !== customerId ? customer : null;
  return (
    <div className={styles.mail}>
      <p className={styles.mailHead}>
        <Badge tone={TONES[kind]}>{words.kinds[kind]}</Badge>
        <span>
          {words.from} {who === '' ? words.nobody : who}
        </span>
      </p>
      {subject !== '' && (
        <p>
          <strong>{subject}</strong>
        </p>
      )}
      {notice !== null && (
        <p className={styles.quiet}>{words.answers(notice.subject, formatDate(notice.day))}</p>
      )}
      {refusalSentence !== '' && <p>{refusalSentence}</p>}
      {other !== null && (
        <div className={styles.otherOwner} role="alert">
          <p>{isThere ? words.recordedThere(other.name) : words.matchedOther(other.name)}</p>
          <Button size="compact-sm" onClick={() => onThere(!isThere)}>
            {isThere ? words.recordHere : words.recordThere(other.name)}
          </Button>
        </div>
      )}
      {/* A long mail scrolls by itself, so it can be reached by key. */}
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: it scrolls. */}
      <section className={styles.mailText} tabIndex={0} aria-label={words.kinds[kind]}>
        {text}
      </section>
    </div>
  );
}
