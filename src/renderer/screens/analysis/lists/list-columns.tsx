/** The columns of a list: who, why, what the row is about, then what is coming, late and paid. */
import { useMemo } from 'react';
import type { CustomerList } from '../../../../shared/contract/customer-lists.ts';
import { customerListText } from '../../../../shared/text/screens/customer-lists.ts';
import { profileName } from '../../../../shared/text/screens/profiles.ts';
import type { ApiClient } from '../../../api/client.ts';
import { Amount } from '../../../parts/amount.tsx';
import type { Column } from '../../../parts/data-table/table-types.ts';
import { DateText } from '../../../parts/date-text.tsx';
import { useLanguage, useText } from '../../../parts/reader.tsx';
import { nameColumns } from '../../promises/columns.tsx';

export type ListAnswer = Awaited<ReturnType<ApiClient['lists']['read']>>;
export type ListRow = ListAnswer['rows'][number];

/** Lists whose rows are about an amount of their own. */
const WITH_AMOUNT: ReadonlySet<CustomerList> = new Set([
  'disputes_asleep',
  'blocked',
  'holds_expiring',
  'factored',
  'handed_over',
  'bills',
  'retentions',
  'blocked_at_customer',
  'small_residues',
  'insurer_deadlines',
  'receipts',
  'actions',
]);
/** Lists whose rows are items: what the customer owes besides is at hand, not in sight. */
const OF_ITEMS: ReadonlySet<CustomerList> = new Set([
  'factored',
  'handed_over',
  'bills',
  'retentions',
  'blocked_at_customer',
  'small_residues',
  'insurer_deadlines',
]);
/** Lists whose rows say something of their own. */
const WITHOUT_DETAIL: ReadonlySet<CustomerList> = new Set(['never_chased', 'key_accounts']);

type Words = (typeof customerListText)['fr'];

const FIGURE = { align: 'end' as const, isSortable: true, sortsDownFirst: true };

export function useListColumns(list: CustomerList): readonly Column<ListRow>[] {
  const words = useText(customerListText);
  const language = useLanguage();
  return useMemo<readonly Column<ListRow>[]>(() => {
    const hasAmount = WITH_AMOUNT.has(list);
    const [code, name] = nameColumns<ListRow>(words);
    return [
      ...(code === undefined ? [] : [code]),
      ...(name === undefined ? [] : [{ ...name, isSortable: true }]),
      ...aboutColumns(list, words),
      {
        id: 'profile',
        label: words.profile,
        width: 110,
        isHiddenAtFirst: hasAmount,
        cell: (row) => profileName(row.profile, language),
      },
      ...owedColumns(list, words),
      {
        id: 'last_contact',
        label: words.lastContact,
        width: 118,
        isSortable: true,
        isHiddenAtFirst: list === 'never_chased',
        cell: (row) => <DateText date={row.lastContactDay} />,
      },
      {
        id: 'rep',
        label: words.rep,
        width: 110,
        isSortable: true,
        isHiddenAtFirst: hasAmount,
        cell: (row) => row.repCode ?? '',
      },
    ];
  }, [words, language, list]);
}

/** What a row of its own says: why it is there, its amount, its day. */
function aboutColumns(list: CustomerList, words: Words): readonly Column<ListRow>[] {
  const hasAmount = WITH_AMOUNT.has(list);
  const detail: Column<ListRow> = {
    id: 'detail',
    label: words.detail,
    width: 180,
    grow: 2,
    cell: (row) => row.detail,
  };
  const amount: Column<ListRow> = {
    id: 'amount',
    label: words.amount[list],
    width: 124,
    ...FIGURE,
    cell: (row) => <Amount cents={row.amountCents ?? 0} currency={row.currency} />,
  };
  const day: Column<ListRow> = {
    id: 'day',
    label: words.day[list],
    width: 104,
    isSortable: true,
    cell: (row) => <DateText date={row.day} />,
  };
  return [
    ...(WITHOUT_DETAIL.has(list) ? [] : [detail]),
    ...(hasAmount ? [amount] : []),
    ...(hasAmount && list !== 'actions' ? [day] : []),
  ];
}

/** What the customer owes and paid, the same in every list. */
function owedColumns(list: CustomerList, words: Words): readonly Column<ListRow>[] {
  return [
    {
      id: 'coming',
      label: words.coming,
      width: 116,
      ...FIGURE,
      isHiddenAtFirst: OF_ITEMS.has(list),
      cell: (row) => <Amount cents={row.comingCents} />,
    },
    {
      id: 'overdue',
      label: words.overdue,
      width: 156,
      ...FIGURE,
      cell: (row) => (
        <Amount
          cents={row.overdueCents}
          daysPastDue={row.oldestDaysPastDue}
          others={row.otherOverdue}
        />
      ),
    },
    {
      id: 'paid',
      label: words.paid,
      width: 116,
      ...FIGURE,
      isHiddenAtFirst: list === 'receipts' || list === 'actions' || OF_ITEMS.has(list),
      cell: (row) => <Amount cents={row.paidCents} others={row.otherPaid} />,
    },
  ];
}

/** The totals under the columns: each customer once. */
export function listTotals(answer: ListAnswer, first: string) {
  const { amountCents, comingCents, overdueCents, paidCents } = answer.totals;
  return {
    name: first,
    amount: <Amount cents={amountCents} />,
    coming: <Amount cents={comingCents} />,
    overdue: <Amount cents={overdueCents} />,
    paid: <Amount cents={paidCents} />,
  };
}
