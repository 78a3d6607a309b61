/** The procedures of `watch`. */
import { api } from '../api.ts';
import { companyOf } from '../companies/open-company.ts';
import type { AppContext } from '../context.ts';
import { watchedLanes } from './watched-lanes.ts';

/** Binds the area. */
export function watchRoutes(context: AppContext) {
  return {
    lanes: api.watch.lanes.handler(async ({ context: call }) => {
      const { ledger, portfolio } = companyOf(context, call);
      const { language } = context.settings.read();
      return watchedLanes(ledger, await portfolio.read(), language);
    }),
  };
}
