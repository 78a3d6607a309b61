/** When the books are too old, how long money takes to come, and the days that do not count. */
import { Checkbox } from '@mantine/core';
import { settingsText } from '../../../shared/text/screens/settings.ts';
import { useText } from '../../parts/reader.tsx';
import { Section } from '../../parts/screen.tsx';
import { FigureField } from './figure-field.tsx';
import { SectionForm } from './section-form.tsx';
import styles from './settings.module.css';
import { type Shown, useSection } from './use-section.ts';

const GRACES = [
  ['transferBusinessDays', 'graceTransfer'],
  ['chequeBusinessDays', 'graceCheque'],
  ['billBusinessDays', 'graceBill'],
  ['promiseBusinessDays', 'gracePromise'],
] as const;

export function DelaysSection({ shown }: { readonly shown: Shown }) {
  const words = useText(settingsText);
  const freshness = useSection('freshness', shown);
  const grace = useSection('grace', shown);
  const calendar = useSection('calendar', shown);
  const { amberBusinessDays, redBusinessDays } = freshness.value;
  return (
    <SectionForm
      forms={[freshness, grace, calendar]}
      isValid={amberBusinessDays <= redBusinessDays}
      hasDefaults
    >
      <Section title={words.freshness}>
        <div className={styles.figures}>
          <FigureField
            label={words.amber}
            suffix={words.businessDays}
            max={60}
            value={amberBusinessDays}
            origin={freshness.defaults.amberBusinessDays}
            onChange={(days) => freshness.change({ amberBusinessDays: days })}
          />
          <FigureField
            label={words.red}
            suffix={words.businessDays}
            min={1}
            max={90}
            value={redBusinessDays}
            origin={freshness.defaults.redBusinessDays}
            onChange={(days) => freshness.change({ redBusinessDays: days })}
          />
        </div>
      </Section>
      <Section title={words.graces}>
        <div className={styles.figures}>
          {GRACES.map(([key, word]) => (
            <FigureField
              key={key}
              label={words[word]}
              suffix={words.businessDays}
              max={15}
              value={grace.value[key]}
              origin={grace.defaults[key]}
              onChange={(days) => grace.change({ [key]: days })}
            />
          ))}
        </div>
      </Section>
      <Section title={words.calendar}>
        <Checkbox
          label={words.alsaceMoselle}
          checked={calendar.value.isAlsaceMoselle}
          onChange={(event) => calendar.change({ isAlsaceMoselle: event.currentTarget.checked })}
        />
      </Section>
    </SectionForm>
  );
}
