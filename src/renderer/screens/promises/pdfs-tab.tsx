/** Open invoices whose PDF is not in the folder: what a customer will ask for and not get. */
import { Button } from '@mantine/core';
import { IconRefresh } from '@tabler/icons-react';
import { useMemo } from 'react';
import { formatCount } from '../../../shared/format/number.ts';
import { followUpText } from '../../../shared/text/screens/follow-up.ts';
import { repliesText } from '../../../shared/text/screens/replies.ts';
import type { ApiClient } from '../../api/client.ts';
import { useApi } from '../../api/connection.tsx';
import { useWindows } from '../../api/windows.ts';
import { failureOf } from '../../failure/failure.ts';
import { failureSentence } from '../../failure/failure-sentence.ts';
import type { Column } from '../../parts/data-table/table-types.ts';
import { useLanguage, useText } from '../../parts/reader.tsx';
import { showToast } from '../../parts/toast.tsx';
import { amountColumn, dayColumn, inCurrency, nameColumns, textColumn } from './columns.tsx';
import { FollowUpList } from './follow-up-list.tsx';
import styles from './promises.module.css';

type PdfRow = Awaited<ReturnType<ApiClient['outbox']['missingPdfs']>>['rows'][number];

export function PdfsTab() {
  const api = useApi();
  const common = useText(followUpText);
  const words = useText(repliesText);
  const language = useLanguage();
  const list = useWindows((part) => api.query.outbox.missingPdfs.queryOptions({ input: part }));
  const columns = useMemo<readonly Column<PdfRow>[]>(
    () => [
      textColumn('documentNumber', words.document, (row) => row.documentNumber, { width: 140 }),
      ...nameColumns<PdfRow>(common),
      dayColumn('documentDate', words.documentDate, (row) => row.documentDate),
      dayColumn('dueDate', words.dueDate, (row) => row.dueDate),
      amountColumn('amount', words.amount, (row) => row.amountCents, inCurrency),
      amountColumn('outstanding', words.outstanding, (row) => row.outstandingCents, inCurrency),
    ],
    [common, words],
  );
  const scan = async () => {
    try {
      await api.call.outbox.scanInvoices();
    } catch (error) {
      showToast({ message: failureSentence(failureOf(error), language), tone: 'danger' });
    }
  };
  const folder = list.head?.folder ?? '';
  const count = formatCount(list.head?.fileCount ?? 0, { language });
  return (
    <FollowUpList
      id="pdfs"
      label={words.tabs.pdfs}
      columns={columns}
      list={list}
      rowKey={(row) => `${row.customerId}|${row.documentNumber}|${row.dueDate ?? ''}`}
      workbook={{ list: 'missing_pdfs', input: {} }}
      empty={folder === '' ? words.noFolderYet : words.emptyPdfs}
      filters={
        folder === '' ? undefined : (
          <>
            <span className={styles.folder}>{words.folder(folder, count)}</span>
            <Button
              leftSection={<IconRefresh size={14} stroke={1.6} />}
              onClick={() => void scan()}
            >
              {words.scan}
            </Button>
          </>
        )
      }
    />
  );
}
