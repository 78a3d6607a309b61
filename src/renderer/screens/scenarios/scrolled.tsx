/** A part of a dialog that scrolls when it is long; keys reach it too. */
import type { ReactNode } from 'react';
import styles from './scenarios.module.css';

export function Scrolled(props: { readonly label: string; readonly children: ReactNode }) {
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by keys.
    <section className={styles.rows} aria-label={props.label} tabIndex={0}>
      {props.children}
    </section>
  );
}
