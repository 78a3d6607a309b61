/**
 * One figure with its name: every figure can be opened on what it is made of.
 *
 *     <Figure label="Échu" value={<Amount cents={…} />} onOpen={() => …} note="+3 % en un mois" />
 *
 * Put several in a `<FigureLine>`: they share the width, separated by thin lines.
 */
import type { ReactNode } from 'react';
import styles from './figure.module.css';

export interface FigureProps {
  readonly label: string;
  readonly value: ReactNode;
  readonly note?: ReactNode;
  readonly tone?: 'danger' | 'amber' | 'green' | undefined;
  /** Opens the lines behind the figure. */
  readonly onOpen?: () => void;
}

export function Figure(props: FigureProps) {
  const { label, value, note, tone, onOpen } = props;
  const inside = (
    <>
      <span className={styles.label}>{label}</span>
      <span className={styles.value} data-tone={tone}>
        {value}
      </span>
      {note !== undefined && <span className={styles.note}>{note}</span>}
    </>
  );
  if (onOpen === undefined) return <div className={styles.figure}>{inside}</div>;
  return (
    <button type="button" className={styles.figure} onClick={onOpen}>
      {inside}
    </button>
  );
}

export function FigureLine(props: { readonly children: ReactNode }) {
  return <div className={styles.line}>{props.children}</div>;
}
