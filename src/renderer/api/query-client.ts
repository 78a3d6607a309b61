/**
 * What the window keeps of the answers.
 *
 * Nothing grows stale by time: the event `ledger_changed` is the only invalidation there is.
 * `networkMode: 'always'` because the application is on this computer, cable or not.
 */
import { QueryClient } from '@tanstack/react-query';
import { failureOf } from '../failure/failure.ts';

const RETRIES_MAX = 2;

export function makeQueryClient(): QueryClient {
  return new QueryClient({
    defaultOptions: {
      queries: {
        staleTime: Number.POSITIVE_INFINITY,
        gcTime: 10 * 60_000,
        networkMode: 'always',
        refetchOnWindowFocus: false,
        refetchOnReconnect: false,
        retry: (count, error) => failureOf(error).kind === 'unreachable' && count < RETRIES_MAX,
      },
      mutations: { networkMode: 'always', retry: false },
    },
  });
}
