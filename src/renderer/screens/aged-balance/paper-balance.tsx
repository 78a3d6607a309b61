/** The balance on paper: every row, not only those in sight, read when one asks to print. */
import { formatDate } from '../../../shared/format/date.ts';
import { agedBalanceText } from '../../../shared/text/screens/aged-balance.ts';
import type { ApiClient } from '../../api/client.ts';
import { useApi } from '../../api/connection.tsx';
import { usePaper } from '../../commands/use-paper.ts';
import { Amount } from '../../parts/amount.tsx';
import { OtherTotals } from '../../parts/other-totals.tsx';
import { OnPaper } from '../../parts/paper.tsx';
import { end, PlainTable } from '../../parts/plain-table.tsx';
import { useText } from '../../parts/reader.tsx';
import { type AgedAnswer, type AgedSearch, shownBuckets } from './aged-question.ts';

type Question = Omit<Parameters<ApiClient['overview']['agedBalance']>[0], 'offset' | 'limit'>;

/** `print()` reads the whole balance, then opens the browser's own dialog. */
export function usePaperBalance(question: Question) {
  const { call } = useApi();
  const words = useText(agedBalanceText);
  return usePaper<AgedAnswer>({
    asked: JSON.stringify(question),
    read: (part) => call.overview.agedBalance({ ...question, ...part }),
    failed: words.printFailed,
  });
}

export function PaperBalance(props: { readonly whole: AgedAnswer; readonly search: AgedSearch }) {
  const { whole, search } = props;
  const words = useText(agedBalanceText);
  const shown = shownBuckets(whole, search.by);
  const amounts = (cents: readonly number[], balanceCents: number, currency = 'EUR') => [
    ...shown.map(({ key, index }) => (
      <Amount key={key} cents={cents[index] ?? 0} currency={currency} bare />
    )),
    <Amount key="balance" cents={balanceCents} currency={currency} bare />,
  ];
  const title = `${words.title} · ${words.asOf(formatDate(whole.asOf))}`;
  return (
    <OnPaper title={title}>
      <PlainTable
        label={title}
        head={[words.customer, ...shown.map(({ label }) => end(label)), end(words.balance)]}
        rows={whole.rows.map((row) => ({
          key: row.key,
          cells: [row.label, ...amounts(row.amountsCents, row.balanceCents, row.currency)],
        }))}
        foot={[words.total, ...amounts(whole.totalsCents, whole.balanceCents)]}
      />
      <OtherTotals totals={whole.otherTotals} />
    </OnPaper>
  );
}
