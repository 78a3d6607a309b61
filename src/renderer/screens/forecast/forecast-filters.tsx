/** The horizon, the view, and what the forecast is cut by. */
import { SegmentedControl, Select } from '@mantine/core';
import { forecastText } from '../../../shared/text/screens/forecast.ts';
import { FilterChip } from '../../parts/filters.tsx';
import { useText } from '../../parts/reader.tsx';
import { type ForecastSearch, GROUPINGS } from './forecast-question.ts';

const METHODS = ['likely', 'promise', 'due_date'] as const;

export function ForecastFilters(props: {
  readonly search: ForecastSearch;
  /** The group it is narrowed to, in words; null for none. */
  readonly groupLabel: string | null;
  readonly onChange: (patch: Partial<ForecastSearch>) => void;
}) {
  const { search, groupLabel, onChange } = props;
  const words = useText(forecastText);
  return (
    <>
      <SegmentedControl
        aria-label={words.method}
        value={search.method}
        data={[
          { value: 'likely', label: words.methods.likely },
          { value: 'promise', label: words.methods.promise },
          { value: 'due_date', label: words.methods.due_date },
        ]}
        onChange={(value) => {
          const method = METHODS.find((one) => one === value) ?? 'likely';
          onChange({ method, slot: null, cash: null, group: null });
        }}
      />
      <SegmentedControl
        aria-label={words.horizon}
        value={String(search.weeks)}
        data={['13', '26'].map((value) => ({ value, label: words.weeks(value) }))}
        onChange={(value) => onChange({ weeks: value === '26' ? 26 : 13, slot: null, cash: null })}
      />
      <Select
        w={165}
        aria-label={words.groupBy}
        allowDeselect={false}
        value={search.by}
        data={GROUPINGS.map((value) => ({
          value,
          label: value === 'none' ? words.noGroup : (words.per[value] ?? value),
        }))}
        onChange={(value) =>
          onChange({
            by: GROUPINGS.find((one) => one === value) ?? 'none',
            key: null,
            slot: null,
            cash: null,
          })
        }
      />
      {groupLabel !== null && (
        <FilterChip
          label={words.onlyOne(groupLabel)}
          isOn
          onToggle={() => onChange({ key: null, slot: null, cash: null })}
        />
      )}
    </>
  );
}
