/**
 * What stands beside a total and is not in it: amounts in other currencies, which have no sum with
 * it. Nothing at all where there are none.
 *
 *     <OtherTotals totals={answer.otherTotals} />          hors total : 12 400,00 $
 */
import { formatCents } from '../../shared/format/amount.ts';
import type { Language } from '../../shared/format/language.ts';
import { partsText } from '../../shared/text/screens/parts.ts';
import styles from './amount.module.css';
import { useLanguage, useText } from './reader.tsx';

export interface OtherAmount {
  readonly currency: string;
  readonly amountCents: number;
}

export function OtherTotals(props: {
  readonly totals: readonly OtherAmount[];
  /** What the amounts are, where no total says it. */
  readonly label?: string;
  /** Said after the amounts. */
  readonly more?: string;
}) {
  const { totals, label, more } = props;
  const words = useText(partsText);
  const language = useLanguage();
  if (totals.length === 0) return null;
  const amounts = writtenAmounts(totals, language);
  const said = words.notInTotal(label ?? words.outOfTotal, amounts);
  return (
    <p className={styles.others}>{[said, ...(more === undefined ? [] : [more])].join(' · ')}</p>
  );
}

/** Amounts in words, one a currency: they are never added up. */
export function writtenAmounts(amounts: readonly OtherAmount[], language: Language): string {
  return amounts
    .map(({ currency, amountCents }) => formatCents(amountCents, { language, currency }))
    .join(' · ');
}

/** One figure of sums in other currencies, those where it is none left out. */
export function othersOf<Key extends string>(
  sums: readonly ({ readonly currency: string } & Readonly<Record<Key, number>>)[],
  figure: Key,
): readonly OtherAmount[] {
  return sums.flatMap((own) =>
    own[figure] === 0 ? [] : [{ currency: own.currency, amountCents: own[figure] }],
  );
}
