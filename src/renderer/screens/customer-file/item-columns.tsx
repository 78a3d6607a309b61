/** Columns of the open items, and of the settled ones. */
import { useMemo } from 'react';
import { customerFileText } from '../../../shared/text/screens/customer-file.ts';
import { Amount } from '../../parts/amount.tsx';
import { Badge } from '../../parts/badge.tsx';
import type { Column } from '../../parts/data-table/table-types.ts';
import { DateText } from '../../parts/date-text.tsx';
import { useText } from '../../parts/reader.tsx';
import type { ItemRow } from './use-customer.ts';

export function useItemColumns(isSettled: boolean): readonly Column<ItemRow>[] {
  const words = useText(customerFileText);
  return useMemo(() => {
    const document: Column<ItemRow> = {
      id: 'document',
      label: words.document,
      width: 120,
      grow: 1,
      isFixed: true,
      cell: (row) => (row.documentNumber === '' ? words.kinds[row.kind] : row.documentNumber),
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
      width: 110,
      cell: (row) => <DueDate row={row} />,
    };
    const amount: Column<ItemRow> = {
      id: 'amount',
      label: words.amount,
      width: 100,
      align: 'end',
      cell: (row) => <Amount cents={row.amountCents} currency={row.currency} />,
    };
    const tail: Column<ItemRow>[] = isSettled
      ? [
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
            cell: (row) =>
              row.settledNature === null ? '' : (words.natures[row.settledNature] ?? ''),
          },
        ]
      : [
          {
            id: 'outstanding',
            label: words.outstanding,
            width: 150,
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
            width: 140,
            grow: 1,
            cell: (row) => <span title={row.verdictSentence}>{row.verdictSentence}</span>,
          },
        ];
    return [document, kind, due, amount, ...tail];
  }, [words, isSettled]);
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
