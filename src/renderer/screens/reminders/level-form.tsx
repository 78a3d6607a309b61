/** The level of items, set by hand with its reason: what was really done outside Encours. */
import { Button, Checkbox, Group, Select, Stack, TextInput } from '@mantine/core';
import { useState } from 'react';
import { SEVERITIES } from '../../../shared/domain/dunning/severity.ts';
import { scenarioText } from '../../../shared/text/dunning-verdict.ts';
import { outboxScreenText } from '../../../shared/text/screens/outbox.ts';
import { remindersText } from '../../../shared/text/screens/reminders.ts';
import { useCommand } from '../../commands/use-command.tsx';
import { useLanguage, useText } from '../../parts/reader.tsx';
import { isReason } from './guard-bar.tsx';
import message from './message.module.css';
import type { Why } from './why.ts';

const NONE = 'none';

export function LevelForm(props: { readonly items: Why['items']; readonly onClose: () => void }) {
  const { items, onClose } = props;
  const words = useText(remindersText);
  const hints = useText(outboxScreenText);
  const language = useLanguage();
  const { severities } = scenarioText[language];
  const [ticked, setTicked] = useState<ReadonlySet<number>>(new Set());
  const [level, setLevel] = useState<string>(NONE);
  const [beginsCycle, setBeginsCycle] = useState(false);
  const [reason, setReason] = useState('');
  const set = useCommand((call) => call.dunning.setLevel, { said: () => words.levelSet });
  const toggle = (id: number) => {
    const next = new Set(ticked);
    if (!next.delete(id)) next.add(id);
    setTicked(next);
  };
  const save = async () => {
    const severity = SEVERITIES.find((one) => one === level) ?? null;
    const receivableIds = [...ticked];
    const outcome = await set.run({ receivableIds, severity, beginsCycle, reason: reason.trim() });
    if (outcome.isDone) onClose();
  };
  return (
    <form
      className={message.levelForm}
      aria-label={words.setLevel}
      onSubmit={(event) => {
        event.preventDefault();
        void save();
      }}
    >
      <fieldset className={message.ticks}>
        <legend>{words.levelItems}</legend>
        {items.map(({ receivableId, documentNumber }) =>
          receivableId === null ? null : (
            <Checkbox
              key={receivableId}
              label={documentNumber}
              checked={ticked.has(receivableId)}
              onChange={() => toggle(receivableId)}
            />
          ),
        )}
      </fieldset>
      <Stack gap="xs" flex={1}>
        <Select
          label={words.newLevel}
          allowDeselect={false}
          value={level}
          onChange={(chosen) => setLevel(chosen ?? NONE)}
          data={[
            { value: NONE, label: words.noLevel },
            ...SEVERITIES.map((value) => ({ value, label: severities[value] })),
          ]}
        />
        <TextInput
          label={words.reason}
          description={hints.reasonHint}
          value={reason}
          onChange={(event) => setReason(event.currentTarget.value)}
        />
        <Checkbox
          label={words.beginsCycle}
          checked={beginsCycle}
          onChange={(event) => setBeginsCycle(event.currentTarget.checked)}
        />
        <Group gap="xs" justify="flex-end">
          <Button onClick={onClose}>{words.cancel}</Button>
          <Button
            type="submit"
            variant="filled"
            loading={set.isRunning}
            disabled={ticked.size === 0 || !isReason(reason)}
          >
            {words.setLevelVerb}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}
