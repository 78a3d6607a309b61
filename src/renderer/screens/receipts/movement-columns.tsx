/** The columns of each list of movements. */
import { useMemo } from 'react';
import type { ReceiptTab } from '../../../shared/contract/receipts.ts';
import { receiptsText } from '../../../shared/text/screens/receipts.ts';
import { Badge, type Tone } from '../../parts/badge.tsx';
import type { Column } from '../../parts/data-table/table-types.ts';
import { useText } from '../../parts/reader.tsx';
import { amountColumn, dayColumn, inCurrency, textColumn } from '../promises/columns.tsx';
import type { ReceiptRow, Suggestion } from './receipt-row.ts';
import styles from './receipts.module.css';

export const CLASS_TONES: Readonly<Record<Suggestion['matchClass'], Tone>> = {
  certain: 'green',
  strong: 'green',
  likely: 'accent',
  possible: 'amber',
  weak: 'neutral',
};

export function useMovementColumns(tab: ReceiptTab): readonly Column<ReceiptRow>[] {
  const words = useText(receiptsText);
  return useMemo<readonly Column<ReceiptRow>[]>(() => {
    const customer = textColumn<ReceiptRow>(
      'name',
      words.customer,
      (row) => row.customerName ?? '',
      {
        width: 170,
        grow: 2,
      },
    );
    const documents = textColumn<ReceiptRow>('documents', words.documents, documentsOf, {
      width: 150,
      grow: 2,
    });
    const proposal: Column<ReceiptRow> = {
      id: 'proposal',
      label: words.proposal,
      width: 230,
      grow: 3,
      cell: (row) => <Proposal row={row} />,
    };
    const state: Column<ReceiptRow> = {
      id: 'state',
      label: words.state,
      width: 176,
      cell: (row) => <Badge tone={row.isInBooks ? 'green' : 'accent'}>{stateOf(row, words)}</Badge>,
    };
    const rest = amountColumn<ReceiptRow>('rest', words.rest, (row) => row.restCents, inCurrency);
    const reject = textColumn<ReceiptRow>(
      'reject',
      words.rejectCode,
      ({ rejectCode, rejectMeaning }) => rejectMeaning ?? rejectCode ?? '–',
      { width: 180, grow: 2 },
    );
    const comment = textColumn<ReceiptRow>('comment', words.comment, (row) => row.comment, {
      width: 170,
      grow: 2,
    });
    const own: Readonly<Record<ReceiptTab, readonly Column<ReceiptRow>[]>> = {
      to_match: [proposal],
      received: [customer, documents, state],
      on_account: [rest, customer],
      returned: [reject, customer],
      set_aside: [comment],
    };
    return [
      dayColumn('bookedOn', words.day, (row) => row.bookedOn),
      amountColumn('amount', words.amount, (row) => row.amountCents, inCurrency),
      { ...textColumn('payer', words.payer, payerOf, { width: 180, grow: 2 }), isFixed: true },
      ...own[tab],
      {
        ...textColumn<ReceiptRow>('text', words.label, (row) => row.text, { width: 200, grow: 2 }),
        isHiddenAtFirst: tab !== 'set_aside',
      },
      {
        ...textColumn<ReceiptRow>('account', words.account, (row) => row.account, { width: 190 }),
        isHiddenAtFirst: true,
      },
    ];
  }, [words, tab]);
}

/** Who paid, or else what the bank wrote. */
export function payerOf({ payer, text }: ReceiptRow): string {
  return payer ?? text;
}

function documentsOf({ allocations }: ReceiptRow): string {
  return allocations.map(({ documentNumber }) => documentNumber).join(', ');
}

function stateOf(
  { state, isInBooks }: ReceiptRow,
  words: { readonly states: Readonly<Record<string, string>>; readonly inBooks: string },
): string {
  if (state === 'confirmed' && isInBooks) return words.inBooks;
  return words.states[state] ?? state;
}

function Proposal({ row }: { readonly row: ReceiptRow }) {
  const words = useText(receiptsText);
  const [first] = row.suggestions;
  if (first === undefined) return <span className={styles.quiet}>{words.none}</span>;
  const documents = first.allocations.map(({ documentNumber }) => documentNumber).join(', ');
  return (
    <span className={styles.proposal}>
      <Badge tone={CLASS_TONES[first.matchClass]}>{words.classes[first.matchClass]}</Badge>
      <span className={styles.clipped} title={`${first.customerName} · ${documents}`}>
        {first.customerName} · {documents}
      </span>
    </span>
  );
}
