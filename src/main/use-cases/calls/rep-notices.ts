/**
 * What comes, told to the sales reps before it does (E11): each gets the list of his customers with
 * the steps and their days, may ask for a stop, and silence goes on.
 */
import type { RepItem } from '../../../shared/contract/calls.ts';
import { addBusinessDays } from '../../../shared/domain/calendar/business-calendar.ts';
import type { RepNotice } from '../../../shared/domain/dunning/day-plan.ts';
import { sumApart } from '../../../shared/domain/receivable/currency.ts';
import { formatCents } from '../../../shared/format/amount.ts';
import { formatDate } from '../../../shared/format/date.ts';
import type { Language } from '../../../shared/format/language.ts';
import { type CalendarDate, daysBetween } from '../../../shared/kernel/calendar-date.ts';
import { callsText } from '../../../shared/text/calls.ts';
import { scenarioText } from '../../../shared/text/dunning-verdict.ts';
import { answerOf } from '../../ledger/journal.ts';
import { recordRepNotice } from '../../ledger/stores/dunning-decisions.ts';
import { readLastRepNotices } from '../../ledger/views/order-blocks.ts';
import { asContractError, CommandRefused, recordCommand } from '../api.ts';
import type { OpenCompany } from '../companies/open-company.ts';
import type { AppContext } from '../context.ts';
import type { CompanyPlan } from '../dunning/plan-keeper.ts';
import { keepFile } from '../files/kept-files.ts';
import { messageSender } from '../messages/issuer.ts';
import { outcomeSentence } from '../outbox/outcome-sentence.ts';
import { checkMaySend, sendPlainMail, writePlainMail } from './plain-mail.ts';

/** An item of which a rep is to be told, with what is claimed of it. */
interface ToTell extends RepItem {
  readonly receivableId: number;
  readonly claimKey: string;
  /** Working days between the list and the step. */
  readonly noticeDays: number;
}

/** Everything to tell, by rep, then by customer, then by day. */
export function itemsToTell(known: CompanyPlan, language: Language): readonly ToTell[] {
  return known.plan.payers
    .flatMap(({ repNotices }) => repNotices)
    .flatMap((notice) => toTell(known, notice, language))
    .sort(
      (a, b) =>
        a.repCode.localeCompare(b.repCode) ||
        a.name.localeCompare(b.name) ||
        a.stepOn.localeCompare(b.stepOn) ||
        a.receivableId - b.receivableId,
    );
}

function toTell(
  { portfolio, library }: CompanyPlan,
  { customerId, currency, items }: RepNotice,
  language: Language,
): ToTell[] {
  const account = portfolio.accounts.get(customerId);
  const record = account?.record;
  const repCode = record?.repCode ?? null;
  if (account === undefined || record === undefined || repCode === null) return [];
  return items.map(({ receivableId, claimKey, amountCents, severity, stepOn }) => {
    const item = account.items.find((one) => one.receivableId === receivableId);
    const [scenarioKey = '', stepKey = ''] = claimKey.split('/');
    const step = library.get(scenarioKey)?.scenario.steps.find((one) => one.stepKey === stepKey);
    const words = scenarioText[language];
    const dueDate = item?.dueDate ?? null;
    return {
      rowKey: `${receivableId}-${claimKey}`,
      receivableId,
      claimKey,
      noticeDays: step?.repNoticeBusinessDays ?? 0,
      customerId,
      code: record.code,
      name: record.name,
      repCode,
      documentNumber: item?.documentNumber ?? '',
      dueDate,
      daysPastDue: dueDate === null ? null : daysBetween(dueDate, portfolio.today),
      amountCents,
      currency,
      stepLabel:
        severity === null ? words.kinds[step?.kind ?? 'reminder'] : words.severities[severity],
      stepOn,
    };
  });
}

/** The reps with something to hear, each with his list as a text. */
export function repRows(company: OpenCompany, known: CompanyPlan, language: Language) {
  const last = new Map(
    company.ledger.read(readLastRepNotices).map(({ repCode, day }) => [repCode, day]),
  );
  const groups = Map.groupBy(itemsToTell(known, language), ({ repCode }) => repCode);
  return Array.from(groups, ([repCode, items]) => {
    const { name, email } = repOf(known, repCode);
    const { totalCents, otherTotals } = sumApart(items);
    const answerBy = answerDay(known, items);
    return {
      repCode,
      name,
      email,
      itemCount: items.length,
      customerCount: new Set(items.map(({ customerId }) => customerId)).size,
      amountCents: totalCents,
      otherAmounts: otherTotals,
      answerBy,
      lastToldOn: last.get(repCode) ?? null,
      subject: callsText[language].rep.subject(formatDate(answerBy)),
      text: listText(known, { repCode, items, answerBy, language }),
    };
  });
}

