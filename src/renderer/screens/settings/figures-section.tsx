/** What the indicators are computed with: base of a year, period, price of a late euro. */
import { SegmentedControl } from '@mantine/core';
import { settingsText } from '../../../shared/text/screens/settings.ts';
import { useText } from '../../parts/reader.tsx';
import { Section } from '../../parts/screen.tsx';
import { FigureField, ShareField } from './figure-field.tsx';
import { SectionForm } from './section-form.tsx';
import styles from './settings.module.css';
import { type Shown, useSection } from './use-section.ts';

const MONTHS_MAX = 12;

export function FiguresSection({ shown }: { readonly shown: Shown }) {
  const words = useText(settingsText);
  const form = useSection('figures', shown);
  const { value, defaults, change } = form;
  return (
    <SectionForm forms={[form]} hasDefaults>
      <Section title={words.dayBase} note={words.dayBaseHint}>
        <SegmentedControl
          aria-label={words.dayBase}
          maw={260}
          value={String(value.base)}
          data={(['360', '365'] as const).map((base) => ({
            value: base,
            label: words.dayBases[base],
          }))}
          onChange={(base) => change({ base: base === '360' ? 360 : 365 })}
        />
      </Section>
      <div className={styles.figures}>
        <FigureField
          label={words.periodMonths}
          description={words.periodHint}
          min={1}
          max={MONTHS_MAX}
          value={value.periodMonths}
          origin={defaults.periodMonths}
          onChange={(periodMonths) => change({ periodMonths })}
        />
        <ShareField
          label={words.financingRate}
          description={words.financingHint}
          basisPoints={value.rateBasisPoints}
          origin={defaults.rateBasisPoints}
          onChange={(rateBasisPoints) => change({ rateBasisPoints })}
        />
      </div>
    </SectionForm>
  );
}
