/** A company of one's own: its name and SIREN, then the import of its first file. */
import { Button, TextInput } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import { isSiren } from '../../../shared/domain/company/siren.ts';
import { startText } from '../../../shared/text/screens/start.ts';
import { useHostCommand } from '../../commands/use-command.tsx';
import { failureSentence } from '../../failure/failure-sentence.ts';
import { useCompanySwitch } from '../../frame/company-switch.ts';
import { useLanguage, useText } from '../../parts/reader.tsx';
import styles from './start.module.css';

export function OwnCompany() {
  const words = useText(startText);
  const language = useLanguage();
  const { open } = useCompanySwitch();
  const create = useHostCommand((call) => call.application.createCompany, { tellsRefusal: false });
  const [name, setName] = useState('');
  const [siren, setSiren] = useState('');
  const [isAsked, setAsked] = useState(false);
  const digits = siren.replace(/\s/g, '');
  const isSirenWrong = digits !== '' && !isSiren(digits);
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    setAsked(true);
    if (name.trim() === '' || isSirenWrong) return;
    const outcome = await create.run({ name: name.trim(), siren: digits === '' ? null : digits });
    if (outcome.isDone) open(outcome.value.key, '/imports');
  };
  return (
    <form className={styles.choice} data-first onSubmit={(event) => void submit(event)}>
      <h2>{words.ownTitle}</h2>
      <p>{words.ownWhy}</p>
      <TextInput
        size="sm"
        label={words.name}
        placeholder={words.namePlaceholder}
        maxLength={200}
        autoFocus
        value={name}
        onChange={(event) => setName(event.currentTarget.value)}
        error={isAsked && name.trim() === '' ? words.nameMissing : undefined}
      />
      <TextInput
        size="sm"
        label={words.siren}
        description={words.sirenHint}
        inputWrapperOrder={['label', 'input', 'description', 'error']}
        inputMode="numeric"
        maxLength={14}
        value={siren}
        onChange={(event) => setSiren(event.currentTarget.value)}
        error={isAsked && isSirenWrong ? words.sirenInvalid : undefined}
      />
      {create.failure !== null && (
        <p className={styles.refusal} role="alert">
          {failureSentence(create.failure, language)}
        </p>
      )}
      <Button type="submit" size="sm" variant="filled" loading={create.isRunning}>
        {words.create}
      </Button>
    </form>
  );
}
