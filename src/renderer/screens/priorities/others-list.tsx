/** Everybody who is ranked, under the ten. */
import { useMemo } from 'react';
import type { PriorityRow } from '../../../shared/contract/overview.ts';
import { formatCount } from '../../../shared/format/number.ts';
import { prioritiesText } from '../../../shared/text/screens/priorities.ts';
import { profileName } from '../../../shared/text/screens/profiles.ts';
import { useApi } from '../../api/connection.tsx';
import { useWindows } from '../../api/windows.ts';
import { useWorkbook } from '../../commands/use-workbook.ts';
import { useCustomerMenu, useOpenCustomer } from '../../frame/open-customer.tsx';
import { Amount } from '../../parts/amount.tsx';
import { DataTable } from '../../parts/data-table/data-table.tsx';
import { TableTools } from '../../parts/data-table/table-bar.tsx';
import { useTableState } from '../../parts/data-table/table-state.ts';
import type { Column } from '../../parts/data-table/table-types.ts';
import { useLanguage, useText } from '../../parts/reader.tsx';
import { Section } from '../../parts/screen.tsx';

const HEIGHT = 420;

export function OthersList() {
  const api = useApi();
  const words = useText(prioritiesText);
  const columns = useColumns();
  const state = useTableState('ranked', columns);
  const openCustomer = useOpenCustomer();
  const customerMenu = useCustomerMenu();
  const workbook = useWorkbook();
  const list = useWindows((part) => api.query.overview.ranked.queryOptions({ input: part }));
  return (
    <Section
      title={words.others}
      actions={
        <TableTools
          columns={columns}
          state={state}
          isExporting={workbook.isRunning}
          onExport={(names) =>
            void workbook.make({
              list: 'priorities',
              input: {},
              title: words.others,
              columns: [...names],
            })
          }
        />
      }
    >
      <DataTable
        id="ranked"
        label={words.others}
        columns={columns}
        rows={list}
        state={state}
        rowKey={(row) => row.customerId}
        onOpen={(row) => openCustomer(row.customerId)}
        menu={(row) => customerMenu(row.customerId)}
        isDimmed={(row) => row.doneBy !== null}
        height={HEIGHT}
        hasKeys={false}
      />
    </Section>
  );
}

function useColumns(): readonly Column<PriorityRow>[] {
  const words = useText(prioritiesText);
  const language = useLanguage();
  return useMemo(
    () => [
      {
        id: 'rank',
        label: words.rank,
        width: 56,
        align: 'end' as const,
        cell: (row: PriorityRow) => (row.rank === null ? '' : formatCount(row.rank, { language })),
      },
      {
        id: 'name',
        label: words.customer,
        width: 200,
        grow: 2,
        isFixed: true,
        cell: (row: PriorityRow) => row.name,
      },
      {
        id: 'overdue',
        label: words.amountOverdue,
        width: 170,
        align: 'end' as const,
        cell: (row: PriorityRow) => (
          <Amount
            cents={row.overdueCents}
            currency={row.currency}
            daysPastDue={row.oldestDaysPastDue}
            others={row.otherOverdue}
          />
        ),
      },
      {
        id: 'stake',
        label: words.stake,
        width: 120,
        align: 'end' as const,
        cell: (row: PriorityRow) => (
          <Amount cents={row.stakeCents} currency={row.currency} others={row.otherStakes} />
        ),
      },
      {
        id: 'reason',
        label: words.reason,
        width: 260,
        grow: 3,
        cell: (row: PriorityRow) => row.reason,
      },
      {
        id: 'rep',
        label: words.rep,
        width: 110,
        cell: (row: PriorityRow) => row.repCode ?? '',
      },
      {
        id: 'profile',
        label: words.profile,
        width: 120,
        isHiddenAtFirst: true,
        cell: (row: PriorityRow) => profileName(row.profile, language),
      },
    ],
    [words, language],
  );
}
