/** Where a file is dropped or chosen, and how far it has gone. */
import { Button, Progress } from '@mantine/core';
import { IconFileImport } from '@tabler/icons-react';
import { useRef, useState } from 'react';
import { formatPercent } from '../../../shared/format/number.ts';
import { importsText } from '../../../shared/text/screens/imports.ts';
import { failureSentence } from '../../failure/failure-sentence.ts';
import { useLanguage, useText } from '../../parts/reader.tsx';
import styles from './imports.module.css';
import type { Intake } from './use-intake.ts';

export function DropZone({ intake }: { readonly intake: Intake }) {
  const words = useText(importsText);
  const language = useLanguage();
  const input = useRef<HTMLInputElement>(null);
  const [isOver, setOver] = useState(false);
  const take = (files: FileList | null) => {
    const taken = [...(files ?? [])];
    if (taken.length > 0 && intake.stage === 'idle') void intake.take(taken);
  };
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: the button is for all.
    <div
      className={styles.drop}
      data-over={isOver || undefined}
      data-print="never"
      onDragOver={(event) => {
        event.preventDefault();
        setOver(true);
      }}
      onDragLeave={() => setOver(false)}
      onDrop={(event) => {
        event.preventDefault();
        setOver(false);
        take(event.dataTransfer.files);
      }}
    >
      <IconFileImport className={styles.dropIcon} size={30} stroke={1.3} aria-hidden />
      <div className={styles.dropWords}>
        <strong>{isOver ? words.dropNow : words.drop}</strong>
        <span className={styles.quiet}>{words.dropKinds}</span>
        <Going intake={intake} />
        {intake.failure !== null && (
          <p className={styles.refusal} role="alert">
            {failureSentence(intake.failure, language)}
          </p>
        )}
      </div>
      <input
        ref={input}
        type="file"
        multiple
        hidden
        data-testid="file"
        aria-label={words.choose}
        onChange={(event) => {
          take(event.currentTarget.files);
          event.currentTarget.value = '';
        }}
      />
      <Button
        variant="filled"
        loading={intake.stage !== 'idle'}
        onClick={() => input.current?.click()}
      >
        {words.choose}
      </Button>
    </div>
  );
}

function Going({ intake }: { readonly intake: Intake }) {
  const words = useText(importsText);
  const language = useLanguage();
  const { stage, progress } = intake;
  if (stage === 'idle') return <span className={styles.quiet}>{words.nothingLeaves}</span>;
  const share = formatPercent(progress ?? 0, { language, decimals: 0 });
  const sentence = stage === 'sending' ? words.sending(share) : words.recognising;
  return (
    <span className={styles.going} role="status">
      {sentence}
      <Progress
        className={styles.goingBar}
        size={6}
        value={stage === 'sending' ? (progress ?? 0) * 100 : 100}
        animated={stage === 'recognising'}
        aria-label={sentence}
      />
      {stage === 'sending' && (
        <Button size="compact-xs" variant="subtle" onClick={intake.cancel}>
          {words.stop}
        </Button>
      )}
    </span>
  );
}
