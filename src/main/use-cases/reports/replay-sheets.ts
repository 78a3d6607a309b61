/** Workbooks of a replay: the steps of each week, and who would have been contacted. */
import { z } from 'zod';
import type { Language } from '../../../shared/format/language.ts';
import { columnText } from '../../../shared/text/columns.ts';
import { scenarioText } from '../../../shared/text/dunning-verdict.ts';
import type { WorkbookColumn } from '../../reports/workbook.ts';
import type { OpenCompany } from '../companies/open-company.ts';
import type { AppContext } from '../context.ts';
import { replayedAnswer } from '../dunning/replay-answer.ts';
import { columns, type ListSheet } from './list-sheet.ts';

const replayInput = z.object({ jobId: z.string() });

/** The sheet of a replay; without a row once the application knows it no more. */
export async function replaySheet(
  context: AppContext,
  company: OpenCompany,
  asked: { readonly list: string; readonly input: unknown; readonly language: Language },
): Promise<ListSheet> {
  const { jobId } = replayInput.parse(asked.input);
  const { language } = asked;
  const replayed = await replayedAnswer(context, company, jobId);
  return asked.list === 'replay'
    ? customerSheet(replayed?.contacted ?? [], language)
    : weekSheet(replayed ?? { steps: [], weeks: [] }, language);
}

type Answer = NonNullable<Awaited<ReturnType<typeof replayedAnswer>>>;

function customerSheet(contacted: Answer['contacted'], language: Language): ListSheet {
  return {
    columns: columns(language, [
      ['code', 'text', 12],
      ['name', 'text', 34],
      ['messageCount', '+count', 12],
      ['taskCount', '+count', 16],
      ['gravest', 'text', 22],
      ['lastOn', 'day', 12],
    ]),
    rows: contacted.map(({ code, name, messageCount, taskCount, severity, lastOn }) => ({
      code,
      name,
      messageCount,
      taskCount,
      gravest: severity === null ? '' : scenarioText[language].severities[severity],
      lastOn,
    })),
  };
}

function weekSheet(
  { steps, weeks }: Pick<Answer, 'steps' | 'weeks'>,
  language: Language,
): ListSheet {
  const counted = (key: string, title: string): WorkbookColumn => ({
    key,
    title,
    kind: 'count',
    width: 16,
    isTotalled: true,
  });
  return {
    columns: [
      ...columns(language, [['week', 'day', 14]]),
      ...steps.map(({ label }, at) => counted(`step${at}`, label)),
      counted('total', columnText[language].total),
    ],
    rows: weeks.map(({ weekStart, counts, count }) => ({
      week: weekStart,
      ...Object.fromEntries(counts.map((value, at) => [`step${at}`, value])),
      total: count,
    })),
  };
}
