/** What a customer's credit insurance asks of his open items. */
import { isInForce } from '../../../shared/domain/payer/exposure.ts';
import {
  declareBefore,
  type InsuranceTerms,
  isBeyondTerms,
} from '../../../shared/domain/payer/insurer-deadline.ts';
import { isApart } from '../../../shared/domain/receivable/net-position.ts';
import type { OpenItem } from '../../../shared/domain/receivable/open-item.ts';
import type { CalendarDate } from '../../../shared/kernel/calendar-date.ts';
import type { CustomerAccount } from '../portfolio/customer-account.ts';

type Insured = Pick<CustomerAccount, 'guarantees' | 'items' | 'states'>;

/** The policy in force that sets delays; null without one. */
export function insuranceOf(
  { guarantees }: Pick<CustomerAccount, 'guarantees'>,
  today: CalendarDate,
): (InsuranceTerms & { readonly guaranteeId: number; readonly source: string }) | null {
  const found = guarantees.find(
    (one) =>
      one.kind === 'credit_insurance' &&
      isInForce(one, today) &&
      (one.declareDays ?? one.extensionDaysMax ?? one.termDaysMax) !== null,
  );
  return found ?? null;
}

/** An open item with its deadline; null where the policy sets none, or where it is told already. */
export interface InsuredItem {
  readonly item: OpenItem;
  readonly declareBefore: CalendarDate | null;
  readonly isBeyondTerms: boolean;
}

/** The items of a customer that are past due or beyond the terms of his policy. */
export function insuredItems(account: Insured, today: CalendarDate): readonly InsuredItem[] {
  const policy = insuranceOf(account, today);
  if (policy === null) return [];
  const told = new Set(
    account.states.filter(({ cause }) => cause === 'insurer').map((state) => state.receivableId),
  );
  return account.items.flatMap((item) => {
    const { dueDate, receivableId, outstandingCents, documentDate } = item;
    if (receivableId === null || dueDate === null || outstandingCents <= 0) return [];
    if (isApart(item) || told.has(receivableId)) return [];
    const isLong = isBeyondTerms(documentDate, dueDate, policy);
    const deadline = dueDate < today ? declareBefore(dueDate, policy) : null;
    if (deadline === null && !isLong) return [];
    return [{ item, declareBefore: deadline, isBeyondTerms: isLong }];
  });
}
