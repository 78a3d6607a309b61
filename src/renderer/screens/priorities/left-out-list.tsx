/** Customers left out of the ranking for one reason. */
import { Button } from '@mantine/core';
import { useMemo } from 'react';
import { prioritiesText } from '../../../shared/text/screens/priorities.ts';
import type { ApiClient } from '../../api/client.ts';
import { useApi } from '../../api/connection.tsx';
import { useWindows } from '../../api/windows.ts';
import { useCustomerMenu, useOpenCustomer } from '../../frame/open-customer.tsx';
import { Amount } from '../../parts/amount.tsx';
import { DataTable } from '../../parts/data-table/data-table.tsx';
import { useTableState } from '../../parts/data-table/table-state.ts';
import type { Column } from '../../parts/data-table/table-types.ts';
import { useText } from '../../parts/reader.tsx';
import { Section } from '../../parts/screen.tsx';

type LeftOut = Awaited<ReturnType<ApiClient['overview']['leftOut']>>['rows'][number];

const HEIGHT = 300;

export function LeftOutList(props: {
  readonly verdict: string;
  readonly title: string;
  readonly onHide: () => void;
}) {
  const { verdict, title, onHide } = props;
  const api = useApi();
  const words = useText(prioritiesText);
  const columns = useColumns();
  const state = useTableState('left-out', columns);
  const openCustomer = useOpenCustomer();
  const customerMenu = useCustomerMenu();
  const list = useWindows((part) =>
    api.query.overview.leftOut.queryOptions({ input: { verdict, ...part } }),
  );
  return (
    <Section
      title={words.leftOutList(title)}
      actions={
        <Button variant="subtle" onClick={onHide}>
          {words.hideList}
        </Button>
      }
    >
      <DataTable
        id="left-out"
        label={words.leftOut}
        columns={columns}
        rows={list}
        state={state}
        question={verdict}
        rowKey={(row) => row.customerId}
        onOpen={(row) => openCustomer(row.customerId)}
        menu={(row) => customerMenu(row.customerId)}
        height={HEIGHT}
        hasKeys={false}
      />
    </Section>
  );
}

function useColumns(): readonly Column<LeftOut>[] {
  const words = useText(prioritiesText);
  return useMemo(
    () => [
      { id: 'code', label: words.code, width: 100, cell: (row) => row.code },
      { id: 'name', label: words.customer, width: 200, grow: 1, cell: (row) => row.name },
      {
        id: 'amount',
        label: words.amountOverdue,
        width: 130,
        align: 'end',
        cell: (row) => (
          <Amount cents={row.amountCents} currency={row.currency} others={row.otherAmounts} />
        ),
      },
      { id: 'sentence', label: words.reason, width: 320, grow: 2, cell: (row) => row.sentence },
    ],
    [words],
  );
}
