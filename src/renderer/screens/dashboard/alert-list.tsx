/** The alerts that stand: the latest of them, and where the others are. */
import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { formatCount } from '../../../shared/format/number.ts';
import { dashboardText } from '../../../shared/text/screens/dashboard.ts';
import { useApi } from '../../api/connection.tsx';
import { useGo } from '../../frame/navigation.ts';
import { useOpenCustomer } from '../../frame/open-customer.tsx';
import { FactList } from '../../parts/fact-list.tsx';
import { useLanguage, useText } from '../../parts/reader.tsx';
import { Section } from '../../parts/screen.tsx';

const SHOWN = 3;

export function AlertList() {
  const api = useApi();
  const words = useText(dashboardText);
  const language = useLanguage();
  const go = useGo();
  const openCustomer = useOpenCustomer();
  const { data } = useQuery(
    api.query.alerts.list.queryOptions({
      input: { state: 'open', ruleKey: null, offset: 0, limit: SHOWN },
    }),
  );
  if (data === undefined || data.total === 0) return null;
  return (
    <Section
      title={words.alerts}
      actions={
        <Button
          size="compact-xs"
          variant="subtle"
          color="neutral"
          data-print="never"
          onClick={() => go('/analysis', { tab: 'alerts' })}
        >
          {words.allAlerts(formatCount(data.total, { language }))}
        </Button>
      }
    >
      <FactList
        facts={data.rows.map((alert) => ({
          label: alert.name,
          note: alert.ruleName,
          value: '',
          onOpen: () => openCustomer(alert.customerId),
        }))}
      />
    </Section>
  );
}
