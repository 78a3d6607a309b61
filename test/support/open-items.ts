/** Open items and judged accounts for tests, written by what matters in the test. */
import { businessCalendar } from '../../src/shared/domain/calendar/business-calendar.ts';
import type { ContactState } from '../../src/shared/domain/contact-log/contact-state.ts';
import { NEVER_CONTACTED } from '../../src/shared/domain/contact-log/contact-state.ts';
import type { OpenItem } from '../../src/shared/domain/receivable/open-item.ts';
import type {
  CustomerSituation,
  ItemSituation,
} from '../../src/shared/domain/receivable/situation.ts';
import { FREE_ITEM, plainCustomer } from '../../src/shared/domain/receivable/situation.ts';
import type { AssessedAccount, ChaseSettings } from '../../src/shared/domain/receivable/verdict.ts';
import { assessAccount, chaseContext } from '../../src/shared/domain/receivable/verdict.ts';
import type { CalendarDate } from '../../src/shared/kernel/calendar-date.ts';
import { addDays, calendarDate } from '../../src/shared/kernel/calendar-date.ts';

export const france = businessCalendar();
/** The Monday of the worked cases, with the bank known up to the Friday before. */
export const MONDAY = calendarDate('2026-11-23');
export const FRIDAY = calendarDate('2026-11-20');

/** Whole euros in cents. */
export const euros = (amount: number): number => amount * 100;

/** An invoice of 100 € of customer 1, due on the given day unless said otherwise. */
export function openItem(part: Partial<OpenItem> = {}): OpenItem {
  const outstandingCents = part.outstandingCents ?? euros(100);
  return {
    receivableId: 1,
    paymentId: null,
    customerId: 1,
    kind: 'invoice',
    role: 'ordinary',
    documentNumber: 'F1',
    documentDate: calendarDate('2026-09-01'),
    dueDate: calendarDate('2026-10-01'),
    dueBasis: 'confirmed_terms',
    amountCents: outstandingCents,
    outstandingCents,
    currency: 'EUR',
    namesDocumentNumber: null,
    isVirtual: false,
    ...part,
  };
}

/** An invoice so many days past due on the day. */
export function lateItem(
  amountCents: number,
  daysPastDue: number,
  part: Partial<OpenItem> & { readonly today?: CalendarDate } = {},
): OpenItem {
  const { today = MONDAY, ...rest } = part;
  return openItem({
    outstandingCents: amountCents,
    dueDate: addDays(today, -daysPastDue),
    ...rest,
  });
}

/** Money received and not allocated. */
export function receipt(amountCents: number, part: Partial<OpenItem> = {}): OpenItem {
  return openItem({
    receivableId: null,
    paymentId: 1,
    kind: 'payment',
    documentNumber: '',
    dueDate: null,
    dueBasis: 'none',
    outstandingCents: -amountCents,
    ...part,
  });
}

/** A customer of whom only this is said. */
export function customer(
  part: Partial<Omit<CustomerSituation, 'items'>> & {
    readonly items?: Readonly<Record<number, Partial<ItemSituation>>>;
  } = {},
): CustomerSituation {
  const { items = {}, ...rest } = part;
  const known = Object.entries(items).map(
    ([receivableId, own]) => [Number(receivableId), { ...FREE_ITEM, ...own }] as const,
  );
  return { ...plainCustomer(1), ...rest, items: new Map(known) };
}

/** The account of these items, judged for a call on the Monday of the worked cases. */
export function assessed(
  items: readonly OpenItem[],
  situation: CustomerSituation = customer(),
  settings: Partial<ChaseSettings> = {},
): AssessedAccount {
  const context = chaseContext({
    today: MONDAY,
    bankDate: FRIDAY,
    purpose: 'call',
    calendar: france,
    ...settings,
  });
  return assessAccount(items, situation, context);
}

/** What is known of the exchanges with a payer. */
export function contacted(part: Partial<ContactState>): ContactState {
  return { ...NEVER_CONTACTED, ...part };
}
