/** The sheet of any list that a screen shows, found in the file that makes it. */
import type { Language } from '../../../shared/format/language.ts';
import type { OpenCompany } from '../companies/open-company.ts';
import type { AppContext } from '../context.ts';
import { alertSheet } from './alert-sheet.ts';
import { callListSheet, isCallList } from './call-sheets.ts';
import { crossListSheet, isCrossList } from './cross-sheets.ts';
import { customerListSheet } from './customer-list-sheet.ts';
import { dunningSheet, isDunningList } from './dunning-sheets.ts';
import { indicatorSheet, isIndicatorList } from './indicator-sheets.ts';
import type { ListSheet } from './list-sheet.ts';
import { problemSheet } from './problem-sheet.ts';
import { receiptSheet } from './receipt-sheet.ts';
import { listSheet, withColumns } from './workbook-lists.ts';

export interface AskedList {
  readonly list: string;
  /** What the screen asked for; its shape is the list's own. */
  readonly input?: unknown;
  /** Keys of the columns shown, in their order; null for all. */
  readonly columns: readonly string[] | null;
  readonly language: Language;
}

/** The sheet of a list, with the columns that the screen shows. */
export async function sheetOfList(
  context: AppContext,
  company: OpenCompany,
  asked: AskedList,
): Promise<ListSheet> {
  const { list, language } = asked;
  const given = (asked.input ?? {}) as Readonly<Record<string, unknown>>;
  if (list === 'import_problems') return problemSheet(company, given, language);
  const own = await ownSheet(context, company, { list, order: { input: given, language } });
  if (own !== null) return withColumns(own, asked.columns);
  const portfolio = await company.portfolio.read();
  return listSheet(list, { ...company, portfolio, input: given, language }, asked.columns);
}

/** The sheet of a list that reads more than the portfolio; null for any other. */
async function ownSheet(
  context: AppContext,
  company: OpenCompany,
  asked: {
    readonly list: string;
    readonly order: {
      readonly input: Readonly<Record<string, unknown>>;
      readonly language: Language;
    };
  },
): Promise<ListSheet | null> {
  const { list, order } = asked;
  if (isCallList(list)) return callListSheet(context, company, { list, ...order });
  if (isDunningList(list)) return dunningSheet(context, company, { list, ...order });
  if (isCrossList(list)) return crossListSheet(company, { list, ...order });
  if (isIndicatorList(list)) return indicatorSheet(company, { list, ...order });
  if (list === 'receipts') return receiptSheet(company, order.input, order.language);
  if (list === 'alerts') return alertSheet(company, order.input, order.language);
  if (list === 'customer_list') return customerListSheet(context, company, order);
  return null;
}
