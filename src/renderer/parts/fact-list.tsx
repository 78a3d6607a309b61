/**
 * A short list of named figures, each opening what it is made of.
 *
 *     <FactList facts={[{ label: 'Litiges', note: '7 clients', value: <Amount …/>, onOpen }]} />
 */
import type { ReactNode } from 'react';
import styles from './fact-list.module.css';

export interface Fact {
  readonly label: string;
  readonly note?: string;
  readonly value: ReactNode;
  readonly tone?: 'danger' | 'amber' | 'green';
  readonly onOpen?: () => void;
}

export function FactList({ facts }: { readonly facts: readonly Fact[] }) {
  return (
    <ul className={styles.list}>
      {facts.map((fact) => (
        <li key={fact.label}>
          {fact.onOpen === undefined ? (
            <div className={styles.fact}>
              <Inside fact={fact} />
            </div>
          ) : (
            <button type="button" className={styles.fact} onClick={fact.onOpen}>
              <Inside fact={fact} />
            </button>
          )}
        </li>
      ))}
    </ul>
  );
}

function Inside({ fact }: { readonly fact: Fact }) {
  return (
    <>
      <span className={styles.label}>{fact.label}</span>
      {fact.note !== undefined && <span className={styles.note}>{fact.note}</span>}
      <span className={styles.value} data-tone={fact.tone}>
        {fact.value}
      </span>
    </>
  );
}
