/** Before chosen levels the rep is told of the items that are about to be written about (E11). */
import type { RepNotice } from './day-plan.ts';
import type { JudgedItem } from './judge-item.ts';
import type { PlannerPayer } from './planner-input.ts';

/** By customer, what the rep is to be told of now. */
export function repNoticesOf(
  payer: PlannerPayer,
  judged: readonly JudgedItem[],
): readonly RepNotice[] {
  const notices = new Map<string, RepNotice & { readonly items: RepNotice['items'][number][] }>();
  for (const { account, item, due, receivableId, chaseableCents, isRepToTell } of judged) {
    if (!isRepToTell || due === null || chaseableCents === 0) continue;
    const { customerId } = account.situation;
    const { currency } = item.item;
    const key = `${customerId}${currency}`;
    const notice = notices.get(key) ?? { payerId: payer.payerId, customerId, currency, items: [] };
    notices.set(key, notice);
    const { claimKey, severity, on: stepOn } = due;
    notice.items.push({ receivableId, claimKey, amountCents: chaseableCents, severity, stepOn });
  }
  return [...notices.values()];
}
