/** Starting levels: from so many days late, an item counts as having reached that level. */
import { ActionIcon, Button, Select } from '@mantine/core';
import { IconTrash } from '@tabler/icons-react';
import type { Settings } from '../../../shared/contract/settings.ts';
import { SEVERITIES, severityRank } from '../../../shared/domain/dunning/severity.ts';
import { scenarioText } from '../../../shared/text/dunning-verdict.ts';
import { settingsDunningText } from '../../../shared/text/screens/settings-dunning.ts';
import { useText } from '../../parts/reader.tsx';
import { FigureField } from './figure-field.tsx';
import styles from './settings.module.css';

type Levels = Settings['dunning']['startingLevels'];

const LEVELS_MAX = 6;
const DAYS_MAX = 1000;
const DAYS_STEP = 30;

/** Days and levels both increase. */
export function areLevelsIncreasing(levels: Levels): boolean {
  return levels.every((level, at) => {
    const before = levels[at - 1];
    if (before === undefined) return true;
    return (
      before.fromDaysPastDue < level.fromDaysPastDue &&
      severityRank(before.severity) < severityRank(level.severity)
    );
  });
}

export function LevelsField(props: {
  readonly name: string;
  readonly value: Levels;
  readonly onChange: (levels: Levels) => void;
}) {
  const { name, value, onChange } = props;
  const words = useText(settingsDunningText);
  const { severities } = useText(scenarioText);
  const set = (at: number, patch: Partial<Levels[number]>) =>
    onChange(value.map((level, index) => (index === at ? { ...level, ...patch } : level)));
  const add = () => {
    const last = value.at(-1);
    const fromDaysPastDue = Math.min((last?.fromDaysPastDue ?? 0) + DAYS_STEP, DAYS_MAX);
    const next = SEVERITIES[severityRank(last?.severity ?? 'notice') + 1] ?? 'formal_notice';
    onChange([...value, { fromDaysPastDue, severity: next }]);
  };
  const rows = value.map((level, index) => ({ ...level, index, key: `level-${index}` }));
  return (
    <fieldset className={styles.group}>
      <legend>{name}</legend>
      {rows.map(({ key, index, fromDaysPastDue, severity }) => (
        <div key={key} className={styles.line}>
          <FigureField
            label={words.startingFrom}
            suffix={words.days}
            min={1}
            max={DAYS_MAX}
            value={fromDaysPastDue}
            onChange={(days) => set(index, { fromDaysPastDue: days })}
          />
          <Select
            w={240}
            label={words.startingLevel}
            allowDeselect={false}
            data={SEVERITIES.map((known) => ({ value: known, label: severities[known] }))}
            value={severity}
            onChange={(chosen) =>
              set(index, { severity: SEVERITIES.find((known) => known === chosen) ?? severity })
            }
          />
          <ActionIcon
            aria-label={words.startingRemove}
            onClick={() => onChange(value.filter((_, at) => at !== index))}
          >
            <IconTrash size={16} stroke={1.6} />
          </ActionIcon>
        </div>
      ))}
      {!areLevelsIncreasing(value) && (
        <p className={styles.refusal} role="alert">
          {words.startingWrong}
        </p>
      )}
      <div>
        <Button disabled={value.length >= LEVELS_MAX} onClick={add}>
          {words.startingAdd}
        </Button>
      </div>
    </fieldset>
  );
}
