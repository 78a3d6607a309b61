/** Companies, language and day of the application. */

import type { ContractRouterClient } from '@orpc/contract';
import { useQuery } from '@tanstack/react-query';
import type { Contract } from '../../shared/contract/contract.ts';
import { useConnection } from './connection.tsx';

export type Status = Awaited<ReturnType<ContractRouterClient<Contract>['application']['status']>>;

export function useStatus() {
  const { host } = useConnection();
  return useQuery(host.query.application.status.queryOptions());
}
