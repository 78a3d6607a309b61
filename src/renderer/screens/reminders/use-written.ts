/** Counts and amounts written for the reader: `count(3)`, `named(3, words.mails)`. */
import { formatCents } from '../../../shared/format/amount.ts';
import { formatCount } from '../../../shared/format/number.ts';
import { useLanguage } from '../../parts/reader.tsx';

export interface Written {
  readonly count: (value: number) => string;
  readonly named: (value: number, word: (count: string, isOne: boolean) => string) => string;
  readonly amount: (cents: number, currency?: string) => string;
}

export function useWritten(): Written {
  const language = useLanguage();
  const count = (value: number) => formatCount(value, { language });
  return {
    count,
    named: (value, word) => word(count(value), value === 1),
    amount: (cents, currency = 'EUR') => formatCents(cents, { language, currency }),
  };
}
