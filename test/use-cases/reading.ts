/** What the screens of a company say, in forms that tests compare. */
import type { CalendarDate } from '../../src/shared/kernel/calendar-date.ts';
import type { TestCompany } from '../support/running-application.ts';

const EVERYONE = {
  filter: { text: '', only: [] },
  sort: 'code',
  isDescending: false,
  groupBy: null,
} as const;

/** Every row of the list of customers, by code. */
export function customerRows(company: TestCompany) {
  return company.whole((window) =>
    company.call.customers.page({
      ...window,
      ...EVERYONE,
      filter: { text: '', only: [] },
    }),
  );
}

/** The id of the customer of this code. */
export async function customerIdOf(company: TestCompany, code: string): Promise<number> {
  const found = (await customerRows(company)).find((row) => row.code === code);
  if (found === undefined) throw new Error(`No customer ${code}.`);
  return found.customerId;
}

/** What each customer owes, by code; who owes nothing is absent. */
export async function outstandingByCode(company: TestCompany): Promise<Record<string, number>> {
  const rows = await customerRows(company);
  return Object.fromEntries(
    rows.flatMap(({ code, outstandingCents }) =>
      outstandingCents === 0 ? [] : [[code, outstandingCents]],
    ),
  );
}

/** The aged balance by customer, of today or of a past day; its first window. */
export function agedBalance(
  company: TestCompany,
  asOf: CalendarDate | null = null,
  by: 'due_date' | 'document_date' = 'due_date',
) {
  return company.call.overview.agedBalance({
    asOf,
    by,
    groupBy: 'customer',
    text: '',
    sort: 'balance',
    isDescending: true,
    offset: 0,
    limit: 200,
  });
}

/** Open items of a customer. */
export function openItems(company: TestCompany, customerId: number) {
  return company.whole((window) =>
    company.call.customers.items({ customerId, state: 'open', ...window }),
  );
}

/**
 * Everything that the files say and the screens show: customers with their figures, the items of
 * each, open and settled, and the figures of the dashboard. Ids of payments are given anew at each
 * interpretation and left out.
 */
export async function portfolioOf(company: TestCompany) {
  const customers = await customerRows(company);
  const items = [];
  const accounts = [];
  for (const { customerId, code, outstandingCents, openItemCount } of customers) {
    // A customer whose only import was undone keeps its identity.
    if (openItemCount === 0 && outstandingCents !== 0)
      throw new Error(`Open without items: ${code}`);
    for (const state of ['open', 'settled'] as const) {
      const rows = await company.whole((window) =>
        company.call.customers.items({ customerId, state, ...window }),
      );
      items.push(...rows.map(({ paymentId: _id, ...row }) => ({ ...row, list: state })));
    }
    const timeline = await company.whole((window) =>
      company.call.customers.timeline({
        customerId,
        kinds: ['payment', 'refund', 'reject'],
        ...window,
      }),
    );
    accounts.push(...timeline.map(({ kind, day, facts }) => ({ code, kind, day, facts })));
  }
  const { figures, buckets } = await company.call.overview.dashboard();
  return { customers, items, accounts, figures, buckets };
}
