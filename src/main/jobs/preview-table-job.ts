/** Reads the first rows of a table under a mapping, as the assistant shows them. */

import { missingFields } from '../../shared/domain/statement/table-mapping.ts';
import { formatCents } from '../../shared/format/amount.ts';
import { formatDate } from '../../shared/format/date.ts';
import { done, refused } from '../../shared/kernel/result.ts';
import { type PreviewedRow, previewTable } from '../intake/table/preview-table.ts';
import { parseProfile } from '../intake/table/profile-schema.ts';
import type { JobRun } from '../ports/jobs.ts';
import type { PreviewedTable, PreviewTableInput } from '../use-cases/imports/file-jobs.ts';

const ROWS_SHOWN = 20;

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
  return done({ rows, missingFields: [] });
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

function dayOrNothing(day: Parameters<typeof formatDate>[0] | null): string {
  return day === null ? '' : formatDate(day);
}
