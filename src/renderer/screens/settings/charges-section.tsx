/** Late-payment interest and the 40 €: the rate, from which level they are spoken of, the law. */
import { Select } from '@mantine/core';
import type { Settings } from '../../../shared/contract/settings.ts';
import {
  SEVERITIES,
  type Severity,
  severityRank,
} from '../../../shared/domain/dunning/severity.ts';
import {
  DAY_COUNTS,
  IMPUTATIONS,
  INTEREST_MODES,
  RECOVERY_FEE_UNITS,
} from '../../../shared/domain/interest/charge-settings.ts';
import { scenarioText } from '../../../shared/text/dunning-verdict.ts';
import { settingsDunningText } from '../../../shared/text/screens/settings-dunning.ts';
import { useText } from '../../parts/reader.tsx';
import { ShareField } from './figure-field.tsx';
import { RatesTable } from './rates-table.tsx';
import { SectionForm } from './section-form.tsx';
import styles from './settings.module.css';
import { type Shown, useSection } from './use-section.ts';

type Charges = Settings['charges'];

const CHOICES = ['claim', 'waive'] as const;
const NEVER = 'never';
/** Proposed when the mode is chosen and no rate was ever typed. */
const FIRST_BASIS_POINTS = 1200;

export function ChargesSection({ shown }: { readonly shown: Shown }) {
  const words = useText(settingsDunningText);
  const form = useSection('charges', shown);
  const { value, change } = form;
  const setMode = (mode: Charges['mode']) => {
    const typed = value.contractualBasisPoints ?? FIRST_BASIS_POINTS;
    change({
      mode,
      contractualBasisPoints: mode === 'contractual' ? typed : value.contractualBasisPoints,
    });
  };
  return (
    <>
      <SectionForm forms={[form]} isValid={isRight(value)} hasDefaults>
        <div className={styles.pair}>
          <Choice
            label={words.mode}
            keys={INTEREST_MODES}
            labels={words.modes}
            value={value.mode}
            onChange={setMode}
          />
          {value.mode === 'contractual' ? (
            <ShareField
              label={words.contractual}
              description={words.contractualHint}
              basisPoints={value.contractualBasisPoints ?? 0}
              onChange={(contractualBasisPoints) => change({ contractualBasisPoints })}
            />
          ) : (
            <span />
          )}
          <LevelChoice
            label={words.shownFrom}
            value={value.shownFrom}
            onChange={(shownFrom) => change({ shownFrom })}
          />
          <LevelChoice
            label={words.claimedFrom}
            value={value.claimedFrom}
            error={isRight(value) ? undefined : words.shownWrong}
            onChange={(claimedFrom) => change({ claimedFrom })}
          />
          <Choice
            label={words.recoveryFeePer}
            keys={RECOVERY_FEE_UNITS}
            labels={words.recoveryFees}
            value={value.recoveryFeePer}
            onChange={(recoveryFeePer) => change({ recoveryFeePer })}
          />
          <Choice
            label={words.byDefaultLabel}
            keys={CHOICES}
            labels={words.byDefaults}
            value={value.byDefault}
            onChange={(byDefault) => change({ byDefault })}
          />
          <Choice
            label={words.imputation}
            keys={IMPUTATIONS}
            labels={words.imputations}
            value={value.imputation}
            onChange={(imputation) => change({ imputation })}
          />
          <Choice
            label={words.dayCount}
            keys={DAY_COUNTS}
            labels={words.dayCounts}
            value={value.dayCount}
            onChange={(dayCount) => change({ dayCount })}
          />
        </div>
      </SectionForm>
      <RatesTable />
    </>
  );
}

function isRight({ shownFrom, claimedFrom }: Charges): boolean {
  if (shownFrom === null || claimedFrom === null) return true;
  return severityRank(shownFrom) <= severityRank(claimedFrom);
}

function Choice<Key extends string>(props: {
  readonly label: string;
  readonly keys: readonly Key[];
  readonly labels: Readonly<Record<string, string>>;
  readonly value: Key;
  readonly onChange: (key: Key) => void;
}) {
  const { label, keys, labels, value, onChange } = props;
  return (
    <Select
      label={label}
      allowDeselect={false}
      data={keys.map((key) => ({ value: key, label: labels[key] ?? key }))}
      value={value}
      onChange={(chosen) => onChange(keys.find((key) => key === chosen) ?? value)}
    />
  );
}

function LevelChoice(props: {
  readonly label: string;
  readonly value: Severity | null;
  readonly error?: string | undefined;
  readonly onChange: (severity: Severity | null) => void;
}) {
  const { label, value, error, onChange } = props;
  const words = useText(settingsDunningText);
  const { severities } = useText(scenarioText);
  return (
    <Select
      label={label}
      error={error}
      allowDeselect={false}
      data={[
        ...SEVERITIES.map((key) => ({ value: key as string, label: severities[key] })),
        { value: NEVER, label: words.never },
      ]}
      value={value ?? NEVER}
      onChange={(chosen) => onChange(SEVERITIES.find((key) => key === chosen) ?? null)}
    />
  );
}
