/** Reads the first rows of a table under a mapping, as the assistant shows them. */

import type { StatedCustomer } from '../../shared/domain/statement/statement.ts';
import { missingFields } from '../../shared/domain/statement/table-mapping.ts';
import { formatCents } from '../../shared/format/amount.ts';
import { formatDate } from '../../shared/format/date.ts';
import { done, refused } from '../../shared/kernel/result.ts';
import { type PreviewedRow, previewTable } from '../intake/table/preview-table.ts';
import { parseProfile } from '../intake/table/profile-schema.ts';
import type { JobRun } from '../ports/jobs.ts';
import type { PreviewedTable, PreviewTableInput } from '../use-cases/imports/file-jobs.ts';

const ROWS_SHOWN = 20;
const NO_LINE = 0;

export const run: JobRun<PreviewTableInput, PreviewedTable> = async (input) => {
  const profile = parseProfile(input.profile);
  if (profile === null) return refused({ code: 'profile_invalid', detail: null });
  const missing = missingFields(profile.kind, profile.columns);
  if (missing.length > 0) return done({ rows: [], missingFields: missing });
  const previewed = await previewTable(input.path, profile, ROWS_SHOWN);
  if (!previewed.isDone) {
    return refused({ code: previewed.refusal.code, detail: previewed.refusal.value });
  }
  const names = new Map(
    previewed.value.customers.map(({ customerCode, name }) => [customerCode, name ?? '']),
  );
  const rows = previewed.value.rows.map((row) => ({
    lineNumber: row.lineNumber,
    cells: cellsOf(row, names),
    problems: row.problems.map(({ columnName, code }) => ({ columnName, code })),
  }));
  const customers = profile.kind === 'customers' ? previewed.value.customers : [];
  return done({ rows: [...customers.map(customerRow), ...rows], missingFields: [] });
};

/** What was understood of a row, under the contract's own field names. */
function cellsOf(row: PreviewedRow, names: ReadonlyMap<string, string>): Record<string, string> {
  const cells: Record<string, string> = {};
  for (const item of row.items) {
    Object.assign(cells, {
      customer_code: item.customerCode,
      customer_name: names.get(item.customerCode) ?? '',
      document_number: item.documentNumber,
      document_date: dayOrNothing(item.documentDate),
      due_date: dayOrNothing(item.dueDate),
      amount: formatCents(item.amountCents, { currency: item.currency }),
      open_amount: formatCents(item.openCents, { currency: item.currency }),
    });
  }
  for (const line of [...row.rows, ...row.lines]) {
    Object.assign(cells, {
      customer_code: line.customerCode,
      customer_name: names.get(line.customerCode) ?? '',
      document_number: line.documentNumber,
      document_date: dayOrNothing(line.documentDate),
      amount: formatCents(line.amountCents, { currency: line.currency }),
    });
  }
  for (const contact of row.contacts) {
    Object.assign(cells, {
      customer_code: contact.customerCode,
      contact_name: contact.name,
      email: contact.email ?? '',
      phone: contact.phone ?? '',
    });
  }
  return cells;
}

/** A customer of a list of customers: several lines may make one, so it has none of its own. */
function customerRow(customer: StatedCustomer): PreviewedTable['rows'][number] {
  const { customerCode, addressLines, creditLimitCents } = customer;
  return {
    lineNumber: NO_LINE,
    cells: {
      customer_code: customerCode,
      customer_name: customer.name ?? '',
      siren: customer.siren ?? '',
      email: customer.email ?? '',
      phone: customer.phone ?? '',
      address_line: addressLines.join(', '),
      postal_code: customer.postalCode ?? '',
      city: customer.city ?? '',
      country: customer.countryCode ?? '',
      terms: customer.terms ?? '',
      payment_method: customer.paymentMethod ?? '',
      rep_code: customer.repCode ?? '',
      agency_code: customer.agencyCode ?? '',
      sector: customer.sector ?? '',
      profile: customer.profile ?? '',
      credit_limit: creditLimitCents === null ? '' : formatCents(creditLimitCents),
    },
    problems: [],
  };
}

function dayOrNothing(day: Parameters<typeof formatDate>[0] | null): string {
  return day === null ? '' : formatDate(day);
}
