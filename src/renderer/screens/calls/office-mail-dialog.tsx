/** The mail to the sales office, to copy, or to open as a draft of one's own mail program. */
import { Button } from '@mantine/core';
import type { OfficeMail } from '../../../shared/contract/calls.ts';
import { callsScreenText } from '../../../shared/text/screens/calls.ts';
import { useApi } from '../../api/connection.tsx';
import { saveFile } from '../../api/files.ts';
import { failureOf } from '../../failure/failure.ts';
import { failureSentence } from '../../failure/failure-sentence.ts';
import { Dialog } from '../../parts/dialog.tsx';
import { useLanguage, useText } from '../../parts/reader.tsx';
import { showToast } from '../../parts/toast.tsx';
import styles from './calls.module.css';
import { copyText } from './short-message-dialog.tsx';

export function OfficeMailDialog(props: {
  readonly mail: OfficeMail;
  readonly onClose: () => void;
}) {
  const { mail, onClose } = props;
  const api = useApi();
  const language = useLanguage();
  const words = useText(callsScreenText).blocks;
  const sms = useText(callsScreenText).sms;
  const copy = async () => {
    const isCopied = await copyText(`${mail.subject}\n\n${mail.text}`);
    showToast(isCopied ? { message: words.copied } : { message: sms.notCopied, tone: 'danger' });
  };
  const open = () =>
    saveFile(api, mail.fileId).catch((error: unknown) =>
      showToast({ message: failureSentence(failureOf(error), language), tone: 'danger' }),
    );
  return (
    <Dialog isOpen title={words.mailTitle} onClose={onClose} size={560}>
      <div className={styles.mail}>
        <p className={styles.quiet}>{`${words.to} : ${mail.to === '' ? words.nobody : mail.to}`}</p>
        <p>{mail.subject}</p>
        {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a long text scrolls by key. */}
        <pre className={styles.mailText} tabIndex={0}>
          {mail.text}
        </pre>
        <div className={styles.buttons}>
          <Button onClick={onClose}>{words.close}</Button>
          <Button onClick={() => void open()}>{words.draft}</Button>
          <Button variant="filled" data-autofocus onClick={() => void copy()}>
            {words.copy}
          </Button>
        </div>
      </div>
    </Dialog>
  );
}
