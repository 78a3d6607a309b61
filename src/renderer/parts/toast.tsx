/**
 * A short word at the bottom of the window that goes by itself; with an undo it stays ten
 * seconds. `useCommand` shows one after each reversible command: screens seldom call this.
 */
import { Button } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { partsText } from '../../shared/text/screens/parts.ts';
import styles from './toast.module.css';

const UNDO_MS = 10_000;
const WORD_MS = 4_000;
const ALERT_MS = 12_000;

export interface Toast {
  readonly message: string;
  readonly tone?: 'plain' | 'danger';
  readonly undo?: { readonly label: string; readonly run: () => void };
}

export function showToast(toast: Toast): void {
  const { message, tone = 'plain', undo } = toast;
  const id = notifications.show({
    message: (
      <span className={styles.toast}>
        <span className={styles.message}>{message}</span>
        {undo !== undefined && (
          <Button
            variant="subtle"
            size="compact-xs"
            onClick={() => {
              notifications.hide(id);
              undo.run();
            }}
          >
            {undo.label}
          </Button>
        )}
      </span>
    ),
    autoClose: undo !== undefined ? UNDO_MS : tone === 'danger' ? ALERT_MS : WORD_MS,
    color: tone === 'danger' ? 'danger' : 'accent',
    withBorder: true,
    closeButtonProps: { 'aria-label': closeWord() },
  });
}

/** In the language of the page: a toast is shown from anywhere, outside of what React draws. */
function closeWord(): string {
  return partsText[document.documentElement.lang === 'en' ? 'en' : 'fr'].close;
}
