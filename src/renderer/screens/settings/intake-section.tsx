/** The folder whose new files wait on the imports. */
import { TextInput } from '@mantine/core';
import { watchedFolderText } from '../../../shared/text/screens/watched-folder.ts';
import { useText } from '../../parts/reader.tsx';
import { SectionForm } from './section-form.tsx';
import { type Shown, useSection } from './use-section.ts';

export function IntakeSection({ shown }: { readonly shown: Shown }) {
  const words = useText(watchedFolderText);
  const form = useSection('intake', shown);
  return (
    <SectionForm forms={[form]}>
      <TextInput
        label={words.field}
        description={words.fieldHint}
        inputWrapperOrder={['label', 'input', 'description', 'error']}
        maxLength={500}
        autoComplete="off"
        spellCheck={false}
        value={form.value.watchedFolder}
        onChange={(event) => form.change({ watchedFolder: event.currentTarget.value })}
      />
    </SectionForm>
  );
}
