/**
 * What narrows the balance: words, the day it is drawn up for, the date it counts from, its rows.
 */
import { SegmentedControl, Select } from '@mantine/core';
import { agedBalanceText } from '../../../shared/text/screens/aged-balance.ts';
import { AsOfChoice } from '../../parts/as-of-choice.tsx';
import { FilterText } from '../../parts/filters.tsx';
import { useText } from '../../parts/reader.tsx';
import { type AgedSearch, GROUPINGS } from './aged-question.ts';

export function AgedFilters(props: {
  readonly search: AgedSearch;
  readonly onChange: (patch: Partial<AgedSearch>) => void;
}) {
  const { search, onChange } = props;
  const words = useText(agedBalanceText);
  const groupings = GROUPINGS.map((value) => ({
    value,
    label: value === 'customer' ? words.perCustomer : (words.per[value] ?? value),
  }));
  return (
    <>
      <FilterText
        width={180}
        value={search.text}
        placeholder={words.search}
        onChange={(text) => onChange({ text })}
      />
      <AsOfChoice value={search.asOf} onChange={(asOf) => onChange({ asOf })} />
      <SegmentedControl
        aria-label={words.by}
        value={search.by}
        data={[
          { value: 'due_date', label: words.dueDate },
          { value: 'document_date', label: words.documentDate },
        ]}
        onChange={(by) =>
          onChange({ by: by === 'document_date' ? by : 'due_date', bucket: null, row: null })
        }
      />
      <Select
        w={160}
        aria-label={words.groupBy}
        allowDeselect={false}
        value={search.groupBy}
        data={groupings}
        onChange={(value) => {
          const groupBy = GROUPINGS.find((one) => one === value) ?? 'customer';
          onChange({ groupBy, bucket: null, row: null });
        }}
      />
    </>
  );
}
