/** A rule: whom it is for, criterion by criterion, and the scenario they follow. */
import { Button, Group, Select } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { CUSTOMER_PROFILES } from '../../../shared/domain/payer/profile.ts';
import { PAYMENT_METHODS } from '../../../shared/domain/receivable/payment-method.ts';
import { scenariosText } from '../../../shared/text/screens/scenarios.ts';
import { newCommandId } from '../../api/command-id.ts';
import { useApi } from '../../api/connection.tsx';
import { Dialog } from '../../parts/dialog.tsx';
import { useText } from '../../parts/reader.tsx';
import {
  type Criteria,
  hasSameCriteria,
  type RuleDraft,
  toldCriteria,
} from './assignment-rules.ts';
import type { ScenarioChoice } from './scenario-choice.ts';
import styles from './scenarios.module.css';
import { useCriterionValue } from './use-criteria.ts';

const SEGMENTS = ['good', 'occasional', 'chronic'] as const;
const RISKS = ['low', 'moderate', 'high'] as const;
const KEY_LENGTH = 13;

export function RuleDialog(props: {
  /** Null for a new one. */
  readonly rule: RuleDraft | null;
  readonly others: readonly RuleDraft[];
  readonly scenarios: readonly ScenarioChoice[];
  readonly onDone: (rule: RuleDraft) => void;
  readonly onClose: () => void;
}) {
  const { rule, others, scenarios, onDone, onClose } = props;
  const words = useText(scenariosText);
  const [criteria, setCriteria] = useState<Criteria>(rule?.criteria ?? {});
  const [scenarioKey, setScenarioKey] = useState(rule?.scenarioKey ?? scenarios[0]?.value ?? '');
  const isRepeated = others.some((one) => hasSameCriteria(one.criteria, criteria));
  const done = () =>
    onDone({
      ruleKey: rule?.ruleKey ?? `r-${newCommandId().slice(0, KEY_LENGTH)}`,
      scenarioKey,
      criteria,
    });
  return (
    <Dialog
      isOpen
      size={560}
      title={rule === null ? words.addRule : words.editRule}
      onClose={onClose}
    >
      <p className={styles.lead}>{words.criteriaHint}</p>
      <div className={styles.pair}>
        <KnownCriteria criteria={criteria} onChange={setCriteria} />
        <FreeCriteria criteria={criteria} onChange={setCriteria} />
      </div>
      <Select
        mt="sm"
        label={words.scenario}
        allowDeselect={false}
        value={scenarioKey}
        data={[...scenarios]}
        onChange={(value) => setScenarioKey(value ?? scenarioKey)}
      />
      {isRepeated && (rule !== null || toldCriteria(criteria).length > 0) && (
        <p className={styles.refusal} role="alert">
          {words.repeated}
        </p>
      )}
      <Group justify="flex-end" gap="xs" mt="md">
        <Button onClick={onClose}>{words.cancel}</Button>
        <Button variant="filled" disabled={isRepeated} onClick={done}>
          {rule === null ? words.addRule : words.editRule}
        </Button>
      </Group>
    </Dialog>
  );
}

interface CriteriaProps {
  readonly criteria: Criteria;
  readonly onChange: (criteria: Criteria) => void;
}

/** Those whose values the application knows. */
function KnownCriteria({ criteria, onChange }: CriteriaProps) {
  const words = useText(scenariosText);
  const inWords = useCriterionValue();
  const choices = <Value extends string>(
    name: 'segment' | 'profile' | 'paymentMethod' | 'risk',
    values: readonly Value[],
  ) => ({
    label: capital(words.criteria[name]),
    clearable: true,
    value: criteria[name] ?? null,
    data: values.map((value) => ({ value, label: inWords(name, value) })),
    onChange: (chosen: string | null) =>
      onChange({ ...criteria, [name]: values.find((one) => one === chosen) }),
  });
  return (
    <>
      <Select {...choices('segment', SEGMENTS)} />
      <Select {...choices('profile', CUSTOMER_PROFILES)} />
      <Select {...choices('paymentMethod', PAYMENT_METHODS)} />
      <Select {...choices('risk', RISKS)} />
      <Select
        label={capital(words.criteria.isNew)}
        clearable
        value={criteria.isNew === undefined ? null : String(criteria.isNew)}
        data={[
          { value: 'true', label: words.isNewValues.true },
          { value: 'false', label: words.isNewValues.false },
        ]}
        onChange={(chosen) =>
          onChange({ ...criteria, isNew: chosen === null ? undefined : chosen === 'true' })
        }
      />
    </>
  );
}

const FREE = [
  ['tag', 'tags'],
  ['sector', 'sector'],
  ['size', 'size'],
  ['agency', 'agency_code'],
] as const;

/** Those whose values are what the customers of the company have. */
function FreeCriteria({ criteria, onChange }: CriteriaProps) {
  return FREE.map(([name, dimension]) => (
    <FreeCriterion
      key={name}
      name={name}
      dimension={dimension}
      value={criteria[name] ?? null}
      onChange={(value) => onChange({ ...criteria, [name]: value ?? undefined })}
    />
  ));
}

function FreeCriterion(props: {
  readonly name: (typeof FREE)[number][0];
  readonly dimension: (typeof FREE)[number][1];
  readonly value: string | null;
  readonly onChange: (value: string | null) => void;
}) {
  const { name, dimension, value, onChange } = props;
  const api = useApi();
  const words = useText(scenariosText);
  const { data } = useQuery(
    api.query.customers.dimensionValues.queryOptions({ input: { dimension } }),
  );
  const known = (data ?? []).map((one) => one.value).filter((one) => one !== '');
  const values = value === null || known.includes(value) ? known : [...known, value];
  return (
    <Select
      label={capital(words.criteria[name])}
      clearable
      searchable
      disabled={values.length === 0}
      placeholder={values.length === 0 ? '–' : ''}
      value={value}
      data={values}
      onChange={onChange}
    />
  );
}

const capital = (text: string) => `${text.charAt(0).toUpperCase()}${text.slice(1)}`;
