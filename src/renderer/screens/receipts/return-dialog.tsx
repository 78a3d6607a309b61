/** Says whose a payment that came back was: what it had settled is owed again. */
import { useState } from 'react';
import { formatCents } from '../../../shared/format/amount.ts';
import { formatDate } from '../../../shared/format/date.ts';
import { receiptsText } from '../../../shared/text/screens/receipts.ts';
import { ConfirmDialog } from '../../parts/confirm-dialog.tsx';
import { useLanguage, useText } from '../../parts/reader.tsx';
import { type ChosenCustomer, CustomerField } from './customer-field.tsx';
import type { ReceiptRow } from './receipt-row.ts';
import styles from './receipts.module.css';
import type { Decisions } from './use-decisions.ts';

export function ReturnDialog(props: {
  readonly row: ReceiptRow;
  readonly decisions: Decisions;
  readonly onClose: () => void;
}) {
  const { row, decisions, onClose } = props;
  const { amountCents, currency, bookedOn } = row;
  const words = useText(receiptsText);
  const language = useLanguage();
  const [customer, setCustomer] = useState<ChosenCustomer | null>(null);
  const save = async () => {
    if (customer !== null && (await decisions.confirmReturn(row, customer))) onClose();
  };
  const amount = formatCents(-amountCents, { language, currency });
  return (
    <ConfirmDialog
      isOpen
      title={words.returnTitle(amount, formatDate(bookedOn))}
      verb={words.confirm}
      isBusy={decisions.isRunning}
      mayConfirm={customer !== null}
      onConfirm={() => void save()}
      onCancel={onClose}
    >
      <p className={styles.said}>{row.text}</p>
      <CustomerField value={customer} onChange={setCustomer} />
    </ConfirmDialog>
  );
}
