/** The logo, seen as it will be printed; saved as soon as it is chosen. */
import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useRef } from 'react';
import { settingsText } from '../../../shared/text/screens/settings.ts';
import { useApi } from '../../api/connection.tsx';
import { useCommand } from '../../commands/use-command.tsx';
import { useUpload } from '../../commands/use-upload.ts';
import { failureSentence } from '../../failure/failure-sentence.ts';
import { useLanguage, useText } from '../../parts/reader.tsx';
import { Section } from '../../parts/screen.tsx';
import { showToast } from '../../parts/toast.tsx';
import styles from './settings.module.css';

export function LogoField({ name }: { readonly name: string }) {
  const api = useApi();
  const words = useText(settingsText);
  const language = useLanguage();
  const input = useRef<HTMLInputElement>(null);
  const upload = useUpload();
  const set = useCommand((call) => call.settings.setLogo);
  const { data: logo } = useQuery(api.query.settings.logo.queryOptions());
  const keep = async (file: File | undefined) => {
    if (file === undefined) return;
    const sent = await upload.send(file);
    if (!sent.isDone) {
      showToast({ message: failureSentence(sent.refusal, language), tone: 'danger' });
      return;
    }
    const outcome = await set.run({ uploadId: sent.value });
    if (outcome.isDone) showToast({ message: words.logoSaved });
  };
  const remove = async () => {
    const outcome = await set.run({ uploadId: null });
    if (outcome.isDone) showToast({ message: words.logoRemoved });
  };
  return (
    <Section title={words.logo} note={words.logoHint}>
      <div className={styles.logo}>
        {logo == null ? (
          <span className={styles.lead}>{words.logoNone}</span>
        ) : (
          <img src={`data:${logo.mediaType};base64,${logo.base64}`} alt={words.logoOf(name)} />
        )}
      </div>
      <div className={styles.buttons}>
        <input
          ref={input}
          type="file"
          hidden
          accept="image/png,image/jpeg"
          data-testid="logo"
          aria-label={words.logoChoose}
          onChange={(event) => {
            void keep(event.currentTarget.files?.[0]);
            event.currentTarget.value = '';
          }}
        />
        <Button
          loading={upload.progress !== null || set.isRunning}
          onClick={() => input.current?.click()}
        >
          {words.logoChoose}
        </Button>
        {logo != null && (
          <Button variant="subtle" color="danger" onClick={() => void remove()}>
            {words.logoRemove}
          </Button>
        )}
      </div>
    </Section>
  );
}
