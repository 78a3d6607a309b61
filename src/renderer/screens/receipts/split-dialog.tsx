/**
 * Whose a receipt is, and what of it settles which item; the rest stays on account. Items begin
 * filled with what is known: what was said before, or the first suggestion.
 */
import { Button, Group } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { formatCents } from '../../../shared/format/amount.ts';
import { formatDate } from '../../../shared/format/date.ts';
import { partsText } from '../../../shared/text/screens/parts.ts';
import { receiptsText } from '../../../shared/text/screens/receipts.ts';
import type { ApiClient } from '../../api/client.ts';
import { useApi } from '../../api/connection.tsx';
import { Amount } from '../../parts/amount.tsx';
import { AmountInput } from '../../parts/amount-input.tsx';
import { DateText } from '../../parts/date-text.tsx';
import { Dialog } from '../../parts/dialog.tsx';
import { end, PlainTable } from '../../parts/plain-table.tsx';
import { useLanguage, useText } from '../../parts/reader.tsx';
import { type ChosenCustomer, CustomerField } from './customer-field.tsx';
import type { ReceiptRow } from './receipt-row.ts';
import styles from './receipts.module.css';
import type { Decisions } from './use-decisions.ts';

type OpenItem = Awaited<ReturnType<ApiClient['receipts']['openItems']>>[number];
type Amounts = ReadonlyMap<number, number>;

interface Start {
  readonly customer: ChosenCustomer | null;
  readonly amounts: Amounts;
}

/** What the form begins with. */
function startOf(row: ReceiptRow): Start {
  const [first] = row.suggestions;
  const known = row.state === 'confirmed' ? row.allocations : (first?.allocations ?? []);
  const amounts = new Map(known.map((one) => [one.receivableId, one.amountCents]));
  if (row.customerId !== null) {
    return { customer: { customerId: row.customerId, name: row.customerName ?? '' }, amounts };
  }
  if (first === undefined) return { customer: null, amounts };
  return { customer: { customerId: first.customerId, name: first.customerName }, amounts };
}

export function SplitDialog(props: {
  readonly row: ReceiptRow;
  readonly decisions: Decisions;
  readonly onClose: () => void;
}) {
  const { row, decisions, onClose } = props;
  const { amountCents, currency, bookedOn } = row;
  const words = useText(receiptsText);
  const buttons = useText(partsText);
  const language = useLanguage();
  const [start] = useState(() => startOf(row));
  const [customer, setCustomer] = useState(start.customer);
  const [amounts, setAmounts] = useState<Amounts>(start.amounts);
  const items = useItems(row, customer);
  const used = [...amounts].filter(([, cents]) => cents !== 0);
  const leftCents = used.reduce((left, [, cents]) => left - cents, amountCents);
  const change = (next: ChosenCustomer | null) => {
    setCustomer(next);
    setAmounts(new Map());
  };
  const save = async () => {
    if (customer === null) return;
    const allocations = used.map(([receivableId, cents]) => ({ receivableId, amountCents: cents }));
    if (await decisions.allocate(row, customer, allocations)) onClose();
  };
  const amount = formatCents(amountCents, { language, currency });
  return (
    <Dialog
      isOpen
      size={640}
      title={words.splitTitle(amount, formatDate(bookedOn))}
      onClose={onClose}
    >
      <p className={styles.said}>{row.text}</p>
      <CustomerField value={customer} onChange={change} />
      {customer !== null && (
        <ItemAmounts
          items={items}
          amounts={amounts}
          left={{ cents: leftCents, currency }}
          onChange={setAmounts}
        />
      )}
      <p className={leftCents < 0 ? styles.wrong : styles.rest} role="status">
        {leftCents < 0 ? words.tooMuch : words.left} :{' '}
        <Amount cents={leftCents} currency={currency} />
      </p>
      <Group justify="flex-end" mt="md" gap="xs">
        <Button onClick={onClose}>{buttons.cancel}</Button>
        <Button
          variant="filled"
          loading={decisions.isRunning}
          disabled={customer === null || leftCents < 0 || leftCents > amountCents}
          onClick={() => void save()}
        >
          {used.length === 0 ? words.onAccount : words.confirmSplit}
        </Button>
      </Group>
    </Dialog>
  );
}

/** What is open of the customer, with what this receipt settles of it already. */
function useItems(row: ReceiptRow, customer: ChosenCustomer | null): readonly OpenItem[] | null {
  const api = useApi();
  const { movementId } = row;
  const customerId = customer?.customerId ?? 0;
  const { data } = useQuery({
    ...api.query.receipts.openItems.queryOptions({ input: { movementId, customerId } }),
    enabled: customer !== null,
  });
  return data ?? null;
}

function ItemAmounts(props: {
  readonly items: readonly OpenItem[] | null;
  readonly amounts: Amounts;
  readonly left: { readonly cents: number; readonly currency: string };
  readonly onChange: (amounts: Amounts) => void;
}) {
  const { items, amounts, left, onChange } = props;
  const words = useText(receiptsText);
  if (items === null) return null;
  if (items.length === 0) return <p className={styles.quiet}>{words.noItems}</p>;
  const set = (receivableId: number, cents: number | null) =>
    onChange(new Map([...amounts, [receivableId, cents ?? 0]]));
  const { currency } = left;
  return (
    <div className={styles.items}>
      <PlainTable
        label={words.allocated}
        head={[words.item, words.due, end(words.open), end(words.allocated)]}
        rows={items.map(({ receivableId, documentNumber, dueDate, outstandingCents }) => ({
          key: receivableId,
          cells: [
            documentNumber,
            <DateText key="due" date={dueDate} />,
            <Amount key="open" cents={outstandingCents} currency={currency} />,
            <span key="field" className={styles.allocated}>
              <AmountInput
                w={124}
                size="xs"
                aria-label={`${words.allocated} ${documentNumber}`}
                currency={currency}
                value={amounts.get(receivableId) ?? null}
                onChange={(cents) => set(receivableId, cents)}
              />
              <Button
                size="compact-xs"
                aria-label={`${words.fill} ${documentNumber}`}
                onClick={() => set(receivableId, fillOf(outstandingCents, left.cents))}
              >
                {words.fill}
              </Button>
            </span>,
          ],
        }))}
      />
    </div>
  );
}

/** The whole of an item, or what is left of the receipt; a credit note goes whole. */
function fillOf(outstandingCents: number, leftCents: number): number {
  if (outstandingCents < 0) return outstandingCents;
  return Math.max(0, Math.min(outstandingCents, leftCents));
}
