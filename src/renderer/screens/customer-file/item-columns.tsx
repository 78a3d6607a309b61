/** Columns of the open items, and of the settled ones. */
import { useMemo } from 'react';
import { delayCauseText } from '../../../shared/text/delay-cause.ts';
import { customerFileText } from '../../../shared/text/screens/customer-file.ts';
import { verdictWords } from '../../../shared/text/verdict.ts';
import { Amount } from '../../parts/amount.tsx';
import { Badge } from '../../parts/badge.tsx';
import type { Column } from '../../parts/data-table/table-types.ts';
import { DateText } from '../../parts/date-text.tsx';
import { useText } from '../../parts/reader.tsx';
import styles from './customer-file.module.css';
import { InvoicePdfButton } from './invoice-pdf-button.tsx';
import type { ItemRow } from './use-customer.ts';

/** `hasMarks`: some due date is marked (estimated, typed), which takes more room. */
export function useItemColumns(isSettled: boolean, hasMarks: boolean): readonly Column<ItemRow>[] {
  const words = useText(customerFileText);
  const verdicts = useText(verdictWords);
  const causes = useText(delayCauseText);
  return useMemo(() => {
    const document: Column<ItemRow> = {
      id: 'document',
      label: words.document,
      width: 112,
      grow: 2,
      isFixed: true,
      cell: (row) => <DocumentName row={row} />,
    };
    const kind: Column<ItemRow> = {
      id: 'kind',
      label: words.items,
      width: 100,
      isHiddenAtFirst: true,
      cell: (row) => words.kinds[row.kind],
    };
    const due: Column<ItemRow> = {
      id: 'due',
      label: words.due,
      width: hasMarks ? 160 : 104,
      cell: (row) => <DueDate row={row} />,
    };
    const amount: Column<ItemRow> = {
      id: 'amount',
      label: words.amount,
      width: 96,
      align: 'end',
      cell: (row) => <Amount cents={row.amountCents} currency={row.currency} />,
    };
    const cause: Column<ItemRow> = {
      id: 'cause',
      label: causes.column,
      width: 120,
      isHiddenAtFirst: true,
      cell: (row) => (row.delayCause === null ? '' : causes.names[row.delayCause]),
    };
    const tail = isSettled ? settledColumns(words) : [...openColumns(words, verdicts), cause];
    return [document, kind, due, amount, ...tail];
  }, [words, verdicts, causes, isSettled, hasMarks]);
}

type Words = (typeof customerFileText)['fr'];

function settledColumns(words: Words): Column<ItemRow>[] {
  return [
    {
      id: 'settled',
      label: words.settledOn,
      width: 100,
      cell: (row) => <DateText date={row.settledDate} />,
    },
    {
      id: 'how',
      label: words.how,
      width: 120,
      cell: (row) => (row.settledNature === null ? '' : (words.natures[row.settledNature] ?? '')),
    },
  ];
}

function openColumns(words: Words, verdicts: Readonly<Record<string, string>>): Column<ItemRow>[] {
  return [
    {
      id: 'outstanding',
      label: words.outstanding,
      width: 148,
      align: 'end',
      cell: (row) => (
        <Amount
          cents={row.outstandingCents}
          currency={row.currency}
          daysPastDue={row.daysPastDue}
          isCredit={row.kind === 'credit_note'}
        />
      ),
    },
    {
      id: 'chase',
      label: words.chase,
      width: 126,
      grow: 3,
      cell: (row) => (
        <span title={row.verdictSentence}>
          {row.verdictSentence === '' ? '' : (verdicts[row.verdict] ?? row.verdictSentence)}
        </span>
      ),
    },
  ];
}

/** The number, and the way to the PDF where there is one. */
function DocumentName({ row }: { readonly row: ItemRow }) {
  const words = useText(customerFileText);
  if (row.documentNumber === '') return words.kinds[row.kind];
  if (!row.hasInvoicePdf) return row.documentNumber;
  return (
    <span className={styles.documentName}>
      {row.documentNumber}
      <InvoicePdfButton documentNumber={row.documentNumber} />
    </span>
  );
}

/** Whether its due date is marked. */
export function isMarked(item: ItemRow): boolean {
  const isUncertain = item.dueBasis === 'estimated' || item.dueBasis === 'typed';
  return item.dueDate !== null && (isUncertain || item.settledDate !== null);
}

function DueDate({ row }: { readonly row: ItemRow }) {
  const words = useText(customerFileText);
  if (row.dueDate === null) return row.outstandingCents < 0 ? '' : words.noDue;
  return (
    <>
      <DateText date={row.dueDate} />{' '}
      {row.dueBasis === 'estimated' && <Badge title={row.dueRule ?? ''}>{words.estimated}</Badge>}
      {row.dueBasis === 'typed' && <Badge tone="accent">{words.typed}</Badge>}
      {row.isVirtual && row.settledDate !== null && <Badge tone="amber">{words.virtual}</Badge>}
    </>
  );
}
