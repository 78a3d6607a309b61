/**
 * Makes what the main screens ask first, in the background and stage by stage, so that nobody waits
 * for it: after a start, and after an import moved everybody.
 */
import { setImmediate } from 'node:timers/promises';
import type { Language } from '../../../shared/format/language.ts';
import type { Ledger } from '../../ledger/ledger.ts';
import { listedCustomers } from '../customers/list-customers.ts';
import { prepareCash } from '../forecast/likely-cash.ts';
import { outlookAnswer } from '../forecast/outlook-answer.ts';
import type { Portfolio } from '../portfolio/portfolio.ts';
import { agedAnswer } from './aged.ts';
import { dashboardOf } from './dashboard.ts';

/** As the screen of the aged balance opens. */
const AGED_QUESTION = {
  asOf: null,
  by: 'due_date',
  groupBy: 'customer',
  text: '',
  sort: 'balance',
  isDescending: true,
} as const;

/** As the screen of the forecast opens. */
const CASH_QUESTION = { weekCount: 13, by: 'none', key: null, whatIf: [] } as const;

/** Goes on for as long as the portfolio is the one that screens read. */
export async function warmViews(
  ledger: Ledger,
  portfolio: Portfolio,
  { language, isWanted }: { readonly language: Language; readonly isWanted: () => boolean },
): Promise<void> {
  const views = [
    () => dashboardOf(ledger, portfolio, language),
    () => agedAnswer(ledger, portfolio, AGED_QUESTION, language),
    () => listedCustomers(portfolio),
    () => prepareCash(portfolio, []),
    () => outlookAnswer(ledger, portfolio, { ...CASH_QUESTION, language }),
  ];
  for (const make of views) {
    await setImmediate();
    if (!isWanted()) return;
    await make();
  }
}
