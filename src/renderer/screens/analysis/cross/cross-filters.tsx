/** What the table is made of: its measure, its two dimensions, its day or period, what it keeps. */
import { ActionIcon, Button, Select, Tooltip } from '@mantine/core';
import { IconArrowsExchange } from '@tabler/icons-react';
import { CROSS_DIMENSIONS, CROSS_PERIODS } from '../../../../shared/contract/cross.ts';
import {
  FLOW_MEASURES,
  isFlow,
  type Measure,
  STOCK_MEASURES,
} from '../../../../shared/domain/analysis/measure.ts';
import { delayCauseText } from '../../../../shared/text/delay-cause.ts';
import { crossText } from '../../../../shared/text/screens/cross.ts';
import { AsOfChoice } from '../../../parts/as-of-choice.tsx';
import { FilterChip, FilterText } from '../../../parts/filters.tsx';
import { useText } from '../../../parts/reader.tsx';
import type { CrossAnswer, CrossSearch } from './cross-search.ts';

type Change = (patch: Partial<CrossSearch>) => void;

/** A period has no ages and no delays: its facts are documents and receipts, not what is open. */
const OF_OPEN: ReadonlySet<string> = new Set([
  'bucket_due',
  'bucket_document',
  'delay_cause',
  'cause_owner',
]);
/** Who must end the delays, and why: the table that a meeting begins with. */
const PARETO = { measure: 'overdue', rows: 'cause_owner', columns: 'delay_cause' } as const;
const KEPT = [10, 25, 50, 100];

/** Measure and dimensions. */
export function ShapeChoice({ search, onChange }: { search: CrossSearch; onChange: Change }) {
  const words = useText(crossText);
  const dimensions = CROSS_DIMENSIONS.filter(
    (value) => !(isFlow(search.measure) && OF_OPEN.has(value)),
  ).map((value) => ({ value, label: words.dimensions[value] }));
  const axis = (name: 'rows' | 'columns') => (
    <Select
      w={178}
      label={words[name]}
      allowDeselect={false}
      value={search[name]}
      data={dimensions}
      onChange={(value) => {
        const dimension = CROSS_DIMENSIONS.find((one) => one === value);
        if (dimension !== undefined) onChange({ [name]: dimension, figure: null });
      }}
    />
  );
  const measures = [...STOCK_MEASURES, ...FLOW_MEASURES];
  return (
    <>
      <Select
        w={206}
        label={words.measure}
        allowDeselect={false}
        value={search.measure}
        data={measures.map((value) => ({ value, label: words.measures[value] }))}
        onChange={(value) => {
          const measure = measures.find((one) => one === value);
          if (measure !== undefined) onChange({ figure: null, ...withMeasure(search, measure) });
        }}
      />
      {axis('rows')}
      <Tooltip label={words.swap}>
        <ActionIcon
          size={32}
          aria-label={words.swap}
          onClick={() => onChange({ rows: search.columns, columns: search.rows, figure: null })}
        >
          <IconArrowsExchange size={16} stroke={1.6} />
        </ActionIcon>
      </Tooltip>
      {axis('columns')}
    </>
  );
}

function withMeasure(search: CrossSearch, measure: Measure): Partial<CrossSearch> {
  if (!isFlow(measure)) return { measure };
  const { rows, columns, filters } = search;
  return {
    measure,
    filters: filters.filter(({ dimension }) => !OF_OPEN.has(dimension)),
    rows: OF_OPEN.has(rows) ? 'rep_code' : rows,
    columns: OF_OPEN.has(columns) ? 'month_invoice' : columns,
  };
}

/** The day or the period, what is searched, how many rows are kept, what it is narrowed to. */
export function NarrowChoice(props: {
  readonly search: CrossSearch;
  readonly onChange: Change;
  /** What the table is narrowed to, in words. */
  readonly filters: CrossAnswer['filters'];
}) {
  const { search, onChange, filters } = props;
  const words = useText(crossText);
  const causes = useText(delayCauseText);
  return (
    <>
      <AsOfChoice value={search.asOf} onChange={(asOf) => onChange({ asOf, figure: null })} />
      {isFlow(search.measure) && (
        <Select
          w={150}
          aria-label={words.period}
          allowDeselect={false}
          value={search.period}
          data={CROSS_PERIODS.map((value) => ({ value, label: words.periods[value] }))}
          onChange={(value) => {
            const period = CROSS_PERIODS.find((one) => one === value);
            if (period !== undefined) onChange({ period, figure: null });
          }}
        />
      )}
      <Select
        w={196}
        aria-label={words.keep}
        allowDeselect={false}
        value={String(search.rowsMax ?? '')}
        data={[
          { value: '', label: words.keepAll },
          ...KEPT.map((count) => ({ value: String(count), label: words.keepMost(count) })),
        ]}
        onChange={(value) =>
          onChange({ rowsMax: KEPT.find((count) => String(count) === value) ?? null, figure: null })
        }
      />
      <FilterText
        width={170}
        value={search.text}
        placeholder={words.search}
        onChange={(text) => onChange({ text, figure: null })}
      />
      <Button
        variant="subtle"
        onClick={() => onChange({ ...PARETO, asOf: null, figure: null, rowsMax: null })}
      >
        {causes.pareto}
      </Button>
      {filters.map(({ dimension, key, label }) => (
        <FilterChip
          key={`${dimension}|${key}`}
          label={words.filter(words.dimensions[dimension], label)}
          isOn
          onToggle={() =>
            onChange({
              figure: null,
              filters: search.filters.filter(
                (one) => one.dimension !== dimension || one.key !== key,
              ),
            })
          }
        />
      ))}
    </>
  );
}
