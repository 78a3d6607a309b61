/** What came in week after week, beside what was forecast of it when the week began. */
import { addDays, mondayOf } from '../../../shared/kernel/calendar-date.ts';
import type { Ledger } from '../../ledger/ledger.ts';
import { judgementOf } from '../forecast/judgement.ts';
import type { Portfolio } from '../portfolio/portfolio.ts';
import { receiptsByWeek } from './cash-forecast.ts';

const RECEIPT_WEEKS = 8;

const knownReceipts = new WeakMap<Portfolio['owed'], readonly number[]>();

/** The last weeks, this one included; null where no forecast was frozen for a week. */
export function receiptsAgainstForecast(ledger: Ledger, portfolio: Portfolio) {
  const thisWeek = mondayOf(portfolio.today);
  const weeks = Array.from({ length: RECEIPT_WEEKS }, (_, index) =>
    addDays(thisWeek, 7 * (index - RECEIPT_WEEKS + 1)),
  );
  const received = knownReceipts.get(portfolio.owed) ?? receiptsByWeek(ledger, weeks) ?? [];
  knownReceipts.set(portfolio.owed, received);
  const { chosen, weeks: frozen } = judgementOf(ledger, portfolio);
  const cells = new Map(frozen.map(({ weekStart, cells: own }) => [weekStart, own]));
  return weeks.map((weekStart, index) => {
    const own = cells.get(weekStart);
    const cell = own?.get(chosen.method) ?? own?.get('promise');
    return {
      weekStart,
      receivedCents: received[index] ?? 0,
      expectedCents: cell?.expectedCents ?? null,
      lowCents: cell?.lowCents ?? null,
      highCents: cell?.highCents ?? null,
    };
  });
}
