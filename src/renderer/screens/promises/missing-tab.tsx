/** Customers who owe something and can't be reached by some means. */
import { useMemo, useState } from 'react';
import { followUpText } from '../../../shared/text/screens/follow-up.ts';
import type { ApiClient } from '../../api/client.ts';
import { useApi } from '../../api/connection.tsx';
import { useWindows } from '../../api/windows.ts';
import { Badge } from '../../parts/badge.tsx';
import type { Column } from '../../parts/data-table/table-types.ts';
import { FilterChip } from '../../parts/filters.tsx';
import { useText } from '../../parts/reader.tsx';
import { amountColumn, nameColumns } from './columns.tsx';
import { FollowUpList } from './follow-up-list.tsx';

type MissingRow = Awaited<ReturnType<ApiClient['overview']['missingContacts']>>['rows'][number];
type Missing = 'any' | 'email' | 'phone' | 'address';

export function MissingTab() {
  const api = useApi();
  const words = useText(followUpText);
  const [missing, setMissing] = useState<Missing>('any');
  const list = useWindows((part) =>
    api.query.overview.missingContacts.queryOptions({ input: { missing, ...part } }),
  );
  const columns = useMemo<readonly Column<MissingRow>[]>(() => {
    const mark = (isThere: boolean) =>
      isThere ? words.yes : <Badge tone="amber">{words.no}</Badge>;
    return [
      ...nameColumns<MissingRow>(words),
      amountColumn(
        'overdue',
        words.overdue,
        (row) => row.overdueCents,
        (row) => ({ others: row.otherOverdue }),
      ),
      amountColumn(
        'outstanding',
        words.outstanding,
        (row) => row.outstandingCents,
        (row) => ({ others: row.otherOutstanding }),
      ),
      { id: 'hasEmail', label: words.email, width: 120, cell: (row) => mark(row.hasEmail) },
      { id: 'hasPhone', label: words.phone, width: 120, cell: (row) => mark(row.hasPhone) },
      { id: 'hasAddress', label: words.address, width: 120, cell: (row) => mark(row.hasAddress) },
    ];
  }, [words]);
  const choices: readonly (readonly [Missing, string])[] = [
    ['any', words.missingAny],
    ['email', words.missingEmail],
    ['phone', words.missingPhone],
    ['address', words.missingAddress],
  ];
  return (
    <FollowUpList
      id="missing"
      label={words.tabs.missing}
      columns={columns}
      list={list}
      rowKey={(row) => row.customerId}
      workbook={{ list: 'missing_contacts', input: { missing } }}
      empty={words.empty.missing}
      filters={choices.map(([value, label]) => (
        <FilterChip
          key={value}
          label={label}
          isOn={missing === value}
          onToggle={() => setMissing(value)}
        />
      ))}
    />
  );
}
