/**
 * A field for a share of a whole, kept in basis points and typed in percent.
 *
 *     <ShareInput label="Part garantie" basisPoints={9000} onChange={setShare} />
 */
import { NumberInput } from '@mantine/core';
import { useLanguage } from './reader.tsx';

const PERCENT = 0.01;
const BASIS_POINTS_IN_PERCENT = 100;

export function ShareInput(props: {
  readonly label: string;
  readonly basisPoints: number;
  readonly onChange: (basisPoints: number) => void;
}) {
  const language = useLanguage();
  return (
    <NumberInput
      label={props.label}
      value={props.basisPoints * PERCENT}
      min={1}
      max={100}
      decimalScale={2}
      decimalSeparator={language === 'fr' ? ',' : '.'}
      clampBehavior="strict"
      allowNegative={false}
      suffix=" %"
      onChange={(percent) => {
        if (typeof percent === 'number') {
          props.onChange(Math.round(percent * BASIS_POINTS_IN_PERCENT));
        }
      }}
    />
  );
}
