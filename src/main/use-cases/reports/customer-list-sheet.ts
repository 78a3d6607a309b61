/** The workbook of a list of customers, as the screen shows it. */
import { listQuestion } from '../../../shared/contract/customer-lists.ts';
import { LEDGER_CURRENCY } from '../../../shared/domain/receivable/currency.ts';
import type { Language } from '../../../shared/format/language.ts';
import { customerListText } from '../../../shared/text/screens/customer-lists.ts';
import { profileName } from '../../../shared/text/screens/profiles.ts';
import type { OpenCompany } from '../companies/open-company.ts';
import type { AppContext } from '../context.ts';
import { listAnswer, listFrame } from '../lists/customer-lists.ts';
import { columns, type ListSheet, sheetsByCurrency } from './list-sheet.ts';

/**
 * One row a row of the screen, on the sheet of the currency of what it is about. A customer who has
 * several rows is counted once: what he owes stands on the first of them.
 */
export async function customerListSheet(
  context: AppContext,
  company: OpenCompany,
  asked: { readonly input: unknown; readonly language: Language },
): Promise<ListSheet> {
  const { language } = asked;
  const question = listQuestion.parse(asked.input);
  const { rows } = listAnswer(await listFrame(context, company, language), question);
  const words = customerListText[language];
  const titled = columns(language, [
    ['code', 'text', 12],
    ['name', 'text', 34],
    ['profile', 'text', 16],
    ['detail', 'text', 40],
    ['amountCents', '+amount', 15],
    ['day', 'day', 12],
    ['comingCents', '+amount', 15],
    ['overdueCents', '+amount', 15],
    ['oldestDaysPastDue', 'count', 12],
    ['paidCents', '+amount', 15],
    ['lastContactDay', 'day', 12],
    ['repCode', 'text', 16],
  ]);
  const hasAmount = rows.some(({ amountCents }) => amountCents !== null);
  const hasDay = rows.some(({ day }) => day !== null);
  const told = new Set<number>();
  return {
    columns: titled
      .filter(({ key }) => hasAmount || key !== 'amountCents')
      .filter(({ key }) => hasDay || key !== 'day')
      .map((column) =>
        column.key === 'amountCents'
          ? { ...column, title: words.amount[question.list] }
          : column.key === 'day'
            ? { ...column, title: words.day[question.list] }
            : column,
      ),
    ...sheetsByCurrency(
      rows.map((row) => {
        const { otherOverdue: _overdue, otherPaid: _paid, rowKey: _key, ...said } = row;
        // What he owes is in the currency of the books, and counts once.
        const isFirst = row.currency === LEDGER_CURRENCY && !told.has(row.customerId);
        if (isFirst) told.add(row.customerId);
        const owed = isFirst
          ? {}
          : { comingCents: null, overdueCents: null, oldestDaysPastDue: null, paidCents: null };
        return { ...said, profile: profileName(row.profile, language), ...owed };
      }),
    ),
  };
}
