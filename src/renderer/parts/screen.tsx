/**
 * The ground of a screen: one line with what narrows it and at most one primary action, then the
 * content. The title itself stands in the header of the window.
 *
 *     <Screen title="Clients" filters={<FilterBar …/>} action={<Button variant="filled">…}>
 *       <DataTable …/>
 *     </Screen>
 *
 * `isFixed` keeps the content at the height of the window (a table that scrolls by itself);
 * otherwise the screen scrolls.
 */

import { useDocumentTitle } from '@mantine/hooks';
import type { ReactNode } from 'react';
import styles from './screen.module.css';

export function Screen(props: {
  readonly title: string;
  readonly filters?: ReactNode;
  readonly action?: ReactNode;
  readonly isFixed?: boolean;
  readonly children: ReactNode;
}) {
  const { title, filters, action, isFixed = false, children } = props;
  useDocumentTitle(`${title} · Encours`);
  return (
    <div className={styles.screen} data-fixed={isFixed || undefined} data-print="scroll">
      {(filters !== undefined || action !== undefined) && (
        <div className={styles.bar} data-print="never">
          <div className={styles.filters}>{filters}</div>
          {action}
        </div>
      )}
      {children}
    </div>
  );
}

/** A titled part of a screen, without a frame of its own. */
export function Section(props: {
  readonly title: string;
  readonly note?: ReactNode;
  readonly actions?: ReactNode;
  readonly children: ReactNode;
}) {
  const { title, note, actions, children } = props;
  return (
    <section className={styles.section}>
      <div className={styles.heading}>
        <h2 className={styles.title}>{title}</h2>
        {note !== undefined && <span className={styles.note}>{note}</span>}
        <span className={styles.space} />
        {actions}
      </div>
      {children}
    </section>
  );
}
