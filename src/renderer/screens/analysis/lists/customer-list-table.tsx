/** The rows of a list; Enter opens the customer. */
import { useState } from 'react';
import type { ListQuestion } from '../../../../shared/contract/customer-lists.ts';
import { formatCount } from '../../../../shared/format/number.ts';
import { customerListText } from '../../../../shared/text/screens/customer-lists.ts';
import type { Windowed } from '../../../api/windows.ts';
import { useCustomerMenu, useListActions, useOpenCustomer } from '../../../frame/open-customer.tsx';
import { DataTable } from '../../../parts/data-table/data-table.tsx';
import type { TableState } from '../../../parts/data-table/table-state.ts';
import type { Column } from '../../../parts/data-table/table-types.ts';
import { OtherTotals } from '../../../parts/other-totals.tsx';
import { useLanguage, useText } from '../../../parts/reader.tsx';
import { EmptyState } from '../../../parts/states.tsx';
import { type ListAnswer, type ListRow, listTotals } from './list-columns.tsx';

export function CustomerListTable(props: {
  readonly list: Windowed<ListRow, ListAnswer>;
  readonly columns: readonly Column<ListRow>[];
  readonly state: TableState;
  readonly question: ListQuestion;
}) {
  const { list, columns, state, question } = props;
  const words = useText(customerListText);
  const language = useLanguage();
  const openCustomer = useOpenCustomer();
  const customerMenu = useCustomerMenu();
  const [active, setActive] = useState<number | null>(null);
  useListActions(active);
  const isNarrowed = question.text !== '' || question.group !== null;
  return (
    <>
      <DataTable
        id={`list-${question.list}`}
        label={words.names[question.list]}
        columns={columns}
        rows={list}
        state={state}
        rowKey={(row) => row.rowKey}
        question={JSON.stringify(question)}
        onOpen={(row) => openCustomer(row.customerId)}
        onActive={(row) => setActive(row?.customerId ?? null)}
        menu={(row) => customerMenu(row.customerId)}
        totals={
          list.head === null
            ? {}
            : listTotals(list.head, words.total(formatCount(list.total ?? 0, { language })))
        }
        empty={<EmptyState sentence={isNarrowed ? words.noMatch : words.empty[question.list]} />}
      />
      <OtherTotals totals={list.head?.otherTotals ?? []} />
    </>
  );
}
