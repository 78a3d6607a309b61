/** What the invoice of an item states of it, and the way to the file itself. */
import { Button } from '@mantine/core';
import { IconFileTypePdf } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { formatDate } from '../../../shared/format/date.ts';
import { invoiceFilesWords } from '../../../shared/text/screens/invoice-files.ts';
import type { ApiClient } from '../../api/client.ts';
import { useApi } from '../../api/connection.tsx';
import { openFile } from '../../api/files.ts';
import { failureOf } from '../../failure/failure.ts';
import { failureSentence } from '../../failure/failure-sentence.ts';
import { FactList } from '../../parts/fact-list.tsx';
import { useLanguage, useText } from '../../parts/reader.tsx';
import { Section } from '../../parts/screen.tsx';
import { showToast } from '../../parts/toast.tsx';
import styles from './customer-file.module.css';

type Stated = NonNullable<
  NonNullable<Awaited<ReturnType<ApiClient['einvoices']['ofItem']>>>['stated']
>;

export function ItemInvoice({ receivableId }: { readonly receivableId: number }) {
  const api = useApi();
  const words = useText(invoiceFilesWords);
  const language = useLanguage();
  const { data } = useQuery(api.query.einvoices.ofItem.queryOptions({ input: { receivableId } }));
  if (data === undefined || data === null) return null;
  const open = async () => {
    try {
      await openFile(api, (await api.call.einvoices.file({ receivableId })).fileId);
    } catch (error) {
      showToast({ message: failureSentence(failureOf(error), language), tone: 'danger' });
    }
  };
  return (
    <Section
      title={data.stated === null ? words.ofItemPlain : words.ofItem}
      note={data.fileName}
      actions={
        <Button
          leftSection={<IconFileTypePdf size={15} stroke={1.6} />}
          onClick={() => void open()}
        >
          {words.open}
        </Button>
      }
    >
      {data.stated !== null && <StatedFacts stated={data.stated} />}
    </Section>
  );
}

function StatedFacts({ stated }: { readonly stated: Stated }) {
  const words = useText(invoiceFilesWords);
  const { dueDate, paymentTerms, orderNumber, iban, buyerName, buyerSiren } = stated;
  const buyer = buyerSiren === null ? buyerName : `${buyerName} (SIREN ${buyerSiren})`;
  const facts = [
    { label: words.buyer, value: buyer },
    { label: words.terms, value: paymentTerms },
    { label: words.order, value: orderNumber },
    { label: words.bank, value: iban },
  ];
  return (
    <>
      <p className={styles.quiet}>
        {dueDate === null ? words.dueNotRead : words.dueRead(formatDate(dueDate))}
      </p>
      <FactList
        facts={facts.flatMap(({ label, value }) =>
          value === null || value === '' ? [] : [{ label, value }],
        )}
      />
    </>
  );
}
