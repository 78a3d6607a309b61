/** The day, what the indicators are cut by, and the part of the company they are narrowed to. */
import { Select } from '@mantine/core';
import { INDICATOR_KINDS, INDICATORS } from '../../../../shared/domain/metrics/indicator.ts';
import { indicatorText } from '../../../../shared/text/indicators.ts';
import { indicatorsText } from '../../../../shared/text/screens/indicators.ts';
import { AsOfChoice } from '../../../parts/as-of-choice.tsx';
import { FilterChip, FilterText } from '../../../parts/filters.tsx';
import { useText } from '../../../parts/reader.tsx';
import styles from './indicators.module.css';
import { CUTS, type IndicatorsSearch, type SetIndicators } from './indicators-question.ts';

const BY_GROUP = INDICATORS.filter((indicator) => !INDICATOR_KINDS[indicator].isOfCompany);

export function IndicatorFilters(props: {
  readonly search: IndicatorsSearch;
  /** The name of the part it is narrowed to; null for none. */
  readonly partLabel: string | null;
  readonly onChange: SetIndicators;
}) {
  const { search, partLabel, onChange } = props;
  const words = useText(indicatorsText);
  const names = useText(indicatorText);
  const isCut = search.cut !== 'none';
  return (
    <div className={styles.filters}>
      <AsOfChoice value={search.asOf} onChange={(asOf) => onChange({ asOf })} />
      <Select
        w={165}
        aria-label={words.cutBy}
        allowDeselect={false}
        value={search.cut}
        data={CUTS.map((value) => ({ value, label: words.cuts[value] }))}
        onChange={(value) => {
          const cut = CUTS.find((one) => one === value) ?? 'none';
          onChange({ cut, find: '', ...(cut !== 'customer' && { partBy: null, partKey: '' }) });
        }}
      />
      {isCut && (
        <Select
          w={235}
          aria-label={words.indicator}
          allowDeselect={false}
          value={search.indicator}
          data={BY_GROUP.map((value) => ({ value, label: names[value].name }))}
          onChange={(value) => {
            const indicator = BY_GROUP.find((one) => one === value);
            if (indicator !== undefined) onChange({ indicator });
          }}
        />
      )}
      {isCut && (
        <FilterText
          width={125}
          value={search.find}
          placeholder={words.search}
          onChange={(find) => onChange({ find })}
        />
      )}
      {partLabel !== null && (
        <FilterChip
          label={words.only(partLabel)}
          isOn
          onToggle={() => onChange({ partBy: null, partKey: '' })}
        />
      )}
    </div>
  );
}
