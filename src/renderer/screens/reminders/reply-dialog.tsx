/** A reply recorded from elsewhere than a customer's file: it finds its customer, or is asked. */
import { useEffect } from 'react';
import type { PayerAnswer } from '../../../shared/domain/message/answer-code.ts';
import { repliesText } from '../../../shared/text/screens/replies.ts';
import { type FileAction, useOpenCustomer } from '../../frame/open-customer.tsx';
import { Dialog } from '../../parts/dialog.tsx';
import { useText } from '../../parts/reader.tsx';
import { ReplyFields } from '../customer-file/reply-fields.tsx';
import { ReplySource } from '../customer-file/reply-source.tsx';
import { useReadMail } from '../customer-file/use-read-mail.ts';

/** What is begun with. */
export type ReplyGiven =
  | { readonly kind: 'nothing' }
  | { readonly kind: 'file'; readonly file: File }
  | { readonly kind: 'waiting'; readonly incomingId: number };

/** The form of the customer file that follows from what he says. */
const FOLLOWING: Readonly<Record<PayerAnswer, FileAction>> = {
  paid: 'announced',
  will_pay: 'promise',
  not_received: 'duplicates',
  disputed: 'dispute',
};

export function ReplyDialog(props: { readonly given: ReplyGiven; readonly onClose: () => void }) {
  const { given, onClose } = props;
  const words = useText(repliesText);
  const openCustomer = useOpenCustomer();
  const reader = useReadMail(null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: what was given is read once.
  useEffect(() => {
    if (given.kind === 'file') void reader.take(given.file);
    if (given.kind === 'waiting') void reader.readWaiting(given.incomingId);
  }, [given]);
  return (
    <Dialog isOpen title={words.dialog} size={680} onClose={onClose}>
      {reader.mail === null ? (
        <ReplySource reader={reader} onClose={onClose} onNext={null} />
      ) : (
        <ReplyFields
          mail={reader.mail}
          customerId={null}
          onClose={onClose}
          onNext={null}
          onRecorded={(customerId, answer) => {
            if (answer !== null) openCustomer(customerId, { action: FOLLOWING[answer] });
            return true;
          }}
        />
      )}
    </Dialog>
  );
}
