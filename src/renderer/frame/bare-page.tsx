/** A page without the frame: while the window opens, or when it can't. */
import type { ReactNode } from 'react';
import styles from './bare-page.module.css';

export function BarePage({ children }: { children: ReactNode }) {
  return (
    <main className={styles.page}>
      <h1 className={styles.name}>Encours</h1>
      {children}
    </main>
  );
}
