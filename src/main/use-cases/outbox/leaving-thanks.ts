/** What a thank-you about to leave rests on, in the books of this second. */

import { isStopped } from '../../../shared/domain/dunning/plan-thanks.ts';
import type { PlannerSettings } from '../../../shared/domain/dunning/planner-input.ts';
import type { LeavingThanks } from '../../../shared/domain/dunning/recheck.ts';
import { thankYouKeyOf } from '../../../shared/domain/dunning/thank-you.ts';
import { addDays } from '../../../shared/kernel/calendar-date.ts';
import type { Reader } from '../../ledger/session.ts';
import { loadNoticeItems, type NoticeRow } from '../../ledger/stores/notices.ts';
import { readPaymentsReceived } from '../../ledger/views/payments-received.ts';
import { RECEIPT_DAYS } from '../dunning/receipts.ts';
import type { Portfolio } from '../portfolio/portfolio.ts';

/** Whether its money is still there for each item it names; null for what is no thanks. */
export function leavingThanks(
  reader: Reader,
  { noticeId, payerId, purpose, currency, scenarioKey }: NoticeRow,
  { portfolio, settings }: { readonly portfolio: Portfolio; readonly settings: PlannerSettings },
): LeavingThanks | null {
  if (purpose !== 'thank_you') return null;
  const { today, payers, accounts } = portfolio;
  const rules = settings.scenarios.get(scenarioKey ?? '')?.thankYou;
  const since = addDays(today, -RECEIPT_DAYS);
  const rows = readPaymentsReceived(reader, payers.get(payerId) ?? [payerId], since);
  const paid = new Map(
    rows
      .filter(({ isSettled }) => isSettled || rules?.when === 'each_payment')
      .map(({ receivedOn, paymentCents: amountCents, receivableId, customerId }) => [
        `${thankYouKeyOf({ receivedOn, amountCents })} ${receivableId}`,
        accounts.get(customerId),
      ]),
  );
  const named = loadNoticeItems(reader, [noticeId]).map(({ claimKey, receivableId }) =>
    paid.get(`${claimKey} ${receivableId}`),
  );
  return {
    isReceived: named.every((account) => account !== undefined),
    isStopped: named.some((account) => account !== undefined && isStopped(account.situation)),
    currency,
    despiteOverdueCents: rules?.despiteOverdueCents ?? 0,
  };
}
