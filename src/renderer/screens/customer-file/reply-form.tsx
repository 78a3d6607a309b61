/**
 * A reply dropped on the customer file or pasted: read, matched to its message, and recorded; what
 * the customer says opens the form that follows from it.
 */
import { Checkbox, Select, Textarea } from '@mantine/core';
import { useEffect, useState } from 'react';
import { PAYER_ANSWERS, type PayerAnswer } from '../../../shared/domain/message/answer-code.ts';
import type { CalendarDate } from '../../../shared/kernel/calendar-date.ts';
import { repliesText } from '../../../shared/text/screens/replies.ts';
import { useCommand } from '../../commands/use-command.tsx';
import { DateWordsInput } from '../../parts/date-words-input.tsx';
import { useText } from '../../parts/reader.tsx';
import styles from './customer-file.module.css';
import { FormFrame } from './form-frame.tsx';
import type { FormProps } from './form-props.ts';
import { MailDrop } from './mail-drop.tsx';
import { MailRead } from './mail-read.tsx';
import { type ReadMail, useReadMail } from './use-read-mail.ts';

export function ReplyForm(
  props: FormProps & {
    /** Let go over the file. */
    readonly dropped: File | null;
    /** What the customer says leads to another form. */
    readonly onFollow: (answer: PayerAnswer) => void;
  },
) {
  const { file, dropped, onClose, onNext } = props;
  const words = useText(repliesText);
  const reader = useReadMail(file.customerId);
  const { take } = reader;
  // biome-ignore lint/correctness/useExhaustiveDependencies: a file let go is read once.
  useEffect(() => {
    if (dropped !== null) void take(dropped);
  }, [dropped]);
  if (reader.mail !== null) {
    return <ReplyFields {...props} mail={reader.mail} onAgain={reader.forget} />;
  }
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
      <MailDrop isRunning={reader.isRunning} onFile={(chosen) => void take(chosen)} />
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

type Fields = Parameters<typeof ReplyForm>[0] & {
  readonly mail: ReadMail;
  readonly onAgain: () => void;
};

function ReplyFields({ file, mail, onClose, onNext, onFollow }: Fields) {
  const words = useText(repliesText);
  const [isThere, setThere] = useState(false);
  const [answer, setAnswer] = useState<PayerAnswer | null>(mail.answer);
  const [awayUntil, setAwayUntil] = useState<CalendarDate | null>(mail.awayUntil);
  const [marks, setMarks] = useState(true);
  const [isRead, setRead] = useState(false);
  const record = useCommand((call) => call.outbox.recordReply, { said: () => words.recorded });
  const save = async () => {
    const customerId = isThere ? (mail.customer?.customerId ?? file.customerId) : file.customerId;
    const outcome = await record.run({
      customerId,
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
    });
    if (!outcome.isDone) return false;
    const isHere = customerId === file.customerId;
    if (mail.kind !== 'answer' || answer === null || !isHere) return true;
    onFollow(answer);
    return false;
  };
  return (
    <FormFrame
      title={words.title}
      problem={null}
      isRunning={record.isRunning}
      onSave={save}
      onClose={onClose}
      onNext={onNext}
    >
      <MailRead mail={mail} customerId={file.customerId} isThere={isThere} onThere={setThere} />
      {mail.kind === 'answer' && (
        <div className={styles.row}>
          <AnswerChoice value={answer} onChange={setAnswer} />
        </div>
      )}
      {mail.kind === 'automatic' && (
        <div className={styles.row}>
          <DateWordsInput
            label={words.awayUntil}
            data-autofocus
            value={awayUntil}
            onChange={setAwayUntil}
          />
        </div>
      )}
      {mail.refusedAddress !== null && (
        <Checkbox
          label={words.refused(mail.refusedAddress)}
          checked={marks}
          onChange={(event) => setMarks(event.currentTarget.checked)}
        />
      )}
      {mail.kind === 'answer' && (
        <Checkbox
          label={words.isRead}
          description={words.holds}
          checked={isRead}
          onChange={(event) => setRead(event.currentTarget.checked)}
        />
      )}
    </FormFrame>
  );
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
