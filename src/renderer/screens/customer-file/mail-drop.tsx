/** Where a mail is dropped or chosen. */
import { Button } from '@mantine/core';
import { IconMailOpened } from '@tabler/icons-react';
import { useRef, useState } from 'react';
import { repliesText } from '../../../shared/text/screens/replies.ts';
import { useText } from '../../parts/reader.tsx';
import styles from './customer-file.module.css';

export function MailDrop(props: {
  readonly isRunning: boolean;
  readonly onFile: (file: File) => void;
}) {
  const { isRunning, onFile } = props;
  const words = useText(repliesText);
  const input = useRef<HTMLInputElement>(null);
  const [isOver, setOver] = useState(false);
  const take = (files: FileList | null) => {
    const [file] = files ?? [];
    if (file !== undefined && !isRunning) onFile(file);
  };
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: the button is for all.
    <div
      className={styles.mailDrop}
      data-over={isOver || undefined}
      onDragOver={(event) => {
        event.preventDefault();
        setOver(true);
      }}
      onDragLeave={() => setOver(false)}
      onDrop={(event) => {
        event.preventDefault();
        event.stopPropagation();
        setOver(false);
        take(event.dataTransfer.files);
      }}
    >
      <IconMailOpened size={22} stroke={1.4} aria-hidden />
      <span>{isRunning ? words.reading : isOver ? words.dropNow : words.drop}</span>
      <input
        ref={input}
        type="file"
        hidden
        accept=".eml,.msg,message/rfc822"
        data-testid="mail"
        aria-label={words.choose}
        onChange={(event) => {
          take(event.currentTarget.files);
          event.currentTarget.value = '';
        }}
      />
      <Button data-autofocus loading={isRunning} onClick={() => input.current?.click()}>
        {words.choose}
      </Button>
    </div>
  );
}
