/** Bank details printed on documents; the IBAN is checked while it is typed. */
import { TextInput } from '@mantine/core';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { settingsText } from '../../../shared/text/screens/settings.ts';
import { useApi } from '../../api/connection.tsx';
import { useText } from '../../parts/reader.tsx';
import { SectionForm } from './section-form.tsx';
import styles from './settings.module.css';
import { type Shown, useSection } from './use-section.ts';

export function BankSection({ shown }: { readonly shown: Shown }) {
  const api = useApi();
  const words = useText(settingsText);
  const form = useSection('bank', shown);
  const { value, change } = form;
  const { iban, bic } = value;
  const { data: checked } = useQuery({
    ...api.query.settings.checkBank.queryOptions({ input: { iban, bic } }),
    placeholderData: keepPreviousData,
  });
  const sentence = (code: string | null | undefined) =>
    code == null ? undefined : (words.ibanProblems[code] ?? words.ibanProblems.iban_invalid);
  const isGood = checked !== undefined && iban.trim() !== '' && checked.ibanProblem === null;
  const tidy = () => {
    if (isGood && checked.formatted !== iban) change({ iban: checked.formatted });
  };
  return (
    <SectionForm
      forms={[form]}
      isValid={checked?.ibanProblem == null && checked?.bicProblem == null}
    >
      <div className={styles.pair}>
        <TextInput
          label={words.holder}
          maxLength={200}
          value={value.holder}
          onChange={(event) => change({ holder: event.currentTarget.value })}
        />
        <TextInput
          label={words.bankName}
          maxLength={200}
          value={value.bankName}
          onChange={(event) => change({ bankName: event.currentTarget.value })}
        />
        <TextInput
          label={words.iban}
          maxLength={42}
          autoComplete="off"
          spellCheck={false}
          value={iban}
          error={sentence(checked?.ibanProblem)}
          description={isGood ? <span className={styles.good}>{words.ibanGood}</span> : undefined}
          inputWrapperOrder={['label', 'input', 'description', 'error']}
          onChange={(event) => change({ iban: event.currentTarget.value })}
          onBlur={tidy}
        />
        <TextInput
          label={words.bic}
          maxLength={11}
          autoComplete="off"
          spellCheck={false}
          value={bic}
          error={sentence(checked?.bicProblem)}
          onChange={(event) => change({ bic: event.currentTarget.value.toUpperCase() })}
        />
      </div>
    </SectionForm>
  );
}
