/** The figure of a criterion, or the values it looks among; nothing for those that have none. */
import { MultiSelect } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import type { AlertDimension } from '../../../../shared/domain/alert/criterion.ts';
import { CUSTOMER_PROFILES } from '../../../../shared/domain/payer/profile.ts';
import { dimensionLabel } from '../../../../shared/text/dimension-label.ts';
import { alertsText } from '../../../../shared/text/screens/alerts.ts';
import { useApi } from '../../../api/connection.tsx';
import { AmountInput } from '../../../parts/amount-input.tsx';
import { useLanguage, useText } from '../../../parts/reader.tsx';
import { FigureField } from '../../settings/figure-field.tsx';
import type { Rule } from './alert-rule.ts';

type Criterion = Rule['criteria'][number];

const PERCENT = 0.01;
const BASIS_POINTS_IN_PERCENT = 100;
const DAYS_MAX = 3650;

export function CriterionField(props: {
  readonly label: string;
  readonly criterion: Criterion;
  readonly onChange: (criterion: Criterion) => void;
}) {
  const { label, criterion, onChange } = props;
  const words = useText(alertsText);
  switch (criterion.kind) {
    case 'promise_broken':
    case 'limit_exceeded':
      return null;
    case 'overdue_at_least':
    case 'grown_by':
      return (
        <AmountInput
          w={150}
          aria-label={label}
          value={criterion.cents}
          onChange={(cents) => onChange({ ...criterion, cents: Math.max(0, cents ?? 0) })}
        />
      );
    case 'overdue_share':
      return (
        <FigureField
          isBare
          label={label}
          value={criterion.basisPoints * PERCENT}
          max={100}
          suffix=" %"
          onChange={(percent) =>
            onChange({ ...criterion, basisPoints: Math.round(percent * BASIS_POINTS_IN_PERCENT) })
          }
        />
      );
    case 'among':
      return (
        <Values
          label={label}
          dimension={criterion.dimension}
          values={criterion.values}
          onChange={(values) => onChange({ ...criterion, values })}
        />
      );
    default:
      return (
        <FigureField
          isBare
          label={label}
          value={criterion.days}
          max={DAYS_MAX}
          suffix={` ${words.day}`}
          onChange={(days) => onChange({ ...criterion, days })}
        />
      );
  }
}

function Values(props: {
  readonly label: string;
  readonly dimension: AlertDimension;
  readonly values: readonly string[];
  readonly onChange: (values: string[]) => void;
}) {
  const { label, dimension, values, onChange } = props;
  const api = useApi();
  const language = useLanguage();
  const { data = [] } = useQuery(
    api.query.customers.dimensionValues.queryOptions({ input: { dimension } }),
  );
  // Profiles are a closed list, whatever words the files have for them.
  const choices = dimension === 'profile' ? CUSTOMER_PROFILES : data.map(({ value }) => value);
  const known = new Set([...choices, ...values].filter((one) => one !== ''));
  return (
    <MultiSelect
      w={300}
      aria-label={label}
      value={[...values]}
      data={[...known].map((value) => ({
        value,
        label: dimensionLabel(dimension, value, language),
      }))}
      onChange={onChange}
    />
  );
}
