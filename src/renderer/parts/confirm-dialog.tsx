/**
 * Asked before what can't be undone, and only then. The title names what will happen, the button
 * is the verb: « Restaurer cette sauvegarde ».
 *
 *     <ConfirmDialog isOpen={…} title="47 courriels partiront maintenant" verb="Envoyer"
 *       onConfirm={…} onCancel={…}>…</ConfirmDialog>
 */
import { Button, Group } from '@mantine/core';
import type { ReactNode } from 'react';
import { partsText } from '../../shared/text/screens/parts.ts';
import { Dialog } from './dialog.tsx';
import { useText } from './reader.tsx';

export function ConfirmDialog(props: {
  readonly isOpen: boolean;
  readonly title: string;
  readonly verb: string;
  readonly isDanger?: boolean;
  readonly isBusy?: boolean;
  /** False while something must be filled in first. */
  readonly mayConfirm?: boolean;
  readonly onConfirm: () => void;
  readonly onCancel: () => void;
  readonly children?: ReactNode;
}) {
  const { isOpen, title, verb, isDanger = false, isBusy = false, mayConfirm = true } = props;
  const words = useText(partsText);
  return (
    <Dialog isOpen={isOpen} onClose={props.onCancel} title={title} size={460}>
      {props.children}
      <Group justify="flex-end" mt="md" gap="xs">
        <Button onClick={props.onCancel}>{words.cancel}</Button>
        <Button
          variant="filled"
          color={isDanger ? 'danger' : 'accent'}
          loading={isBusy}
          disabled={!mayConfirm}
          onClick={props.onConfirm}
          data-autofocus
        >
          {verb}
        </Button>
      </Group>
    </Dialog>
  );
}
