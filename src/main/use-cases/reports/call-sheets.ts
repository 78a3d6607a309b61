/** Workbooks of what people do by hand: calls of the day, blocks, lists for the reps, VIP. */
import { z } from 'zod';
import { blockStateSchema } from '../../../shared/contract/calls.ts';
import type { Language } from '../../../shared/format/language.ts';
import { columnText } from '../../../shared/text/columns.ts';
import { scenarioText } from '../../../shared/text/dunning-verdict.ts';
import { callsScreenText } from '../../../shared/text/screens/calls.ts';
import { callReader, dayCalls } from '../calls/day-calls.ts';
import { blockRows } from '../calls/order-blocks.ts';
import { itemsToTell } from '../calls/rep-notices.ts';
import { vipRows } from '../calls/vip-rows.ts';
import type { OpenCompany } from '../companies/open-company.ts';
import type { AppContext } from '../context.ts';
import { type CompanyPlan, companyPlan } from '../dunning/plan-keeper.ts';
import { alsoIn, columns, type ListSheet, sheetsByCurrency } from './list-sheet.ts';

/** The lists of this file. */
export const CALL_LISTS = ['calls_today', 'order_blocks', 'rep_notices', 'vip'] as const;
export type CallList = (typeof CALL_LISTS)[number];

export function isCallList(list: string): list is CallList {
  return CALL_LISTS.some((one) => one === list);
}

const blockInput = z.object({ state: blockStateSchema.nullable() });
const repInput = z.object({ repCode: z.string().nullable() });
const vipInput = z.object({ isTaskOnly: z.boolean() });

interface Asked {
  readonly list: CallList;
  readonly input: unknown;
  readonly language: Language;
}

/** The sheet of one of them, whole, as the screen shows it. */
export async function callListSheet(
  context: AppContext,
  company: OpenCompany,
  asked: Asked,
): Promise<ListSheet> {
  const known = await companyPlan(context, company);
  switch (asked.list) {
    case 'calls_today':
      return callsSheet(context, known, asked);
    case 'order_blocks':
      return blocksSheet(company, known, asked);
    case 'rep_notices':
      return repsSheet(known, asked);
    default:
      return vipSheet(known, asked);
  }
}

function callsSheet(context: AppContext, known: CompanyPlan, { language }: Asked): ListSheet {
  const rows = dayCalls(known, callReader(context, known.portfolio));
  return {
    columns: columns(language, [
      ['code', 'text', 12],
      ['name', 'text', 34],
      ['reasons', 'text', 70],
      ['overdueCents', '+amount', 15],
      ['oldestDaysPastDue', 'count', 12],
      ['phone', 'text', 18],
      ['contactName', 'text', 24],
      ['person', 'text', 20],
      ['attemptsToday', 'count', 12],
      ['lastExchangeOn', 'day', 12],
    ]),
    ...sheetsByCurrency(
      rows.flatMap((row) => {
        const { code, name, overdueCents, oldestDaysPastDue, phone, contactName, person } = row;
        const { attemptsToday, lastExchangeOn, reasons } = row;
        const made = {
          code,
          name,
          reasons: reasons.map(({ sentence }) => sentence).join(' '),
          overdueCents,
          oldestDaysPastDue,
          phone,
          contactName,
          person,
          attemptsToday,
          lastExchangeOn,
        };
        return alsoIn(made, 'overdueCents', row.otherOverdue);
      }),
    ),
  };
}

function blocksSheet(company: OpenCompany, known: CompanyPlan, asked: Asked): ListSheet {
  const { state } = blockInput.parse(asked.input);
  const { language } = asked;
  const words = callsScreenText[language].blockStates;
  return {
    columns: columns(language, [
      ['state', 'text', 16],
      ['code', 'text', 12],
      ['name', 'text', 34],
      ['amountCents', '+amount', 15],
      ['remainingCents', '+amount', 15],
      ['oldestDaysPastDue', 'count', 12],
      ['since', 'day', 12],
      ['decidedBy', 'text', 22],
      ['repCode', 'text', 14],
      ['sentence', 'text', 70],
    ]),
    ...sheetsByCurrency(
      blockRows(company, known, language)
        .filter((row) => state === null || row.state === state)
        .map(({ rowKey: _key, orderBlockId: _id, customerId: _customer, ...row }) => ({
          ...row,
          state: words[row.state],
        })),
    ),
  };
}

function repsSheet(known: CompanyPlan, asked: Asked): ListSheet {
  const { repCode } = repInput.parse(asked.input);
  const { language } = asked;
  return {
    columns: columns(language, [
      ['repCode', 'text', 14],
      ['code', 'text', 12],
      ['name', 'text', 34],
      ['documentNumber', 'text', 18],
      ['dueDate', 'day', 12],
      ['daysPastDue', 'count', 12],
      ['amountCents', '+amount', 15],
      ['stepLabel', 'text', 24],
      ['stepOn', 'day', 12],
    ]),
    ...sheetsByCurrency(
      itemsToTell(known, language)
        .filter((item) => repCode === null || item.repCode === repCode)
        .map((item) => ({
          repCode: item.repCode,
          code: item.code,
          name: item.name,
          documentNumber: item.documentNumber,
          dueDate: item.dueDate,
          daysPastDue: item.daysPastDue,
          amountCents: item.amountCents,
          currency: item.currency,
          stepLabel: item.stepLabel,
          stepOn: item.stepOn,
        })),
    ),
  };
}

function vipSheet(known: CompanyPlan, asked: Asked): ListSheet {
  const { isTaskOnly } = vipInput.parse(asked.input);
  const { language } = asked;
  const { yes } = columnText[language];
  return {
    columns: columns(language, [
      ['code', 'text', 12],
      ['name', 'text', 34],
      ['person', 'text', 22],
      ['overdueCents', '+amount', 15],
      ['oldestDaysPastDue', 'count', 12],
      ['stepLabel', 'text', 24],
      ['channel', 'text', 18],
      ['dueOn', 'day', 12],
      ['isUntreated', 'text', 12],
      ['repCode', 'text', 14],
    ]),
    ...sheetsByCurrency(
      vipRows(known, language)
        .filter(({ dueOn }) => !isTaskOnly || dueOn !== null)
        .flatMap(({ customerId: _id, otherOverdue, ...row }) =>
          alsoIn(
            {
              ...row,
              channel: row.channel === null ? '' : scenarioText[language].channels[row.channel],
              isUntreated: row.isUntreated ? yes : '',
            },
            'overdueCents',
            otherOverdue,
          ),
        ),
    ),
  };
}
