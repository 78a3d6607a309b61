/** Fields for the figures of the settings: a number, a share, each with its original value. */
import { NumberInput } from '@mantine/core';
import { formatDecimal, formatRate } from '../../../shared/format/number.ts';
import { settingsText } from '../../../shared/text/screens/settings.ts';
import { useLanguage, useText } from '../../parts/reader.tsx';

export interface FigureFieldProps {
  readonly label: string;
  readonly value: number;
  readonly onChange: (value: number) => void;
  /** Shown beside when it differs. */
  readonly origin?: number;
  readonly description?: string;
  readonly suffix?: string;
  readonly prefix?: string;
  readonly min?: number;
  readonly max?: number;
  readonly decimals?: number;
  /** For a field whose label stands elsewhere. */
  readonly isBare?: boolean;
}

export function FigureField(props: FigureFieldProps) {
  const { label, value, onChange, origin, description, isBare = false } = props;
  const { min = 0, max = 1000, decimals = 0, suffix, prefix } = props;
  const words = useText(settingsText);
  const language = useLanguage();
  const decimalsOf = (figure: number) => (Number.isInteger(figure) ? 0 : decimals);
  const told =
    origin === undefined || origin === value
      ? description
      : words.byDefault(formatDecimal(origin, { language, decimals: decimalsOf(origin) }));
  return (
    <NumberInput
      w={isBare ? 110 : 220}
      {...(isBare ? { 'aria-label': label } : { label })}
      description={told}
      inputWrapperOrder={['label', 'input', 'description', 'error']}
      value={value}
      min={min}
      max={max}
      step={decimals === 0 ? 1 : 0.05}
      decimalScale={decimals}
      decimalSeparator={language === 'fr' ? ',' : '.'}
      clampBehavior="strict"
      allowNegative={false}
      {...(suffix !== undefined && { suffix })}
      {...(prefix !== undefined && { prefix })}
      onChange={(typed) => {
        if (typeof typed === 'number') onChange(typed);
      }}
    />
  );
}

const PERCENT = 0.01;
const BASIS_POINTS_IN_PERCENT = 100;

/** A share of a whole, kept in basis points and typed in percent. */
export function ShareField(props: {
  readonly label: string;
  readonly description?: string;
  readonly basisPoints: number;
  readonly origin?: number;
  /** In percent; the whole by default. */
  readonly max?: number;
  readonly onChange: (basisPoints: number) => void;
}) {
  const { label, basisPoints, origin, max = 100, onChange, description } = props;
  const words = useText(settingsText);
  const language = useLanguage();
  const told =
    origin === undefined || origin === basisPoints
      ? description
      : words.byDefault(formatRate(origin, { language }));
  return (
    <FigureField
      label={label}
      {...(told !== undefined && { description: told })}
      value={basisPoints * PERCENT}
      max={max}
      decimals={2}
      suffix=" %"
      onChange={(percent) => onChange(Math.round(percent * BASIS_POINTS_IN_PERCENT))}
    />
  );
}
