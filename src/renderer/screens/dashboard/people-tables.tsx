/** Who is late: the largest debtors, and each profile with what can be chased today. */
import { UnstyledButton } from '@mantine/core';
import { formatCount } from '../../../shared/format/number.ts';
import { dashboardText } from '../../../shared/text/screens/dashboard.ts';
import { profileName } from '../../../shared/text/screens/profiles.ts';
import { useGo } from '../../frame/navigation.ts';
import { useOpenCustomer } from '../../frame/open-customer.tsx';
import { Amount } from '../../parts/amount.tsx';
import { end, PlainTable } from '../../parts/plain-table.tsx';
import { useLanguage, useText } from '../../parts/reader.tsx';
import { Section } from '../../parts/screen.tsx';
import type { Dashboard } from './answer.ts';
import styles from './dashboard.module.css';

export function TopDebtors({ debtors }: { debtors: Dashboard['topDebtors'] }) {
  const words = useText(dashboardText);
  const openCustomer = useOpenCustomer();
  if (debtors.length === 0) return null;
  const sequence = debtors.map((debtor) => debtor.customerId);
  return (
    <Section title={words.debtors}>
      <PlainTable
        label={words.debtors}
        head={[words.customer, end(words.overdueNow)]}
        rows={debtors.map((debtor) => ({
          key: debtor.customerId,
          cells: [
            <UnstyledButton
              key="name"
              className={styles.link}
              onClick={() => openCustomer(debtor.customerId, { sequence })}
            >
              {debtor.name}
            </UnstyledButton>,
            <Amount
              key="overdue"
              cents={debtor.overdueCents}
              daysPastDue={debtor.oldestDaysPastDue}
            />,
          ],
        }))}
      />
    </Section>
  );
}

export function ProfileTable({ profiles }: { profiles: Dashboard['profiles'] }) {
  const words = useText(dashboardText);
  const language = useLanguage();
  const go = useGo();
  if (profiles.length === 0) return null;
  return (
    <Section title={words.profiles}>
      <PlainTable
        label={words.profiles}
        head={[words.profile, end(words.overdueNow), end(words.dueSoon)]}
        rows={profiles.map((row) => ({
          key: row.profile ?? '',
          cells: [
            <UnstyledButton
              key="profile"
              className={styles.link}
              onClick={() => {
                const profile = row.profile === null ? [] : [row.profile];
                go('/customers', { only: ['overdue'], profile });
              }}
            >
              {profileName(row.profile, language)}
            </UnstyledButton>,
            <Counted key="late" count={row.overdueCustomerCount} cents={row.overdueCents} />,
            <Counted key="soon" count={row.dueSoonCustomerCount} cents={row.dueSoonCents} />,
          ],
        }))}
      />
    </Section>
  );
}

/** An amount with the count of customers it is spread over. */
function Counted({ count, cents }: { count: number; cents: number }) {
  const language = useLanguage();
  return (
    <span className={styles.counted}>
      <Amount cents={cents} bare />
      {count > 0 && <span className={styles.count}>{formatCount(count, { language })}</span>}
    </span>
  );
}
