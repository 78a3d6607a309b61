/** A promise is broken or kept only once the bank is known far enough; before its day it waits. */
import {
  addBusinessDays,
  businessCalendar,
} from '../../../src/shared/domain/calendar/business-calendar.ts';
import { type Checker, same } from './checker.ts';

const GRACE_BUSINESS_DAYS = 2;
const calendar = businessCalendar();

export const promises: Checker = async ({ company, day }) => {
  const { bankDate } = await company.call.overview.freshness();
  const rows = await company.whole((window) =>
    company.call.overview.promises({ outcomes: [], ...window }),
  );
  for (const { promiseId, promisedFor, outcome, amountCents, receivedCents } of rows) {
    const what = `promise ${promiseId} for ${promisedFor}, bank at ${bankDate}`;
    const deadline = addBusinessDays(promisedFor, GRACE_BUSINESS_DAYS, calendar);
    const isKnown = bankDate !== null && bankDate >= deadline;
    if (outcome === 'broken' || outcome === 'partly_kept') same(what, isKnown, true);
    if (outcome === 'pending') same(what, promisedFor >= day, true);
    if (outcome === 'to_verify') same(what, promisedFor < day && !isKnown, true);
    if (outcome === 'kept') same(what, receivedCents + 100 >= amountCents, true);
  }
};
