/** The statements of each bank account: their balances, and whether one is missing. */
import { useQuery } from '@tanstack/react-query';
import { formatCents } from '../../../shared/format/amount.ts';
import { formatCount } from '../../../shared/format/number.ts';
import { receiptsText } from '../../../shared/text/screens/receipts.ts';
import type { ApiClient } from '../../api/client.ts';
import { useApi } from '../../api/connection.tsx';
import { failureOf } from '../../failure/failure.ts';
import { Amount } from '../../parts/amount.tsx';
import { Badge, type Tone } from '../../parts/badge.tsx';
import { DateText } from '../../parts/date-text.tsx';
import { end, PlainTable } from '../../parts/plain-table.tsx';
import { useLanguage, useText } from '../../parts/reader.tsx';
import { Section } from '../../parts/screen.tsx';
import { EmptyState, ErrorState, Skeleton } from '../../parts/states.tsx';
import styles from './receipts.module.css';

type BankAccount = Awaited<ReturnType<ApiClient['receipts']['statements']>>[number];
type Statement = BankAccount['statements'][number];

const TONES: Readonly<Record<Statement['continuity'], Tone>> = {
  first: 'neutral',
  follows: 'green',
  gap: 'danger',
  overlap: 'amber',
};

export function StatementsTab() {
  const api = useApi();
  const words = useText(receiptsText);
  const { data, isError, error, refetch } = useQuery(api.query.receipts.statements.queryOptions());
  if (isError) return <ErrorState failure={failureOf(error)} onRetry={() => void refetch()} />;
  if (data === undefined) return <Skeleton lines={6} />;
  if (data.length === 0) return <EmptyState sentence={words.empty.statements ?? ''} />;
  return (
    <div className={styles.scroll}>
      {data.map((account) => (
        <AccountStatements key={account.bankAccountId} account={account} />
      ))}
    </div>
  );
}

function AccountStatements({ account }: { readonly account: BankAccount }) {
  const words = useText(receiptsText);
  const language = useLanguage();
  const { currency, balanceCents, balanceOn } = account;
  const amount = (cents: number | null) =>
    cents === null ? '–' : <Amount cents={cents} currency={currency} />;
  const note =
    balanceCents === null ? (
      words.noBalance
    ) : (
      <>
        {words.balance} : <Amount cents={balanceCents} currency={currency} /> ·{' '}
        <DateText date={balanceOn} />
      </>
    );
  return (
    <Section title={account.account === '' ? words.account : account.account} note={note}>
      <PlainTable
        label={account.account}
        head={[
          words.period,
          end(words.opening),
          end(words.credits),
          end(words.debits),
          end(words.closing),
          end(words.movements),
          words.follows,
          words.file,
        ]}
        rows={account.statements.map((one) => ({
          key: `${one.importId}|${one.statementNumber}`,
          cells: [
            <span key="period">
              <DateText date={one.from} /> – <DateText date={one.to} />
            </span>,
            amount(one.openingCents),
            amount(one.creditCents),
            amount(one.debitCents),
            amount(one.closingCents),
            formatCount(one.movementCount, { language }),
            <Following key="follows" statement={one} currency={currency} />,
            one.fileName,
          ],
        }))}
      />
    </Section>
  );
}

function Following(props: { readonly statement: Statement; readonly currency: string }) {
  const { continuity, differenceCents, isBalanced } = props.statement;
  const words = useText(receiptsText);
  const language = useLanguage();
  const { currency } = props;
  const gap = formatCents(Math.abs(differenceCents), { language, currency });
  const isMoney = continuity === 'gap' && differenceCents !== 0;
  return (
    <span className={styles.proposal}>
      <Badge tone={TONES[continuity]}>
        {isMoney ? words.gapOf(gap) : words.continuity[continuity]}
      </Badge>
      {isBalanced === false && <Badge tone="danger">{words.unbalanced}</Badge>}
    </span>
  );
}
