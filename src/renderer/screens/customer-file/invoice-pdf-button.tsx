/** Opens the PDF of an invoice in a page of its own, from a line of a list. */
import { ActionIcon } from '@mantine/core';
import { IconFileTypePdf } from '@tabler/icons-react';
import { invoiceFilesWords } from '../../../shared/text/screens/invoice-files.ts';
import { useApi } from '../../api/connection.tsx';
import { openFile } from '../../api/files.ts';
import { failureOf } from '../../failure/failure.ts';
import { failureSentence } from '../../failure/failure-sentence.ts';
import { useLanguage, useText } from '../../parts/reader.tsx';
import { showToast } from '../../parts/toast.tsx';

export function InvoicePdfButton({ documentNumber }: { readonly documentNumber: string }) {
  const api = useApi();
  const words = useText(invoiceFilesWords);
  const language = useLanguage();
  const label = words.openPdf(documentNumber);
  const open = async () => {
    try {
      const { fileId } = await api.call.dunning.invoiceFile({ documentNumber });
      await openFile(api, fileId);
    } catch (error) {
      showToast({ message: failureSentence(failureOf(error), language), tone: 'danger' });
    }
  };
  return (
    <ActionIcon
      size={20}
      variant="subtle"
      aria-label={label}
      title={label}
      onClick={(event) => {
        event.stopPropagation();
        void open();
      }}
      onKeyDown={(event) => event.stopPropagation()}
    >
      <IconFileTypePdf size={15} stroke={1.6} />
    </ActionIcon>
  );
}
