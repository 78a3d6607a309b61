/** The company a call is about: its open ledger, and the portfolio kept beside it. */
import { ORPCError } from '@orpc/server';
import type { Ledger } from '../../ledger/ledger.ts';
import type { CompanyFolder } from '../../ports/companies.ts';
import type { AppContext, CallContext } from '../context.ts';
import { prepareRanking } from '../overview/ranking.ts';
import { warmViews } from '../overview/warm-views.ts';
import { PortfolioKeeper } from '../portfolio/portfolio-keeper.ts';

export interface OpenCompany {
  readonly key: string;
  readonly folder: CompanyFolder;
  readonly ledger: Ledger;
  readonly portfolio: PortfolioKeeper;
}

const keepers = new WeakMap<Ledger, PortfolioKeeper>();

/** The company of this key; null where there is none, or its ledger could not be opened. */
export function findCompany(context: AppContext, key: string): OpenCompany | null {
  const folder = context.companies.find(key);
  const ledger = context.ledgers.find(key);
  if (folder === null || ledger === null) return null;
  return { key, folder, ledger, portfolio: keeperOf(context, ledger) };
}

/** The company of a call. A call that names none, or one that is closed, ends here. */
export function companyOf(context: AppContext, call: CallContext): OpenCompany {
  const company = call.companyKey === null ? null : findCompany(context, call.companyKey);
  if (company !== null) return company;
  const trouble = call.companyKey === null ? null : context.ledgers.troubleOf(call.companyKey);
  throw new ORPCError(trouble ?? 'company_unknown', { status: 404, data: { detail: null } });
}

/** One portfolio a ledger; it listens to the ledger for as long as that is open. */
function keeperOf(context: AppContext, ledger: Ledger): PortfolioKeeper {
  const known = keepers.get(ledger);
  if (known !== undefined) return known;
  const keeper = new PortfolioKeeper(ledger, {
    prepare: prepareRanking,
    warm: (portfolio, isWanted) => {
      const { language } = context.settings.read();
      void warmViews(ledger, portfolio, { language, isWanted }).catch((error: unknown) => {
        // The ledger was closed under it, or it crashes again where somebody asks.
        if (ledger.isOpen()) context.log.error('views_not_warmed', error);
      });
    },
  });
  ledger.onChange(({ customerIds, topics }) => keeper.forget(customerIds, topics));
  keepers.set(ledger, keeper);
  return keeper;
}
