/** The procedures of `reports`: what is asked for is gathered here and written by a job. */
import { LEDGER_CURRENCY } from '../../../shared/domain/receivable/currency.ts';
import { formatDate } from '../../../shared/format/date.ts';
import { columnText } from '../../../shared/text/columns.ts';
import { interestSheetText } from '../../../shared/text/interest-sheet.ts';
import { STATEMENT_WORDS } from '../../../shared/text/statement.ts';
import { api } from '../api.ts';
import { companyOf } from '../companies/open-company.ts';
import type { AppContext } from '../context.ts';
import { interestSheetOf } from './interest-sheet-of.ts';
import { GROUP_KEY, type ListSheet } from './list-sheet.ts';
import { interestSheetJob, type SheetOrder, statementJob, workbookJob } from './report-jobs.ts';
import { sheetOfList } from './sheet-of-list.ts';
import { shownCharges } from './shown-charges.ts';
import { startFileJob } from './start-file-job.ts';
import { statementOf } from './statement-of.ts';

const NO_DETAIL = { data: { detail: null } };

/** The sheets of a list: one, and one more for each other currency it has amounts in. */
function sheetOrders(
  { columns, rows, others = [], isGrouped = false }: ListSheet,
  words: Pick<SheetOrder, 'title' | 'subtitle' | 'totalLabel'>,
): SheetOrder[] {
  const { title, subtitle } = words;
  const said = { ...words, ...(isGrouped && { groupKey: GROUP_KEY }) };
  if (others.length === 0) return [{ ...said, name: title, columns, rows }];
  return [{ currency: LEDGER_CURRENCY, rows }, ...others].map(({ currency, rows: own }) => ({
    ...said,
    name: `${currency} ${title}`,
    subtitle: `${subtitle} · ${currency}`,
    columns,
    rows: own,
  }));
}

/** Binds the area. */
export function reportsRoutes(context: AppContext) {
  return {
    makeWorkbook: api.reports.makeWorkbook.handler(async ({ input, context: call }) => {
      const company = companyOf(context, call);
      const { language } = context.settings.read();
      const sheet = await sheetOfList(context, company, { ...input, language });
      const portfolio = await company.portfolio.read();
      const subtitle = `${portfolio.settings.identity.name} · ${formatDate(portfolio.today)}`;
      const { total: totalLabel } = columnText[language];
      const sheets = sheetOrders(sheet, { title: input.title, subtitle, totalLabel });
      return startFileJob(
        context,
        workbookJob,
        { sheets },
        {
          companyKey: company.key,
          fileName: `${input.title} ${portfolio.today}.xlsx`,
          extension: 'xlsx',
        },
      );
    }),
    makeStatement: api.reports.makeStatement.handler(async ({ input, context: call, errors }) => {
      const company = companyOf(context, call);
      const portfolio = await company.portfolio.read();
      const statement = await statementOf(company, portfolio, input);
      if (statement === null) throw errors.customer_unknown(NO_DETAIL);
      const word = STATEMENT_WORDS[input.language].fileName;
      return startFileJob(
        context,
        statementJob,
        { format: input.format, statement },
        {
          companyKey: company.key,
          fileName: `${word} ${statement.customer.code} ${statement.asOf}.${input.format}`,
          extension: input.format,
        },
      );
    }),
    showCharges: api.reports.showCharges.handler(async ({ input, context: call, errors }) => {
      const company = companyOf(context, call);
      const { language } = context.settings.read();
      const sheet = interestSheetOf(company, await company.portfolio.read(), {
        ...input,
        language,
      });
      if (sheet === null) throw errors.customer_unknown(NO_DETAIL);
      return shownCharges(company, sheet);
    }),
    makeInterestSheet: api.reports.makeInterestSheet.handler(
      async ({ input, context: call, errors }) => {
        const company = companyOf(context, call);
        const { format } = input;
        const sheet = interestSheetOf(company, await company.portfolio.read(), input);
        if (sheet === null) throw errors.customer_unknown(NO_DETAIL);
        return startFileJob(
          context,
          interestSheetJob,
          { format, sheet },
          {
            companyKey: company.key,
            fileName: `${interestSheetText[input.language].title(sheet.customerName)}.${format}`,
            extension: format,
          },
        );
      },
    ),
  };
}
