/** A message that confirms a promise or acknowledges a dispute: read first, then sent. */
import { Button, Select, TextInput } from '@mantine/core';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { agreementsText } from '../../../shared/text/screens/agreements.ts';
import { useApi } from '../../api/connection.tsx';
import { useCommand } from '../../commands/use-command.tsx';
import { failureOf } from '../../failure/failure.ts';
import { Dialog } from '../../parts/dialog.tsx';
import { useText } from '../../parts/reader.tsx';
import { ErrorState, Skeleton } from '../../parts/states.tsx';
import styles from './promises.module.css';

/** What a letter is about. */
export interface LetterSubject {
  readonly about: 'promise' | 'dispute';
  readonly sourceId: number;
}

export function LetterDialog(props: {
  readonly subject: LetterSubject;
  readonly onClose: () => void;
}) {
  const { subject, onClose } = props;
  const words = useText(agreementsText).letters;
  return (
    <Dialog isOpen title={words.title[subject.about] ?? ''} onClose={onClose} size={680}>
      <LetterForm subject={subject} onClose={onClose} />
    </Dialog>
  );
}

type LetterLanguage = 'fr' | 'en';

function LetterForm({ subject, onClose }: Parameters<typeof LetterDialog>[0]) {
  const api = useApi();
  const words = useText(agreementsText).letters;
  const [typed, setTyped] = useState<string | null>(null);
  const [chosen, setChosen] = useState<LetterLanguage | null>(null);
  const preview = useQuery({
    ...api.query.agreements.letterPreview.queryOptions({
      input: { ...subject, to: null, language: chosen },
    }),
    placeholderData: keepPreviousData,
  });
  const send = useCommand((call) => call.agreements.sendLetter, { said: () => words.sent });
  const { data } = preview;
  if (preview.error !== null) {
    const failure = failureOf(preview.error);
    return <ErrorState failure={failure} onRetry={() => void preview.refetch()} />;
  }
  if (data === undefined) return <Skeleton lines={8} height={18} />;
  const to = typed ?? data.to;
  const language = chosen ?? data.language;
  const problem = to.trim() === '' ? words.noAddress : data.lock;
  const save = async () => {
    if ((await send.run({ ...subject, to: to.trim(), language })).isDone) onClose();
  };
  return (
    <form
      className={styles.form}
      onSubmit={(event) => {
        event.preventDefault();
        if (problem === null) void save();
      }}
    >
      <div className={styles.fields}>
        <TextInput
          className={styles.grow}
          label={words.to}
          data-autofocus
          type="email"
          value={to}
          onChange={(event) => setTyped(event.currentTarget.value)}
        />
        <Select
          label={words.language}
          allowDeselect={false}
          value={language}
          data={(['fr', 'en'] as const).map((value) => ({
            value,
            label: words.languages[value] ?? value,
          }))}
          onChange={(value) => setChosen(value === 'en' ? 'en' : 'fr')}
        />
      </div>
      <strong>{data.subject}</strong>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls is reached by key. */}
      <section className={styles.letter} aria-label={words.body} tabIndex={0}>
        {data.text}
      </section>
      {problem !== null && <p className={styles.quiet}>{problem}</p>}
      <div className={styles.buttons}>
        <Button type="submit" variant="filled" disabled={problem !== null} loading={send.isRunning}>
          {words.send}
        </Button>
        <Button variant="subtle" onClick={onClose}>
          {words.cancel}
        </Button>
      </div>
    </form>
  );
}
