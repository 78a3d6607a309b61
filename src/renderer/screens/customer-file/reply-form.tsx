/**
 * A reply dropped on the customer file or pasted: read, matched to its message, and recorded; what
 * the customer says opens the form that follows from it.
 */
import { useEffect } from 'react';
import type { PayerAnswer } from '../../../shared/domain/message/answer-code.ts';
import type { FormProps } from './form-props.ts';
import { ReplyFields } from './reply-fields.tsx';
import { ReplySource } from './reply-source.tsx';
import { useReadMail } from './use-read-mail.ts';

export function ReplyForm(
  props: FormProps & {
    /** Let go over the file. */
    readonly dropped: File | null;
    /** What the customer says leads to another form. */
    readonly onFollow: (answer: PayerAnswer) => void;
  },
) {
  const { file, dropped, onClose, onNext, onFollow } = props;
  const { customerId } = file;
  const reader = useReadMail(customerId);
  const { take } = reader;
  // biome-ignore lint/correctness/useExhaustiveDependencies: a file let go is read once.
  useEffect(() => {
    if (dropped !== null) void take(dropped);
  }, [dropped]);
  if (reader.mail === null) {
    return <ReplySource reader={reader} onClose={onClose} onNext={onNext} />;
  }
  return (
    <ReplyFields
      mail={reader.mail}
      customerId={customerId}
      onClose={onClose}
      onNext={onNext}
      onRecorded={(ownerId, answer) => {
        if (answer === null || ownerId !== customerId) return true;
        onFollow(answer);
        return false;
      }}
    />
  );
}
