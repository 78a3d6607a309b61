/** What narrows the list of customers: words, signs, and the values of its dimensions. */
import { useQuery } from '@tanstack/react-query';
import type { Dimension } from '../../../shared/contract/customers.ts';
import { RISKS } from '../../../shared/domain/payer/risk.ts';
import { formatCount } from '../../../shared/format/number.ts';
import { dimensionLabel } from '../../../shared/text/dimension-label.ts';
import { payerBehaviourText } from '../../../shared/text/payer-behaviour.ts';
import { customersText } from '../../../shared/text/screens/customers.ts';
import { useApi } from '../../api/connection.tsx';
import { FilterChip, FilterMenu, FilterText } from '../../parts/filters.tsx';
import { useLanguage, useText } from '../../parts/reader.tsx';
import type { CustomersSearch } from './customer-question.ts';

/** One click away; the other signs share a menu. */
const CHIPS = ['overdue', 'credits', 'to_match_first'] as const;
const SIGNS = [
  'no_contact',
  'vip',
  'on_hold',
  'do_not_chase',
  'watched',
  'net_due',
  'open',
] as const;
const SEGMENTS = ['good', 'occasional', 'chronic', 'new_at_risk'] as const;
const MENUS = ['profile', 'rep_code', 'agency_code', 'sector'] as const;

export function CustomerFilters(props: {
  readonly search: CustomersSearch;
  readonly onChange: (patch: Partial<CustomersSearch>) => void;
}) {
  const { search, onChange } = props;
  const words = useText(customersText);
  const { only } = search;
  const toggle = (chip: (typeof only)[number]) =>
    onChange({ only: only.includes(chip) ? only.filter((one) => one !== chip) : [...only, chip] });
  return (
    <>
      <FilterText
        value={search.text}
        placeholder={words.search}
        onChange={(text) => onChange({ text })}
      />
      {CHIPS.map((chip) => (
        <FilterChip
          key={chip}
          label={words.only[chip]}
          isOn={only.includes(chip)}
          onToggle={() => toggle(chip)}
        />
      ))}
      <FilterMenu
        label={words.flags}
        chosen={only.filter((name) => !CHIPS.some((chip) => chip === name))}
        options={SIGNS.map((value) => ({ value, label: words.only[value] }))}
        onChange={(values) =>
          onChange({
            only: [
              ...CHIPS.filter((name) => only.includes(name)),
              ...SIGNS.filter((name) => values.includes(name)),
            ],
          })
        }
      />
      <BehaviourMenus search={search} onChange={onChange} />
      {MENUS.map((dimension) => (
        <DimensionMenu
          key={dimension}
          dimension={dimension}
          chosen={search[dimension]}
          onChange={(values) => onChange({ [dimension]: [...values] })}
        />
      ))}
    </>
  );
}

/** How the payer behaves. */
function BehaviourMenus(props: {
  readonly search: CustomersSearch;
  readonly onChange: (patch: Partial<CustomersSearch>) => void;
}) {
  const { search, onChange } = props;
  const words = useText(payerBehaviourText);
  const names = useText(customersText).behaviour;
  return (
    <>
      <FilterMenu
        label={names.segment}
        chosen={search.segment}
        options={SEGMENTS.map((value) => ({ value, label: words.segments[value] }))}
        onChange={(chosen) => onChange({ segment: SEGMENTS.filter((one) => chosen.includes(one)) })}
      />
      <FilterMenu
        label={names.risk}
        chosen={search.risk}
        options={RISKS.map((value) => ({ value, label: words.risks[value] }))}
        onChange={(chosen) => onChange({ risk: RISKS.filter((one) => chosen.includes(one)) })}
      />
    </>
  );
}

function DimensionMenu(props: {
  readonly dimension: Dimension;
  readonly chosen: readonly string[];
  readonly onChange: (values: readonly string[]) => void;
}) {
  const { dimension, chosen, onChange } = props;
  const api = useApi();
  const words = useText(customersText);
  const language = useLanguage();
  const { data = [] } = useQuery(
    api.query.customers.dimensionValues.queryOptions({ input: { dimension } }),
  );
  if (data.length === 0) return null;
  return (
    <FilterMenu
      label={words.dimensions[dimension]}
      chosen={chosen}
      onChange={onChange}
      options={data.map(({ value, customerCount }) => ({
        value,
        label: dimensionLabel(dimension, value, language),
        note: formatCount(customerCount, { language }),
      }))}
    />
  );
}
