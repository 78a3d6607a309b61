/** The procedures of `customers`. */

import {
  readIdentity,
  readItemLabels,
  readItemOrigin,
  readSettledItems,
} from '../../ledger/views/customer-items.ts';
import { readDimensionValues } from '../../ledger/views/customers.ts';
import { readPaymentLabels } from '../../ledger/views/payment-labels.ts';
import { readTimeline } from '../../ledger/views/timeline.ts';
import { changeCustomer } from '../actions/change-customer.ts';
import { api } from '../api.ts';
import { companyOf } from '../companies/open-company.ts';
import type { AppContext, CallContext } from '../context.ts';
import { windowOf } from '../overview/lists.ts';
import { customerFile } from './customer-file.ts';
import { openItemRows, withInvoicePdfs } from './item-row.ts';
import {
  filterCustomers,
  groupCustomers,
  listedCustomers,
  otherTotalsOf,
  sortCustomers,
  totalsOf,
} from './list-customers.ts';
import { settledRow } from './settled-row.ts';
import { timelineEntry } from './timeline-entry.ts';

const NO_DETAIL = { data: { detail: null } };

/** Binds the area. */
export function customersRoutes(context: AppContext) {
  const language = () => context.settings.read().language;
  async function open(call: CallContext) {
    const company = companyOf(context, call);
    return { ...company, company, now: await company.portfolio.read() };
  }
  return {
    page: api.customers.page.handler(async ({ input, context: call }) => {
      const { now } = await open(call);
      const kept = filterCustomers(listedCustomers(now), input.filter);
      const sorted = sortCustomers(kept, input.sort, input.isDescending);
      const groups = input.groupBy === null ? null : groupCustomers(sorted, input.groupBy);
      const ordered = groups === null ? sorted : groups.flatMap(({ customers }) => customers);
      const { total, rows } = windowOf(ordered, input);
      return {
        total,
        totals: totalsOf(kept),
        otherCurrencies: otherTotalsOf(kept),
        groups: groups?.map(({ customers: _customers, ...group }) => group) ?? null,
        rows: rows.map(({ row }) => row),
      };
    }),
    dimensionValues: api.customers.dimensionValues.handler(({ input, context: call }) =>
      companyOf(context, call).ledger.read((reader) =>
        readDimensionValues(reader, input.dimension),
      ),
    ),
    file: api.customers.file.handler(async ({ input, context: call, errors }) => {
      const { ledger, now } = await open(call);
      const wanted = { customerId: input.customerId, language: language() };
      const file = ledger.read((reader) => customerFile(reader, now, wanted));
      if (file === null) throw errors.customer_unknown(NO_DETAIL);
      return file;
    }),
    items: api.customers.items.handler(async ({ input, context: call, errors }) => {
      const { ledger, now } = await open(call);
      const account = now.accounts.get(input.customerId);
      if (account === undefined) throw errors.customer_unknown(NO_DETAIL);
      if (input.state === 'settled') {
        const { rows, ...totals } = ledger.read((reader) => readSettledItems(reader, input));
        const settled = rows.map((row) => settledRow(row, language()));
        return { ...totals, rows: ledger.read((reader) => withInvoicePdfs(reader, settled)) };
      }
      const payments = account.items.flatMap(({ paymentId }) => paymentId ?? []);
      const labels = ledger.read((reader) => ({
        labels: readItemLabels(reader, input.customerId),
        paymentLabels: readPaymentLabels(reader, payments),
      }));
      const rows = openItemRows({ account, portfolio: now, language: language(), ...labels });
      const otherTotals = account.otherSums.map(({ currency, outstandingCents }) => ({
        currency,
        amountCents: outstandingCents,
      }));
      const shown = windowOf(rows, input);
      return {
        ...shown,
        rows: ledger.read((reader) => withInvoicePdfs(reader, shown.rows)),
        totalCents: account.sums.outstandingCents,
        otherTotals,
      };
    }),
    itemOrigin: api.customers.itemOrigin.handler(({ input, context: call, errors }) => {
      const { ledger } = companyOf(context, call);
      const origin = ledger.read((reader) =>
        readIdentity(reader, input.receivableId) === null
          ? null
          : readItemOrigin(reader, input.receivableId),
      );
      if (origin === null) throw errors.receivable_unknown(NO_DETAIL);
      return origin;
    }),
    timeline: api.customers.timeline.handler(async ({ input, context: call, errors }) => {
      const { ledger, now } = await open(call);
      const account = now.accounts.get(input.customerId);
      if (account === undefined) throw errors.customer_unknown(NO_DETAIL);
      const { total, rows } = ledger.read((reader) => readTimeline(reader, input));
      return { total, rows: rows.map((row) => timelineEntry(row, account)) };
    }),
    change: api.customers.change.handler(async ({ input, context: call, errors }) => {
      const { company, now } = await open(call);
      if (!now.accounts.has(input.customerId)) throw errors.customer_unknown(NO_DETAIL);
      return changeCustomer(company, input, errors);
    }),
  };
}
