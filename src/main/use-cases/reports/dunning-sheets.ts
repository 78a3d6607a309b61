/** Workbooks of the reminders: the batch of the day, those left out, the outbox, a replay. */
import { z } from 'zod';
import { plannedFilterSchema } from '../../../shared/contract/dunning.ts';
import type { Language } from '../../../shared/format/language.ts';
import { dimensionLabel } from '../../../shared/text/dimension-label.ts';
import { scenarioText } from '../../../shared/text/dunning-verdict.ts';
import { outboxText } from '../../../shared/text/outbox.ts';
import type { OpenCompany } from '../companies/open-company.ts';
import type { AppContext } from '../context.ts';
import { excludedAnswer } from '../dunning/excluded-rows.ts';
import { companyPlan } from '../dunning/plan-keeper.ts';
import { plannedAnswer } from '../dunning/planned-rows.ts';
import { BOXES, outboxAnswer } from '../outbox/outbox-rows.ts';
import { columns, type ListSheet, sheetsByCurrency } from './list-sheet.ts';
import { replaySheet } from './replay-sheets.ts';

/** The lists of this file. */
export const DUNNING_LISTS = ['reminders', 'left_out', 'outbox', 'replay', 'replay_weeks'] as const;
export type DunningList = (typeof DUNNING_LISTS)[number];

export function isDunningList(list: string): list is DunningList {
  return DUNNING_LISTS.some((one) => one === list);
}

/** Every row of the list, not a window of it. */
const ALL = { offset: 0, limit: Number.MAX_SAFE_INTEGER } as const;

const leftOutInput = z.object({ verdict: z.string().nullable(), text: z.string() });
const outboxInput = z.object({ box: z.enum(BOXES), text: z.string() });

/** The sheet of one of them, whole, as the screen shows it. */
export function dunningSheet(
  context: AppContext,
  company: OpenCompany,
  asked: { readonly list: DunningList; readonly input: unknown; readonly language: Language },
): Promise<ListSheet> {
  switch (asked.list) {
    case 'reminders':
      return remindersSheet(context, company, asked);
    case 'left_out':
      return leftOutSheet(context, company, asked);
    case 'replay':
    case 'replay_weeks':
      return replaySheet(context, company, asked);
    default:
      return outboxSheet(context, company, asked);
  }
}

interface Asked {
  readonly input: unknown;
  readonly language: Language;
}

async function remindersSheet(
  context: AppContext,
  company: OpenCompany,
  { input, language }: Asked,
): Promise<ListSheet> {
  const filter = plannedFilterSchema.parse(input);
  const known = await companyPlan(context, company);
  const { rows } = plannedAnswer(known, filter, ALL, language);
  const words = scenarioText[language];
  return {
    columns: columns(language, [
      ['code', 'text', 12],
      ['name', 'text', 34],
      ['profile', 'text', 14],
      ['scenario', 'text', 22],
      ['step', 'text', 26],
      ['channel', 'text', 18],
      ['mode', 'text', 14],
      ['tone', 'text', 16],
      ['amountCents', '+amount', 15],
      ['oldestDaysPastDue', 'count', 12],
      ['items', '+count', 10],
      ['recipient', 'text', 34],
      ['sentence', 'text', 70],
    ]),
    ...sheetsByCurrency(
      rows.map((row) => ({
        currency: row.currency,
        code: row.code,
        name: row.name,
        profile: dimensionLabel('profile', row.profile, language),
        scenario: row.scenarioName,
        step: row.stepLabel,
        channel: words.channels[row.channel],
        mode: words.modes[row.mode],
        tone: words.tones[row.tone],
        amountCents: row.dueCents,
        oldestDaysPastDue: row.oldestDaysPastDue,
        items: row.itemCount,
        recipient: row.recipient,
        sentence: [...row.warnings, row.sentence].join(' '),
      })),
    ),
  };
}

async function leftOutSheet(
  context: AppContext,
  company: OpenCompany,
  { input, language }: Asked,
): Promise<ListSheet> {
  const filter = leftOutInput.parse(input);
  const { rows } = excludedAnswer(await companyPlan(context, company), filter, ALL, language);
  return {
    columns: columns(language, [
      ['code', 'text', 12],
      ['name', 'text', 34],
      ['documentNumber', 'text', 18],
      ['dueDate', 'day', 12],
      ['amountCents', '+amount', 15],
      ['sentence', 'text', 70],
    ]),
    ...sheetsByCurrency(
      rows.map(({ currency, code, name, documentNumber, dueDate, amountCents, sentence }) => ({
        currency,
        code,
        name,
        documentNumber,
        dueDate,
        amountCents,
        sentence,
      })),
    ),
  };
}

async function outboxSheet(
  context: AppContext,
  company: OpenCompany,
  { input, language }: Asked,
): Promise<ListSheet> {
  const { box, text } = outboxInput.parse(input);
  const portfolio = await company.portfolio.read();
  const { rows } = outboxAnswer(context, company, portfolio, { box, text, ...ALL });
  const words = scenarioText[language];
  return {
    columns: columns(language, [
      ['code', 'text', 12],
      ['name', 'text', 34],
      ['status', 'text', 22],
      ['sentence', 'text', 70],
      ['amountCents', '+amount', 15],
      ['subject', 'text', 44],
      ['recipient', 'text', 34],
      ['day', 'day', 12],
      ['channel', 'text', 18],
      ['level', 'text', 18],
      ['registeredNumber', 'text', 22],
    ]),
    ...sheetsByCurrency(
      rows.map((row) => ({
        currency: row.currency,
        code: row.code,
        name: row.name,
        status: outboxText[language].status[row.status],
        sentence: row.sentence,
        amountCents: row.totalCents,
        subject: row.subject,
        recipient: row.recipient.split('\n').join(', '),
        day: row.day,
        channel: words.channels[row.channel],
        level: row.severity === null ? '' : words.severities[row.severity],
        registeredNumber: row.registeredNumber,
      })),
    ),
  };
}
