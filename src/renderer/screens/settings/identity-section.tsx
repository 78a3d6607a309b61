/** Who the company is, as its documents say it, and its logo. */
import { Textarea, TextInput } from '@mantine/core';
import { isSiren } from '../../../shared/domain/company/siren.ts';
import { refusalSentence } from '../../../shared/text/refusals.ts';
import { settingsText } from '../../../shared/text/screens/settings.ts';
import { useLanguage, useText } from '../../parts/reader.tsx';
import { LogoField } from './logo-field.tsx';
import { SectionForm } from './section-form.tsx';
import styles from './settings.module.css';
import { type Shown, useSection } from './use-section.ts';

type Field =
  | 'name'
  | 'legalForm'
  | 'capital'
  | 'registryTown'
  | 'vatNumber'
  | 'postalCode'
  | 'city'
  | 'phone'
  | 'website';

export function IdentitySection({ shown }: { readonly shown: Shown }) {
  const words = useText(settingsText);
  const language = useLanguage();
  const form = useSection('identity', shown);
  const { value, change } = form;
  const isSirenWrong = value.siren !== '' && !isSiren(value.siren);
  const field = (key: Field) => (
    <TextInput
      label={words[key]}
      maxLength={200}
      value={value[key]}
      onChange={(event) => change({ [key]: event.currentTarget.value })}
    />
  );
  return (
    <>
      <SectionForm forms={[form]} isValid={!isSirenWrong}>
        <div className={styles.pair}>
          {field('name')}
          {field('legalForm')}
          {field('capital')}
          {field('registryTown')}
          <TextInput
            label={words.siren}
            inputMode="numeric"
            value={value.siren}
            error={isSirenWrong ? refusalSentence('siren_invalid', language) : undefined}
            onChange={(event) => change({ siren: event.currentTarget.value.replace(/\D/g, '') })}
          />
          {field('vatNumber')}
        </div>
        <Textarea
          label={words.address}
          autosize
          minRows={2}
          maxLength={1000}
          value={value.address}
          onChange={(event) => change({ address: event.currentTarget.value })}
        />
        <div className={styles.pair}>
          {field('postalCode')}
          {field('city')}
          {field('phone')}
          <TextInput
            label={words.email}
            type="email"
            maxLength={200}
            value={value.email}
            onChange={(event) => change({ email: event.currentTarget.value.trim() })}
          />
          {field('website')}
        </div>
        <Textarea
          label={words.mediator}
          description={words.mediatorHint}
          inputWrapperOrder={['label', 'input', 'description', 'error']}
          autosize
          minRows={1}
          maxLength={500}
          value={value.mediator}
          onChange={(event) => change({ mediator: event.currentTarget.value })}
        />
      </SectionForm>
      <LogoField name={shown.settings.identity.name} />
    </>
  );
}
