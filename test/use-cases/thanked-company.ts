/** The small company after a reminder, up to the payment it brought: what thanks are planned on. */
import { expect } from 'vitest';
import type { PlannedRow } from '../../src/shared/contract/dunning.ts';
import type { Scenario } from '../../src/shared/domain/dunning/scenario.ts';
import { calendarDate } from '../../src/shared/kernel/calendar-date.ts';
import type { Posting } from '../support/made-up-books.ts';
import { newCommandId } from '../support/running-application.ts';
import { type WritingCompany, writingCompany } from './writing-company.ts';

export const TUESDAY = calendarDate('2026-11-24');
export const WEDNESDAY = calendarDate('2026-11-25');
export const THURSDAY = calendarDate('2026-11-26');
export const VAL = { code: 'VAL', name: 'Val Matériaux' };
export const LEROY = { code: 'LEROY', name: 'Leroy Frères' };
export const command = () => ({ commandId: newCommandId() });

/** VAL was reminded of FA102 on Monday; nothing has come yet. */
export async function reminded(): Promise<WritingCompany> {
  const at = await writingCompany();
  await at.approve([at.val]);
  await at.pulse();
  expect(at.mailer.taken).toHaveLength(1);
  return at;
}

/** On Tuesday the books show the transfer of VAL that settles FA102, lettered. */
export async function paid(at: WritingCompany): Promise<number> {
  const money = at.books.receipt(VAL, TUESDAY, 80_000, 'VIR VAL FA102');
  at.books.letter('V', TUESDAY, [invoiceOf(at), money]);
  await at.application.newDay(TUESDAY);
  return (await at.company.import(at.books.fec(TUESDAY))).importId;
}

export function invoiceOf({ books }: WritingCompany, wanted = 'FA102'): Posting {
  const found = books.postings.find(({ document }) => document === wanted);
  if (found === undefined) throw new Error(`No ${wanted}`);
  return found;
}

export async function thanksRows({ company }: WritingCompany): Promise<PlannedRow[]> {
  const filter = {
    tab: 'messages',
    scenarioKey: 'thank_you',
    profile: null,
    channel: null,
  } as const;
  const input = { offset: 0, limit: 50, on: null, filter: { ...filter, text: '' } };
  return (await company.call.dunning.planned(input)).rows;
}

export async function whyThanks({ company, val }: WritingCompany): Promise<string> {
  return spaced((await company.call.dunning.why({ customerId: val })).thanks ?? '');
}

/** Typographic spaces as plain ones. */
export function spaced(text: string): string {
  return text.replaceAll(/[\u00a0\u202f]/gu, ' ').replaceAll(/\s+/gu, ' ');
}

export async function setDunning(at: WritingCompany, part: object): Promise<void> {
  const { settings } = await at.company.call.settings.show();
  const dunning = { ...settings.dunning, ...part };
  await at.company.call.settings.change({ ...command(), settings: { dunning } });
}

export async function setThanks({ company }: WritingCompany, part: object): Promise<void> {
  const { document } = await company.call.scenarios.show({ scenarioKey: 'courteous' });
  const shipped = document as Scenario;
  await company.call.scenarios.save({
    ...command(),
    document: { ...shipped, thankYou: { ...shipped.thankYou, ...part } },
    keepsOverNewer: false,
  });
}
