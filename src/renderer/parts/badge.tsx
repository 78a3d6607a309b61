/**
 * A short state in words, with its colour behind: `<Badge tone="green">Tenue</Badge>`. The word
 * carries the meaning; the colour and the optional icon only help to find it.
 */
import type { ReactNode } from 'react';
import styles from './badge.module.css';

export type Tone = 'neutral' | 'accent' | 'danger' | 'amber' | 'green';

export function Badge(props: {
  readonly tone?: Tone;
  readonly icon?: ReactNode;
  readonly title?: string;
  readonly children: ReactNode;
}) {
  const { tone = 'neutral', icon, title, children } = props;
  return (
    <span className={styles.badge} data-tone={tone} title={title}>
      {icon !== undefined && (
        <span className={styles.icon} aria-hidden>
          {icon}
        </span>
      )}
      {children}
    </span>
  );
}
