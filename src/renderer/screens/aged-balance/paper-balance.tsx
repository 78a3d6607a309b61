/** The balance on paper: every row, not only those in sight, read when one asks to print. */
import { useEffect, useState } from 'react';
import { formatDate } from '../../../shared/format/date.ts';
import { agedBalanceText } from '../../../shared/text/screens/aged-balance.ts';
import type { ApiClient } from '../../api/client.ts';
import { useApi } from '../../api/connection.tsx';
import { WINDOW_ROWS } from '../../api/windows.ts';
import { Amount } from '../../parts/amount.tsx';
import { OtherTotals } from '../../parts/other-totals.tsx';
import { OnPaper } from '../../parts/paper.tsx';
import { end, PlainTable } from '../../parts/plain-table.tsx';
import { useText } from '../../parts/reader.tsx';
import { showToast } from '../../parts/toast.tsx';
import { type AgedAnswer, type AgedSearch, isShown } from './aged-question.ts';

type Question = Omit<Parameters<ApiClient['overview']['agedBalance']>[0], 'offset' | 'limit'>;

/**
 * `print()` reads the whole balance, then opens the browser's own dialog; `whole` is what it read.
 */
export function usePaperBalance(question: Question) {
  const { call } = useApi();
  const words = useText(agedBalanceText);
  const [whole, setWhole] = useState<AgedAnswer | null>(null);
  const [isReading, setReading] = useState(false);
  const asked = JSON.stringify(question);
  // biome-ignore lint/correctness/useExhaustiveDependencies: another question, another paper.
  useEffect(() => setWhole(null), [asked]);
  useEffect(() => {
    if (whole !== null) window.print();
  }, [whole]);
  const print = async () => {
    setReading(true);
    try {
      const first = await call.overview.agedBalance({ ...question, offset: 0, limit: WINDOW_ROWS });
      const rows = [...first.rows];
      while (rows.length < first.total) {
        const page = { ...question, offset: rows.length, limit: WINDOW_ROWS };
        const { rows: more } = await call.overview.agedBalance(page);
        if (more.length === 0) break;
        rows.push(...more);
      }
      setWhole({ ...first, rows });
    } catch {
      showToast({ message: words.printFailed, tone: 'danger' });
    }
    setReading(false);
  };
  return { whole, isReading, print };
}

export function PaperBalance(props: { readonly whole: AgedAnswer; readonly search: AgedSearch }) {
  const { whole, search } = props;
  const words = useText(agedBalanceText);
  const shown = whole.buckets.flatMap(({ key, label }, index) =>
    isShown(key, search.by) ? [{ key, label, index }] : [],
  );
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
