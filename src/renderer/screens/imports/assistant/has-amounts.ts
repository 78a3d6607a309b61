/** Lists of customers and of contacts hold no money: they have no totals to compare. */
import type { ImportPreview } from '../../../../shared/contract/imports.ts';

export function hasAmounts({ reader }: Pick<ImportPreview, 'reader'>): boolean {
  return reader !== 'table_customers' && reader !== 'table_contacts';
}
