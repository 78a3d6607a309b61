/** Tries the account step by step and says, at the one that fails, what to do. */
import { Button } from '@mantine/core';
import { IconCheck, IconX } from '@tabler/icons-react';
import { useState } from 'react';
import { settingsMailText } from '../../../shared/text/screens/settings-mail.ts';
import type { ApiClient } from '../../api/client.ts';
import { useApi } from '../../api/connection.tsx';
import { failureOf } from '../../failure/failure.ts';
import { failureSentence } from '../../failure/failure-sentence.ts';
import { useLanguage, useText } from '../../parts/reader.tsx';
import { Section } from '../../parts/screen.tsx';
import { showToast } from '../../parts/toast.tsx';
import styles from './settings.module.css';

type Step = Awaited<ReturnType<ApiClient['outbox']['checkMail']>>['steps'][number];

export function MailCheck({ isSaved }: { readonly isSaved: boolean }) {
  const { call } = useApi();
  const words = useText(settingsMailText);
  const language = useLanguage();
  const [isRunning, setRunning] = useState(false);
  const [steps, setSteps] = useState<readonly Step[] | null>(null);
  const check = async () => {
    setRunning(true);
    setSteps(null);
    try {
      setSteps((await call.outbox.checkMail()).steps);
    } catch (error) {
      showToast({ message: failureSentence(failureOf(error), language), tone: 'danger' });
    }
    setRunning(false);
  };
  return (
    <Section title={words.check} note={words.checkLead}>
      <div className={styles.buttons}>
        <Button disabled={!isSaved} loading={isRunning} onClick={() => void check()}>
          {words.checkRun}
        </Button>
      </div>
      {!isSaved && <p className={styles.lead}>{words.saveFirst}</p>}
      <div aria-live="polite">
        {isRunning && <p className={styles.lead}>{words.checking}</p>}
        {steps !== null && <Steps steps={steps} />}
      </div>
    </Section>
  );
}

function Steps({ steps }: { readonly steps: readonly Step[] }) {
  const words = useText(settingsMailText);
  const isGood = steps.every(({ isOk }) => isOk);
  return (
    <>
      <p className={isGood ? styles.good : styles.refusal}>
        {isGood ? words.checkGood : words.checkBad}
      </p>
      <ol className={styles.steps}>
        {steps.map((step) => (
          <li key={step.step} data-ok={step.isOk || undefined}>
            {step.isOk ? (
              <IconCheck size={16} stroke={1.8} aria-hidden />
            ) : (
              <IconX size={16} stroke={1.8} aria-hidden />
            )}
            <span className={styles.stepName}>{words.steps[step.step] ?? step.step}</span>
            <span className={styles.stepSaid}>
              {step.sentence}
              {step.advice !== '' && <strong> {step.advice}</strong>}
              {step.detail !== '' && (
                <span className={styles.server}>
                  {words.detail} : {step.detail}
                </span>
              )}
            </span>
          </li>
        ))}
      </ol>
    </>
  );
}
