/** What is not told in clear: a password in the keychain, or a provider's consent. */
import { Button, PasswordInput } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { MailSettings } from '../../../shared/contract/dunning-settings.ts';
import { settingsMailText } from '../../../shared/text/screens/settings-mail.ts';
import { useApi, useConnection } from '../../api/connection.tsx';
import { useCommand } from '../../commands/use-command.tsx';
import { failureOf } from '../../failure/failure.ts';
import { failureSentence } from '../../failure/failure-sentence.ts';
import { Badge } from '../../parts/badge.tsx';
import { useLanguage, useText } from '../../parts/reader.tsx';
import { Section } from '../../parts/screen.tsx';
import { showToast } from '../../parts/toast.tsx';
import { KeptPassword } from './kept-password.tsx';
import type { MailStatus } from './mail-status.ts';
import styles from './settings.module.css';

const POLL_MS = 1500;

export function MailSecrets(props: {
  readonly mail: MailSettings;
  readonly status: MailStatus;
  readonly isSaved: boolean;
}) {
  const { mail, status, isSaved } = props;
  if (mail.login === 'none') return null;
  if (mail.login === 'password') return <Password status={status} />;
  return (
    <>
      <Consent status={status} isSaved={isSaved} />
      {mail.login === 'google' && <ClientSecret isKept={status.hasClientSecret} />}
    </>
  );
}

function Password({ status }: { readonly status: MailStatus }) {
  const set = useCommand((call) => call.outbox.setPassword);
  return (
    <KeptPassword
      isKept={status.hasPassword}
      store={status.secretStore}
      isRunning={set.isRunning}
      onKeep={async (password) => (await set.run({ password })).isDone}
    />
  );
}

function Consent(props: { readonly status: MailStatus; readonly isSaved: boolean }) {
  const { status, isSaved } = props;
  const api = useApi();
  const { queries } = useConnection();
  const words = useText(settingsMailText);
  const language = useLanguage();
  const [address, setAddress] = useState<string | null>(null);
  const standing = useQuery({
    ...api.query.outbox.consentState.queryOptions(),
    refetchInterval: (query) => (query.state.data?.state === 'waiting' ? POLL_MS : false),
  });
  const forget = useCommand((call) => call.outbox.forgetConsent, {
    said: () => words.consentForgotten,
  });
  const ask = async () => {
    try {
      setAddress((await api.call.outbox.beginConsent()).address);
      await standing.refetch();
    } catch (error) {
      showToast({ message: failureSentence(failureOf(error), language), tone: 'danger' });
    }
  };
  const cancel = async () => {
    await api.call.outbox.cancelConsent();
    setAddress(null);
    await queries.invalidateQueries();
  };
  const { state = 'none', sentence = '', detail = '' } = standing.data ?? {};
  const isWaiting = state === 'waiting';
  const isKept = status.hasToken || state === 'given';
  return (
    <Section title={words.consent} note={words.consentLead}>
      <p className={styles.state} role="status">
        <Badge tone={isKept ? 'green' : 'amber'}>
          {isKept ? words.consentKept : words.noConsent}
        </Badge>{' '}
        {state === 'none' ? (isKept ? words.stores[status.secretStore] : '') : sentence}
      </p>
      {detail !== '' && <p className={styles.server}>{detail}</p>}
      <div className={styles.buttons}>
        <Button disabled={!isSaved} onClick={() => void ask()}>
          {words.consentAsk}
        </Button>
        {isWaiting && address !== null && (
          <Button
            component="a"
            variant="filled"
            href={address}
            target="_blank"
            rel="noreferrer noopener"
          >
            {words.consentOpen}
          </Button>
        )}
        {isWaiting && <Button onClick={() => void cancel()}>{words.consentCancel}</Button>}
        {isKept && (
          <Button variant="subtle" color="danger" onClick={() => void forget.run({})}>
            {words.consentForget}
          </Button>
        )}
      </div>
      {!isSaved && <p className={styles.lead}>{words.saveFirst}</p>}
    </Section>
  );
}

function ClientSecret({ isKept }: { readonly isKept: boolean }) {
  const words = useText(settingsMailText);
  const [typed, setTyped] = useState('');
  const set = useCommand((call) => call.outbox.setClientSecret, {
    said: () => words.clientSecretKept,
  });
  const keep = async () => {
    const outcome = await set.run({ secret: typed });
    if (outcome.isDone) setTyped('');
  };
  return (
    <form
      className={styles.line}
      onSubmit={(event) => {
        event.preventDefault();
        if (typed !== '') void keep();
      }}
    >
      <PasswordInput
        w={320}
        label={words.clientSecret}
        description={isKept ? words.clientSecretKept : words.clientSecretHint}
        inputWrapperOrder={['label', 'input', 'description', 'error']}
        autoComplete="new-password"
        maxLength={500}
        value={typed}
        onChange={(event) => setTyped(event.currentTarget.value)}
      />
      <Button type="submit" disabled={typed === ''} loading={set.isRunning}>
        {words.clientSecretSave}
      </Button>
    </form>
  );
}
