/**
 * An amount in a cell that opens what it is made of. The table keeps the keys: the menu of the row
 * must offer the same.
 *
 *     <OpenAmount cents={…} title="Voir les pièces" onOpen={() => …} />
 *     <OpenFigure title="Voir les pièces" onOpen={() => …}>47 j</OpenFigure>
 */
import type { ReactNode } from 'react';
import { Amount } from './amount.tsx';
import styles from './open-amount.module.css';

export function OpenAmount(props: {
  readonly cents: number;
  /** Written beside the amount where it is not the euro. */
  readonly currency?: string;
  readonly title: string;
  readonly onOpen: () => void;
}) {
  const { cents, currency = 'EUR', title, onOpen } = props;
  if (cents === 0) return <Amount cents={0} />;
  return (
    <OpenFigure title={title} onOpen={onOpen}>
      <Amount cents={cents} currency={currency} bare />
    </OpenFigure>
  );
}

export function OpenFigure(props: {
  readonly title: string;
  readonly onOpen: () => void;
  readonly children: ReactNode;
}) {
  const { title, onOpen, children } = props;
  return (
    <button
      type="button"
      className={styles.figure}
      tabIndex={-1}
      title={title}
      onClick={(event) => {
        event.stopPropagation();
        onOpen();
      }}
    >
      {children}
    </button>
  );
}
