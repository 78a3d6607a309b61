/** Who writes, and what goes with the messages: attachments, their size, the folder of invoices. */
import { Button, Checkbox, TextInput } from '@mantine/core';
import { useState } from 'react';
import { formatCount } from '../../../shared/format/number.ts';
import { settingsMailText } from '../../../shared/text/screens/settings-mail.ts';
import { useApi } from '../../api/connection.tsx';
import { useJobEnd } from '../../api/jobs.ts';
import { failureOf } from '../../failure/failure.ts';
import { failureSentence } from '../../failure/failure-sentence.ts';
import { useLanguage, useText } from '../../parts/reader.tsx';
import { Section } from '../../parts/screen.tsx';
import { showToast } from '../../parts/toast.tsx';
import { FigureField } from './figure-field.tsx';
import { isAddress, type MailForm } from './mail-server-fields.tsx';
import styles from './settings.module.css';

const MEGABYTE = 1_000_000;

export function SenderFields({ form }: { readonly form: MailForm }) {
  const { value, change } = form;
  const words = useText(settingsMailText);
  const wrong = (address: string) =>
    address === '' || isAddress(address) ? undefined : words.addressWrong;
  const field = (name: 'fromAddress' | 'replyTo' | 'bcc', hint: string | undefined) => ({
    description: hint,
    inputWrapperOrder: ['label', 'input', 'description', 'error'] as (
      | 'label'
      | 'input'
      | 'description'
      | 'error'
    )[],
    maxLength: 200,
    autoComplete: 'off',
    spellCheck: false,
    value: value[name],
    error: wrong(value[name]),
    onChange: (event: { currentTarget: { value: string } }) =>
      change({ [name]: event.currentTarget.value.trim() }),
  });
  return (
    <Section title={words.sender}>
      <div className={styles.pair}>
        <TextInput
          label={words.fromName}
          maxLength={200}
          value={value.fromName}
          onChange={(event) => change({ fromName: event.currentTarget.value })}
        />
        <TextInput label={words.fromAddress} {...field('fromAddress', undefined)} />
        <TextInput label={words.replyTo} {...field('replyTo', words.replyToHint)} />
        <TextInput label={words.bcc} {...field('bcc', words.bccHint)} />
      </div>
    </Section>
  );
}

export function JoinedFields(props: { readonly form: MailForm; readonly isSaved: boolean }) {
  const { form, isSaved } = props;
  const { value, change, defaults } = form;
  const words = useText(settingsMailText);
  const tick = (name: 'withInvoices' | 'withStatement' | 'withAnswerLinks') => (
    <Checkbox
      label={words[name]}
      checked={value[name]}
      onChange={(event) => change({ [name]: event.currentTarget.checked })}
    />
  );
  return (
    <Section title={words.joined}>
      <div className={styles.ticks}>
        {tick('withInvoices')}
        {tick('withStatement')}
        {tick('withAnswerLinks')}
      </div>
      <div className={styles.figures}>
        <FigureField
          label={words.attachmentMax}
          suffix={words.megabytes}
          min={1}
          max={25}
          value={Math.round(value.attachmentBytesMax / MEGABYTE)}
          origin={Math.round(defaults.attachmentBytesMax / MEGABYTE)}
          onChange={(size) => change({ attachmentBytesMax: size * MEGABYTE })}
        />
      </div>
      <TextInput
        label={words.invoiceFolder}
        description={words.invoiceFolderHint}
        inputWrapperOrder={['label', 'input', 'description', 'error']}
        maxLength={500}
        autoComplete="off"
        spellCheck={false}
        value={value.invoiceFolder}
        onChange={(event) => change({ invoiceFolder: event.currentTarget.value })}
      />
      {value.invoiceFolder !== '' && <FolderScan isSaved={isSaved} />}
    </Section>
  );
}

interface Scanned {
  readonly fileCount: number;
  readonly matchedCount: number;
  readonly unmatched: readonly string[];
  readonly isCut: boolean;
}

/** Reads the folder now; it is read by itself each morning. */
function FolderScan({ isSaved }: { readonly isSaved: boolean }) {
  const { call } = useApi();
  const jobEnd = useJobEnd();
  const words = useText(settingsMailText);
  const language = useLanguage();
  const [isRunning, setRunning] = useState(false);
  const [scanned, setScanned] = useState<Scanned | null>(null);
  const scan = async () => {
    setRunning(true);
    setScanned(null);
    try {
      const { jobId } = await call.outbox.scanInvoices();
      const job = await jobEnd(jobId);
      if (job.state === 'done') setScanned(job.result as Scanned);
      else if (job.state !== 'cancelled') showToast({ message: words.scanFailed, tone: 'danger' });
    } catch (error) {
      showToast({ message: failureSentence(failureOf(error), language), tone: 'danger' });
    }
    setRunning(false);
  };
  const count = (figure: number) => formatCount(figure, { language });
  return (
    <div>
      <Button loading={isRunning} disabled={!isSaved} onClick={() => void scan()}>
        {words.scan}
      </Button>
      {scanned !== null && (
        <div role="status">
          <p className={styles.good}>
            {words.scanned(count(scanned.fileCount), count(scanned.matchedCount))}
          </p>
          {scanned.isCut && <p className={styles.refusal}>{words.scanCut}</p>}
          {scanned.unmatched.length > 0 && (
            <p className={styles.lead}>
              {words.unmatched} {scanned.unmatched.slice(0, 6).join(', ')}
            </p>
          )}
        </div>
      )}
    </div>
  );
}
