/** How the customer's payer behaves, asked once for the section and its explanation. */
import { useQuery } from '@tanstack/react-query';
import { useApi } from '../../api/connection.tsx';

export type BehaviourData = NonNullable<ReturnType<typeof useBehaviour>['data']>;

export function useBehaviour(customerId: number) {
  const api = useApi();
  return useQuery(api.query.payers.behaviour.queryOptions({ input: { customerId } }));
}
