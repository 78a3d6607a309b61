/** The customer file. */
import type { CustomerFileProps } from '../../frame/open-customer.tsx';
import { Screen } from '../../parts/screen.tsx';

export default function CustomerFile({ customerId }: CustomerFileProps) {
  return <Screen title={String(customerId)}>{null}</Screen>;
}
