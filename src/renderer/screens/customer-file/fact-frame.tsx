/** The frame of the forms that note something of a payer: fields, one button, one way out. */
import { Button } from '@mantine/core';
import type { ReactNode } from 'react';
import { payerText } from '../../../shared/text/screens/payer.ts';
import { Dialog } from '../../parts/dialog.tsx';
import { useText } from '../../parts/reader.tsx';
import styles from './customer-file.module.css';

export interface FactFormProps {
  readonly customerId: number;
  readonly onClose: () => void;
}

export function FactFrame(props: {
  readonly title: string;
  readonly isRight: boolean;
  readonly isRunning: boolean;
  readonly onSave: () => Promise<{ readonly isDone: boolean }>;
  readonly onClose: () => void;
  readonly children: ReactNode;
}) {
  const { title, isRight, isRunning, onSave, onClose } = props;
  const words = useText(payerText);
  const save = async () => {
    const { isDone } = await onSave();
    if (isDone) onClose();
  };
  return (
    <Dialog isOpen title={title} onClose={onClose} size={560}>
      <form
        className={styles.column}
        onSubmit={(event) => {
          event.preventDefault();
          if (isRight) void save();
        }}
      >
        {props.children}
        <div className={styles.actions}>
          <Button type="submit" variant="filled" disabled={!isRight} loading={isRunning}>
            {words.save}
          </Button>
          <Button variant="subtle" onClick={onClose}>
            {words.cancel}
          </Button>
        </div>
      </form>
    </Dialog>
  );
}
