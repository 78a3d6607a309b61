/** What holds for the whole scenario: its name, its pace, its thanks. */
import { Select, Switch, Textarea, TextInput } from '@mantine/core';
import type { Scenario } from '../../../shared/domain/dunning/scenario.ts';
import { THANK_YOU_KINDS } from '../../../shared/domain/message/step-template.ts';
import { scenariosText } from '../../../shared/text/screens/scenarios.ts';
import { AmountInput } from '../../parts/amount-input.tsx';
import { useText } from '../../parts/reader.tsx';
import { Section } from '../../parts/screen.tsx';
import styles from './scenarios.module.css';
import { useTemplatesFor } from './use-choices.ts';
import type { ScenarioDraft } from './use-scenario-draft.ts';
import { WholeField } from './whole-field.tsx';

export function ScenarioForm({ edited }: { readonly edited: ScenarioDraft }) {
  const { draft, change, problems } = edited;
  const words = useText(scenariosText);
  const errorOf = (place: string) => problems.find((one) => one.place === place)?.sentence;
  return (
    <div className={styles.side}>
      <Section title={words.scenario}>
        <TextInput
          label={words.name}
          maxLength={80}
          value={draft.name}
          error={errorOf('name')}
          onChange={(event) => change({ name: event.currentTarget.value })}
        />
        <Textarea
          label={words.description}
          autosize
          minRows={2}
          maxRows={4}
          maxLength={600}
          value={draft.description}
          error={errorOf('description')}
          onChange={(event) => change({ description: event.currentTarget.value })}
        />
      </Section>
      <Section title={words.pace}>
        <WholeField
          label={words.interval}
          suffix={words.businessDays}
          min={0}
          max={60}
          value={draft.intervalBusinessDays}
          onChange={(intervalBusinessDays) => change({ intervalBusinessDays })}
        />
        <WholeField
          label={words.cap}
          min={1}
          max={31}
          value={draft.monthlyCap}
          onChange={(monthlyCap) => change({ monthlyCap })}
        />
      </Section>
      <Thanks
        scenario={draft}
        error={errorOf('thankYou.templateKey')}
        onChange={(thankYou) => change({ thankYou })}
      />
    </div>
  );
}

function Thanks(props: {
  readonly scenario: Scenario;
  readonly error: string | undefined;
  readonly onChange: (thankYou: Scenario['thankYou']) => void;
}) {
  const { scenario, error, onChange } = props;
  const { thankYou } = scenario;
  const words = useText(scenariosText);
  const templates = useTemplatesFor(THANK_YOU_KINDS);
  const change = (patch: Partial<Scenario['thankYou']>) => onChange({ ...thankYou, ...patch });
  return (
    <Section title={words.thanks}>
      <Switch
        label={words.thanksOn}
        checked={thankYou.isOn}
        onChange={(event) => change({ isOn: event.currentTarget.checked })}
      />
      {thankYou.isOn && (
        <>
          <Select
            label={words.thanksWhen}
            allowDeselect={false}
            value={thankYou.when}
            data={[
              { value: 'settled', label: words.thanksWhens.settled },
              { value: 'each_payment', label: words.thanksWhens.each_payment },
            ]}
            onChange={(value) =>
              change({ when: value === 'each_payment' ? 'each_payment' : 'settled' })
            }
          />
          <WholeField
            label={words.thanksWithin}
            suffix={words.businessDays}
            min={1}
            max={60}
            value={thankYou.withinBusinessDays}
            onChange={(withinBusinessDays) => change({ withinBusinessDays })}
          />
          <AmountInput
            label={words.thanksDespite}
            value={thankYou.despiteOverdueCents}
            onChange={(cents) => change({ despiteOverdueCents: Math.max(0, cents ?? 0) })}
          />
          <Select
            label={words.template}
            allowDeselect={false}
            value={thankYou.templateKey}
            error={error}
            data={templates}
            onChange={(value) => {
              if (value !== null) change({ templateKey: value });
            }}
          />
        </>
      )}
    </Section>
  );
}
