/**
 * The typed client of the contract, one per company: `/rpc/<companyKey>/…`.
 *
 * `call` makes the call itself; `query` gives the options of TanStack Query
 * (`useQuery(api.query.overview.dashboard.queryOptions())`). Query keys begin with the company, so
 * that nothing of one is ever shown under another.
 */
import { createORPCClient } from '@orpc/client';
import { RPCLink } from '@orpc/client/fetch';
import type { ContractRouterClient } from '@orpc/contract';
import { createTanstackQueryUtils, type RouterUtils } from '@orpc/tanstack-query';
import type { Contract } from '../../shared/contract/contract.ts';
import { authorizationOf, type Session } from './session.ts';

export type ApiClient = ContractRouterClient<Contract>;

export interface Api {
  readonly companyKey: string;
  readonly call: ApiClient;
  readonly query: RouterUtils<ApiClient>;
}

/** Route of the calls that belong to no company. */
export const NO_COMPANY = '-';

/** Makes the client of a company; `onSessionLost` is told when the token is refused. */
export function makeApi(companyKey: string, session: Session, onSessionLost: () => void): Api {
  const link = new RPCLink({
    url: `${window.location.origin}/rpc/${companyKey}`,
    headers: authorizationOf(session),
    fetch: async (request, init) => {
      const answer = await fetch(request, init);
      if (answer.status === 401) onSessionLost();
      return answer;
    },
  });
  const call: ApiClient = createORPCClient(link);
  return { companyKey, call, query: createTanstackQueryUtils(call, { path: [companyKey] }) };
}
