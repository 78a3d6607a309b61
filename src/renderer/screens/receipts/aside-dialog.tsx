/** Sets a movement aside: no customer's. */
import { Textarea } from '@mantine/core';
import { useState } from 'react';
import { formatCents } from '../../../shared/format/amount.ts';
import { formatDate } from '../../../shared/format/date.ts';
import { receiptsText } from '../../../shared/text/screens/receipts.ts';
import { ConfirmDialog } from '../../parts/confirm-dialog.tsx';
import { useLanguage, useText } from '../../parts/reader.tsx';
import type { ReceiptRow } from './receipt-row.ts';
import type { Decisions } from './use-decisions.ts';

export function AsideDialog(props: {
  readonly row: ReceiptRow;
  readonly decisions: Decisions;
  readonly onClose: () => void;
}) {
  const { row, decisions, onClose } = props;
  const { amountCents, currency, bookedOn } = row;
  const words = useText(receiptsText);
  const language = useLanguage();
  const [comment, setComment] = useState('');
  const save = async () => {
    if (await decisions.setAside(row, comment.trim())) onClose();
  };
  const amount = formatCents(amountCents, { language, currency });
  return (
    <ConfirmDialog
      isOpen
      title={words.asideTitle(amount, formatDate(bookedOn))}
      verb={words.asideVerb}
      isBusy={decisions.isRunning}
      onConfirm={() => void save()}
      onCancel={onClose}
    >
      <Textarea
        label={words.asideWhy}
        autosize
        minRows={2}
        maxLength={4000}
        value={comment}
        onChange={(event) => setComment(event.currentTarget.value)}
      />
    </ConfirmDialog>
  );
}
