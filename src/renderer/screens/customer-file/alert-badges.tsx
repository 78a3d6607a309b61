/** The alerts that stand for a customer, beside his name; the figures that raised each on hover. */
import { IconAlertTriangle } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useApi } from '../../api/connection.tsx';
import { Badge } from '../../parts/badge.tsx';

export function AlertBadges({ customerId }: { readonly customerId: number }) {
  const api = useApi();
  const { data } = useQuery(api.query.alerts.ofCustomer.queryOptions({ input: { customerId } }));
  return (data?.rows ?? []).map((alert) => (
    <Badge
      key={alert.alertId}
      tone="amber"
      icon={<IconAlertTriangle stroke={2} />}
      title={alert.sentence}
    >
      {alert.ruleName}
    </Badge>
  ));
}
