/**
 * An amount of money, the only way a screen writes one.
 *
 *     <Amount cents={1248000} />                      12 480,00 €
 *     <Amount cents={1248000} daysPastDue={47} />     12 480,00 € · 47 j   (late: age beside it)
 *     <Amount cents={-5000} isCredit />               −50,00 € avoir
 *     <Amount cents={0} />                            –
 *     <Amount cents={4200} others={[…]} />            42,00 € + $           (the rest on hover)
 *     <Amount cents={1} bare />                       0,01                 (no currency: tables)
 */
import { currencySign, formatCents } from '../../shared/format/amount.ts';
import { formatDays } from '../../shared/format/number.ts';
import { partsText } from '../../shared/text/screens/parts.ts';
import styles from './amount.module.css';
import type { OtherAmount } from './other-totals.tsx';
import { useLanguage, useText } from './reader.tsx';

export interface AmountProps {
  readonly cents: number;
  readonly currency?: string;
  /** Days after the due date; shown when above zero. */
  readonly daysPastDue?: number | null;
  /** Says « avoir » beside a negative amount. */
  readonly isCredit?: boolean;
  /** `danger` for overdue; the age or a heading says it too. */
  readonly tone?: 'danger' | 'muted' | 'strong';
  /** Owed beside it in other currencies, which have no sum with it. */
  readonly others?: readonly OtherAmount[];
  /** Without the euro sign, for columns whose heading or totals carry it. */
  readonly bare?: boolean;
}

export function Amount(props: AmountProps) {
  const { others = [], ...own } = props;
  const [first, ...rest] = others;
  if (first === undefined) return <OneAmount {...own} />;
  // Where nothing is owed in euros, the amount is the other currency's.
  if (own.cents !== 0) return <WithOthers own={own} others={others} />;
  const { amountCents: cents, currency } = first;
  return <WithOthers own={{ cents, currency }} others={rest} />;
}

function WithOthers(props: { readonly own: AmountProps; readonly others: readonly OtherAmount[] }) {
  const { own, others } = props;
  const language = useLanguage();
  const words = useText(partsText);
  const amounts = others.map(({ currency, amountCents }) =>
    formatCents(amountCents, { language, currency }),
  );
  return (
    <span className={styles.amount}>
      <OneAmount {...own} />
      {others.length > 0 && (
        <span className={styles.also} title={words.alsoOwed(amounts.join(', '))}>
          <span aria-hidden>
            {`+ ${others.map(({ currency }) => currencySign(currency)).join(' + ')}`}
          </span>
          <span className={styles.spoken}>{words.alsoOwed(amounts.join(', '))}</span>
        </span>
      )}
    </span>
  );
}

function OneAmount(props: Omit<AmountProps, 'others'>) {
  const { cents, currency = 'EUR', daysPastDue = null, isCredit, tone, bare } = props;
  const language = useLanguage();
  const words = useText(partsText);
  if (cents === 0) {
    return (
      <span className={styles.zero}>
        <span aria-hidden>{words.none}</span>
        <span className={styles.spoken}>{words.noAmount}</span>
      </span>
    );
  }
  const isEuro = currency === 'EUR';
  const written = formatCents(cents, { language, currency: bare && isEuro ? null : currency });
  const isLate = daysPastDue !== null && daysPastDue > 0;
  return (
    <span className={styles.amount} data-tone={tone ?? (isLate ? 'danger' : undefined)}>
      {written}
      {isLate && (
        <span className={styles.age}>{` · ${formatDays(daysPastDue, { language })}`}</span>
      )}
      {isCredit === true && cents < 0 && <span className={styles.word}>{` ${words.credit}`}</span>}
    </span>
  );
}
