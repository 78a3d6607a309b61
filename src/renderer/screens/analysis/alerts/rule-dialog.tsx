/** One rule: its name, its criteria, and whom it would tell today. */
import { ActionIcon, Button, Group, Select, TextInput } from '@mantine/core';
import { IconX } from '@tabler/icons-react';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { type Criterion, isRule } from '../../../../shared/domain/alert/criterion.ts';
import { formatCount } from '../../../../shared/format/number.ts';
import { alertsText } from '../../../../shared/text/screens/alerts.ts';
import { useApi } from '../../../api/connection.tsx';
import { useCommand } from '../../../commands/use-command.tsx';
import { Amount } from '../../../parts/amount.tsx';
import { Dialog } from '../../../parts/dialog.tsx';
import { useLanguage, useText } from '../../../parts/reader.tsx';
import type { Rule } from './alert-rule.ts';
import styles from './alerts.module.css';
import { CHOICES, firstCriterion, nameOf } from './criterion-choices.ts';
import { CriterionField } from './criterion-field.tsx';

type Draft = Rule['criteria'];

export function RuleDialog(props: {
  /** Null for a new one. */
  readonly rule: Rule | null;
  readonly onClose: () => void;
}) {
  const { rule, onClose } = props;
  const words = useText(alertsText);
  const [name, setName] = useState(rule?.name ?? '');
  const [criteria, setCriteria] = useState<Draft>(rule?.criteria ?? []);
  const save = useCommand((call) => call.alerts.saveRule, { said: () => words.ruleSaved });
  const isWhole =
    isRule(criteria) && criteria.every((one) => one.kind !== 'among' || one.values.length > 0);
  const maySave = name.trim() !== '' && isWhole;
  const title = rule === null ? words.newRule : words.editRule;
  const done = async () => {
    const saved = await save.run({
      ruleKey: rule?.ruleKey ?? null,
      name: name.trim(),
      criteria,
      isOn: rule?.isOn ?? true,
    });
    if (saved.isDone) onClose();
  };
  return (
    <Dialog isOpen size={620} title={title} onClose={onClose}>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          if (maySave) void done();
        }}
      >
        <TextInput
          label={words.name}
          placeholder={words.namePlaceholder}
          data-autofocus
          value={name}
          onChange={(event) => setName(event.currentTarget.value)}
        />
        <Criteria criteria={criteria} onChange={setCriteria} />
        {isWhole ? (
          <Preview criteria={criteria} />
        ) : (
          <p className={styles.note}>{words.needsCriterion}</p>
        )}
        <Group justify="flex-end" gap="xs" mt="md">
          <Button onClick={onClose}>{words.cancel}</Button>
          <Button type="submit" variant="filled" disabled={!maySave} loading={save.isRunning}>
            {words.save}
          </Button>
        </Group>
      </form>
    </Dialog>
  );
}

function Criteria(props: {
  readonly criteria: Draft;
  readonly onChange: (criteria: Draft) => void;
}) {
  const { criteria, onChange } = props;
  const words = useText(alertsText);
  const used = new Set(criteria.map(nameOf));
  const free = CHOICES.filter((choice) => !used.has(choice));
  return (
    <fieldset className={styles.criteria}>
      <legend className={styles.legend}>{words.criteria}</legend>
      {criteria.map((criterion, index) => {
        const label = words.kinds[nameOf(criterion)];
        return (
          <div key={nameOf(criterion)} className={styles.criterion}>
            <span className={styles.criterionName}>{label}</span>
            <CriterionField
              label={label}
              criterion={criterion}
              onChange={(next) => onChange(criteria.with(index, next))}
            />
            <ActionIcon
              aria-label={words.removeCriterion(label)}
              onClick={() => onChange(criteria.toSpliced(index, 1))}
            >
              <IconX size={15} stroke={1.6} />
            </ActionIcon>
          </div>
        );
      })}
      {used.has('turning_late') && <p className={styles.note}>{words.punctual}</p>}
      <Select
        w={320}
        aria-label={words.addCriterion}
        placeholder={words.addCriterion}
        value={null}
        data={free.map((value) => ({ value, label: words.kinds[value] }))}
        onChange={(value) => {
          const choice = CHOICES.find((one) => one === value);
          if (choice !== undefined) onChange([...criteria, firstCriterion(choice)]);
        }}
      />
    </fieldset>
  );
}

/** « 7 clients aujourd’hui », and the largest of them. */
function Preview({ criteria }: { readonly criteria: readonly Criterion[] }) {
  const api = useApi();
  const words = useText(alertsText);
  const language = useLanguage();
  const { data } = useQuery({
    ...api.query.alerts.preview.queryOptions({ input: { criteria: criteria as Draft } }),
    placeholderData: keepPreviousData,
  });
  return (
    <div className={styles.preview} aria-live="polite">
      {data === undefined ? (
        <p className={styles.previewHead}>…</p>
      ) : (
        <>
          <p className={styles.previewHead}>
            {words.previewing(formatCount(data.customerCount, { language }))}
            {data.overdueCents > 0 && (
              <>
                {' · '}
                <Amount cents={data.overdueCents} /> {words.previewOverdue}
              </>
            )}
          </p>
          <ul className={styles.previewRows}>
            {data.rows.map((row) => (
              <li key={row.customerId}>{`${row.name} : ${row.sentence}`}</li>
            ))}
          </ul>
        </>
      )}
    </div>
  );
}
