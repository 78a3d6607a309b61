/**
 * The form of a section: its fields, what was refused, and its buttons. Saves at once every draft
 * it is given, in one command.
 */
import { Button } from '@mantine/core';
import type { FormEvent, ReactNode } from 'react';
import type { Settings } from '../../../shared/contract/settings.ts';
import { settingsText } from '../../../shared/text/screens/settings.ts';
import { useCommand } from '../../commands/use-command.tsx';
import { failureSentence } from '../../failure/failure-sentence.ts';
import { useLanguage, useText } from '../../parts/reader.tsx';
import styles from './settings.module.css';
import type { SectionDraft } from './use-section.ts';

/** What the form needs of a draft, whichever its section. */
type AnyDraft = Pick<
  SectionDraft,
  'name' | 'value' | 'isChanged' | 'isDefault' | 'forget' | 'settle' | 'toDefaults'
>;

export function SectionForm(props: {
  readonly forms: readonly AnyDraft[];
  /** False while a field is wrong. */
  readonly isValid?: boolean;
  /** Offers the original values. */
  readonly hasDefaults?: boolean;
  readonly children: ReactNode;
}) {
  const { forms, isValid = true, hasDefaults = false, children } = props;
  const words = useText(settingsText);
  const language = useLanguage();
  const change = useCommand((call) => call.settings.change, {
    said: () => words.saved,
    tellsRefusal: false,
  });
  const changed = forms.filter((form) => form.isChanged);
  const save = async () => {
    const settings = Object.fromEntries(changed.map(({ name, value }) => [name, value]));
    const outcome = await change.run({ settings: settings as Partial<Settings> });
    if (outcome.isDone) for (const form of changed) form.settle();
  };
  const forget = () => {
    change.forget();
    for (const form of forms) form.forget();
  };
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (changed.length > 0 && isValid) void save();
  };
  return (
    <form className={styles.form} onSubmit={submit}>
      {children}
      {change.failure !== null && (
        <p className={styles.refusal} role="alert">
          {failureSentence(change.failure, language)}
        </p>
      )}
      <div className={styles.buttons}>
        <Button
          type="submit"
          variant="filled"
          disabled={changed.length === 0 || !isValid}
          loading={change.isRunning}
        >
          {words.save}
        </Button>
        {changed.length > 0 && <Button onClick={forget}>{words.cancel}</Button>}
        {hasDefaults && forms.some((form) => !form.isDefault) && (
          <Button
            variant="subtle"
            onClick={() => {
              for (const form of forms) form.toDefaults();
            }}
          >
            {words.toDefaults}
          </Button>
        )}
      </div>
    </form>
  );
}
