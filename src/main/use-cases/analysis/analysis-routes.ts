/** The procedures of `analysis`. */
import { api } from '../api.ts';
import { companyOf } from '../companies/open-company.ts';
import type { AppContext } from '../context.ts';
import { ensureAnalysis } from './ensure-analysis.ts';

/** Binds the area. */
export function analysisRoutes(context: AppContext) {
  return {
    state: api.analysis.state.handler(({ context: call }) =>
      ensureAnalysis(context, companyOf(context, call)),
    ),
  };
}
