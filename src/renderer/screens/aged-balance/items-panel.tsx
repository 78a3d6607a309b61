/** The items that a figure of the balance is made of, over its right. */
import { useMemo } from 'react';
import type { Language } from '../../../shared/format/language.ts';
import { formatCount } from '../../../shared/format/number.ts';
import { dimensionLabel } from '../../../shared/text/dimension-label.ts';
import { agedBalanceText } from '../../../shared/text/screens/aged-balance.ts';
import { followUpText } from '../../../shared/text/screens/follow-up.ts';
import type { ApiClient } from '../../api/client.ts';
import { useApi } from '../../api/connection.tsx';
import { useWindows } from '../../api/windows.ts';
import { FigurePanel } from '../../frame/figure-panel.tsx';
import { Amount } from '../../parts/amount.tsx';
import type { Column } from '../../parts/data-table/table-types.ts';
import { DateText } from '../../parts/date-text.tsx';
import { useLanguage, useText } from '../../parts/reader.tsx';
import { useColumnName } from './aged-columns.tsx';
import { type AgedSearch, WHOLE } from './aged-question.ts';

export type ItemRow = Awaited<ReturnType<ApiClient['overview']['bucketItems']>>['rows'][number];

export function ItemsPanel(props: {
  readonly search: AgedSearch & { readonly bucket: string };
  readonly onClose: () => void;
}) {
  const { search, onClose } = props;
  const api = useApi();
  const words = useText(agedBalanceText);
  const language = useLanguage();
  const columnName = useColumnName();
  const question = {
    asOf: search.asOf,
    by: search.by,
    bucket: search.bucket === WHOLE || search.bucket === 'balance' ? null : search.bucket,
    groupBy: search.row === null ? null : search.groupBy,
    groupKey: search.row,
  };
  const list = useWindows((part) =>
    api.query.overview.bucketItems.queryOptions({ input: { ...question, ...part } }),
  );
  const columns = useItemColumns(search.row === null || search.groupBy !== 'customer');
  const first = list.rowAt(0);
  const inCurrency = first === undefined ? {} : { currency: first.currency };
  const title = columnName(search.bucket);
  const { total } = list;
  const counted = total === 1 ? words.oneItem : words.items(formatCount(total ?? 0, { language }));
  const subject = subjectOf(search, { everybody: words.everybody, language }) ?? first?.name;
  return (
    <FigurePanel
      id="aged-items"
      stateId={`aged-items-${columns.length}`}
      label={title}
      heading={subject ?? '\u00a0'}
      note={total === null ? title : `${title} · ${counted}`}
      columns={columns}
      list={list}
      question={question}
      workbook={{ list: 'items', title: `${subject ?? ''} ${title}` }}
      rowKey={itemKey}
      totals={{ outstanding: <Amount cents={list.head?.totalCents ?? 0} {...inCurrency} /> }}
      empty={words.noItem}
      onClose={onClose}
    />
  );
}

/** Tells the items of a list apart. */
export function itemKey(row: ItemRow): string {
  const { customerId, receivableId, documentNumber, documentDate, outstandingCents } = row;
  return [customerId, receivableId, documentNumber, documentDate, outstandingCents].join('|');
}

/** Who the figure is about; null for one customer, whom his items name. */
function subjectOf(
  { row, groupBy }: AgedSearch,
  words: { readonly everybody: string; readonly language: Language },
): string | null {
  if (row === null) return words.everybody;
  if (groupBy === 'customer') return null;
  const [key = '', currency] = row.split('|');
  const label = dimensionLabel(groupBy, key, words.language);
  return currency === undefined ? label : `${label} (${currency})`;
}

export function useItemColumns(hasCustomer: boolean): readonly Column<ItemRow>[] {
  const words = useText(agedBalanceText);
  const { kinds } = useText(followUpText);
  return useMemo<readonly Column<ItemRow>[]>(() => {
    const name: Column<ItemRow> = {
      id: 'name',
      label: words.customer,
      width: 150,
      grow: 1,
      isFixed: true,
      cell: (row) => row.name,
    };
    return [
      ...(hasCustomer ? [name] : []),
      {
        id: 'documentNumber',
        label: words.document,
        width: 124,
        grow: hasCustomer ? 0 : 1,
        isFixed: true,
        cell: (row) => row.documentNumber,
      },
      {
        id: 'kind',
        label: words.kind,
        width: 100,
        isHiddenAtFirst: hasCustomer,
        cell: (row) => kinds[row.kind] ?? row.kind,
      },
      {
        id: 'documentDate',
        label: words.documentDay,
        width: 104,
        cell: (row) => <DateText date={row.documentDate} />,
      },
      {
        id: 'dueDate',
        label: words.due,
        width: 104,
        cell: (row) => <DateText date={row.dueDate} />,
      },
      {
        id: 'amount',
        label: words.amount,
        width: 112,
        align: 'end',
        isHiddenAtFirst: true,
        cell: (row) => <Amount cents={row.amountCents} currency={row.currency} />,
      },
      {
        id: 'outstanding',
        label: words.outstanding,
        width: 156,
        align: 'end',
        isFixed: true,
        cell: (row) => (
          <Amount
            cents={row.outstandingCents}
            currency={row.currency}
            daysPastDue={row.outstandingCents > 0 ? row.daysPastDue : null}
          />
        ),
      },
    ];
  }, [words, kinds, hasCustomer]);
}
