/** Which accounts of the books are customers': the beginnings of their numbers. */
import { TagsInput } from '@mantine/core';
import { settingsText } from '../../../shared/text/screens/settings.ts';
import { useText } from '../../parts/reader.tsx';
import { SectionForm } from './section-form.tsx';
import { type Shown, useSection } from './use-section.ts';

const PREFIXES_MAX = 50;

export function AccountsSection({ shown }: { readonly shown: Shown }) {
  const words = useText(settingsText);
  const form = useSection('customerAccounts', shown);
  const { prefixes } = form.value;
  const isWrong = prefixes.some((prefix) => !/^\d{2,10}$/.test(prefix));
  return (
    <SectionForm forms={[form]} isValid={!isWrong && prefixes.length > 0} hasDefaults>
      <TagsInput
        label={words.prefixes}
        description={words.prefixesHint}
        inputWrapperOrder={['label', 'input', 'description', 'error']}
        maxTags={PREFIXES_MAX}
        splitChars={[',', ' ', ';']}
        acceptValueOnBlur
        value={[...prefixes]}
        error={isWrong ? words.prefixWrong : undefined}
        onChange={(next) => form.change({ prefixes: next })}
      />
    </SectionForm>
  );
}
