/** The columns of the list of customers. */
import { useMemo } from 'react';
import type { CustomerRow } from '../../../shared/contract/customers.ts';
import { payerBehaviourText } from '../../../shared/text/payer-behaviour.ts';
import { customersText } from '../../../shared/text/screens/customers.ts';
import { profileName } from '../../../shared/text/screens/profiles.ts';
import { Amount } from '../../parts/amount.tsx';
import { Badge, type Tone } from '../../parts/badge.tsx';
import type { Column } from '../../parts/data-table/table-types.ts';
import { DateText } from '../../parts/date-text.tsx';
import { othersOf } from '../../parts/other-totals.tsx';
import { RiskBadge, Score, SegmentBadge } from '../../parts/payer-signs.tsx';
import { useLanguage, useText } from '../../parts/reader.tsx';
import styles from './customers.module.css';

/** What the core can sort by; a column of the same name is sortable. */
export const SORTS = [
  'name',
  'code',
  'outstanding',
  'overdue',
  'net_due',
  'oldest',
  'last_contact',
  'rep',
  'profile',
  'city',
  'segment',
  'score',
  'risk',
  'trend',
] as const;

const TONES: Partial<Record<CustomerRow['flags'][number], Tone>> = {
  vip: 'accent',
  do_not_chase: 'amber',
  on_hold: 'amber',
  to_match_first: 'amber',
  limit_exceeded: 'danger',
  watched: 'danger',
};
/** The gravest first; one in words is what a column holds. */
const GRAVEST: readonly CustomerRow['flags'][number][] = [
  'limit_exceeded',
  'watched',
  'on_hold',
  'do_not_chase',
  'to_match_first',
  'vip',
];
const FLAGS_SHOWN = 1;

type Money = 'outstandingCents' | 'overdueCents' | 'notDueCents' | 'creditsCents' | 'netDueCents';

export function useCustomerColumns(): readonly Column<CustomerRow>[] {
  const words = useText(customersText);
  const behaviour = useBehaviourColumns();
  const language = useLanguage();
  return useMemo<readonly Column<CustomerRow>[]>(() => {
    const money = (id: string, label: string, figure: Money) => ({
      id,
      label,
      width: 122,
      align: 'end' as const,
      isSortable: SORTS.some((name) => name === id),
      sortsDownFirst: true,
      cell: (row: CustomerRow) => (
        <Amount cents={row[figure]} others={othersOf(row.otherCurrencies, figure)} />
      ),
    });
    const plain = (id: string, label: string, pick: (row: CustomerRow) => string | null) => ({
      id,
      label,
      width: 120,
      isHiddenAtFirst: true,
      isSortable: SORTS.some((name) => name === id),
      cell: (row: CustomerRow) => pick(row) ?? '',
    });
    return [
      { ...plain('code', words.code, (row) => row.code), width: 90, isHiddenAtFirst: false },
      {
        id: 'name',
        label: words.name,
        width: 172,
        grow: 2,
        isFixed: true,
        isSortable: true,
        cell: (row) => row.name,
      },
      money('outstanding', words.outstanding, 'outstandingCents'),
      {
        ...money('overdue', words.overdue, 'overdueCents'),
        width: 162,
        cell: (row) => <Overdue row={row} />,
      },
      { ...money('notDue', words.notDue, 'notDueCents'), isHiddenAtFirst: true },
      { ...money('credits', words.credits, 'creditsCents'), isHiddenAtFirst: true },
      money('net_due', words.netDue, 'netDueCents'),
      {
        ...plain('last_contact', words.lastContact, () => null),
        isHiddenAtFirst: false,
        width: 106,
        cell: (row) => <DateText date={row.lastContactDay} form="day" />,
      },
      {
        ...plain('rep', words.dimensions.rep_code, (row) => row.repCode),
        width: 106,
      },
      ...behaviour,
      {
        id: 'flags',
        label: words.flags,
        width: 156,
        grow: 1,
        cell: (row) => <Flags flags={row.flags} />,
      },
      plain('profile', words.dimensions.profile, (row) =>
        row.profile === null ? '' : profileName(row.profile, language),
      ),
      plain('agency', words.dimensions.agency_code, (row) => row.agencyCode),
      plain('sector', words.dimensions.sector, (row) => row.sector),
      plain('city', words.dimensions.city, (row) => row.city),
      plain('payment_method', words.dimensions.payment_method, (row) =>
        row.paymentMethod === null ? '' : (words.methods[row.paymentMethod] ?? row.paymentMethod),
      ),
    ];
  }, [words, behaviour, language]);
}

/** How the payer behaves: the score with its trend at first, the others on demand. */
function useBehaviourColumns(): readonly Column<CustomerRow>[] {
  const { behaviour: labels } = useText(customersText);
  const { trendNames } = useText(payerBehaviourText);
  return useMemo<readonly Column<CustomerRow>[]>(
    () => [
      {
        id: 'segment',
        label: labels.segment,
        width: 150,
        isSortable: true,
        sortsDownFirst: true,
        isHiddenAtFirst: true,
        cell: (row) => <SegmentBadge segment={row.segment} />,
      },
      {
        id: 'score',
        label: labels.score,
        width: 68,
        align: 'end',
        isSortable: true,
        cell: (row) => <Score score={row.score} trend={row.trend} />,
      },
      {
        id: 'risk',
        label: labels.risk,
        width: 96,
        isSortable: true,
        sortsDownFirst: true,
        isHiddenAtFirst: true,
        cell: (row) => <RiskBadge risk={row.risk} />,
      },
      {
        id: 'trend',
        label: labels.trend,
        width: 120,
        isSortable: true,
        sortsDownFirst: true,
        isHiddenAtFirst: true,
        cell: (row) => (row.trend === null ? '' : trendNames[row.trend]),
      },
    ],
    [labels, trendNames],
  );
}

function Overdue({ row }: { readonly row: CustomerRow }) {
  return (
    <Amount
      cents={row.overdueCents}
      daysPastDue={row.oldestDaysPastDue}
      others={othersOf(row.otherCurrencies, 'overdueCents')}
    />
  );
}

/** The gravest sign in words; the others in the title of their number. */
function Flags(props: { readonly flags: CustomerRow['flags'] }) {
  const words = useText(customersText);
  const grave = GRAVEST.filter((flag) => props.flags.includes(flag));
  const flags = [...grave, ...props.flags.filter((flag) => !grave.includes(flag))];
  const hidden = flags.slice(FLAGS_SHOWN).map((flag) => words.flag[flag]);
  return (
    <span className={styles.flags}>
      {flags.slice(0, FLAGS_SHOWN).map((flag) => (
        <Badge key={flag} tone={TONES[flag] ?? 'neutral'}>
          {words.flag[flag]}
        </Badge>
      ))}
      {hidden.length > 0 && <Badge title={hidden.join(', ')}>+{hidden.length}</Badge>}
    </span>
  );
}
