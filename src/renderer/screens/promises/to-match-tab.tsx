/** « À lettrer d'abord »: customers whose unmatched credits are too large to chase them. */
import { useMemo } from 'react';
import { formatPercent } from '../../../shared/format/number.ts';
import { followUpText } from '../../../shared/text/screens/follow-up.ts';
import type { ApiClient } from '../../api/client.ts';
import { useApi } from '../../api/connection.tsx';
import { useWindows } from '../../api/windows.ts';
import type { Column } from '../../parts/data-table/table-types.ts';
import { useLanguage, useText } from '../../parts/reader.tsx';
import { amountColumn, inCurrency, nameColumns } from './columns.tsx';
import { FollowUpList } from './follow-up-list.tsx';

type ToMatchRow = Awaited<ReturnType<ApiClient['imports']['toMatch']>>['rows'][number];

export function ToMatchTab() {
  const api = useApi();
  const words = useText(followUpText);
  const language = useLanguage();
  const list = useWindows((part) => api.query.imports.toMatch.queryOptions({ input: part }));
  const columns = useMemo<readonly Column<ToMatchRow>[]>(
    () => [
      ...nameColumns<ToMatchRow>(words),
      amountColumn('overdue', words.overdue, (row) => row.overdueCents, inCurrency),
      amountColumn('unlettered', words.unlettered, (row) => row.unletteredCents, inCurrency),
      {
        id: 'share',
        label: words.share,
        width: 90,
        align: 'end',
        cell: (row) => formatPercent(row.share, { language, decimals: 0 }),
      },
    ],
    [words, language],
  );
  return (
    <FollowUpList
      id="to-match"
      label={words.tabs.to_match}
      columns={columns}
      list={list}
      rowKey={(row) => `${row.customerId}|${row.currency}`}
      workbook={{ list: 'to_match', input: {} }}
      empty={words.empty.to_match}
    />
  );
}
