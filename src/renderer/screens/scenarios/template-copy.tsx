/** A copy of a template under a key, a language and a tone of its own. */
import { Button, Group, Select, TextInput } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { TONE_LABELS } from '../../../shared/text/message-kinds.ts';
import { scenariosText } from '../../../shared/text/screens/scenarios.ts';
import { useApi } from '../../api/connection.tsx';
import { useCommand } from '../../commands/use-command.tsx';
import { Dialog } from '../../parts/dialog.tsx';
import { useText } from '../../parts/reader.tsx';
import styles from './scenarios.module.css';
import { keyOf } from './step-draft.ts';
import { type TemplateName, writtenName } from './template-name.ts';
import type { Template } from './use-template-draft.ts';

const TONES = ['good', 'occasional', 'chronic'] as const;
const KEY = /^[a-z0-9][a-z0-9_-]{0,39}$/u;

export function TemplateCopy(props: {
  readonly template: Template;
  readonly onCopied: (name: TemplateName) => void;
  readonly onClose: () => void;
}) {
  const { template, onCopied, onClose } = props;
  const api = useApi();
  const words = useText(scenariosText);
  const tones = useText(TONE_LABELS);
  const { data } = useQuery(api.query.scenarios.listTemplates.queryOptions());
  const [name, setName] = useState(words.copyOf(template.name));
  const [typedKey, setKey] = useState<string | null>(null);
  const [language, setLanguage] = useState(template.language);
  const [tone, setTone] = useState(template.tone);
  const keep = useCommand((call) => call.scenarios.saveTemplate, {
    said: () => words.templateSaved,
  });
  const rows = data?.rows ?? [];
  const keys = new Set(rows.map((row) => row.templateKey));
  const templateKey = typedKey ?? keyOf(name, keys).replaceAll('-', '_');
  const target = { templateKey, language, tone };
  // A key that is known may have another language or tone; what is there is not written over.
  const isTaken = rows.some((row) => writtenName(row) === writtenName(target));
  const isRight = KEY.test(templateKey) && !isTaken && name.trim() !== '';
  const copy = async () => {
    const made = { ...template, ...target, name: name.trim() };
    const outcome = await keep.run({ template: made, keepsOverNewer: false });
    if (outcome.isDone) onCopied(target);
  };
  return (
    <Dialog isOpen title={words.templateCopyTitle} onClose={onClose}>
      <p className={styles.lead}>{words.templateCopyHint}</p>
      <div className={styles.pair}>
        <TextInput
          label={words.name}
          data-autofocus
          maxLength={200}
          value={name}
          onChange={(event) => setName(event.currentTarget.value)}
        />
        <TextInput
          label={words.templateKey}
          description={words.templateKeyHint}
          inputWrapperOrder={['label', 'input', 'description', 'error']}
          value={templateKey}
          error={isTaken ? words.templateKeyTaken : !KEY.test(templateKey)}
          onChange={(event) => setKey(event.currentTarget.value)}
        />
        <Select
          label={words.language}
          allowDeselect={false}
          value={language}
          data={[
            { value: 'fr', label: words.languages.fr },
            { value: 'en', label: words.languages.en },
          ]}
          onChange={(value) => setLanguage(value === 'en' ? 'en' : 'fr')}
        />
        <Select
          label={words.tone}
          allowDeselect={false}
          value={tone}
          data={TONES.map((value) => ({ value, label: tones[value] }))}
          onChange={(value) => setTone(TONES.find((one) => one === value) ?? tone)}
        />
      </div>
      <Group justify="flex-end" gap="xs" mt="md">
        <Button onClick={onClose}>{words.cancel}</Button>
        <Button
          variant="filled"
          disabled={!isRight}
          loading={keep.isRunning}
          onClick={() => void copy()}
        >
          {words.templateCopy}
        </Button>
      </Group>
    </Dialog>
  );
}
