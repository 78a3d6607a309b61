/** A reminder to oneself, and the word that it arrived: without it nothing leaves. */
import { Button, TextInput } from '@mantine/core';
import { useState } from 'react';
import { formatDate } from '../../../shared/format/date.ts';
import type { CalendarDate } from '../../../shared/kernel/calendar-date.ts';
import { settingsMailText } from '../../../shared/text/screens/settings-mail.ts';
import type { ApiClient } from '../../api/client.ts';
import { useApi } from '../../api/connection.tsx';
import { useCommand } from '../../commands/use-command.tsx';
import { failureOf } from '../../failure/failure.ts';
import { failureSentence } from '../../failure/failure-sentence.ts';
import { useLanguage, useText } from '../../parts/reader.tsx';
import { Section } from '../../parts/screen.tsx';
import { showToast } from '../../parts/toast.tsx';
import { isAddress } from './mail-server-fields.tsx';
import styles from './settings.module.css';
import type { Shown } from './use-section.ts';

type Answer = Awaited<ReturnType<ApiClient['outbox']['testMail']>>;

export function MailTest(props: {
  readonly shown: Shown;
  readonly isSaved: boolean;
  readonly testedOn: CalendarDate | null;
}) {
  const { shown, isSaved, testedOn } = props;
  const { call } = useApi();
  const words = useText(settingsMailText);
  const language = useLanguage();
  const { mail, identity } = shown.settings;
  const own = mail.fromAddress === '' ? identity.email : mail.fromAddress;
  const [typed, setTyped] = useState<string | null>(null);
  const [isRunning, setRunning] = useState(false);
  const [answer, setAnswer] = useState<Answer | null>(null);
  const confirm = useCommand((api) => api.outbox.acceptCondition, {
    said: () => words.testConfirmed,
  });
  const to = typed ?? own;
  const send = async () => {
    setRunning(true);
    setAnswer(null);
    try {
      setAnswer(await call.outbox.testMail({ to, payerId: null }));
    } catch (error) {
      showToast({ message: failureSentence(failureOf(error), language), tone: 'danger' });
    }
    setRunning(false);
  };
  return (
    <Section title={words.test} note={words.testLead}>
      <form
        className={styles.line}
        onSubmit={(event) => {
          event.preventDefault();
          if (isAddress(to) && isSaved) void send();
        }}
      >
        <TextInput
          w={320}
          label={words.testTo}
          maxLength={200}
          spellCheck={false}
          value={to}
          error={to === '' || isAddress(to) ? undefined : words.addressWrong}
          onChange={(event) => setTyped(event.currentTarget.value.trim())}
        />
        <Button type="submit" disabled={!isAddress(to) || !isSaved} loading={isRunning}>
          {words.testSend}
        </Button>
      </form>
      <div aria-live="polite">
        {answer !== null && (
          <p className={answer.isAccepted ? styles.good : styles.refusal}>
            {answer.sentence}
            {answer.detail !== '' && <span className={styles.server}>{answer.detail}</span>}
          </p>
        )}
      </div>
      <div className={styles.buttons}>
        {answer?.isAccepted === true && (
          <Button
            variant="filled"
            loading={confirm.isRunning}
            onClick={() => void confirm.run({ key: 'test_received', isAccepted: true })}
          >
            {words.testReceived}
          </Button>
        )}
      </div>
      <p className={styles.lead}>
        {testedOn === null ? words.neverTested : words.testedOn(formatDate(testedOn))}
      </p>
    </Section>
  );
}
