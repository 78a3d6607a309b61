/**
 * What stands where content is not: nothing yet, failed, on its way.
 *
 *     <EmptyState sentence="…" action={<Button …/>} />   one sentence, one button
 *     <ErrorState failure={list.failure} onRetry={list.retry} />
 *     <Skeleton lines={6} />                             appears after 150 ms only
 */
import { Button } from '@mantine/core';
import { IconAlertTriangle } from '@tabler/icons-react';
import { type ReactNode, useEffect, useState } from 'react';
import { partsText } from '../../shared/text/screens/parts.ts';
import type { Failure } from '../failure/failure.ts';
import { failureSentence, failureTitle } from '../failure/failure-sentence.ts';
import { useLanguage, useText } from './reader.tsx';
import styles from './states.module.css';

export function EmptyState(props: {
  readonly icon?: ReactNode;
  readonly sentence: string;
  readonly action?: ReactNode;
}) {
  return (
    <div className={styles.state}>
      {props.icon !== undefined && (
        <span className={styles.icon} aria-hidden>
          {props.icon}
        </span>
      )}
      <p className={styles.sentence}>{props.sentence}</p>
      {props.action}
    </div>
  );
}

export function ErrorState(props: { readonly failure: Failure; readonly onRetry?: () => void }) {
  const language = useLanguage();
  const words = useText(partsText);
  return (
    <div className={styles.state} role="alert">
      <span className={styles.alert} aria-hidden>
        <IconAlertTriangle size={22} stroke={1.6} />
      </span>
      <h2 className={styles.title}>{failureTitle(props.failure, language)}</h2>
      <p className={styles.sentence}>{failureSentence(props.failure, language)}</p>
      {props.onRetry !== undefined && <Button onClick={props.onRetry}>{words.retry}</Button>}
    </div>
  );
}

const WAIT_MS = 150;

/** Grey lines in place of text that is on its way; what comes sooner never flickers. */
export function Skeleton(props: { readonly lines?: number; readonly height?: number }) {
  const { lines = 3, height = 14 } = props;
  const words = useText(partsText);
  const [isShown, setShown] = useState(false);
  useEffect(() => {
    const timer = window.setTimeout(() => setShown(true), WAIT_MS);
    return () => window.clearTimeout(timer);
  }, []);
  if (!isShown) return <div className={styles.skeleton} />;
  return (
    <div className={styles.skeleton} role="status" aria-label={words.loading}>
      {Array.from({ length: lines }, (_, index) => ({
        id: `line-${index}`,
        width: `${96 - (index % 3) * 14}%`,
      })).map(({ id, width }) => (
        <span key={id} className={styles.bone} style={{ height, width }} />
      ))}
    </div>
  );
}
