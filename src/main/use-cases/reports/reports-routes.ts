/** The procedures of `reports`: what is asked for is gathered here and written by a job. */
import { formatDate } from '../../../shared/format/date.ts';
import { columnText } from '../../../shared/text/columns.ts';
import { STATEMENT_WORDS } from '../../../shared/text/statement.ts';
import { api } from '../api.ts';
import { companyOf } from '../companies/open-company.ts';
import type { AppContext } from '../context.ts';
import { problemSheet } from './problem-sheet.ts';
import { statementJob, workbookJob } from './report-jobs.ts';
import { startFileJob } from './start-file-job.ts';
import { statementOf } from './statement-of.ts';
import { listSheet } from './workbook-lists.ts';

const NO_DETAIL = { data: { detail: null } };

/** Binds the area. */
export function reportsRoutes(context: AppContext) {
  return {
    makeWorkbook: api.reports.makeWorkbook.handler(async ({ input, context: call }) => {
      const company = companyOf(context, call);
      const { language } = context.settings.read();
      const portfolio = await company.portfolio.read();
      const given = (input.input ?? {}) as Readonly<Record<string, unknown>>;
      const sheet =
        input.list === 'import_problems'
          ? problemSheet(company, given, language)
          : listSheet(input.list, { ...company, portfolio, language, input: given }, input.columns);
      const order = {
        name: input.title,
        title: input.title,
        subtitle: `${portfolio.settings.identity.name} · ${formatDate(portfolio.today)}`,
        totalLabel: columnText[language].total,
        ...sheet,
      };
      return startFileJob(context, workbookJob, order, {
        companyKey: company.key,
        fileName: `${input.title} ${portfolio.today}.xlsx`,
        extension: 'xlsx',
      });
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
  };
}
