/**
 * A dialog: its title, its content, and the keys below silenced while it is open.
 *
 *     <Dialog isOpen={…} title="Modifier le contact" onClose={…} size={520}>…</Dialog>
 *
 * The field to begin with takes `data-autofocus`. For a question before what can't be undone, use
 * `ConfirmDialog`; for a customer, the panel.
 */
import { CloseButton, Modal } from '@mantine/core';
import type { ReactNode } from 'react';
import { partsText } from '../../shared/text/screens/parts.ts';
import { KeyLayer, useKeys } from '../keys/keys.tsx';
import styles from './dialog.module.css';
import { useText } from './reader.tsx';

export function Dialog(props: {
  readonly isOpen: boolean;
  readonly title: string;
  readonly size?: number;
  readonly onClose: () => void;
  readonly children: ReactNode;
}) {
  const { isOpen, title, size = 480, onClose, children } = props;
  const words = useText(partsText);
  return (
    <Modal.Root opened={isOpen} onClose={onClose} size={size} closeOnEscape={false}>
      <Modal.Overlay />
      <Modal.Content className={styles.dialog}>
        <KeyLayer>
          <Escape onClose={onClose} />
          <div className={styles.heading}>
            <Modal.Title className={styles.title}>{title}</Modal.Title>
            <CloseButton aria-label={words.close} onClick={onClose} />
          </div>
          <div className={styles.body}>{children}</div>
        </KeyLayer>
      </Modal.Content>
    </Modal.Root>
  );
}

/** By the keys of the layer: what lies below must not hear the Esc that closes the dialog. */
function Escape({ onClose }: { readonly onClose: () => void }) {
  useKeys('', [{ keys: 'escape', label: '', run: onClose, whenTyping: true }]);
  return null;
}
