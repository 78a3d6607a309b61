/** One line of the history, and the period it covers in words. */
import { formatDate } from '../../../shared/format/date.ts';
import type { ApiClient } from '../../api/client.ts';

export type ImportRow = Awaited<ReturnType<ApiClient['imports']['history']>>[number];

/** `01/01/2026 – 20/11/2026`; a dash for rows that cover no period. */
export function periodOf(row: ImportRow): string {
  if (row.coversFromDate === null || row.coversToDate === null) return '–';
  return `${formatDate(row.coversFromDate)} – ${formatDate(row.coversToDate)}`;
}
