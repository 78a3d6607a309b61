/** The workbook of the alerts, as the screen shows them. */
import { z } from 'zod';
import { ALERT_STATES } from '../../../shared/contract/alerts.ts';
import type { Language } from '../../../shared/format/language.ts';
import { alertBook, alertRow } from '../alerts/alert-rows.ts';
import type { OpenCompany } from '../companies/open-company.ts';
import { alsoIn, columns, type ListSheet, sheetsByCurrency } from './list-sheet.ts';

const input = z.object({ state: z.enum(ALERT_STATES), ruleKey: z.string().nullable() });

/** One row an alert; what a customer owes in another currency has its sheet. */
export async function alertSheet(
  company: OpenCompany,
  given: unknown,
  language: Language,
): Promise<ListSheet> {
  const { state, ruleKey } = input.parse(given);
  const book = await alertBook(company, language);
  const rows = book.byState[state]
    .filter((alert) => ruleKey === null || alert.ruleKey === ruleKey)
    .map((alert) => alertRow(book, alert));
  return {
    columns: columns(language, [
      ['code', 'text', 12],
      ['name', 'text', 34],
      ['ruleName', 'text', 28],
      ['sentence', 'text', 60],
      ['overdueCents', 'amount', 15],
      ['oldestDaysPastDue', 'count', 12],
      ['repCode', 'text', 16],
      ['raisedOn', 'day', 12],
      ['asideUntil', 'day', 14],
      ['asideReason', 'text', 30],
      ['clearedOn', 'day', 12],
    ]),
    ...sheetsByCurrency(
      rows.flatMap(({ otherOverdue, ...row }) => {
        const { alertId: _id, ruleKey: _key, customerId: _customer, ...said } = row;
        return alsoIn(said, 'overdueCents', otherOverdue);
      }),
    ),
  };
}
