/** A mail as it was read: who, about what, what it answers, and its text. */
import { formatDate } from '../../../shared/format/date.ts';
import { repliesText } from '../../../shared/text/screens/replies.ts';
import { Badge } from '../../parts/badge.tsx';
import { useText } from '../../parts/reader.tsx';
import styles from './customer-file.module.css';
import type { ReadMail } from './use-read-mail.ts';

const TONES = { answer: 'accent', automatic: 'neutral', bounce: 'danger' } as const;

export function MailRead({ mail }: { readonly mail: ReadMail }) {
  const words = useText(repliesText);
  const { kind, sender, senderName, subject, text, notice, refusalSentence } = mail;
  const who = [senderName, sender].filter((part) => part !== '').join(' · ');
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
      {/* A long mail scrolls by itself, so it can be reached by key. */}
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: it scrolls. */}
      <section className={styles.mailText} tabIndex={0} aria-label={words.kinds[kind]}>
        {text}
      </section>
    </div>
  );
}
