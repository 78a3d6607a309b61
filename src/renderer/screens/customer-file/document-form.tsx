/** What a chosen file is and what it is about, before it is kept. */
import { Button, Select, TextInput } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import {
  DOCUMENT_KINDS,
  type DocumentKind,
} from '../../../shared/domain/document/document-kind.ts';
import type { CalendarDate } from '../../../shared/kernel/calendar-date.ts';
import { documentsText } from '../../../shared/text/screens/documents.ts';
import { useApi } from '../../api/connection.tsx';
import { useCommand } from '../../commands/use-command.tsx';
import { useUpload } from '../../commands/use-upload.ts';
import { failureSentence } from '../../failure/failure-sentence.ts';
import { DateWordsInput } from '../../parts/date-words-input.tsx';
import { Dialog } from '../../parts/dialog.tsx';
import { useLanguage, useText } from '../../parts/reader.tsx';
import { showToast } from '../../parts/toast.tsx';
import styles from './customer-file.module.css';

const ITEMS_SHOWN = 200;

export function DocumentForm(props: {
  readonly customerId: number;
  readonly file: File;
  readonly onClose: () => void;
}) {
  const { customerId, file, onClose } = props;
  const words = useText(documentsText);
  const [kind, setKind] = useState<DocumentKind>('order');
  const [receivableId, setReceivableId] = useState<number | null>(null);
  const [datedOn, setDatedOn] = useState<CalendarDate | null>(null);
  const [comment, setComment] = useState('');
  const keep = useKeep(file, onClose);
  const items = useItemChoices(customerId);
  return (
    <Dialog isOpen title={file.name} onClose={onClose}>
      <form
        className={styles.documentForm}
        onSubmit={(event) => {
          event.preventDefault();
          if (datedOn !== null) {
            void keep.run({ customerId, receivableId, kind, datedOn, comment });
          }
        }}
      >
        <Select
          label={words.kind}
          data-autofocus
          allowDeselect={false}
          data={DOCUMENT_KINDS.map((value) => ({ value, label: words.kinds[value] }))}
          value={kind}
          onChange={(value) => setKind(DOCUMENT_KINDS.find((one) => one === value) ?? 'other')}
        />
        <Select
          label={words.item}
          placeholder={words.noItem}
          clearable
          searchable
          data={items}
          value={receivableId === null ? null : String(receivableId)}
          onChange={(value) => setReceivableId(value === null ? null : Number.parseInt(value, 10))}
        />
        <DateWordsInput label={words.date} value={datedOn} onChange={setDatedOn} />
        <TextInput
          label={words.comment}
          maxLength={4000}
          value={comment}
          onChange={(event) => setComment(event.currentTarget.value)}
        />
        <Button type="submit" variant="filled" disabled={datedOn === null} loading={keep.isRunning}>
          {words.save}
        </Button>
      </form>
    </Dialog>
  );
}

interface Said {
  readonly customerId: number;
  readonly receivableId: number | null;
  readonly kind: DocumentKind;
  readonly datedOn: CalendarDate;
  readonly comment: string;
}

/** Sends the file, then keeps it; a refusal leaves the form as it is. */
function useKeep(file: File, onDone: () => void) {
  const words = useText(documentsText);
  const language = useLanguage();
  const upload = useUpload();
  const add = useCommand((call) => call.documents.add, {
    said: () => words.kept,
    undo:
      ({ documentId }) =>
      (call, commandId) =>
        call.documents.withdraw({ commandId, documentId, isWithdrawn: true }),
  });
  const run = async (said: Said) => {
    const sent = await upload.send(file);
    if (!sent.isDone) {
      showToast({ message: failureSentence(sent.refusal, language), tone: 'danger' });
      return;
    }
    const outcome = await add.run({ ...said, uploadId: sent.value });
    if (outcome.isDone) onDone();
  };
  return { run, isRunning: upload.progress !== null || add.isRunning };
}

function useItemChoices(customerId: number) {
  const api = useApi();
  const input = { customerId, state: 'open' as const, offset: 0, limit: ITEMS_SHOWN };
  const { data } = useQuery(api.query.customers.items.queryOptions({ input }));
  return (data?.rows ?? []).flatMap(({ receivableId, documentNumber }) =>
    receivableId === null || documentNumber === ''
      ? []
      : [{ value: String(receivableId), label: documentNumber }],
  );
}
