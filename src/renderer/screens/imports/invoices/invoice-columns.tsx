/** Columns of the files of invoices: what it is, whose, and what comes of it. */
import { useMemo } from 'react';
import type { InvoiceFileRow } from '../../../../shared/contract/einvoices.ts';
import { formatDate } from '../../../../shared/format/date.ts';
import { invoiceFilesWords } from '../../../../shared/text/screens/invoice-files.ts';
import { Amount } from '../../../parts/amount.tsx';
import { Badge, type Tone } from '../../../parts/badge.tsx';
import type { Column } from '../../../parts/data-table/table-types.ts';
import { DateText } from '../../../parts/date-text.tsx';
import { useText } from '../../../parts/reader.tsx';

const TONES: Readonly<Record<InvoiceFileRow['state'], Tone>> = {
  ready: 'green',
  possible: 'amber',
  known: 'neutral',
  held: 'amber',
  absent: 'neutral',
  refused: 'danger',
};

export function useInvoiceColumns(): readonly Column<InvoiceFileRow>[] {
  const words = useText(invoiceFilesWords);
  return useMemo(
    () => [
      {
        id: 'state',
        label: words.state,
        width: 118,
        isFixed: true,
        cell: (row) => <Badge tone={TONES[row.state]}>{words.states[row.state]}</Badge>,
      },
      { id: 'number', label: words.number, width: 116, cell: (row) => row.number },
      {
        id: 'customer',
        label: words.customer,
        width: 150,
        grow: 2,
        cell: (row) => <span title={row.buyerName}>{row.customerName || row.buyerName}</span>,
      },
      {
        id: 'date',
        label: words.date,
        width: 104,
        cell: (row) => <DateText date={row.issueDate} />,
      },
      {
        id: 'amount',
        label: words.amount,
        width: 112,
        align: 'end',
        cell: (row) =>
          row.amountCents === null ? (
            ''
          ) : (
            <Amount cents={row.amountCents} currency={row.currency} />
          ),
      },
      { id: 'due', label: words.due, width: 200, cell: (row) => <Due row={row} /> },
      {
        id: 'why',
        label: words.why,
        width: 260,
        grow: 6,
        cell: (row) => <Why row={row} />,
      },
      { id: 'file', label: words.file, width: 130, grow: 1, cell: (row) => <File row={row} /> },
    ],
    [words],
  );
}

function Due({ row }: { readonly row: InvoiceFileRow }) {
  const words = useText(invoiceFilesWords);
  if (row.dueAfter === null) return <DateText date={row.dueBefore} />;
  const before = row.dueBefore === null ? '–' : formatDate(row.dueBefore);
  return <strong title={row.dueSentence}>{words.dueFrom(before, formatDate(row.dueAfter))}</strong>;
}

/** Everything in a few words; whole in the title, since a line is one line. */
function Why({ row }: { readonly row: InvoiceFileRow }) {
  const words = useText(invoiceFilesWords);
  const said = saidOf(row, words);
  return <span title={said.join('\n')}>{said.join(' ')}</span>;
}

type Words = (typeof invoiceFilesWords)['fr'];

/** Everything that is said of a file, a sentence each. */
export function saidOf(row: InvoiceFileRow, words: Words): string[] {
  const siren = row.newSiren === null ? [] : [`${words.siren(row.newSiren)}.`];
  const terms = row.paymentTerms === null ? [] : [`${words.terms} : ${row.paymentTerms}`];
  const due = row.dueSentence === '' ? [] : [row.dueSentence];
  return [row.sentence, ...row.remarks, ...due, ...siren, ...terms];
}

function File({ row }: { readonly row: InvoiceFileRow }) {
  return <span title={row.fileName}>{row.fileName}</span>;
}
