/** Choices made for one customer: they go before all rules, until the rules are followed again. */
import { Button, Select } from '@mantine/core';
import { useState } from 'react';
import { scenariosText } from '../../../shared/text/screens/scenarios.ts';
import { useCommand } from '../../commands/use-command.tsx';
import { PlainTable } from '../../parts/plain-table.tsx';
import { useText } from '../../parts/reader.tsx';
import { Section } from '../../parts/screen.tsx';
import type { Assignment } from './assignment-rules.ts';
import { CustomerPicker, type PickedCustomer } from './customer-picker.tsx';
import type { ScenarioChoice } from './scenario-choice.ts';
import styles from './scenarios.module.css';

export function OverridesList(props: {
  readonly assignment: Assignment;
  readonly scenarios: readonly ScenarioChoice[];
}) {
  const { assignment, scenarios } = props;
  const words = useText(scenariosText);
  const [customer, setCustomer] = useState<PickedCustomer | null>(null);
  const [scenarioKey, setScenarioKey] = useState<string | null>(null);
  const assign = useCommand((call) => call.scenarios.assignCustomer, {
    said: () => words.assigned,
  });
  const follow = useCommand((call) => call.scenarios.assignCustomer, {
    said: () => words.followsRules,
  });
  const choose = async () => {
    if (customer === null || scenarioKey === null) return;
    const outcome = await assign.run({ customerId: customer.customerId, scenarioKey });
    if (outcome.isDone) setCustomer(null);
  };
  const nameOf = (key: string) => scenarios.find(({ value }) => value === key)?.label ?? key;
  const { overrides, overrideCount } = assignment;
  return (
    <Section title={words.overrides} note={words.overridesHint}>
      <div className={styles.lineTools}>
        <CustomerPicker
          label={words.chooseCustomer}
          value={customer}
          onChange={setCustomer}
          width={200}
        />
        <Select
          w={180}
          label={words.scenario}
          value={scenarioKey}
          data={[...scenarios]}
          onChange={setScenarioKey}
        />
        <Button
          className={styles.beside ?? ''}
          disabled={customer === null || scenarioKey === null}
          loading={assign.isRunning}
          onClick={() => void choose()}
        >
          {words.choose}
        </Button>
      </div>
      {overrideCount === 0 ? (
        <p className={styles.lead}>{words.noOverride}</p>
      ) : (
        <PlainTable
          label={words.overrides}
          head={[words.customer, words.scenario, words.act]}
          rows={overrides.map((row) => ({
            key: row.customerId,
            cells: [
              `${row.name} (${row.code})`,
              nameOf(row.scenarioKey),
              <Button
                key="follow"
                variant="subtle"
                aria-label={`${words.follow} – ${row.name}`}
                onClick={() => void follow.run({ customerId: row.customerId, scenarioKey: null })}
              >
                {words.follow}
              </Button>,
            ],
          }))}
        />
      )}
      {overrideCount > overrides.length && (
        <p className={styles.note}>{words.otherShown(String(overrideCount - overrides.length))}</p>
      )}
    </Section>
  );
}
