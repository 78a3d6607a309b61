/** What a figure is made of, over the table: items, or the customers of a period. */
import { useMemo } from 'react';
import { isFlow } from '../../../../shared/domain/analysis/measure.ts';
import { formatCount } from '../../../../shared/format/number.ts';
import { crossText } from '../../../../shared/text/screens/cross.ts';
import type { ApiClient } from '../../../api/client.ts';
import { useApi } from '../../../api/connection.tsx';
import { useWindows, type Windowed } from '../../../api/windows.ts';
import { FigurePanel } from '../../../frame/figure-panel.tsx';
import { Amount } from '../../../parts/amount.tsx';
import type { Column, RowKey } from '../../../parts/data-table/table-types.ts';
import { useLanguage, useText } from '../../../parts/reader.tsx';
import { itemKey, useItemColumns } from '../../aged-balance/items-panel.tsx';
import type { CrossAnswer, CrossRow, CrossSearch, Figure, questionOf } from './cross-search.ts';

type Input = Parameters<ApiClient['cross']['items']>[0];
type FigureInput = Omit<Input, 'offset' | 'limit'>;

export interface CrossPanelProps {
  readonly search: CrossSearch;
  readonly question: ReturnType<typeof questionOf>;
  readonly figure: Figure;
  readonly answer: CrossAnswer | null;
  /** The row of the figure, where it is at hand. */
  readonly row: CrossRow | undefined;
  readonly onClose: () => void;
}

export function CrossPanel(props: CrossPanelProps) {
  const { search, question, figure, onClose } = props;
  const words = useText(crossText);
  const input = { ...question, ...figure };
  const names = namesOf(props, words.everything);
  const title = `${words.measures[search.measure]} : ${names}`;
  const List = isFlow(search.measure) ? Customers : Items;
  return <List input={input} title={title} names={names} onClose={onClose} />;
}

/** The values that the figure is of: « Dupas · 31–60 j ». */
function namesOf({ figure, answer, row }: CrossPanelProps, everything: string): string {
  const column = answer?.columns.find(({ key }) => key === figure.column)?.label;
  const names = [row?.label, column].filter((name) => name !== undefined);
  return names.length === 0 ? everything : names.join(' · ');
}

interface ListProps {
  readonly input: FigureInput;
  readonly title: string;
  readonly names: string;
  readonly onClose: () => void;
}

function Items(props: ListProps) {
  const { input } = props;
  const api = useApi();
  const words = useText(crossText);
  const language = useLanguage();
  const columns = useItemColumns(true);
  const list = useWindows((part) =>
    api.query.cross.items.queryOptions({ input: { ...input, ...part } }),
  );
  return (
    <FigureList
      id="cross-items"
      book="cross_items"
      {...props}
      list={list}
      columns={columns}
      rowKey={itemKey}
      totalOf="outstanding"
      count={list.total === null ? null : words.items(formatCount(list.total, { language }))}
    />
  );
}

type CustomerRow = Awaited<ReturnType<ApiClient['cross']['customers']>>['rows'][number];

function Customers(props: ListProps) {
  const { input } = props;
  const api = useApi();
  const words = useText(crossText);
  const language = useLanguage();
  const columns = useMemo<readonly Column<CustomerRow>[]>(
    () => [
      { id: 'code', label: words.code, width: 84, isHiddenAtFirst: true, cell: (row) => row.code },
      {
        id: 'name',
        label: words.dimensions.customer,
        width: 200,
        grow: 1,
        isFixed: true,
        cell: (row) => row.name,
      },
      {
        id: 'documents',
        label: words.documents,
        width: 96,
        align: 'end',
        cell: (row) => formatCount(row.documentCount, { language }),
      },
      {
        id: 'amount',
        label: words.amount,
        width: 140,
        align: 'end',
        isFixed: true,
        cell: (row) => <Amount cents={row.amountCents} currency={row.currency} />,
      },
    ],
    [words, language],
  );
  const list = useWindows((part) =>
    api.query.cross.customers.queryOptions({ input: { ...input, ...part } }),
  );
  return (
    <FigureList
      id="cross-customers"
      book="cross_customers"
      {...props}
      list={list}
      columns={columns}
      rowKey={(row) => row.customerId}
      totalOf="amount"
      count={list.total === null ? null : words.customers(formatCount(list.total, { language }))}
    />
  );
}

interface FigureListProps<Row> extends ListProps {
  readonly id: string;
  readonly book: 'cross_items' | 'cross_customers';
  readonly list: Windowed<Row, { readonly totalCents: number }>;
  readonly columns: readonly Column<Row>[];
  readonly rowKey: (row: Row) => RowKey;
  /** The column under which the total stands. */
  readonly totalOf: string;
  readonly count: string | null;
}

function FigureList<Row extends { readonly customerId: number; readonly currency: string }>(
  props: FigureListProps<Row>,
) {
  const { id, book, input, title, names, list, columns, rowKey, totalOf, count, onClose } = props;
  const words = useText(crossText);
  const measure = words.measures[input.measure];
  const currency = list.rowAt(0)?.currency ?? 'EUR';
  return (
    <FigurePanel
      id={id}
      label={title}
      heading={names}
      note={count === null ? measure : `${measure} · ${count}`}
      columns={columns}
      list={list}
      question={input}
      workbook={{ list: book, title }}
      rowKey={rowKey}
      totals={{ [totalOf]: <Amount cents={list.head?.totalCents ?? 0} currency={currency} /> }}
      empty={words.nothing}
      onClose={onClose}
    />
  );
}
