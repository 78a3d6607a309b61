/** Files kept on the customer and his items: opened in a page of their own, added, withdrawn. */
import { ActionIcon, Button } from '@mantine/core';
import { IconPaperclip, IconTrash } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useRef, useState } from 'react';
import type { KeptDocument } from '../../../shared/contract/documents.ts';
import { formatDate } from '../../../shared/format/date.ts';
import { documentsText } from '../../../shared/text/screens/documents.ts';
import { useApi } from '../../api/connection.tsx';
import { openFile } from '../../api/files.ts';
import { useCommand } from '../../commands/use-command.tsx';
import { failureOf } from '../../failure/failure.ts';
import { failureSentence } from '../../failure/failure-sentence.ts';
import { useLanguage, useText } from '../../parts/reader.tsx';
import { Section } from '../../parts/screen.tsx';
import { showToast } from '../../parts/toast.tsx';
import styles from './customer-file.module.css';
import { DocumentForm } from './document-form.tsx';

export function DocumentList({ customerId }: { readonly customerId: number }) {
  const api = useApi();
  const words = useText(documentsText);
  const input = useRef<HTMLInputElement>(null);
  const [file, setFile] = useState<File | null>(null);
  const { data } = useQuery(api.query.documents.list.queryOptions({ input: { customerId } }));
  const rows = data?.rows ?? [];
  return (
    <Section
      title={words.title}
      actions={
        <Button
          variant="subtle"
          leftSection={<IconPaperclip size={14} stroke={1.6} />}
          onClick={() => input.current?.click()}
        >
          {words.add}
        </Button>
      }
    >
      <input
        ref={input}
        type="file"
        hidden
        data-testid="document"
        aria-label={words.add}
        onChange={(event) => {
          setFile(event.currentTarget.files?.[0] ?? null);
          event.currentTarget.value = '';
        }}
      />
      {data !== undefined && rows.length === 0 && <p className={styles.quiet}>{words.none}</p>}
      <ul className={styles.contacts}>
        {rows.map((row) => (
          <DocumentLine key={row.documentId} document={row} />
        ))}
      </ul>
      {file !== null && (
        <DocumentForm customerId={customerId} file={file} onClose={() => setFile(null)} />
      )}
    </Section>
  );
}

function DocumentLine({ document }: { readonly document: KeptDocument }) {
  const api = useApi();
  const words = useText(documentsText);
  const language = useLanguage();
  const { documentId, fileName, kind, datedOn, documentNumber, comment } = document;
  const withdraw = useCommand((call) => call.documents.withdraw, {
    said: () => words.withdrawn,
    undo: () => (call, commandId) =>
      call.documents.withdraw({ commandId, documentId, isWithdrawn: false }),
  });
  const open = async () => {
    try {
      await openFile(api, (await api.call.documents.file({ documentId })).fileId);
    } catch (error) {
      showToast({ message: failureSentence(failureOf(error), language), tone: 'danger' });
    }
  };
  const about = [
    words.kinds[kind],
    ...(documentNumber === '' ? [] : [words.on(documentNumber)]),
    formatDate(datedOn),
    ...(comment === '' ? [] : [comment]),
  ];
  return (
    <li className={styles.contact}>
      <span className={styles.documentLine}>
        <Button variant="subtle" size="compact-sm" title={fileName} onClick={() => void open()}>
          {fileName}
        </Button>
        <span className={styles.quiet}>{about.join(' · ')}</span>
      </span>
      <ActionIcon
        variant="subtle"
        loading={withdraw.isRunning}
        aria-label={words.withdraw(fileName)}
        onClick={() => void withdraw.run({ documentId, isWithdrawn: true })}
      >
        <IconTrash size={15} stroke={1.6} />
      </ActionIcon>
    </li>
  );
}
