/** What is to be done today, and what is to be watched: each line leads to its list. */
import { formatCount } from '../../../shared/format/number.ts';
import { dashboardText } from '../../../shared/text/screens/dashboard.ts';
import { useGo } from '../../frame/navigation.ts';
import { Amount } from '../../parts/amount.tsx';
import { type Fact, FactList } from '../../parts/fact-list.tsx';
import { useLanguage, useText } from '../../parts/reader.tsx';
import { Section } from '../../parts/screen.tsx';
import type { Dashboard } from './answer.ts';

export function TodayWork({ dashboard }: { dashboard: Dashboard }) {
  const { work, promises } = dashboard;
  const words = useText(dashboardText);
  const language = useLanguage();
  const go = useGo();
  const count = (value: number) => formatCount(value, { language });
  const toPromises =
    (...outcomes: string[]) =>
    () =>
      go('/promises', { tab: 'promises', outcomes });
  const facts: readonly Fact[] = [
    {
      label: words.obligations,
      value: count(work.obligationCount),
      onOpen: () => go('/priorities'),
      ...(work.obligationCount > 0 && { tone: 'danger' as const }),
    },
    {
      label: words.ten,
      note: words.tenDone(count(work.doneCount)),
      value: count(work.tenCount),
      onOpen: () => go('/priorities'),
    },
    {
      label: words.callBacks,
      value: count(work.callBackCount),
      onOpen: () => go('/calls', { tab: 'tasks' }),
    },
    {
      label: words.tasks,
      value: count(work.tasksDueCount),
      onOpen: () => go('/calls', { tab: 'tasks' }),
    },
    {
      label: words.promisesDue,
      note: count(promises.dueCount),
      value: <Amount cents={promises.dueCents} others={promises.dueOther} />,
      onOpen: toPromises('pending'),
    },
    {
      label: words.promisesToVerify,
      note: count(promises.toVerifyCount),
      value: <Amount cents={promises.toVerifyCents} others={promises.toVerifyOther} />,
      onOpen: toPromises('to_verify'),
      ...(promises.toVerifyCount > 0 && { tone: 'amber' as const }),
    },
    {
      label: words.promisesBroken,
      note: count(promises.brokenCount),
      value: <Amount cents={promises.brokenCents} others={promises.brokenOther} />,
      onOpen: toPromises('broken', 'partly_kept'),
      ...(promises.brokenCount > 0 && { tone: 'danger' as const }),
    },
  ];
  return (
    <Section title={words.work}>
      <FactList facts={facts} />
    </Section>
  );
}

export function WatchList({ dashboard }: { dashboard: Dashboard }) {
  const { disputes, holds, toMatchFirst, creditsToAllocate, missingContacts } = dashboard;
  const words = useText(dashboardText);
  const language = useLanguage();
  const go = useGo();
  const count = (value: number) => formatCount(value, { language });
  const customers = (value: number) =>
    value === 1 ? words.customersOne : words.customers(count(value));
  const toTab = (tab: string) => () => go('/promises', { tab });
  const facts: readonly Fact[] = [
    {
      label: words.disputes,
      note: count(disputes.count),
      value: <Amount cents={disputes.amountCents} others={disputes.otherTotals} />,
      onOpen: toTab('disputes'),
    },
    {
      label: words.holds,
      note:
        holds.expiringCount > 0
          ? words.holdsExpiring(count(holds.expiringCount))
          : count(holds.count),
      value: <Amount cents={holds.amountCents} others={holds.otherTotals} />,
      onOpen: toTab('holds'),
      ...(holds.expiringCount > 0 && { tone: 'amber' as const }),
    },
    {
      label: words.toMatch,
      note: customers(toMatchFirst.customerCount),
      value: <Amount cents={toMatchFirst.amountCents} others={toMatchFirst.otherTotals} />,
      onOpen: toTab('to_match'),
      ...(toMatchFirst.customerCount > 0 && { tone: 'amber' as const }),
    },
    {
      label: words.creditsToAllocate,
      note: customers(creditsToAllocate.customerCount),
      value: (
        <Amount cents={creditsToAllocate.amountCents} others={creditsToAllocate.otherTotals} />
      ),
      onOpen: toTab('credits'),
    },
    {
      label: words.missing,
      note: customers(missingContacts.customerCount),
      value: <Amount cents={missingContacts.overdueCents} others={missingContacts.otherTotals} />,
      onOpen: toTab('missing'),
    },
  ];
  return (
    <Section title={words.watch}>
      <FactList facts={facts} />
    </Section>
  );
}
