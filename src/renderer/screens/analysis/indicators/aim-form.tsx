/** Setting what an indicator is meant to be, of the company or of the part on screen. */
import { Button, NumberInput } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import {
  INDICATOR_KINDS,
  type Indicator,
  type IndicatorUnit,
} from '../../../../shared/domain/metrics/indicator.ts';
import { indicatorsText } from '../../../../shared/text/screens/indicators.ts';
import { useCommand } from '../../../commands/use-command.tsx';
import { useLanguage, useText } from '../../../parts/reader.tsx';
import styles from './indicators.module.css';
import type { partOf } from './indicators-question.ts';

/** What one typed unit is of the figure: a percent is a hundredth, a euro a hundred cents. */
const TYPED: Readonly<Record<IndicatorUnit, number>> = {
  days: 1,
  rate: 0.01,
  cents: 100,
  minutes: 60,
  per_thousand: 1,
};

export function AimForm(props: {
  readonly indicator: Indicator;
  readonly part: ReturnType<typeof partOf>;
  readonly target: number | null;
}) {
  const { indicator, part, target } = props;
  const words = useText(indicatorsText);
  const language = useLanguage();
  const { unit, isOfCompany } = INDICATOR_KINDS[indicator];
  const [typed, setTyped] = useState<number | string>(
    target === null ? '' : Math.round((target / TYPED[unit]) * 100) * 0.01,
  );
  const set = useCommand((call) => call.figures.setObjective, {
    said: () => words.targetSaved,
    undo: () => (call, commandId) =>
      call.figures.setObjective({ commandId, indicator, part, target }),
  });
  if (part !== null && isOfCompany) return null;
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (typeof typed === 'number') {
      void set.run({ indicator, part, target: typed * TYPED[unit] });
    }
  };
  return (
    <form className={styles.aim} onSubmit={submit} data-print="never">
      <NumberInput
        w={150}
        label={words.targetLabel}
        value={typed}
        min={0}
        decimalScale={2}
        decimalSeparator={language === 'fr' ? ',' : '.'}
        allowNegative={false}
        suffix={` ${words.targetUnits[unit]}`}
        onChange={setTyped}
      />
      <Button type="submit" disabled={typeof typed !== 'number'} loading={set.isRunning}>
        {words.targetSave}
      </Button>
      {target !== null && (
        <Button
          variant="subtle"
          onClick={() => {
            setTyped('');
            void set.run({ indicator, part, target: null });
          }}
        >
          {words.targetRemove}
        </Button>
      )}
    </form>
  );
}
