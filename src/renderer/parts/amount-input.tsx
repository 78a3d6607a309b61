/**
 * A field for an amount, typed as people type it (`1 234,5`, `1234.50`, `12k` is not one).
 *
 *     <AmountInput label="Montant" value={cents} onChange={setCents} />
 *
 * `value` is null while the field is empty or unreadable; the field says so when left.
 */
import { TextInput, type TextInputProps } from '@mantine/core';
import { useEffect, useState } from 'react';
import { currencySign, formatCents, parseAmount } from '../../shared/format/amount.ts';
import { partsText } from '../../shared/text/screens/parts.ts';
import { useLanguage, useText } from './reader.tsx';

interface AmountInputProps extends Omit<TextInputProps, 'value' | 'onChange' | 'defaultValue'> {
  readonly value: number | null;
  readonly onChange: (cents: number | null) => void;
  /** ISO 4217; the euro when absent. */
  readonly currency?: string;
}

export function AmountInput(props: AmountInputProps) {
  const { value, onChange, error, currency = 'EUR', ...field } = props;
  const language = useLanguage();
  const words = useText(partsText);
  const write = (cents: number | null) =>
    cents === null ? '' : formatCents(cents, { language, currency: null });
  const [text, setText] = useState(() => write(value));
  const [isLeft, setLeft] = useState(true);
  const typed = parseAmount(text);
  // biome-ignore lint/correctness/useExhaustiveDependencies: only a value set from outside.
  useEffect(() => {
    if (value !== typed) setText(write(value));
  }, [value]);
  const isWrong = isLeft && text.trim() !== '' && typed === null;
  return (
    <TextInput
      {...field}
      inputMode="decimal"
      autoComplete="off"
      styles={{ input: { textAlign: 'right' } }}
      rightSection={<span aria-hidden>{currencySign(currency)}</span>}
      value={text}
      error={isWrong ? words.amountInvalid : error}
      onFocus={() => setLeft(false)}
      onChange={(event) => {
        setText(event.currentTarget.value);
        onChange(parseAmount(event.currentTarget.value));
      }}
      onBlur={() => {
        setLeft(true);
        if (typed !== null) setText(write(typed));
      }}
    />
  );
}
