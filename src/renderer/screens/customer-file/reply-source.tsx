/** Where a reply comes from: a mail dropped or chosen, or pasted text. */
import { Textarea } from '@mantine/core';
import { repliesText } from '../../../shared/text/screens/replies.ts';
import { useText } from '../../parts/reader.tsx';
import styles from './customer-file.module.css';
import { FormFrame } from './form-frame.tsx';
import { MailDrop } from './mail-drop.tsx';
import type { MailReader } from './use-read-mail.ts';

export function ReplySource(props: {
  readonly reader: MailReader;
  readonly onClose: () => void;
  readonly onNext: (() => void) | null;
}) {
  const { reader, onClose, onNext } = props;
  const words = useText(repliesText);
  return (
    <FormFrame
      title={words.title}
      saveLabel={words.read}
      problem={reader.pasted.trim() === '' ? words.needMail : null}
      isRunning={reader.isRunning}
      onSave={async () => {
        await reader.readPasted();
        return false;
      }}
      onClose={onClose}
      onNext={onNext}
    >
      <MailDrop isRunning={reader.isRunning} onFile={(chosen) => void reader.take(chosen)} />
      <Textarea
        label={words.paste}
        autosize
        minRows={3}
        maxRows={10}
        maxLength={100_000}
        value={reader.pasted}
        onChange={(event) => reader.setPasted(event.currentTarget.value)}
      />
      {reader.failure !== null && (
        <p className={styles.wrong} role="alert">
          {reader.failure}
        </p>
      )}
    </FormFrame>
  );
}
