/** A promise is broken or kept only once the bank is known far enough; before its day it waits. */
import {
  addBusinessDays,
  businessCalendar,
} from '../../../src/shared/domain/calendar/business-calendar.ts';
import { type Checker, same } from './checker.ts';

const GRACE_BUSINESS_DAYS = 2;
const calendar = businessCalendar();

/** What was paid before a promise was made, though the books may tell of it later. */
const PAID_BEFORE = `
SELECT ifnull(sum(a.amount_cents), 0) AS cents
FROM promise AS p JOIN promise_item AS i USING (promise_id)
JOIN derived_allocation AS a ON a.receivable_id = i.receivable_id
WHERE p.promise_id = ? AND a.effective_date < min(p.promised_on, p.promised_for)`;

export const promises: Checker = async ({ company, ledger, day }) => {
  const { bankDate } = await company.call.overview.freshness();
  const rows = await company.whole((window) =>
    company.call.overview.promises({ outcomes: [], ...window }),
  );
  for (const { promiseId, promisedFor, outcome, amountCents, receivedCents } of rows) {
    const what = `promise ${promiseId} (${outcome}) for ${promisedFor}, bank at ${bankDate}`;
    const deadline = addBusinessDays(promisedFor, GRACE_BUSINESS_DAYS, calendar);
    const isKnown = bankDate !== null && bankDate >= deadline;
    if (outcome === 'broken' || outcome === 'partly_kept') same(what, isKnown, true);
    if (outcome === 'pending') same(what, promisedFor >= day, true);
    if (outcome === 'to_verify') same(what, promisedFor < day && !isKnown, true);
    if (outcome !== 'kept') continue;
    const before = ledger.read(({ connection }) =>
      connection.prepare<[number], { cents: number }>(PAID_BEFORE).get(promiseId),
    );
    same(what, receivedCents + (before?.cents ?? 0) + 100 >= amountCents, true);
  }
};
