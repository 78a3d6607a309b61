/** What a file of a bank brings: its accounts, their balances, and the movements that are new. */
import type { ImportPreview } from '../../../../shared/contract/imports.ts';
import { formatCents } from '../../../../shared/format/amount.ts';
import { importsText } from '../../../../shared/text/screens/imports.ts';
import { Amount } from '../../../parts/amount.tsx';
import { DateText } from '../../../parts/date-text.tsx';
import { type Fact, FactList } from '../../../parts/fact-list.tsx';
import { Figure, FigureLine } from '../../../parts/figure.tsx';
import { useLanguage, useText } from '../../../parts/reader.tsx';
import { Section } from '../../../parts/screen.tsx';
import { useCount } from '../use-count.ts';
import styles from './assistant.module.css';

type BankAccount = NonNullable<ImportPreview['bank']>[number];

export function BankFigures({ accounts }: { readonly accounts: readonly BankAccount[] }) {
  const words = useText(importsText);
  const count = useCount();
  const sum = (of: (account: BankAccount) => number) =>
    accounts.reduce((total, account) => total + of(account), 0);
  return (
    <>
      <FigureLine>
        <Figure label={words.bankMovements} value={count(sum((one) => one.newCount))} />
        <Figure label={words.bankKnown} value={count(sum((one) => one.knownCount))} />
      </FigureLine>
      <div className={styles.halves}>
        {accounts.map((account) => (
          <AccountFacts key={`${account.account}|${account.currency}`} account={account} />
        ))}
      </div>
    </>
  );
}

function AccountFacts({ account }: { readonly account: BankAccount }) {
  const words = useText(importsText);
  const language = useLanguage();
  const { currency, openingCents, closingCents, differenceCents } = account;
  const written = (cents: number) => formatCents(Math.abs(cents), { language, currency });
  const amount = (cents: number | null) =>
    cents === null ? words.bankNoBalance : <Amount cents={cents} currency={currency} />;
  const offCents =
    openingCents === null || closingCents === null
      ? null
      : openingCents + account.creditCents - account.debitCents - closingCents;
  const isGap = account.continuity === 'gap' && differenceCents !== 0;
  const facts: readonly Fact[] = [
    {
      label: words.period,
      value: (
        <>
          <DateText date={account.from} /> – <DateText date={account.to} />
        </>
      ),
    },
    { label: words.bankOpening, value: amount(openingCents) },
    { label: words.bankReceived, value: amount(account.creditCents) },
    { label: words.bankPaid, value: amount(account.debitCents) },
    {
      label: words.bankClosing,
      value: amount(closingCents),
      ...(offCents !== null && {
        note: offCents === 0 ? words.bankBalanced : words.bankUnbalanced(written(offCents)),
      }),
    },
  ];
  const following = isGap
    ? words.bankGap(written(differenceCents))
    : (words.bankContinuity[account.continuity] ?? '');
  return (
    <Section title={account.account === '' ? words.bankAccount : account.account} note={following}>
      <FactList facts={facts} />
    </Section>
  );
}
