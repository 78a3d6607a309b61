/** A whole number between two bounds; what is typed beyond them waits to be corrected. */
import { NumberInput } from '@mantine/core';

export function WholeField(props: {
  readonly label: string;
  readonly value: number;
  readonly min: number;
  readonly max: number;
  readonly suffix?: string;
  readonly onChange: (value: number) => void;
}) {
  const { label, value, min, max, suffix, onChange } = props;
  return (
    <NumberInput
      label={label}
      value={value}
      min={min}
      max={max}
      allowDecimal={false}
      allowNegative={false}
      clampBehavior="blur"
      {...(suffix !== undefined && { suffix })}
      onChange={(typed) => {
        if (typeof typed === 'number' && typed >= min && typed <= max) onChange(typed);
      }}
    />
  );
}
