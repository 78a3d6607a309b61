/** The list of customers as a workbook, grouped as on screen. */
import type { CustomerFilter, Dimension } from '../../../shared/contract/customers.ts';
import { LEDGER_CURRENCY } from '../../../shared/domain/receivable/currency.ts';
import type { Language } from '../../../shared/format/language.ts';
import { dimensionLabel } from '../../../shared/text/dimension-label.ts';
import { payerBehaviourText } from '../../../shared/text/payer-behaviour.ts';
import { customersText } from '../../../shared/text/screens/customers.ts';
import {
  type CustomerSort,
  filterCustomers,
  groupCustomers,
  type ListedCustomer,
  listedCustomers,
  sortCustomers,
} from '../customers/list-customers.ts';
import { columns, GROUP_KEY, type MakeSheet, sheetsByCurrency } from './list-sheet.ts';

/** In the order of the screen; grouped by a dimension, one group after the other. */
export const customerSheet: MakeSheet = ({ portfolio, language, input }) => {
  const filter = (input.filter ?? { text: '', only: [] }) as CustomerFilter;
  const kept = filterCustomers(listedCustomers(portfolio), filter);
  const sort = (input.sort ?? 'name') as CustomerSort;
  const sorted = sortCustomers(kept, sort, input.isDescending === true);
  const groupBy = (input.groupBy ?? null) as Dimension | null;
  const groups =
    groupBy === null
      ? [{ group: null, customers: sorted }]
      : groupCustomers(sorted, groupBy).map(({ key, customers }) => ({
          group: dimensionLabel(groupBy, key, language),
          customers,
        }));
  return {
    columns: columns(language, [
      ['code', 'text', 12],
      ['name', 'text', 34],
      ['profile', 'text', 14],
      ['repCode', 'text', 14],
      ['agencyCode', 'text', 14],
      ['sector', 'text', 16],
      ['size', 'text', 10],
      ['paymentMethod', 'text', 16],
      ['city', 'text', 18],
      ['outstandingCents', '+amount', 15],
      ['overdueCents', '+amount', 15],
      ['notDueCents', '+amount', 15],
      ['creditsCents', '+amount', 15],
      ['netDueCents', '+amount', 15],
      ['oldestDaysPastDue', 'count', 12],
      ['openItemCount', '+count', 10],
      ['lastContactDay', 'day', 12],
      ['segment', 'text', 20],
      ['score', 'count', 8],
      ['risk', 'text', 10],
      ['trend', 'text', 16],
      ['flags', 'text', 30],
    ]),
    isGrouped: groupBy !== null,
    ...sheetsByCurrency(
      groups.flatMap(({ group, customers }) =>
        customers.flatMap((customer) =>
          rowsOf(customer, language).map((row) => ({ ...row, [GROUP_KEY]: group })),
        ),
      ),
    ),
  };
};

/** The row of a customer, and one more for each other currency he owes in. */
function rowsOf({ row: listed }: ListedCustomer, language: Language) {
  const { flags, otherCurrencies, ...own } = listed;
  const words = payerBehaviourText[language];
  const row = {
    ...own,
    profile: valueWord('profile', own.profile, language),
    paymentMethod: valueWord('payment_method', own.paymentMethod, language),
    segment: own.segment === null ? '' : words.segments[own.segment],
    risk: own.risk === null ? '' : words.risks[own.risk],
    trend: own.trend === null ? '' : words.trendNames[own.trend],
    flags: flags.map((flag) => customersText[language].flag[flag]).join(', '),
    currency: LEDGER_CURRENCY,
  };
  const others = otherCurrencies.map((sums) => ({ ...row, ...sums, oldestDaysPastDue: null }));
  return [row, ...others];
}

/** A value of a dimension in words; an empty cell where there is none. */
function valueWord(dimension: Dimension, value: string | null, language: Language): string {
  return value === null || value === '' ? '' : dimensionLabel(dimension, value, language);
}
