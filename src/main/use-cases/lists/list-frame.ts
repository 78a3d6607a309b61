/** What every list of customers is made from, and what a row of one is. */
import type { Language } from '../../../shared/format/language.ts';
import type { CalendarDate } from '../../../shared/kernel/calendar-date.ts';
import type { readReceivedSince } from '../../ledger/views/period-flows.ts';
import type { OpenCompany } from '../companies/open-company.ts';
import type { CompanyPlan } from '../dunning/plan-keeper.ts';
import type { CustomerAccount } from '../portfolio/customer-account.ts';

export interface ListFrame {
  readonly company: OpenCompany;
  readonly known: CompanyPlan;
  readonly language: Language;
  /** When each customer's payer was last contacted; null where he never was. */
  readonly lastContactOf: (account: CustomerAccount) => CalendarDate | null;
  /** Money received of late, by customer and currency. */
  readonly received: ReturnType<typeof readReceivedSince>;
}

/** A row of a list before what the customer owes is added. */
export interface ListMember {
  readonly account: CustomerAccount;
  readonly rowKey: string;
  readonly groupKey: string;
  readonly groupLabel: string;
  readonly amountCents: number | null;
  readonly currency: string;
  readonly day: CalendarDate | null;
  readonly detail: string;
}