/** The window's row of an item. */
export function repItem({
  receivableId: _receivable,
  claimKey: _claim,
  noticeDays: _days,
  ...row
}: ToTell): RepItem {
  return row;
}

/** Records that the rep was told; by mail, once the server has taken it. */
export async function tellRep(
  context: AppContext,
  company: OpenCompany,
  {
    known,
    commandId,
    repCode,
    way,
  }: {
    readonly known: CompanyPlan;
    readonly commandId: string;
    readonly repCode: string;
    readonly way: 'mail' | 'by_hand';
  },
  errors: object,
) {
  const { language } = context.settings.read();
  const items = itemsToTell(known, language).filter((item) => item.repCode === repCode);
  const answerBy = answerDay(known, items);
  const isNew = company.ledger.read((reader) => answerOf(reader, commandId)) === null;
  try {
    if (isNew && items.length === 0) throw new CommandRefused('not_planned');
    const fileSha256 =
      isNew && way === 'mail'
        ? await mailList(context, company, known, { repCode, items, answerBy, language })
        : null;
    const payload = { repCode, way, answerBy, fileSha256, itemCount: items.length };
    const entry = { commandId, kind: 'rep_told', customerId: null, payload };
    return await recordCommand(company, entry, errors, (writer, entryId) => {
      recordRepNotice(writer, entryId, {
        repCode,
        day: writer.clock.today(),
        answerBy,
        items: items.map(({ receivableId, claimKey }) => ({ receivableId, claimKey })),
      });
      return { itemCount: items.length, answerBy };
    });
  } catch (error) {
    throw asContractError(error, errors as Parameters<typeof asContractError>[1]);
  }
}

interface RepList {
  readonly repCode: string;
  readonly items: readonly ToTell[];
  readonly answerBy: CalendarDate;
  readonly language: Language;
}

/** Sends the list and gives the hash under which its bytes are kept. */
async function mailList(
  context: AppContext,
  company: OpenCompany,
  known: CompanyPlan,
  list: RepList,
): Promise<string> {
  const { email } = repOf(known, list.repCode);
  if (email === '') throw new CommandRefused('rep_without_address', list.repCode);
  checkMaySend(context, company, known.portfolio);
  const written = await writePlainMail(context, known.portfolio, {
    to: email,
    subject: callsText[list.language].rep.subject(formatDate(list.answerBy)),
    text: listText(known, list),
  });
  const fileSha256 = await keepFile(company.folder.filesPath, written.bytes);
  const outcome = await sendPlainMail(context, company, written);
  if (outcome.kind === 'accepted' || outcome.kind === 'uncertain') return fileSha256;
  throw new CommandRefused('sending_refused', outcomeSentence(outcome, list.language));
}

function listText(known: CompanyPlan, { repCode, items, answerBy, language }: RepList): string {
  const words = callsText[language].rep;
  const money = (cents: number, currency: string) => formatCents(cents, { currency, language });
  const customers = Map.groupBy(items, ({ customerId }) => customerId);
  const lines = Array.from(customers.values(), (own) => [
    words.customer(own[0]?.name ?? '', own[0]?.code ?? ''),
    ...own.map(({ documentNumber, dueDate, amountCents, currency, stepLabel, stepOn }) =>
      words.item({
        document: documentNumber,
        due: dueDate === null ? '' : formatDate(dueDate),
        amount: money(amountCents, currency),
        step: stepLabel,
        on: formatDate(stepOn),
      }),
    ),
  ]).flat();
  const { totalCents, otherTotals } = sumApart(items);
  const totals = [{ currency: 'EUR', amountCents: totalCents }, ...otherTotals]
    .filter(({ amountCents }) => amountCents !== 0)
    .map(({ amountCents, currency }) => money(amountCents, currency));
  return words.text({
    name: repOf(known, repCode).name,
    answerBy: formatDate(answerBy),
    lines,
    total: totals.join(' + '),
    signature: messageSender(known.portfolio.settings, null).name,
  });
}

/** A rep is a collaborator where the settings name him; else his code stands for him. */
function repOf({ portfolio }: CompanyPlan, repCode: string) {
  const found = portfolio.settings.team.collaborators.find((one) => one.repCode === repCode);
  return { name: found?.name ?? repCode, email: found?.email ?? '' };
}

/** The day before the first step may go: the shortest wait among them. */
function answerDay({ portfolio }: CompanyPlan, items: readonly ToTell[]): CalendarDate {
  const { today, calendar } = portfolio;
  const days = items.map(({ noticeDays }) => noticeDays);
  return addBusinessDays(today, days.length === 0 ? 0 : Math.min(...days), calendar);
}
