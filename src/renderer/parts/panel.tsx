/**
 * A panel that slides over the right of the screen; what lies under it stays in place and can be
 * clicked. Esc closes it and gives the focus back where it was.
 *
 *     <Panel label="Fiche client" width={720} onClose={…} onFullPage={…}>…</Panel>
 *
 */
import { ActionIcon, Tooltip } from '@mantine/core';
import { IconArrowsDiagonal, IconX } from '@tabler/icons-react';
import { type ReactNode, useEffect, useRef } from 'react';
import { keysText } from '../../shared/text/screens/keys.ts';
import { partsText } from '../../shared/text/screens/parts.ts';
import { KeyLayer, useKeys } from '../keys/keys.tsx';
import { useKeyNames } from './key-hint.tsx';
import styles from './panel.module.css';
import { useText } from './reader.tsx';

interface PanelProps {
  readonly label: string;
  readonly width?: number;
  readonly onClose: () => void;
  readonly onFullPage?: () => void;
  readonly children: ReactNode;
}

export function Panel(props: PanelProps) {
  return (
    <KeyLayer>
      <PanelBody {...props} />
    </KeyLayer>
  );
}

function PanelBody({ label, width = 720, onClose, onFullPage, children }: PanelProps) {
  const words = useText(partsText);
  const names = useText(keysText);
  const keyNames = useKeyNames();
  const panel = useRef<HTMLElement>(null);
  useEffect(() => {
    const before = document.activeElement;
    panel.current?.focus();
    return () => {
      if (before instanceof HTMLElement && before.isConnected) before.focus();
    };
  }, []);
  const full = { keys: 'ctrl+enter', label: names.fullPage, run: () => onFullPage?.() };
  useKeys(label, [
    { keys: 'escape', label: names.back, run: onClose },
    ...(onFullPage === undefined ? [] : [full]),
  ]);
  return (
    <aside
      ref={panel}
      className={styles.panel}
      style={{ width }}
      aria-label={label}
      tabIndex={-1}
      data-print="alone"
    >
      <div className={styles.buttons}>
        {onFullPage !== undefined && (
          <Tooltip label={`${words.fullPage} (${keyNames('ctrl+enter').join('+')})`}>
            <ActionIcon size={26} aria-label={words.fullPage} onClick={onFullPage}>
              <IconArrowsDiagonal size={16} stroke={1.6} />
            </ActionIcon>
          </Tooltip>
        )}
        <Tooltip label={`${words.close} (${keyNames('escape').join('+')})`}>
          <ActionIcon size={26} aria-label={words.close} onClick={onClose}>
            <IconX size={16} stroke={1.6} />
          </ActionIcon>
        </Tooltip>
      </div>
      {children}
    </aside>
  );
}
