/**
 * What stands on paper only: a table whole where the screen draws only the lines in sight.
 *
 *     <OnPaper title="Balance âgée au 23/11/2026"><PlainTable … /></OnPaper>
 *     <NotOnPaper when={isWholeAtHand}><DataTable … /></NotOnPaper>
 */
import type { ReactNode } from 'react';
import styles from './paper.module.css';

export function OnPaper(props: { readonly title: string; readonly children: ReactNode }) {
  return (
    <div className={styles.paper}>
      <h1 className={styles.title}>{props.title}</h1>
      {props.children}
    </div>
  );
}

export function NotOnPaper(props: { readonly when: boolean; readonly children: ReactNode }) {
  return (
    <div className={styles.screen} data-print={props.when ? 'never' : undefined}>
      {props.children}
    </div>
  );
}
