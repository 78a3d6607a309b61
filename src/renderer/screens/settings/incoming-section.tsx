/**
 * The mailbox that customers answer to: where it is, how one logs in, which folder, how often; its
 * password, and its trial.
 */
import { Button, Checkbox, Select, TextInput } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { settingsIncomingText } from '../../../shared/text/screens/settings-incoming.ts';
import { settingsMailText } from '../../../shared/text/screens/settings-mail.ts';
import type { ApiClient } from '../../api/client.ts';
import { useApi } from '../../api/connection.tsx';
import { useCommand } from '../../commands/use-command.tsx';
import { failureOf } from '../../failure/failure.ts';
import { failureSentence } from '../../failure/failure-sentence.ts';
import { useLanguage, useText } from '../../parts/reader.tsx';
import { Section } from '../../parts/screen.tsx';
import { showToast } from '../../parts/toast.tsx';
import { writeMoment } from '../../parts/written-moment.ts';
import { FigureField } from './figure-field.tsx';
import { KeptPassword } from './kept-password.tsx';
import { MailHostFields } from './mail-host-fields.tsx';
import { SectionForm } from './section-form.tsx';
import styles from './settings.module.css';
import { type SectionDraft, type Shown, useSection } from './use-section.ts';

type IncomingForm = SectionDraft<'incoming'>;
type Trial = Awaited<ReturnType<ApiClient['outbox']['checkIncoming']>>;

/** The port that goes with each way of encrypting. */
const PORTS = { tls: 993, starttls: 143, none: 143 } as const;

export function IncomingSection({ shown }: { readonly shown: Shown }) {
  const api = useApi();
  const form = useSection('incoming', shown);
  const words = useText(settingsIncomingText);
  const status = useQuery(api.query.outbox.incomingStatus.queryOptions());
  const set = useCommand((call) => call.outbox.setIncomingPassword);
  const { login } = shown.settings.incoming;
  const { isSample = false, lastReadAt = null, sentence = '' } = status.data ?? {};
  return (
    <div className={styles.parts} data-print="never">
      <SectionForm forms={[form]}>
        <Section title={words.reading} note={words.readingLead}>
          <Checkbox
            label={words.isOn}
            checked={form.value.isOn}
            onChange={(event) => form.change({ isOn: event.currentTarget.checked })}
          />
          {isSample && <p className={styles.lead}>{words.sample}</p>}
          {form.value.isOn && (
            <p className={styles.lead} role="status">
              {sentence !== ''
                ? sentence
                : lastReadAt === null
                  ? words.neverRead
                  : words.lastRead(writeMoment(lastReadAt))}
            </p>
          )}
        </Section>
        <ServerFields form={form} hasConsent={status.data?.hasToken ?? false} />
      </SectionForm>
      {login === 'password' && status.data !== undefined && (
        <KeptPassword
          isKept={status.data.hasPassword}
          store={status.data.secretStore}
          isRunning={set.isRunning}
          onKeep={async (password) => (await set.run({ password })).isDone}
        />
      )}
      <TryIt isSaved={!form.isChanged} />
    </div>
  );
}

function ServerFields(props: { readonly form: IncomingForm; readonly hasConsent: boolean }) {
  const { form, hasConsent } = props;
  const { value, change, defaults } = form;
  const words = useText(settingsIncomingText);
  return (
    <Section title={words.server}>
      <div className={styles.pair}>
        <MailHostFields value={value} ports={PORTS} onChange={change} />
        <LoginFields form={form} hasConsent={hasConsent} />
        <TextInput
          label={words.folder}
          description={words.folderHint}
          inputWrapperOrder={['label', 'input', 'description', 'error']}
          maxLength={200}
          autoComplete="off"
          spellCheck={false}
          value={value.folder}
          onChange={(event) => change({ folder: event.currentTarget.value })}
        />
        <FigureField
          label={words.every}
          suffix={words.minutes}
          min={5}
          max={720}
          value={value.everyMinutes}
          origin={defaults.everyMinutes}
          onChange={(everyMinutes) => change({ everyMinutes })}
        />
      </div>
    </Section>
  );
}

function LoginFields(props: { readonly form: IncomingForm; readonly hasConsent: boolean }) {
  const { form, hasConsent } = props;
  const { value, change } = form;
  const words = useText(settingsIncomingText);
  const mail = useText(settingsMailText);
  return (
    <>
      <Select
        label={mail.login}
        allowDeselect={false}
        data={[
          { value: 'password', label: words.logins.password },
          { value: 'consent', label: words.logins.consent },
        ]}
        value={value.login}
        description={
          value.login === 'consent' ? (hasConsent ? words.consent : words.noConsent) : undefined
        }
        inputWrapperOrder={['label', 'input', 'description', 'error']}
        onChange={(chosen) => change({ login: chosen === 'consent' ? 'consent' : 'password' })}
      />
      <TextInput
        label={mail.user}
        description={mail.userHint}
        inputWrapperOrder={['label', 'input', 'description', 'error']}
        maxLength={200}
        autoComplete="off"
        spellCheck={false}
        value={value.user}
        onChange={(event) => change({ user: event.currentTarget.value.trim() })}
      />
    </>
  );
}

function TryIt({ isSaved }: { readonly isSaved: boolean }) {
  const { call } = useApi();
  const words = useText(settingsIncomingText);
  const language = useLanguage();
  const [isRunning, setRunning] = useState(false);
  const [trial, setTrial] = useState<Trial | null>(null);
  const check = async () => {
    setRunning(true);
    setTrial(null);
    try {
      setTrial(await call.outbox.checkIncoming());
    } catch (error) {
      showToast({ message: failureSentence(failureOf(error), language), tone: 'danger' });
    }
    setRunning(false);
  };
  return (
    <Section title={words.trial} note={words.trialLead}>
      <div className={styles.buttons}>
        <Button disabled={!isSaved} loading={isRunning} onClick={() => void check()}>
          {words.tryIt}
        </Button>
      </div>
      {!isSaved && <p className={styles.lead}>{words.saveFirst}</p>}
      <div aria-live="polite">
        {trial !== null && (
          <>
            <p className={trial.isOk ? styles.good : styles.refusal}>
              {[trial.sentence, trial.advice].filter((part) => part !== '').join(' ')}
            </p>
            {trial.detail !== '' && <p className={styles.server}>{trial.detail}</p>}
          </>
        )}
      </div>
    </Section>
  );
}
