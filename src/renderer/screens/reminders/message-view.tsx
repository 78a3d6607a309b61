/**
 * A message as its reader gets it: whom it goes to, what is joined, and the mail itself, or the
 * sheets of the letter as they will be printed; its words alone beside either.
 */
import { Button, SegmentedControl } from '@mantine/core';
import { useState } from 'react';
import type { NoticeEdit, PlannedRow } from '../../../shared/contract/dunning.ts';
import { scenarioText } from '../../../shared/text/dunning-verdict.ts';
import { chargesText } from '../../../shared/text/screens/charges.ts';
import { remindersText } from '../../../shared/text/screens/reminders.ts';
import type { Failure } from '../../failure/failure.ts';
import { MailPreview } from '../../parts/mail-preview.tsx';
import { useLanguage, useText } from '../../parts/reader.tsx';
import { ErrorState } from '../../parts/states.tsx';
import { ChargesDialog } from '../customer-file/charges-dialog.tsx';
import { AttachmentList } from './attachment-list.tsx';
import { isMail } from './batch-amounts.ts';
import { LetterSheets } from './letter-sheets.tsx';
import message from './message.module.css';
import type { Preview } from './preview.ts';
import styles from './reminders.module.css';

const WAYS = ['whole', 'text'] as const;

interface MessageViewProps {
  readonly row: PlannedRow;
  readonly preview: Preview;
  /** What was changed of it when it was previewed. */
  readonly edit: NoticeEdit | null;
  readonly failure: Failure | null;
}

export function MessageView(props: MessageViewProps) {
  const { preview, failure, row, edit } = props;
  const words = useText(remindersText);
  const [way, setWay] = useState<(typeof WAYS)[number]>('whole');
  const problems = failure === null ? preview.problems : [];
  return (
    <div className={message.reading}>
      <div className={styles.bar}>
        <Headers row={row} preview={preview} />
        <SegmentedControl
          aria-label={words.preview}
          value={way}
          data={[
            { value: 'whole', label: isMail(row) ? words.asMail : words.asLetter },
            { value: 'text', label: words.asText },
          ]}
          onChange={(chosen) => setWay(WAYS.find((one) => one === chosen) ?? 'whole')}
        />
      </div>
      {failure !== null && <ErrorState failure={failure} />}
      {problems.length > 0 && (
        <ul className={message.problems} aria-label={words.problems}>
          {problems.map((problem) => (
            <li key={problem}>{problem}</li>
          ))}
        </ul>
      )}
      <div className={message.message}>
        {way === 'text' ? (
          // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls is reached by key.
          <pre className={message.text} tabIndex={0}>
            {preview.text}
          </pre>
        ) : isMail(row) ? (
          <MailPreview title={words.previewFrame} html={preview.html} />
        ) : (
          <LetterSheets payerId={row.payerId} edit={edit} />
        )}
      </div>
    </div>
  );
}

function Headers({ row, preview }: Pick<MessageViewProps, 'row' | 'preview'>) {
  const words = useText(remindersText);
  const charges = useText(chargesText);
  const language = useLanguage();
  const [isCharges, setCharges] = useState(false);
  const lines: readonly (readonly [string, string])[] = [
    ...(isMail(row)
      ? ([
          [words.from, preview.from],
          [words.to, preview.to],
          [words.copies, preview.copies.join(', ')],
        ] as const)
      : ([
          [words.channel, scenarioText[language].channels[row.channel]],
          [words.place, row.recipient],
        ] as const)),
    [words.subject, preview.subject],
  ];
  return (
    <dl className={message.headers}>
      {lines
        .filter(([, value]) => value !== '')
        .map(([name, value]) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      {preview.chargedReceivableIds.length > 0 && (
        <div>
          <dt>{charges.interest}</dt>
          <dd>
            <Button size="compact-xs" variant="default" onClick={() => setCharges(true)}>
              {charges.menu}
            </Button>
            {isCharges && (
              <ChargesDialog
                customerId={row.payerId}
                name={row.name}
                receivableIds={preview.chargedReceivableIds}
                onClose={() => setCharges(false)}
              />
            )}
          </dd>
        </div>
      )}
      {preview.attachments.length > 0 && (
        <div>
          <dt>{words.attachments}</dt>
          <dd>
            <AttachmentList payerId={row.payerId} attachments={preview.attachments} />
          </dd>
        </div>
      )}
    </dl>
  );
}
