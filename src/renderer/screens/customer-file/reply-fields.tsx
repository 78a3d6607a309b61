/** A reply that was read: whose it is, what it says, and what follows; then it is recorded. */
import { Checkbox, Select } from '@mantine/core';
import { useState } from 'react';
import { PAYER_ANSWERS, type PayerAnswer } from '../../../shared/domain/message/answer-code.ts';
import { formatDate } from '../../../shared/format/date.ts';
import type { CalendarDate } from '../../../shared/kernel/calendar-date.ts';
import { repliesText } from '../../../shared/text/screens/replies.ts';
import { useCommand } from '../../commands/use-command.tsx';
import { DateWordsInput } from '../../parts/date-words-input.tsx';
import { useText } from '../../parts/reader.tsx';
import styles from './customer-file.module.css';
import { FormFrame } from './form-frame.tsx';
import { MailRead } from './mail-read.tsx';
import { ReplyOwner } from './reply-owner.tsx';
import type { ReadMail } from './use-read-mail.ts';

interface ReplyFieldsProps {
  readonly mail: ReadMail;
  /** The customer whose file is open; null where the reply has to find its own. */
  readonly customerId: number | null;
  readonly onClose: () => void;
  readonly onNext: (() => void) | null;
  /** Recorded; true to close, false where another form follows. */
  readonly onRecorded: (customerId: number, answer: PayerAnswer | null) => boolean;
}

export function ReplyFields({ mail, customerId, onClose, onNext, onRecorded }: ReplyFieldsProps) {
  const words = useText(repliesText);
  const [ownerId, setOwnerId] = useState<number | null>(() => likelyOwner(mail, customerId));
  const [draft, setDraft] = useState<Draft>({
    answer: mail.answer,
    awayUntil: mail.awayUntil,
    marks: true,
    isRead: false,
  });
  const onDraft = (patch: Partial<Draft>) => setDraft({ ...draft, ...patch });
  const record = useCommand((call) => call.outbox.recordReply, { said: () => words.recorded });
  const save = async () => {
    if (ownerId === null) return false;
    const answer = mail.kind === 'answer' ? draft.answer : null;
    const outcome = await record.run({ customerId: ownerId, ...receivedOf(mail, draft) });
    return outcome.isDone && onRecorded(ownerId, answer);
  };
  const { recorded } = mail;
  return (
    <FormFrame
      title={words.title}
      problem={ownerId === null ? words.needOwner : null}
      isRunning={record.isRunning}
      onSave={save}
      onClose={onClose}
      onNext={onNext}
    >
      <MailRead mail={mail} />
      {recorded !== null && (
        <p className={styles.wrong} role="alert">
          {words.already(formatDate(recorded.day), recorded.name)}
        </p>
      )}
      <ReplyOwner mail={mail} hereId={customerId} ownerId={ownerId} onOwner={setOwnerId} />
      <SaidFields mail={mail} draft={draft} onDraft={onDraft} />
    </FormFrame>
  );
}

/** What a person may change of what was read. */
interface Draft {
  readonly answer: PayerAnswer | null;
  readonly awayUntil: CalendarDate | null;
  /** Marks the address that refuses. */
  readonly marks: boolean;
  readonly isRead: boolean;
}

function receivedOf(mail: ReadMail, { answer, awayUntil, marks, isRead }: Draft) {
  return {
    kind: mail.kind,
    sender: mail.sender,
    subject: mail.subject,
    text: mail.text,
    noticeId: mail.notice?.noticeId ?? null,
    answer: mail.kind === 'answer' ? answer : null,
    refusedAddress: marks ? mail.refusedAddress : null,
    refusalKind: mail.refusalKind,
    refusalDetail: mail.refusalDetail.slice(0, 1000),
    awayUntil: mail.kind === 'automatic' ? awayUntil : null,
    isRead,
    uploadId: mail.uploadId,
    incomingId: mail.incomingId,
    messageId: mail.messageId,
  };
}

/** What it says, by its kind. */
function SaidFields(props: {
  readonly mail: ReadMail;
  readonly draft: Draft;
  readonly onDraft: (patch: Partial<Draft>) => void;
}) {
  const { mail, draft, onDraft } = props;
  const words = useText(repliesText);
  return (
    <>
      {mail.kind === 'answer' && (
        <div className={styles.row}>
          <AnswerChoice value={draft.answer} onChange={(answer) => onDraft({ answer })} />
        </div>
      )}
      {mail.kind === 'automatic' && (
        <div className={styles.row}>
          <DateWordsInput
            label={words.awayUntil}
            data-autofocus
            value={draft.awayUntil}
            onChange={(awayUntil) => onDraft({ awayUntil })}
          />
        </div>
      )}
      {mail.refusedAddress !== null && (
        <Checkbox
          label={words.refused(mail.refusedAddress)}
          checked={draft.marks}
          onChange={(event) => onDraft({ marks: event.currentTarget.checked })}
        />
      )}
      {mail.kind === 'answer' && (
        <Checkbox
          label={words.isRead}
          description={words.holds}
          checked={draft.isRead}
          onChange={(event) => onDraft({ isRead: event.currentTarget.checked })}
        />
      )}
    </>
  );
}

/** The file one is in; elsewhere the one it is certainly from. */
function likelyOwner(mail: ReadMail, customerId: number | null): number | null {
  if (customerId !== null) return customerId;
  return mail.candidates.length > 0 ? null : (mail.customer?.customerId ?? null);
}

const NO_ANSWER = 'none';

function AnswerChoice(props: {
  readonly value: PayerAnswer | null;
  readonly onChange: (answer: PayerAnswer | null) => void;
}) {
  const { value, onChange } = props;
  const words = useText(repliesText);
  return (
    <Select
      w={320}
      label={words.answer}
      data-autofocus
      allowDeselect={false}
      description={value === null ? undefined : words.follows[value]}
      inputWrapperOrder={['label', 'input', 'description', 'error']}
      data={[
        ...PAYER_ANSWERS.map((key) => ({
          value: key as string,
          label: words.payerAnswers[key] ?? key,
        })),
        { value: NO_ANSWER, label: words.noAnswer },
      ]}
      value={value ?? NO_ANSWER}
      onChange={(chosen) => onChange(PAYER_ANSWERS.find((key) => key === chosen) ?? null)}
    />
  );
}
